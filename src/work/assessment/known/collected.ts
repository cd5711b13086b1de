import type { Bilingual } from '#ground/language/say.ts'
import type { KnownField } from './fact.ts'

/** What became of something known when a form was filled in. */
export const COLLECTED_HOW = ['shown', 'confirmed', 'corrected', 'typed-again'] as const

export type CollectedHow = (typeof COLLECTED_HOW)[number]

/** One such thing, as it is told beside the record: from whom and when, and not what it was. */
export interface CollectedFact {
  readonly field: KnownField
  /** Undefined: the person themselves. */
  readonly source: Bilingual | undefined
  /** ISO 8601 day. */
  readonly asOf: string
  readonly how: CollectedHow
  /** What was written in its place. */
  readonly instead: string | undefined
}
