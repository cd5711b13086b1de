import { idFor } from '#ground/chance.ts'
import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Writer } from './open-plan.ts'
import { findItem } from './owner.ts'
import { type PlanProblem, WORDS_LENGTH_MAX } from './plan.ts'

/** Agreement or disagreement with an item as it stood when it was read. */
export interface NewStance {
  readonly itemId: string
  readonly version: number
  readonly agrees: boolean
  readonly words: string
  /** Made by whoever asks. The same stance sent again under the same key is taken once, however often it arrives. */
  readonly key?: string
}

/**
 * Agrees or disagrees with an item, in one's own words; disagreement gives a reason. A later stance of the same hand
 * stands beside the earlier one. Refused when the item has changed since it was read.
 */
export async function takeStance(
  tx: Tx,
  access: Access,
  stance: NewStance,
  by: Writer,
): Promise<Outcome<undefined, PlanProblem>> {
  const words = stance.words.trim()
  if (!stance.agrees && words === '') return refused('plan.whyMissing')
  if (words.length > WORDS_LENGTH_MAX) return refused('plan.wordsTooLong')
  const item = await findItem(tx, access, stance.itemId)
  if (item === undefined) return refused('plan.itemNotShown')
  const { agrees, version, key } = stance
  const said = `${by.accountId} ${item.id} ${version} ${agrees} ${words}`
  const form = key === undefined ? undefined : idFor(`stance ${key} ${said}`)
  if (item.version !== version)
    return form !== undefined && (await isTaken(tx, form)) ? done(undefined) : refused('plan.itemHasChanged')
  await tx.db
    .insertInto('planStance')
    .values({
      id: form ?? tx.newId(),
      planItemId: item.id,
      version,
      agrees,
      words: words || null,
      takenBy: by.accountId,
      takenByName: by.name,
      takenAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  access.contribute(item.ownerId, item.dataClass)
  await announce(tx, { topic: 'plan', id: item.id })
  return done(undefined)
}

async function isTaken(tx: Tx, stanceId: string): Promise<boolean> {
  const row = await tx.db.selectFrom('planStance').select('id').where('id', '=', stanceId).executeTakeFirst()
  return row !== undefined
}
