import { idFor } from '#ground/chance.ts'
import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Writer } from './open-plan.ts'
import { confirmsState, findItem, isThePerson } from './owner.ts'
import { type ActionState, type PlanProblem, WORDS_LENGTH_MAX } from './plan.ts'
import { standsInPlan } from './stands-in-plan.ts'
import { DONE_KINDS } from './whose.ts'

/** How far something has come, as its owner says. */
export interface NewState {
  readonly itemId: string
  readonly state: ActionState['state']
  readonly words: string
  /** Made by whoever asks: the same sent again under the same key is said once. */
  readonly key?: string
}

/** The states that say nothing without a reason. */
export const NEEDS_WORDS: readonly ActionState['state'][] = ['stuck', 'will-not-be-done']

/**
 * Says how far an action has come. Only its owner does: whoever asks for something does not say that it is taken on. Each
 * saying is kept. Stuck, and what will not be done, need a reason. Refused of what is only offered to the person.
 */
export async function sayState(
  tx: Tx,
  access: Access,
  said: NewState,
  by: Writer,
): Promise<Outcome<undefined, PlanProblem>> {
  const words = said.words.trim()
  if (words.length > WORDS_LENGTH_MAX) return refused('plan.wordsTooLong')
  if (words === '' && NEEDS_WORDS.includes(said.state)) return refused('plan.stateWhyMissing')
  const item = await findItem(tx, access, said.itemId)
  if (item === undefined || !DONE_KINDS.includes(item.kind)) return refused('plan.itemNotShown')
  if (!confirmsState(access, item, isThePerson(access))) return refused('plan.notYoursToSay')
  if (!(await standsInPlan(tx, item))) return refused('plan.notInPlan')
  await writeState(tx, { ...said, words }, by)
  access.contribute(item.ownerId, item.dataClass)
  await announce(tx, { topic: 'plan', id: item.id })
  return done(undefined)
}

/** Keeps how far an item has come by now. */
export async function writeState(tx: Tx, { itemId, state, words, key }: NewState, by: Writer): Promise<void> {
  await tx.db
    .insertInto('planActionState')
    .values({
      id: key === undefined ? tx.newId() : idFor(`state ${key} ${by.accountId} ${itemId} ${state} ${words}`),
      planItemId: itemId,
      state,
      words: words || null,
      saidBy: by.accountId,
      saidByName: by.name,
      saidAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
