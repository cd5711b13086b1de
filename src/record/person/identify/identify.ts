import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { SourceRecord } from '../keep-source-record.ts'
import { linkRecords } from '../link/link.ts'
import { cameOut } from '../matching/came-out.ts'
import { diedOnOneSide } from '../matching/facts.ts'
import type { Matcher } from '../matching/matcher.ts'
import { modelInForce } from '../model/in-force.ts'
import type { ReviewReason } from '../review/reason.ts'
import { type About, ask, evidence } from './ask.ts'
import { contradictions } from './contradictions.ts'
import { findNear, type Surroundings } from './find-near.ts'
import { holdKeys } from './hold-keys.ts'
import type { KeptComparable } from './keep-standards.ts'
import type { Found, Near } from './near.ts'
import { settle } from './settle.ts'

/** Whom a record turned out to be about. `undecided`: they may also be somebody already known; a person must decide. */
export interface Identified {
  readonly personId: string
  readonly how: 'already linked' | 'linked' | 'new' | 'undecided'
}

type IdentifyProblem = 'match.numberOfSomebodyElse'

/** A record with what is compared of it. */
export interface ToIdentify extends Pick<SourceRecord, 'isNew' | 'homePersonId'> {
  readonly compared: KeptComparable
}

/**
 * Finds whose record a source record is, among all records of the region, by the model in force: linked where it is
 * sure and no guard speaks, left for the owning team where it may be, and somebody new otherwise. A record that comes
 * again differently may find more; what was linked is never parted by it, only doubted.
 * Refused when its NHS number is held for somebody of another name and another day of birth. Use in `transactionInTurn`.
 */
export async function identify(
  tx: Tx,
  record: SourceRecord,
  ownerTeamId: string,
): Promise<Outcome<Identified, IdentifyProblem>> {
  const { compared } = record
  if (compared === undefined) return done({ personId: record.personId, how: 'already linked' })
  const model = modelInForce(tx).then(({ matcher }) => matcher)
  return identifyBy(tx, model, { ...record, compared }, ownerTeamId)
}

/** The same by a model of one's own. */
export async function identifyBy(
  tx: Tx,
  model: Matcher | Promise<Matcher>,
  record: ToIdentify,
  ownerTeamId: string,
): Promise<Outcome<Identified, IdentifyProblem>> {
  holdKeys(tx, record.compared.standard)
  const found = await findNear(tx, model, record.compared, record.isNew)
  const matcher = await model
  if (isNumberOfSomebodyElse(found)) return refused('match.numberOfSomebodyElse')
  const about = { matcher, own: found.own, ownerTeamId }
  const doubted = contradictions(matcher, found, record.compared.before)
  const isDoubted = await ask(tx, about, 'match.changed', doubted)
  const { joins, asks } = settle(matcher, found)
  // A record that may not be its person's must not bring others to them.
  const safe = doubted.length === 0 ? joins : []
  const joined = await joinAll(tx, { ...about, isNew: record.isNew }, safe)
  const open = [...joins.filter(one => !joined.has(one)), ...asks]
  const isAsked = await ask(tx, about, reasonOf(open), open)
  const last = [...joined.values()].at(-1)
  if (last !== undefined) return done({ personId: last, how: 'linked' })
  const personId = found.personId ?? record.homePersonId
  if (isDoubted || isAsked) return done({ personId, how: 'undecided' })
  return done({ personId, how: record.isNew ? 'new' : 'already linked' })
}

/** The number is on somebody else's record, and nobody who holds it is anything like. */
function isNumberOfSomebodyElse({ near }: Surroundings): boolean {
  const sameNumber = near.filter(({ decided }) => cameOut(decided.codes).nhsNumber === 'same')
  return sameNumber.length > 0 && sameNumber.every(({ decided }) => decided.guards.includes('numberOfSomebodyElse'))
}

function reasonOf(open: readonly Near[]): ReviewReason {
  if (open.length > 1) return 'match.severalPeople'
  return open.some(({ decided }) => decided.guards.length > 0) ? 'match.guarded' : 'match.likely'
}

/**
 * Joins the record to each of these, and answers the person that each join made, but for those that something that came
 * meanwhile stands against.
 */
async function joinAll(
  tx: Tx,
  about: About & { readonly own: Found; readonly isNew: boolean },
  joins: readonly Near[],
): Promise<ReadonlyMap<Near, string>> {
  const { matcher, own, isNew } = about
  const joined = new Map<Near, string>()
  for (const one of joins) {
    const because = { decidedBy: 'model', reason: 'match.sure', ...evidence(matcher, one.decided) }
    const linked = await linkRecords(tx, own.recordId, one.recordId, because, isNew)
    if (!linked.ok) continue
    joined.set(one, linked.value.personId)
    if (linked.value.isLarge) await ask(tx, about, 'match.manyRecords', [one])
    // The death is not carried over; whoever is dead to one and alive to another is looked at.
    if (diedOnOneSide(own.ready.facts, one.ready.facts)) await ask(tx, about, 'match.oneDied', [one])
  }
  return joined
}
