import { idFor } from '#ground/chance.ts'
import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Writer } from './open-plan.ts'
import { findItem, isThePerson } from './owner.ts'
import { type PlanProblem, WORDS_LENGTH_MAX } from './plan.ts'
import { standsInPlan } from './stands-in-plan.ts'

/** The best that a person can feel about a goal; the worst is 0. */
export const SCORE_MAX = 10

/** How the person feels about a goal now. */
export interface NewScore {
  readonly itemId: string
  /** 0 to `SCORE_MAX`, whole. */
  readonly score: number
  readonly words: string
  /** Made by whoever asks: the same sent again under the same key is said once. */
  readonly key?: string
}

/**
 * Keeps how the person feels about a goal of theirs. Nobody else says that for them; each score is kept. Refused of a goal
 * that is only offered to them.
 */
export async function giveScore(
  tx: Tx,
  access: Access,
  { itemId, score, words, key }: NewScore,
  by: Writer,
): Promise<Outcome<undefined, PlanProblem>> {
  if (words.length > WORDS_LENGTH_MAX) return refused('plan.wordsTooLong')
  const item = await findItem(tx, access, itemId)
  if (item === undefined || item.kind !== 'goal') return refused('plan.itemNotShown')
  if (!isThePerson(access)) return refused('plan.notYoursToSay')
  if (!(await standsInPlan(tx, item))) return refused('plan.notInPlan')
  await tx.db
    .insertInto('planScore')
    .values({
      id: key === undefined ? tx.newId() : idFor(`score ${key} ${by.accountId} ${itemId} ${score} ${words}`),
      planItemId: itemId,
      score,
      words: words.trim() || null,
      saidBy: by.accountId,
      saidByName: by.name,
      saidAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  access.contribute(item.ownerId, item.dataClass)
  await announce(tx, { topic: 'plan', id: itemId })
  return done(undefined)
}
