import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type OpenRecord, sourceRecordsOf } from '#record/chart/source-records.ts'
import { linksOf, type RecordLink, type ToldApart, toldApartOf } from '#record/person/link/links-of.ts'
import type { Access } from '#record/sharing/access.ts'
import { type Doubt, doubtsOf } from './doubts.ts'
import { isPersonOrActsForThem, officerWith } from './near.ts'
import { type RecordBody, recordBodies } from './record-bodies.ts'

/** The records that are joined as one person, and how that came about. */
export interface JoinedRecords {
  /** The first to arrive first. */
  readonly records: readonly JoinedRecord[]
  /** Links that ended, the latest first. */
  readonly ended: readonly ToldLink[]
  readonly apart: readonly ToldPair[]
  readonly doubts: readonly Doubt[]
  /** Whether the reader may say of a record that it is not theirs. */
  readonly mayDoubt: boolean
  /** Whether the reader may end links. */
  readonly mayPart: boolean
}

/** One record, with the links in force by which it is joined to those that came before it. */
export interface JoinedRecord extends OpenRecord {
  readonly links: readonly ToldLink[]
  /** Somebody has said that it is not theirs, and nobody has answered yet. */
  readonly isDoubted: boolean
}

/** A link, and the two whose records it joins or joined. */
export interface ToldLink extends RecordLink {
  readonly between: Between
}

/** Two records that were told apart, and whose they are. */
export interface ToldPair extends ToldApart {
  readonly between: Between
}

type Between = readonly [Bilingual, Bilingual]

/**
 * For the person, whoever lawfully acts for them, and a records officer while a task gives them a tie; refused for all
 * others. Only what is open to the reader is in it: both ends of a link, or nothing of it.
 */
export async function readJoined(tx: Tx, access: Access): Promise<Outcome<JoinedRecords, 'record.notShown'>> {
  const mayDoubt = isPersonOrActsForThem(access)
  const mayPart = officerWith(access) !== undefined
  if (!(mayDoubt || mayPart)) return refused('record.notShown')
  const [records = []] = await sourceRecordsOf(tx, [access])
  const links = await linksOf(tx, access.personId)
  const pairs = await toldApartOf(tx, access.personId)
  const bodies = await recordBodies(
    tx,
    [...links, ...pairs, ...records.map(({ id }) => ({ recordA: id, recordB: id }))].flatMap(bothOf),
  )
  const open = <One extends Ends>(one: One) => openedBetween(access, bodies, one)
  const told = links.flatMap(open)
  const doubts = await doubtsOf(
    tx,
    records.map(({ id }) => id),
  )
  return done({
    records: records.map(record => ({
      ...record,
      links: told.filter(link => link.ended === null && laterOf(link, bodies) === record.id),
      isDoubted: doubts.some(({ recordId, isWaiting }) => isWaiting && recordId === record.id),
    })),
    ended: told.filter(({ ended }) => ended !== null),
    apart: pairs.filter(({ lifted }) => lifted === null).flatMap(open),
    doubts,
    mayDoubt,
    mayPart,
  })
}

interface Ends {
  readonly recordA: string
  readonly recordB: string
}

function bothOf({ recordA, recordB }: Ends): readonly string[] {
  return [recordA, recordB]
}

function openedBetween<One extends Ends>(
  access: Access,
  bodies: ReadonlyMap<string, RecordBody>,
  one: One,
): (One & { readonly between: Between })[] {
  const [a, b] = [bodies.get(one.recordA), bodies.get(one.recordB)]
  if (a === undefined || b === undefined) return []
  const isOpen = [a, b].every(({ organisationId }) => access.covers(organisationId, 'demographics'))
  if (!isOpen) return []
  for (const { organisationId } of [a, b]) access.release(organisationId, 'demographics')
  const inOrder: Between = a.arrival < b.arrival ? [a.organisation, b.organisation] : [b.organisation, a.organisation]
  return [{ ...one, between: inOrder }]
}

function laterOf({ recordA, recordB }: Ends, bodies: ReadonlyMap<string, RecordBody>): string {
  return (bodies.get(recordA)?.arrival ?? 0n) > (bodies.get(recordB)?.arrival ?? 0n) ? recordA : recordB
}
