import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { personNow } from '#record/person/person-now.ts'
import { AUTHORITIES } from '../representative/authority.ts'
import { decisionsLacked } from '../representative/capacity.ts'
import type { RepresentativeKind } from '../representative/office.ts'
import { DATA_CLASSES, type DataClass } from '../vocabulary.ts'
import type { DeciderProblem } from './wish.ts'

/** Somebody who may decide who sees a person's record, and about which classes. */
export interface Decider {
  readonly accountId: string
  /** The person id under which they may decide, and under which what they decide is kept: their own, or the office's. */
  readonly keptUnder: string
  /** The office by which they decide; undefined for the person themselves. */
  readonly representativeId: string | undefined
  readonly classes: readonly DataClass[]
}

/**
 * Who may decide for a person about sharing: the person; or, while the person cannot decide about sharing, somebody who
 * lawfully decides about their health and care, for what that office opens. Attorneys appointed to act jointly decide
 * only together, which cannot be done here. See decision 25.
 */
export async function findDecider(
  tx: Tx,
  by: CitizenActor,
  personId: string,
): Promise<Outcome<Decider, DeciderProblem>> {
  const { accountId } = by
  const own = await tx.db
    .selectFrom('personAccountNow')
    .select('keptUnder')
    .where('accountId', '=', accountId)
    .where('personId', '=', personNow(personId))
    .executeTakeFirst()
  if (own?.keptUnder != null)
    return done({ accountId, keptUnder: own.keptUnder, representativeId: undefined, classes: [...DATA_CLASSES] })
  const offices = (await officesOf(tx, accountId, personId)).filter(decidesOnHealthAndCare)
  if (offices.length === 0) return refused('wish.notYourRecord')
  const lacked = await decisionsLacked(tx, personId)
  if (!lacked.has('sharing-information') || !lacked.has('health-and-care')) return refused('wish.capacityHolds')
  const alone = offices.find(({ acts }) => acts !== 'jointly')
  if (alone === undefined) return refused('wish.actTogether')
  const { id: representativeId, keptUnder } = alone
  return done({ accountId, keptUnder, representativeId, classes: healthClassesOf(alone) })
}

/** What an office opens for decisions about health and care. */
function healthClassesOf({ kind }: Office): readonly DataClass[] {
  return AUTHORITIES[kind].find(({ inertWhileCapacityFor }) => inertWhileCapacityFor === 'health-and-care')?.opens ?? []
}

interface Office {
  readonly id: string
  readonly keptUnder: string
  readonly kind: RepresentativeKind
  readonly acts: string
}

function decidesOnHealthAndCare({ kind }: Office): boolean {
  return kind === 'health-attorney' || kind === 'health-deputy'
}

async function officesOf(tx: Tx, accountId: string, personId: string): Promise<Office[]> {
  const rows = await tx.db
    .selectFrom('representativeNow')
    .select(['id', 'keptUnder', 'kind', 'acts'])
    .where('accountId', '=', accountId)
    .where('personId', '=', personNow(personId))
    .orderBy('startedAt')
    .orderBy('id')
    .execute()
  return rows as Office[]
}
