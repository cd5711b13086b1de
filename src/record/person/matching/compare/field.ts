import type { MatchRecord } from '../record.ts'
import type { Words } from './words.ts'

/** One thing of two records that is compared, and how alike it can be, best first. */
export interface Comparison {
  readonly name: string
  readonly levels: readonly string[]
  /**
   * Levels at which the two say one thing, and one of them wrote it otherwise. Slips of the pen are as frequent in two
   * records of one household as in two of one person, of which far more are seen.
   */
  readonly oneThing?: readonly string[]
}

/** Whether too many people hold a value for it to say anything. */
export type IsCommon = (kind: string, value: string) => boolean

/** For a field of which nothing is ever too common. */
export const asItIs = <Value>(value: Value): Value => value

/** The level of a comparison that one of the two records says nothing for: it weighs nothing. */
export const MISSING = -1

/**
 * What is looked at together. `take` reads its value from a record, undefined when the record does not say; `write` and
 * `read` carry the value as text, so that equal values are kept once and threads can share them.
 * `compare` gives a level to each of its comparisons and is symmetric: which record stands first never matters.
 */
export interface Field<Value> {
  readonly name: string
  readonly comparisons: readonly Comparison[]
  take(record: MatchRecord): Value | undefined
  write(value: Value): string
  read(text: string): Value
  /** The value without those parts that too many people hold. */
  without(value: Value, isCommon: IsCommon): Value | undefined
  compare(one: Value, other: Value, words: Words, into: Levels, at: number): void
}

/** How two records compare: a level for every comparison of the model, and the very value in common where one counts. */
export interface Levels {
  readonly levels: Int8Array
  /** For a comparison that weighs how rare a value is: what both hold, or `''`. */
  readonly common: string[]
}

/** Levels for so many comparisons, all missing. */
export function noLevels(comparisons: number): Levels {
  return { levels: new Int8Array(comparisons).fill(MISSING), common: new Array<string>(comparisons).fill('') }
}
