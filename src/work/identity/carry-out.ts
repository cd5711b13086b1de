import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { tellApart } from '#record/person/link/apart.ts'
import type { Because } from '#record/person/link/because.ts'
import { linkRecords } from '#record/person/link/link.ts'
import { separate } from '#record/person/link/unlink.ts'

export type Said = 'same' | 'different'

/** The pair that somebody has decided about. */
export interface Pair {
  readonly recordId: string
  readonly candidateRecordId: string
  /** They are one person's now. */
  readonly isDoubt: boolean
  readonly weight: number | null
  readonly probability: number | null
  readonly modelVersion: string | null
  readonly explanation: unknown
}

/** What a decision made; neither where it left things as they were. */
export interface Effect {
  readonly recordLinkId?: string
  readonly recordApartId?: string
}

/**
 * Does what was decided: joins the two or tells them apart; of a doubt that was right, takes the record from all that it
 * was joined to and tells the two apart. Refused where a guard stands that no person's word overrides.
 */
export async function carryOut(
  tx: Tx,
  pair: Pair,
  said: Said,
  because: Because,
): Promise<Outcome<Effect, 'identity.refused'>> {
  if (said === 'same') return pair.isDoubt ? done({}) : join(tx, pair, because)
  if (pair.isDoubt) await separate(tx, pair.recordId, because)
  const apart = await tellApart(tx, pair.recordId, pair.candidateRecordId, because)
  return apart.ok ? done({ recordApartId: apart.value }) : refused('identity.refused')
}

async function join(tx: Tx, pair: Pair, because: Because): Promise<Outcome<Effect, 'identity.refused'>> {
  const linked = await linkRecords(tx, pair.recordId, pair.candidateRecordId, {
    ...because,
    weight: pair.weight ?? undefined,
    probability: pair.probability ?? undefined,
    modelVersion: pair.modelVersion ?? undefined,
    explanation: (pair.explanation ?? {}) as object,
  })
  return linked.ok ? done({ recordLinkId: linked.value.linkId }) : refused('identity.refused')
}
