import { type KeepPersonProblem, keepPerson } from '#door/feeds/person/keep-person.ts'
import { sayingOf } from '#door/feeds/saying.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { misfile } from '#record/chart/misfile.ts'
import { findSourceRecord } from '#record/person/find-source-record.ts'
import { homeOf } from '#record/person/link/persons.ts'
import type { Access } from '#record/sharing/access.ts'
import { contribute } from '#record/sharing/look.ts'
import { raiseNotice } from '#work/notice/raise.ts'
import type { Told } from './told.ts'
import { courseWith, writeVisit } from './visit/apply.ts'
import { courseOf } from './visit/course.ts'
import { enteredInError } from './visit/encounters.ts'
import { visitEventOf } from './visit/event.ts'
import { holdEvents, holdVisit, type VisitKey, wardKey } from './visit/keep.ts'
import type { Course } from './visit/stay.ts'
import { tieWards } from './visit/wards.ts'

export type MovedVisitProblem = KeepPersonProblem | 'adt.noVisit' | 'feed.visitUnknown' | 'feed.visitOfAnother'

/**
 * Applies A45: a visit was written about the wrong person, and is the other's. It leaves the one record as entered in
 * error and is written in the other; the ward's tie goes with it, and both sides are told, since somebody may have
 * stopped a visit for the one or kept it up for the other. Nothing else of the two records is joined or moved.
 * Refused when it does not say which visit, when none of that number is known, or when it is not whose MRG says.
 */
export async function applyMovedVisit(tx: Tx, told: Told): Promise<Outcome<undefined, MovedVisitProblem>> {
  const { sender, event, messageId } = told
  const number = event.merge?.visitNumber ?? event.visit?.number
  if (number === undefined || number === null) return refused('adt.noVisit')
  const key = { contributorId: sender.organisationId, visit: `visit/${number}` }
  const before = courseOf(await holdEvents(tx, key))
  if (before === undefined) return refused('feed.visitUnknown')
  if (!(await isNamed(tx, told, before.recordId))) return refused('feed.visitOfAnother')
  const kept = await keepPerson(tx, sender, event.person, messageId, sayingOf(event))
  if (!kept.ok) return kept
  const { sourceRecordId, about } = kept.value
  if (before.recordId === sourceRecordId) return done(undefined)

  const wrongPerson = await homeOf(tx, before.recordId)
  await contribute(tx, sender.actor, wrongPerson, 'feed', access => takeOut(tx, access, key, before, told))
  await contribute(tx, sender.actor, about, 'feed', async access => {
    access.contribute(sender.organisationId, 'demographics')
    const moved = { event: visitEventOf(told, undefined, sourceRecordId), messageId }
    const held = await holdVisit(tx, key)
    await writeVisit(tx, access, held, moved, { before: undefined, after: courseWith(held.events, moved.event) })
  })
  tieWards(tx, before.recordId)
  return done(undefined)
}

/** MRG may leave out whose the visit was; where it says, it must be right. */
async function isNamed(tx: Tx, { sender, event }: Told, wrongRecord: string): Promise<boolean> {
  const [named] = event.merge?.ids ?? []
  if (named === undefined) return true
  return (await findSourceRecord(tx, { organisationId: sender.organisationId, localId: named.value })) === wrongRecord
}

async function takeOut(
  tx: Tx,
  access: Access,
  key: VisitKey,
  before: Course,
  { event, messageId }: Told,
): Promise<void> {
  const { contributorId, visit } = key
  const own = { type: 'Encounter' as const, contributorId, sourceRecordId: before.recordId }
  const spellKey = { ...own, businessKey: visit, dataClass: 'presence-in-hospital' as const }
  const spell = await misfile(tx, access, spellKey, enteredInError, messageId)
  if (spell === undefined) throw new Error(`${visit} has gone while it was moved`)
  const stayKey = { ...own, businessKey: wardKey(key), dataClass: 'hospital-care' as const }
  await misfile(tx, access, stayKey, enteredInError, messageId)
  const told = { sourceRecordId: before.recordId, resourceId: spell.id, happenedAt: event.eventAt.at }
  await raiseNotice(tx, { kind: 'admission-cancelled', ...told })
}
