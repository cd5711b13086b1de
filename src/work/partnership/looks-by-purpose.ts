import assert from 'node:assert/strict'
import type { Tx } from '#ground/db/store.ts'
import type { Figure, Total } from '#ground/small-numbers.ts'
import type { Purpose } from '#record/sharing/vocabulary.ts'
import { monthlyLooks } from './monthly-looks.ts'

/** Why records were opened in the last whole month, and how often somebody was refused. */
export interface LooksByPurpose {
  /** `2026-10`. */
  readonly month: string
  /** Every purpose, the most frequent first as far as it is told. */
  readonly byPurpose: readonly { readonly purpose: Purpose; readonly looks: Total }[]
  /** Whatever was asked for: opening, changing. */
  readonly refused: Figure
}

/**
 * The same figures as everybody may read by clause (`monthlyLooks`), by purpose alone: two ways of counting the same
 * month would let one be subtracted from the other.
 */
export async function looksByPurpose(tx: Tx): Promise<LooksByPurpose> {
  const [last] = await monthlyLooks(tx, 1)
  assert(last, 'one month was asked for')
  const { month, purposes, refused } = last
  const byPurpose = purposes.map(({ purpose, total }) => ({ purpose, looks: total }))
  return { month, byPurpose: byPurpose.sort((one, other) => other.looks.told - one.looks.told), refused }
}
