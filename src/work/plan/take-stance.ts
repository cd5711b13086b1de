import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Writer } from './open-plan.ts'
import { findItem } from './owner.ts'
import type { PlanProblem } from './plan.ts'

/** Agreement or disagreement with an item as it stood when it was read. */
export interface NewStance {
  readonly itemId: string
  readonly version: number
  readonly agrees: boolean
  readonly words: string
}

/** Agrees or disagrees with an item, in one's own words. A later stance of the same hand stands beside the earlier one. */
export async function takeStance(
  tx: Tx,
  access: Access,
  stance: NewStance,
  by: Writer,
): Promise<Outcome<undefined, PlanProblem>> {
  const item = await findItem(tx, access, stance.itemId)
  if (item === undefined) return refused('plan.itemNotShown')
  if (item.version !== stance.version) return refused('plan.itemHasChanged')
  if (!stance.agrees && stance.words.trim() === '') return refused('plan.wordsMissing')
  await tx.db
    .insertInto('planStance')
    .values({
      id: tx.newId(),
      planItemId: item.id,
      version: item.version,
      agrees: stance.agrees,
      words: stance.words.trim() || null,
      takenBy: by.accountId,
      takenByName: by.name,
      takenAt: tx.now,
    })
    .execute()
  access.release(item.ownerId, item.dataClass)
  await announce(tx, { topic: 'plan', id: access.personId })
  return done(undefined)
}
