import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { AdtEvent, Visit } from '#ground/hl7/adt-event.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { writeResource } from '#record/chart/write-resource.ts'
import { identify } from '#record/person/identify.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import type { Access } from '#record/sharing/access.ts'
import { contribute } from '#record/sharing/look.ts'
import { beginRelationship, endRelationships } from '#record/sharing/relationship/relationship.ts'
import { expectedHomeOn } from '#work/notice/expected-home.ts'
import { raiseNotice } from '#work/notice/raise.ts'
import type { Sender } from '../senders.ts'
import { spellAfter, stayAfter, type Whereabouts } from './encounters.ts'
import { patientAfter } from './patient.ts'
import { type AppliedTrigger, isPersonTrigger, isVisitTrigger, noticeFor } from './triggers.ts'

export type ApplyProblem = 'match.numberOfSomebodyElse' | 'feed.noLocalId' | 'feed.triggerNotApplied'

/**
 * Applies one event: keeps the sender's record of the person, finds whose it is, writes the spell and the ward stay,
 * moves the ward's tie to the person, and raises the notice. All in the caller's transaction, or nothing of it.
 */
export async function applyAdt(
  tx: Tx,
  sender: Sender,
  event: AdtEvent,
  messageId: string,
): Promise<Outcome<undefined, ApplyProblem>> {
  const { trigger, person } = event
  if (!isVisitTrigger(trigger) && !isPersonTrigger(trigger)) return refused('feed.triggerNotApplied')
  const localId = person.localIds[0]?.value
  if (localId === undefined) return refused('feed.noLocalId')

  const key = { organisationId: sender.organisationId, localId }
  // Messages about one record are applied one after another, in the order in which they take this.
  await holdAlone(tx, `record ${sender.organisationId} ${localId}`)
  const record = await keepSourceRecord(tx, key, held => patientAfter(held, person, sender.facility), messageId)
  const identified = await identify(tx, record, sender.ownerTeamId)
  if (!identified.ok) return identified
  const { personId } = identified.value
  await contribute(tx, sender.actor, personId, 'feed', async access => {
    access.contribute(sender.organisationId, 'demographics')
    if (isVisitTrigger(trigger) && event.visit) {
      await applyVisit(tx, access, { sender, event, visit: event.visit, trigger, sourceRecordId: record.id, messageId })
    }
  })
  return done(undefined)
}

interface VisitEvent {
  readonly sender: Sender
  readonly event: AdtEvent
  readonly visit: Visit
  readonly trigger: AppliedTrigger
  readonly sourceRecordId: string
  readonly messageId: string
}

async function applyVisit(tx: Tx, access: Access, told: VisitEvent): Promise<void> {
  const { sender, event, visit, trigger, sourceRecordId, messageId } = told
  const at = whereabouts(told)
  const businessKey = `visit/${visit.number ?? `of ${sourceRecordId}`}`
  const own = { type: 'Encounter' as const, contributorId: sender.organisationId, sourceRecordId }

  const spell = await writeResource(
    tx,
    access,
    { ...own, businessKey, dataClass: 'presence-in-hospital' },
    held => spellAfter(held, event, visit, at, trigger),
    messageId,
  )
  await writeResource(
    tx,
    access,
    { ...own, businessKey: `${businessKey}/ward`, dataClass: 'hospital-care' },
    held => stayAfter(held, spell.id, event, visit, at, trigger),
    messageId,
  )
  await moveWard(tx, sourceRecordId, trigger, at)
  const expectedHomeChanged = expectedHomeOn(spell.now) !== (spell.before && expectedHomeOn(spell.before))
  const kind = noticeFor(trigger, { expectedHomeChanged })
  if (kind !== undefined)
    await raiseNotice(tx, { kind, sourceRecordId, resourceId: spell.id, happenedAt: event.eventAt.at })
}

function whereabouts({ sender, visit, sourceRecordId }: VisitEvent): Whereabouts {
  const ward = sender.wards.get(visit.location?.ward ?? '')
  return { sourceRecordId, hospital: ward?.hospital ?? sender.hospital, ward }
}

/** Whoever works on the ward has a tie to the person from admission until they leave it. */
async function moveWard(tx: Tx, sourceRecordId: string, trigger: AppliedTrigger, { ward }: Whereabouts): Promise<void> {
  if (trigger === 'A08' || trigger === 'A05') return
  await endRelationships(tx, sourceRecordId, { kind: 'admission', source: 'adt' })
  const gone = trigger === 'A03' || trigger === 'A11'
  if (!gone && ward !== undefined) {
    await beginRelationship(tx, { sourceRecordId }, { kind: 'admission', with: { teamId: ward.id }, source: 'adt' })
  }
}
