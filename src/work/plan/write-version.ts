import type { Tx } from '#ground/db/store.ts'
import { raiseOfPlan } from '#work/notice/raise-of-plan.ts'
import type { Content } from './content.ts'
import type { Writer } from './open-plan.ts'
import type { OwnedItem } from './owner.ts'

/** Why a version is written, and whether it puts right the one before. */
export interface WhyWritten {
  readonly why: string | null
  readonly putsRight?: boolean
  /** Of the form that it came by, so that the same form sent again is known. */
  readonly form?: string | undefined
}

/**
 * Writes the next version of an item, and tells those who may know; who helps stays. In one snapshot (`transaction`) two
 * hands that write at once are tried again, and the later one finds what the other wrote. Answers the version.
 */
export async function writeVersion(
  tx: Tx,
  item: OwnedItem,
  { words, language, dueOn, details }: Content,
  { why, putsRight = false, form }: WhyWritten,
  by: Writer,
): Promise<number> {
  const version = item.version + 1
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('planItemVersion')
    .values({
      planItemId: item.id,
      version,
      words,
      language,
      dueOn,
      details: JSON.stringify(details),
      putsRight: putsRight ? item.version : null,
      why: why?.trim() || null,
      formId: form ?? null,
      helpedBy: item.helpedBy,
      writtenBy: by.accountId,
      writtenByName: by.name,
      representativeId: by.representativeId ?? null,
      writtenAt: tx.now,
    })
    // A clash with what this snapshot cannot see is thus a serialization failure, not a fault.
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Error(`version ${version} of ${item.id} was already written`)
  const { planId, ownerId: contributorId, dataClass } = item
  await raiseOfPlan(tx, { planId, contributorId, dataClass, madeBy: by.accountId })
  return version
}
