import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { writeHeld } from '#record/chart/write-resource.ts'
import { personOf } from '#record/person/link/persons.ts'
import type { Access } from '#record/sharing/access.ts'
import { raiseNotice } from '#work/notice/raise.ts'
import { courseOf } from './course.ts'
import { spellOf, stayOf } from './encounters.ts'
import type { VisitEvent } from './event.ts'
import { type HeldVisit, keepEvent, wardKey } from './keep.ts'
import { newsBetween } from './news.ts'
import type { Course } from './stay.ts'
import { tieWards } from './wards.ts'

/** One event, and the message it came in. */
export interface NewEvent {
  readonly event: VisitEvent
  readonly messageId: string
}

/**
 * Adds one event to what is known of a visit, and writes what the visit is with it: the spell, the ward stay, the wards'
 * ties, and a notice of each thing that is news. It does not matter in which order events come (decision 36).
 * Refused for a visit that is known as somebody else's.
 */
export async function applyVisitEvent(
  tx: Tx,
  access: Access,
  held: HeldVisit,
  told: NewEvent,
): Promise<Outcome<undefined, 'feed.visitOfAnother'>> {
  const before = courseOf(held.events)
  if (before !== undefined && !(await isOnePersons(tx, before.recordId, told.event.recordId))) {
    return refused('feed.visitOfAnother')
  }
  const after = courseWith(held.events, told.event)
  await writeVisit(tx, access, held, told, { before, after })
  if (before !== undefined && before.recordId !== after.recordId) tieWards(tx, before.recordId)
  return done(undefined)
}

/** The course of a visit with one event more. */
export function courseWith(earlier: readonly VisitEvent[], event: VisitEvent): Course {
  const course = courseOf([...earlier, event])
  if (course === undefined) throw new Error('an event and no course')
  return course
}

/** Keeps the event, and writes all that follows from it for whoever the visit is about now. */
export async function writeVisit(
  tx: Tx,
  access: Access,
  { key, spell, stay }: HeldVisit,
  told: NewEvent,
  { before, after }: { readonly before: Course | undefined; readonly after: Course },
): Promise<void> {
  const { contributorId, visit } = key
  const { messageId } = told
  const own = { type: 'Encounter' as const, contributorId, sourceRecordId: after.recordId }
  keepEvent(tx, key, told, after)
  const spellKey = { ...own, businessKey: visit, dataClass: 'presence-in-hospital' as const }
  const stayKey = { ...own, businessKey: wardKey(key), dataClass: 'hospital-care' as const }
  if (!isWhereItWas(before, after)) tieWards(tx, after.recordId)
  writeHeld(tx, access, { ...spell, key: spellKey }, () => spellOf(after), messageId)
  writeHeld(tx, access, { ...stay, key: stayKey }, () => stayOf(after, spell.id), messageId)
  const happenedAt = new Date(told.event.happenedAt)
  for (const kind of newsBetween(before, after)) {
    await raiseNotice(tx, { kind, sourceRecordId: after.recordId, resourceId: spell.id, happenedAt })
  }
}

/** Neither who is on which ward, nor which of somebody's stays moved last, is another than before. */
function isWhereItWas(before: Course | undefined, after: Course): boolean {
  const whereOf = ({ recordId, standing, isAdmission, movedAt, stops }: Course) =>
    [recordId, standing, isAdmission, movedAt, stops.find(({ status }) => status === 'active')?.team?.id].join()
  return before !== undefined && whereOf(before) === whereOf(after)
}

async function isOnePersons(tx: Tx, recordId: string, otherId: string): Promise<boolean> {
  return recordId === otherId || (await personOf(tx, recordId)) === (await personOf(tx, otherId))
}
