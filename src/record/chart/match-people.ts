import type { Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { standardsOf } from '#record/person/identify/standard-of.ts'
import { emitKeys } from '#record/person/matching/blocking.ts'
import { type Decision, decideTwo, ready } from '#record/person/matching/decide.ts'
import { toBigint } from '#record/person/matching/key.ts'
import { onlyStandard } from '#record/person/matching/record.ts'
import { modelInForce } from '#record/person/model/in-force.ts'
import type { Standard } from '#record/person/standard/standard.ts'
import { NOTHING_HELD } from '#record/sharing/decision/facts.ts'
import { loadAgreements } from '#record/sharing/decision/load-agreements.ts'
import { openTo } from '#record/sharing/decision/predicate/open-to.ts'
import { purposeOf } from '#record/sharing/decision/purpose.ts'

/** Somebody whom a description may be of, by the record that fits best. */
export interface MatchedPerson {
  readonly personId: string
  readonly sourceRecordId: string
  readonly probability: number
  /** What matching would do with such a record. A guard that stands against it makes it `review`. */
  readonly decision: Decision
}

/** How many records are compared with one description at most. */
const COMPARED_MAX = 500

/**
 * The people whom a description may be of, the likeliest first, by the same model that links records. Only records
 * that are open to the worker are compared: the policy stands in the query before anything is, so that nothing can be
 * learnt of anybody they may not see. Ids alone: whoever shows them decides about each and writes the trail.
 */
export async function matchPeople(tx: Tx, actor: WorkerActor, described: Patient): Promise<MatchedPerson[]> {
  const [standard] = await standardsOf(tx, [described])
  if (standard === undefined) return []
  const { matcher } = await modelInForce(tx)
  const own = ready(matcher, onlyStandard(standard))
  const best = new Map<string, MatchedPerson>()
  for (const { personId, sourceRecordId, content } of await openCandidates(tx, actor, standard)) {
    const { score, decision } = decideTwo(matcher, own, ready(matcher, onlyStandard(content)))
    const { probability } = score
    if (decision === 'none' || probability <= (best.get(personId)?.probability ?? 0)) continue
    best.set(personId, { personId, sourceRecordId, probability, decision })
  }
  return [...best.values()].toSorted((one, other) => other.probability - one.probability)
}

interface Row {
  readonly personId: string
  readonly sourceRecordId: string
  readonly content: Standard
}

async function openCandidates(tx: Tx, actor: WorkerActor, standard: Standard): Promise<Row[]> {
  const keys: string[] = []
  emitKeys(onlyStandard(standard), (_rule, key) => keys.push(String(toBigint(key))))
  const agreements = await loadAgreements(tx)
  const purpose = purposeOf(actor, { ...NOTHING_HELD, today: '', minute: 0, agreements })
  const open = openTo(tx, { actor, purpose, action: 'read' }, agreements)
  const { rows } = await sql<Row>`
    select distinct on (record.id) link.person_id, record.id as source_record_id, held.content
    from ${open} as open
    join person_link_now as link on link.person_id = open.person_id
    join source_record as record on record.id = link.source_record_id and record.organisation_id = open.contributor_id
    join record_key on record_key.source_record_id = record.id and record_key.key = any(${keys}::bigint[])
    join record_standard as held on held.source_record_id = record.id
    where open.data_class = 'demographics'
    order by record.id
    limit ${COMPARED_MAX}`.execute(tx.db)
  return rows
}
