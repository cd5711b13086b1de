import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { AUTHORITIES, type RepresentativeKind } from '../representative/authority.ts'
import { decisionsLacked } from '../representative/capacity.ts'
import { DATA_CLASSES, type DataClass } from '../vocabulary.ts'
import type { DeciderProblem } from './wish.ts'

/** Somebody who may decide who sees a person's record, and about which classes. */
export interface Decider {
  readonly accountId: string
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
  const own = await tx.db
    .selectFrom('personAccount')
    .select('personId')
    .where('accountId', '=', by.accountId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (own !== undefined)
    return done({ accountId: by.accountId, representativeId: undefined, classes: [...DATA_CLASSES] })
  const offices = (await officesOf(tx, by.accountId, personId)).filter(decidesOnHealthAndCare)
  if (offices.length === 0) return refused('wish.notYourRecord')
  const lacked = await decisionsLacked(tx, personId)
  if (!lacked.has('sharing-information') || !lacked.has('health-and-care')) return refused('wish.capacityHolds')
  const alone = offices.find(({ acts }) => acts !== 'jointly')
  if (alone === undefined) return refused('wish.actTogether')
  return done({ accountId: by.accountId, representativeId: alone.id, classes: AUTHORITIES[alone.kind].opens })
}

interface Office {
  readonly id: string
  readonly kind: RepresentativeKind
  readonly acts: string
}

function decidesOnHealthAndCare({ kind }: Office): boolean {
  return kind === 'health-attorney' || kind === 'health-deputy'
}

async function officesOf(tx: Tx, accountId: string, personId: string): Promise<Office[]> {
  const rows = await tx.db
    .selectFrom('representative as office')
    .leftJoin('representativeEnd as ended', 'ended.representativeId', 'office.id')
    .select(['office.id', 'office.kind', 'office.acts'])
    .where('office.accountId', '=', accountId)
    .where('office.personId', '=', personId)
    .where('ended.representativeId', 'is', null)
    .orderBy('office.startedAt')
    .orderBy('office.id')
    .execute()
  return rows as Office[]
}
