import type { Tx } from '#ground/db/store.ts'
import type { Visit } from '#ground/hl7/adt-event.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { writeResource } from '#record/chart/write-resource.ts'
import type { Access } from '#record/sharing/access.ts'
import { contribute } from '#record/sharing/look.ts'
import { beginRelationship, endRelationships } from '#record/sharing/relationship/relationship.ts'
import { expectedHomeOn } from '#work/notice/expected-home.ts'
import { raiseNotice } from '#work/notice/raise.ts'
import { type KeepPersonProblem, keepPerson } from '../person/keep-person.ts'
import { spellAfter, stayAfter, type Whereabouts } from './encounters.ts'
import { applyMerge, type MergeProblem } from './merge.ts'
import { applyMovedVisit, type MovedVisitProblem } from './moved-visit.ts'
import { applyPair, type PairProblem } from './pair.ts'
import type { Told } from './told.ts'
import { type AppliedTrigger, isMergeTrigger, isPersonTrigger, isVisitTrigger, noticeFor } from './triggers.ts'

export type ApplyProblem = MergeProblem | PairProblem | MovedVisitProblem | 'feed.triggerNotApplied'

/** Applies one event by what its trigger says. All in the caller's transaction, or nothing of it. */
export async function applyAdt(tx: Tx, told: Told): Promise<Outcome<undefined, ApplyProblem>> {
  const { trigger } = told.event
  if (isVisitTrigger(trigger)) return applyToPerson(tx, told, trigger)
  if (isPersonTrigger(trigger)) return applyToPerson(tx, told, undefined)
  if (isMergeTrigger(trigger)) return applyMerge(tx, told)
  if (trigger === 'A24' || trigger === 'A37') return applyPair(tx, told)
  if (trigger === 'A45') return applyMovedVisit(tx, told)
  return refused('feed.triggerNotApplied')
}

/**
 * Keeps the sender's record of the person, finds whose it is, writes the spell and the ward stay, moves the ward's tie
 * to the person, and raises the notice.
 */
async function applyToPerson(
  tx: Tx,
  told: Told,
  trigger: AppliedTrigger | undefined,
): Promise<Outcome<undefined, KeepPersonProblem>> {
  const { sender, event, messageId } = told
  const kept = await keepPerson(tx, sender, event.person, messageId)
  if (!kept.ok) return kept
  const { sourceRecordId, personId } = kept.value
  await contribute(tx, sender.actor, personId, 'feed', async access => {
    access.contribute(sender.organisationId, 'demographics')
    if (trigger !== undefined && event.visit) {
      await applyVisit(tx, access, { ...told, visit: event.visit, trigger, sourceRecordId })
    }
  })
  return done(undefined)
}

interface VisitEvent extends Told {
  readonly visit: Visit
  readonly trigger: AppliedTrigger
  readonly sourceRecordId: string
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
