import type { Tx } from '#ground/db/store.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { raiseNotice } from './raise.ts'

/** For how long one hand's changes of a plan are one notice, milliseconds. */
const TOGETHER_MS = 60 * 60_000

/** Which plan, of whose words and of which class, and who wrote them. */
export interface NewVersion {
  readonly planId: string
  readonly contributorId: string
  readonly dataClass: DataClass
  readonly madeBy: string
}

/**
 * Raises the notice that there is a new version of a plan: words in it that stand have been written anew, by whoever
 * decides them or because they agreed to a proposal. What is only proposed, agreed with or not is no version. Within an
 * hour one hand raises one for each owner and class: those who may read different parts of a plan do not learn from each
 * other's notices, nor from the lack of one.
 */
export async function raiseOfPlan(tx: Tx, version: NewVersion): Promise<void> {
  const { planId, contributorId, dataClass, madeBy } = version
  const told = await tx.db
    .selectFrom('notice')
    .select('id')
    .where('planId', '=', planId)
    .where('contributorId', '=', contributorId)
    .where('dataClass', '=', dataClass)
    .where('madeBy', '=', madeBy)
    .where('recordedAt', '>', new Date(tx.now.getTime() - TOGETHER_MS))
    .executeTakeFirst()
  if (told === undefined) await raiseNotice(tx, { kind: 'plan-version', ...version, happenedAt: tx.now })
}
