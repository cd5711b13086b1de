import type { Language } from '#ground/language/say.ts'
import type { HeldIn, Recorded } from '../record.ts'

/** A conversation about what matters to a person. It is no assessment. */
export interface WhatMatters extends Recorded {
  /** ISO 8601 day. */
  readonly heldOn: string
  readonly heldIn: HeldIn
  readonly tookPart: string
  /** The person's own words, in the language they said them in. */
  readonly words: string
  readonly wordsLanguage: Language
  readonly cameOfIt: string
  /** The assessment that began with it, where a need appeared. */
  readonly assessmentId: string | undefined
}
