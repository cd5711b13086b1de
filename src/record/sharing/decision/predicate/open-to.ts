import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { CitizenActor, WorkerActor } from '#record/organisation/actor.ts'
import { AGREED_RELATIONSHIPS } from '#record/sharing/vocabulary.ts'
import type { SignedAgreement } from '../facts.ts'
import type { AskedOfAll } from './asked.ts'
import { openByClause } from './by-clause.ts'
import { openByEmergency } from './by-emergency.ts'
import { openByOffice } from './by-office.ts'
import { openAsOwn } from './by-own.ts'
import { openByWish } from './by-wish.ts'

/** A relation `(person_id, contributor_id, data_class)`, to stand after `from` or `join` under a name of its own. */
export type OpenRelation = RawBuilder<unknown>

/**
 * The SQL face of the policy: everything that is open to one actor now, of everybody, as a relation to join each table
 * reference to before anything is matched, counted or sorted. What `decide` answers for each request, this answers for
 * all of them at once; `evidence decision-equality` holds the two together. A row may come more than once.
 */
export function openTo(tx: Tx, asked: AskedOfAll, agreements: readonly SignedAgreement[]): OpenRelation {
  const branches = branchesOf(tx, asked, agreements)
  return sql`(${sql.join(branches.length > 0 ? branches : [NOTHING], sql` union all `)})`
}

const NOTHING = sql`select null::uuid as person_id, null::uuid as contributor_id, null::text as data_class where false`

function branchesOf(tx: Tx, asked: AskedOfAll, agreements: readonly SignedAgreement[]): OpenRelation[] {
  const { actor } = asked
  switch (actor.kind) {
    case 'citizen':
      return citizensBranches(tx, actor, asked)
    case 'worker':
      return workersBranches(tx, { ...asked, actor }, agreements)
    case 'system':
      return []
  }
}

function citizensBranches(tx: Tx, actor: CitizenActor, { action }: AskedOfAll): OpenRelation[] {
  return [openAsOwn(actor), openByWish(tx, actor, ['family']), openByOffice(tx, actor, action)]
}

function workersBranches(
  tx: Tx,
  asked: AskedOfAll & { readonly actor: WorkerActor },
  agreements: readonly SignedAgreement[],
): OpenRelation[] {
  const { actor, action, purpose } = asked
  const branches = [openByClause(tx, asked, agreements)]
  if (action === 'read') branches.push(openByEmergency(tx, actor))
  if (action === 'read' && purpose !== 'service-planning') branches.push(openByWish(tx, actor, AGREED_RELATIONSHIPS))
  return branches
}
