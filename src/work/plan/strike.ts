import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Writer } from './open-plan.ts'
import { decidesWords, findItem, findVersion, isThePerson } from './owner.ts'
import { type PlanProblem, type Struck, WORDS_LENGTH_MAX } from './plan.ts'

/** That a version is wrong, or about another person. */
export interface NewStrike {
  readonly itemId: string
  readonly version: number
  readonly because: Struck['because']
  readonly why: string
}

/**
 * Strikes a version through: it stays, with who struck it and why. Whoever decides the words may, and whoever wrote that
 * version. Struck again, it stays as it was struck first.
 */
export async function strike(
  tx: Tx,
  access: Access,
  { itemId, version, because, why }: NewStrike,
  by: Writer,
): Promise<Outcome<undefined, PlanProblem>> {
  const reason = why.trim()
  if (reason === '') return refused('plan.strikeWhyMissing')
  if (reason.length > WORDS_LENGTH_MAX) return refused('plan.wordsTooLong')
  const item = await findItem(tx, access, itemId)
  const struck = item && (await findVersion(tx, itemId, version))
  if (item === undefined || struck === undefined) return refused('plan.itemNotShown')
  if (!decidesWords(access, item, isThePerson(access)) && struck.writtenBy !== by.accountId)
    return refused('plan.notYoursToStrike')
  await tx.db
    .insertInto('planItemStruck')
    .values({
      planItemId: itemId,
      version,
      because,
      why: reason,
      struckBy: by.accountId,
      struckByName: by.name,
      struckAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  access.contribute(item.ownerId, item.dataClass)
  await announce(tx, { topic: 'plan', id: itemId })
  return done(undefined)
}
