import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import { decideTwo, type Ready, ready } from '../matching/decide.ts'
import type { Matcher } from '../matching/matcher.ts'
import { onlyStandard } from '../matching/record.ts'
import { barredRecords } from './barred-records.ts'
import { findCandidates } from './find-candidates.ts'
import type { Comparable } from './keep-standards.ts'
import { loadPeople } from './load-people.ts'
import type { Found, Known, Near } from './near.ts'
import { withoutSealed } from './without-sealed.ts'

/** A record among all that are known. */
export interface Surroundings {
  readonly own: Found
  /** Whom it is about now; undefined for a record that has just come. */
  readonly personId: string | undefined
  /** The other records of whoever it is about now. */
  readonly kin: readonly Known[]
  /** Records of other people that are worth a look. */
  readonly near: readonly Near[]
  /** All records of whoever is near. */
  readonly people: readonly Known[]
  /** Every record that shares a key with it, whoever's. */
  readonly candidates: readonly Found[]
  /** Keys that so many records share that none of them was looked at. */
  readonly blocksSkipped: number
}

/**
 * Finds who is near a record: compares it, by a model that may still be asked for, with every record that shares a key with
 * it.
 */
export async function findNear(
  tx: Tx,
  model: Matcher | Promise<Matcher>,
  record: Comparable,
  isNew: boolean,
): Promise<Surroundings> {
  const barred = isNew ? [] : barredRecords(tx, record.recordId)
  const [matcher, { candidates: found, blocksSkipped }] = await together([
    Promise.resolve(model),
    findCandidates(tx, record, barred),
  ])
  const readied = ({ recordId, standard }: { recordId: string; standard: Comparable['standard'] }) => ({
    recordId,
    ready: ready(matcher, onlyStandard(standard)),
  })
  const own = readied(record)
  const candidates = found.map(readied)
  const worth = worthALook(matcher, own.ready, candidates)
  const around = { own, candidates, blocksSkipped }
  const asked = [...(isNew ? [] : [record.recordId]), ...worth.map(({ recordId }) => recordId)]
  if (asked.length === 0) return { ...around, personId: undefined, kin: [], near: [], people: [] }
  const loaded = await loadPeople(tx, asked)
  const known = loaded.map(member => ({ ...member, ...readied(member) }))
  const personOf = new Map(known.map(({ recordId, personId }) => [recordId, personId]))
  const person = personOf.get(record.recordId)
  const people = known.filter(({ personId }) => personId !== person)
  const near = worth.flatMap(one => {
    const personId = personOf.get(one.recordId)
    return personId === undefined || personId === person ? [] : [{ ...one, personId }]
  })
  return {
    ...around,
    personId: person,
    kin: known.filter(({ recordId, personId }) => personId === person && recordId !== record.recordId),
    near: await withoutSealed(tx, near, people),
    people,
  }
}

/** Those that a link, or a question, may come of. */
function worthALook(matcher: Matcher, own: Ready, candidates: readonly Found[]): Omit<Near, 'personId'>[] {
  return candidates.flatMap(one => {
    const decided = decideTwo(matcher, own, one.ready)
    return decided.decision === 'none' ? [] : [{ ...one, decided }]
  })
}
