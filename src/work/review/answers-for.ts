import type { Actor } from '#record/organisation/actor.ts'
import type { Review } from './review.ts'

/** Whether somebody answers for a review: they are named themselves, or act in the team that is. */
export function answersFor(actor: Actor, { arrangement }: Pick<Review, 'arrangement'>): boolean {
  if (actor.kind !== 'worker' || actor.organisationId !== arrangement.organisationId) return false
  const isTheirTeam = arrangement.teamId !== undefined && arrangement.teamId === actor.teamId
  return isTheirTeam || actor.accountId === arrangement.responsibleId
}
