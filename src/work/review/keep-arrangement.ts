import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import type { Actor, WorkerActor } from '#record/organisation/actor.ts'
import { REVIEW_TOPIC, type Review, type ReviewCause, STANDING_TOPIC } from './review.ts'

/** By when, why, who answers for it and who is to be there. */
export interface KeptArrangement {
  readonly cause: ReviewCause
  readonly dueOn: string
  readonly responsible: Pick<WorkerActor, 'accountId' | 'name' | 'organisationId' | 'teamId'>
  readonly attending: string
  readonly words: string
  readonly language: Language
}

/** Opens a review of a plan, the one that waits from now on. Answers its id. */
export async function openReview(tx: Tx, planId: string, kept: KeptArrangement, by: Actor): Promise<string> {
  const id = tx.newId()
  const { last } = await tx.db
    .selectFrom('planReview')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('planId', '=', planId)
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('planReview')
    .values({ id, planId, number: (last ?? 0) + 1, openedAt: tx.now })
    .execute()
  await keepArrangement(tx, { id, version: 1 }, kept, by)
  return id
}

/** Arranges a review that waits anew: the arrangement before is kept, and this one counts. */
export async function arrangeAnew(
  tx: Tx,
  { id, arrangement }: Review,
  kept: KeptArrangement,
  by: Actor,
): Promise<void> {
  await keepArrangement(tx, { id, version: arrangement.version + 1 }, kept, by)
}

/** Whoever answers for a review as it is arranged now. */
export function responsibleFor({ arrangement }: Review): KeptArrangement['responsible'] {
  const { responsibleId, responsible, organisationId, teamId } = arrangement
  return { accountId: responsibleId, name: responsible, organisationId, teamId }
}

/** Tells open pages that a review, and where its plan stands, has changed. */
export async function announceReview(tx: Tx, id: string): Promise<void> {
  await announce(tx, { topic: REVIEW_TOPIC, id })
  await announce(tx, { topic: STANDING_TOPIC, id })
}

async function keepArrangement(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  { cause, dueOn, responsible, attending, words, language }: KeptArrangement,
  by: Actor,
): Promise<void> {
  await tx.db
    .insertInto('planReviewArrangement')
    .values({
      planReviewId: id,
      version,
      reason: cause,
      dueOn,
      responsibleId: responsible.accountId,
      responsibleName: responsible.name,
      organisationId: responsible.organisationId,
      teamId: responsible.teamId ?? null,
      attending: attending || null,
      words: words || null,
      language: words === '' ? null : language,
      arrangedBy: by.kind === 'system' ? null : by.accountId,
      arrangedByName: by.name,
      arrangedAt: tx.now,
    })
    .execute()
  await announceReview(tx, id)
}
