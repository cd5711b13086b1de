import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { plannedVisits } from './read-visits.ts'
import type { PlannedVisit } from './visit.ts'

/** What a provider says to a hold of its visits: that they are held, or that they go ahead; of one, or of all. */
export interface NewHoldAnswer {
  readonly goesAhead: boolean
  readonly visitId?: string | undefined
}

/**
 * Says for the actor's own organisation what becomes of its visits that are held. A later word takes the place of an
 * earlier. Refused when none of its visits is held that they may add to; after a death none goes ahead.
 */
export async function answerHold(
  tx: Tx,
  access: Access,
  { goesAhead, visitId }: NewHoldAnswer,
): Promise<Outcome<undefined, 'visit.notYours' | 'visit.notAfterDeath'>> {
  const { actor } = access
  const visits = await plannedVisits(tx, access)
  const held = visits.filter(visit => isAnswerable(access, visit) && (visitId === undefined || visit.id === visitId))
  if (actor.kind !== 'worker' || held.length === 0) return refused('visit.notYours')
  if (goesAhead && held.some(({ hold }) => hold?.because === 'died')) return refused('visit.notAfterDeath')
  access.contribute(actor.organisationId, 'care-and-support')
  for (const noticeId of new Set(held.flatMap(({ hold }) => hold?.noticeId ?? []))) {
    await tx.db
      .insertInto('visitHoldAnswer')
      .values({
        id: tx.newId(),
        noticeId,
        organisationId: actor.organisationId,
        resourceId: visitId ?? null,
        goesAhead,
        answeredBy: actor.accountId,
        answeredByName: actor.name,
        answeredAt: tx.now,
      })
      .execute()
  }
  return done(undefined)
}

/** Whether a visit is held, and is one of the reader's own organisation that they may say something of. */
export function isAnswerable(access: Access, { hold, providerId }: PlannedVisit): boolean {
  const { actor } = access
  const isTheirs = actor.kind === 'worker' && actor.organisationId === providerId
  return hold !== undefined && isTheirs && access.mayContribute(providerId, 'care-and-support')
}
