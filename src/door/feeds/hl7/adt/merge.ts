import { type KeepPersonProblem, keepPerson } from '#door/feeds/person/keep-person.ts'
import { sayingOf } from '#door/feeds/saying.ts'
import type { Tx } from '#ground/db/store.ts'
import type { AdtPerson, LocalId, Merge } from '#ground/hl7/adt-event.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { findSourceRecord } from '#record/person/find-source-record.ts'
import { proposeSame } from '#record/person/proposal/propose-same.ts'
import { contribute } from '#record/sharing/look.ts'
import type { Told } from './told.ts'

export type MergeProblem = KeepPersonProblem | 'feed.mergeNamesNobody' | 'feed.mergeBareNumber' | 'feed.joinRefused'

/**
 * Applies a merge (A34, A40) or a move (A43): its sender gives up a number for somebody in favour of another. Its two
 * records stay two, whole; that they are about one person is proposed. A number that never came here joins nothing.
 * Refused when no number was given up, or a bare one that nobody here knows: whose it was is for somebody to find out.
 * Of several in one message all are applied, or none.
 */
export async function applyMerge(tx: Tx, told: Told): Promise<Outcome<undefined, MergeProblem>> {
  const { person, merge, otherMerges = [] } = told.event
  for (const one of [{ person, merge }, ...otherMerges]) {
    const applied = await applyOne(tx, told, one)
    if (!applied.ok) return applied
  }
  return done(undefined)
}

interface OneMerge {
  readonly person: AdtPerson
  readonly merge: Merge | undefined
}

async function applyOne(
  tx: Tx,
  { sender, event, messageId }: Told,
  { person, merge }: OneMerge,
): Promise<Outcome<undefined, MergeProblem>> {
  const [givenUp] = merge?.ids ?? []
  if (givenUp === undefined) return refused('feed.mergeNamesNobody')
  const kept = await keepPerson(tx, sender, person, messageId, sayingOf(event))
  if (!kept.ok) return kept
  const { sourceRecordId, about } = kept.value
  const otherId = await findSourceRecord(tx, { organisationId: sender.organisationId, localId: givenUp.value })
  if (otherId === undefined && isBare(givenUp)) return refused('feed.mergeBareNumber')
  await contribute(tx, sender.actor, about, 'feed', async access => {
    access.contribute(sender.organisationId, 'demographics')
  })
  if (otherId === undefined || otherId === sourceRecordId) return done(undefined)
  const proposed = await proposeSame(tx, {
    recordId: sourceRecordId,
    otherId,
    saidBy: sender.actor.name,
    reason: 'proposal.merged',
    isBareNumber: isBare(givenUp),
    ownerTeamId: sender.ownerTeamId,
  })
  return proposed === 'refused' ? refused('feed.joinRefused') : done(undefined)
}

/** Neither who gave it out (CX.4) nor what kind of number it is (CX.5). */
function isBare({ authority, type }: LocalId): boolean {
  return authority === undefined && type === undefined
}
