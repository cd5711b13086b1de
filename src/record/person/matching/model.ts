import type { OtherColumn } from './compare/fields.ts'
import type { NamePair } from './variants.ts'

/**
 * Everything the matcher knows that is not in two records: plain JSON, kept by version. Two parties with one model come
 * to one answer about two records, to the bit.
 */
export interface Model {
  /** What it is called wherever a link says by which model it was made. */
  readonly version: string
  /** What it was learnt from: the fingerprint tells whether two models were learnt from the same records. */
  readonly learntFrom: { readonly records: number; readonly pairs: number; readonly fingerprint: string }
  readonly others: readonly OtherColumn[]
  /** In the order of the fields. */
  readonly comparisons: readonly ComparisonModel[]
  /** The chance that two records taken at random are of one person, and of two people of one household. */
  readonly prior: { readonly match: number; readonly household: number }
  /** Of each comparison that weighs rarity: how rare its values are. */
  readonly rarity: Readonly<Record<string, RarityTable>>
  readonly variants: { readonly learnt: readonly NamePair[]; readonly struck: readonly NamePair[] }
  /** Hashes of telephone numbers, e-mail addresses and homes that too many hold for them to say anything. */
  readonly common: readonly string[]
  readonly thresholds: Thresholds
}

export interface ComparisonModel {
  readonly name: string
  readonly levels: readonly LevelChances[]
}

/** How often a level comes out for two records of one person, of two strangers, and of two people of one household. */
export interface LevelChances {
  readonly level: string
  readonly match: number
  readonly stranger: number
  readonly household: number
}

/** How rare the values of a field are, in half bits: 2 is one in two, 20 is one in 1,024. */
export interface RarityTable {
  /** Of every value that is not in the table. */
  readonly rarest: number
  readonly values: Readonly<Record<string, number>>
}

export interface Thresholds {
  /** Probability from which two records are linked when no guard speaks, and from which a person is asked. */
  readonly link: number
  readonly review: number
  /** Two candidates of a record who exclude each other are told apart by at least so many bits, or a person is asked. */
  readonly ambiguityBits: number
}

/** Until an operator sets others, by how many wrong links in ten thousand may be. */
export const THRESHOLDS: Thresholds = { link: 0.95, review: 0.2, ambiguityBits: 5 }

/** The rarest that rarity counts: one in about a million. */
export const RAREST_HALF_BITS = 40

/** Half bits of a value that so large a share of the records hold. */
export function halfBitsOf(share: number): number {
  return Math.min(RAREST_HALF_BITS, Math.max(0, Math.round(-2 * Math.log2(share))))
}
