import type { Tx } from '#ground/db/store.ts'
import type { Visit } from '#ground/hl7/adt-event.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import { contribute } from '#record/sharing/look.ts'
import type { KeptPerson } from '#work/identity/keep-record.ts'
import type { Told } from './told.ts'
import { applyVisitEvent } from './visit/apply.ts'
import { visitEventOf } from './visit/event.ts'
import { type HeldVisit, holdVisit, type VisitKey } from './visit/keep.ts'

/** What is held of a visit that is known by a number of its own, for whoever asks for it with other things. */
export async function holdNumbered(tx: Tx, told: Told, visit: Visit | undefined): Promise<HeldVisit | undefined> {
  const number = visit?.number ?? undefined
  return number === undefined ? undefined : holdVisit(tx, visitKey(told, number))
}

/**
 * Notes that a sender has written about somebody, and what it says of their stay, if it speaks of one. What is held of the
 * stay is asked for here, unless it was before.
 */
export function tellVisit(
  tx: Tx,
  told: Told,
  { sourceRecordId, about }: KeptPerson,
  visit: Visit | undefined,
  asked?: HeldVisit,
): Promise<Outcome<undefined, 'feed.visitOfAnother'>> {
  const { sender, messageId } = told
  return contribute(tx, sender.actor, about, 'feed', async access => {
    access.contribute(sender.organisationId, 'demographics')
    if (visit === undefined) return done(undefined)
    const event = visitEventOf(told, visit, sourceRecordId)
    // A visit without a number is the one that its sender's record of the person has.
    const key = visitKey(told, visit.number ?? `of ${sourceRecordId}`)
    return applyVisitEvent(tx, access, asked ?? (await holdVisit(tx, key)), { event, messageId })
  })
}

function visitKey({ sender }: Told, number: string): VisitKey {
  return { contributorId: sender.organisationId, visit: `visit/${number}` }
}
