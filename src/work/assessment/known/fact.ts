import type { Bilingual, Language } from '#ground/language/say.ts'

/** What every form about somebody would ask, and nobody has to answer twice. */
export const KNOWN_FIELDS = [
  'name',
  'address',
  'telephone',
  'language',
  'practice',
  'carers',
  'most-important',
  'communication',
  'what-matters',
  'former-assessment',
] as const

export type KnownField = (typeof KNOWN_FIELDS)[number]

/** One thing that is known already, with its source and its day. */
export interface KnownFact {
  readonly field: KnownField
  /** As it is read; several lines where there are several. Of `language`, its code. */
  readonly value: string
  /** In which language the value was written, where it is somebody's words. */
  readonly language: Language | undefined
  readonly sourceId: string
  /** Undefined: the person said it themselves. */
  readonly source: Bilingual | undefined
  /** ISO 8601 day. */
  readonly asOf: string
}
