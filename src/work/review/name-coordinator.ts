import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { openPlan } from '#work/plan/open-plan.ts'
import { findCoordinator } from './coordinator.ts'
import { mayWriteOf, planOf, whoMayBeResponsible } from './responsible.ts'
import { REVIEW_CLASS, type ReviewProblem } from './review.ts'

/**
 * Names the worker whom the person and the family can turn to about everything in the plan. It must be one who works with
 * the person and may write in the plan, and a worker who may names them; the last one named counts.
 */
export async function nameCoordinator(
  tx: Tx,
  access: Access,
  accountId: string,
): Promise<Outcome<undefined, ReviewProblem>> {
  const { actor } = access
  const contributorId = planOf(access)
  if (actor.kind !== 'worker' || contributorId === undefined || !mayWriteOf(access))
    return refused('planReview.notShown')
  const worker = (await whoMayBeResponsible(tx, access)).find(one => one.accountId === accountId)
  if (worker === undefined) return refused('planReview.responsibleMissing')
  if ((await findCoordinator(tx, access)) === accountId) return done(undefined)
  await tx.db
    .insertInto('planCoordinator')
    .values({
      id: tx.newId(),
      planId: await openPlan(tx, access.keptUnder),
      accountId,
      organisationId: worker.organisationId,
      namedBy: actor.accountId,
      namedByName: actor.name,
      namedAt: tx.now,
    })
    .execute()
  access.contribute(contributorId, REVIEW_CLASS)
  return done(undefined)
}
