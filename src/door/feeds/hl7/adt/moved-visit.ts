import type { Encounter } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { misfile } from '#record/chart/misfile.ts'
import { findRecordOf } from '#record/chart/record-of.ts'
import { type ResourceKey, writeResource } from '#record/chart/write-resource.ts'
import { findSourceRecord } from '#record/person/find-source-record.ts'
import { homeOf } from '#record/person/link/persons.ts'
import type { Access } from '#record/sharing/access.ts'
import { contribute } from '#record/sharing/look.ts'
import { beginRelationship, endRelationships } from '#record/sharing/relationship/relationship.ts'
import { raiseNotice } from '#work/notice/raise.ts'
import { type KeepPersonProblem, keepPerson } from '../person/keep-person.ts'
import type { Told } from './told.ts'

export type MovedVisitProblem = KeepPersonProblem | 'adt.noVisit' | 'feed.visitUnknown' | 'feed.visitOfAnother'

/** The two resources of a visit, and what one of them held. */
interface Moving {
  readonly spell: Encounter
  readonly stay: Encounter | undefined
}

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
  const visit = { type: 'Encounter', contributorId: sender.organisationId, businessKey: `visit/${number}` } as const
  const wrongRecord = await findRecordOf(tx, visit)
  if (wrongRecord === undefined) return refused('feed.visitUnknown')
  if (!(await isNamed(tx, told, wrongRecord))) return refused('feed.visitOfAnother')
  const kept = await keepPerson(tx, sender, event.person, messageId)
  if (!kept.ok) return kept
  const { sourceRecordId, personId } = kept.value
  if (wrongRecord === sourceRecordId) return done(undefined)

  const wrongPerson = await homeOf(tx, wrongRecord)
  const moving = await contribute(tx, sender.actor, wrongPerson, 'feed', access =>
    takeOut(tx, access, { ...visit, sourceRecordId: wrongRecord }, told),
  )
  await contribute(tx, sender.actor, personId, 'feed', access =>
    putIn(tx, access, { ...visit, sourceRecordId }, moving, told),
  )
  return done(undefined)
}

/** MRG may leave out whose the visit was; where it says, it must be right. */
async function isNamed(tx: Tx, { sender, event }: Told, wrongRecord: string): Promise<boolean> {
  const [named] = event.merge?.ids ?? []
  if (named === undefined) return true
  return (await findSourceRecord(tx, { organisationId: sender.organisationId, localId: named.value })) === wrongRecord
}

type VisitKey = Omit<ResourceKey<'Encounter'>, 'dataClass'>

async function takeOut(tx: Tx, access: Access, visit: VisitKey, { event, messageId }: Told): Promise<Moving> {
  const spell = await misfile(tx, access, spellKey(visit), enteredInError, messageId)
  if (spell?.before === undefined) throw new Error(`the visit ${visit.businessKey} has gone while it was moved`)
  const stay = await misfile(tx, access, stayKey(visit), enteredInError, messageId)
  const { sourceRecordId } = visit
  await endRelationships(tx, sourceRecordId, { kind: 'admission', source: 'adt' })
  const happenedAt = event.eventAt.at
  await raiseNotice(tx, { kind: 'admission-cancelled', sourceRecordId, resourceId: spell.id, happenedAt })
  return { spell: spell.before, stay: stay?.before }
}

async function putIn(
  tx: Tx,
  access: Access,
  visit: VisitKey,
  { spell, stay }: Moving,
  { sender, event, messageId }: Told,
): Promise<void> {
  access.contribute(sender.organisationId, 'demographics')
  const { sourceRecordId } = visit
  const about = (one: Encounter): Encounter => ({ ...one, subject: { reference: `Patient/${sourceRecordId}` } })
  const written = await writeResource(tx, access, spellKey(visit), () => about(spell), messageId)
  if (stay !== undefined) {
    const partOf = { reference: `Encounter/${written.id}` }
    await writeResource(tx, access, stayKey(visit), () => ({ ...about(stay), partOf }), messageId)
  }
  if (spell.status !== 'in-progress') return
  const ward = wardOf(stay)
  if (ward !== undefined) {
    await beginRelationship(tx, { sourceRecordId }, { kind: 'admission', with: { teamId: ward }, source: 'adt' })
  }
  await raiseNotice(tx, { kind: 'admitted', sourceRecordId, resourceId: written.id, happenedAt: event.eventAt.at })
}

function spellKey(visit: VisitKey): ResourceKey<'Encounter'> {
  return { ...visit, dataClass: 'presence-in-hospital' }
}

function stayKey(visit: VisitKey): ResourceKey<'Encounter'> {
  return { ...visit, businessKey: `${visit.businessKey}/ward`, dataClass: 'hospital-care' }
}

/** That there was one, and nothing of the stay: it is somebody else's. */
function enteredInError({ subject, class: kind, serviceProvider }: Encounter): Encounter {
  return {
    resourceType: 'Encounter',
    status: 'entered-in-error',
    class: kind,
    ...(subject !== undefined && { subject }),
    ...(serviceProvider !== undefined && { serviceProvider }),
  }
}

/** The ward's team that the stay is with now. */
function wardOf(stay: Encounter | undefined): string | undefined {
  const reference = stay?.location?.find(({ status }) => status === 'active')?.location.reference
  return reference?.replace('Location/', '')
}
