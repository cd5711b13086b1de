import type { Tx } from '#ground/db/store.ts'
import type { Visit } from '#ground/hl7/adt-event.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import { contribute } from '#record/sharing/look.ts'
import type { KeptPerson } from '#work/identity/keep-record.ts'
import type { Told } from './told.ts'
import { applyVisitEvent } from './visit/apply.ts'
import { visitEventOf } from './visit/event.ts'
import type { VisitKey } from './visit/keep.ts'

/** Notes that a sender has written about somebody, and what it says of their stay, if it speaks of one. */
export function tellVisit(
  tx: Tx,
  told: Told,
  { sourceRecordId, about }: KeptPerson,
  visit: Visit | undefined,
): Promise<Outcome<undefined, 'feed.visitOfAnother'>> {
  const { sender, messageId } = told
  return contribute(tx, sender.actor, about, 'feed', async access => {
    access.contribute(sender.organisationId, 'demographics')
    if (visit === undefined) return done(undefined)
    const event = visitEventOf(told, visit, sourceRecordId)
    return applyVisitEvent(tx, access, keyOf(told, visit, sourceRecordId), { event, messageId })
  })
}

/** A visit without a number is the one that its sender's record of the person has. */
function keyOf({ sender }: Told, { number }: Visit, sourceRecordId: string): VisitKey {
  return { contributorId: sender.organisationId, visit: `visit/${number ?? `of ${sourceRecordId}`}` }
}
