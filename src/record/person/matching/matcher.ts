import { isCommonIn } from './common.ts'
import type { Field } from './compare/field.ts'
import { fieldsWith } from './compare/fields.ts'
import { type Words, wordsKnowing } from './compare/words.ts'
import { type LevelChances, type Model, RAREST_HALF_BITS } from './model.ts'
import { type Variants, variantsKnowing } from './variants.ts'

/** A model made ready: what both paths compare and score with. Holds nothing that a model does not say. */
export interface Matcher {
  readonly model: Model
  readonly fields: readonly Field<unknown>[]
  /** Where the comparisons of each field begin among all comparisons. */
  readonly starts: readonly number[]
  readonly words: Words
  readonly variants: Variants
  readonly isCommon: (kind: string, value: string) => boolean
  readonly rarity: readonly (Rarity | undefined)[]
  readonly weights: readonly Weights[]
  /** Bits of the prior odds of a match against a stranger, and against another of the household. */
  readonly prior: Against
}

/** One weight against two alternatives, in bits. */
export interface Against {
  readonly stranger: number
  readonly household: number
}

/** Weights of one comparison, by code (`codes.ts`). */
export interface Weights {
  readonly stranger: Float64Array
  readonly household: Float64Array
}

/** Half bits of a value. */
type Rarity = (value: string) => number

/** Makes a model ready. */
export function matcherOf(model: Model): Matcher {
  const fields = fieldsWith(model.others)
  const variants = variantsKnowing(model.variants.learnt, model.variants.struck)
  const { match, household } = model.prior
  const starts: number[] = []
  let comparisons = 0
  for (const field of fields) {
    starts.push(comparisons)
    comparisons += field.comparisons.length
  }
  return {
    model,
    fields,
    starts,
    words: wordsKnowing(variants),
    variants,
    isCommon: isCommonIn(model.common),
    rarity: model.comparisons.map(({ name }) => rarityOf(model, name)),
    weights: model.comparisons.map(({ name, levels }) => weightsOf(levels, model.rarity[name] !== undefined)),
    prior: { stranger: Math.log2(match / (1 - match - household)), household: Math.log2(match / household) },
  }
}

function rarityOf(model: Model, name: string): Rarity | undefined {
  const table = model.rarity[name]
  if (table === undefined) return undefined
  const values = new Map(Object.entries(table.values))
  if (name !== 'given') return value => values.get(value) ?? table.rarest
  // Wei is rare, and among the Chans it is not: a first name beside the same surname is looked up with it first.
  return value => values.get(value) ?? values.get(firstWord(value)) ?? table.rarest
}

function firstWord(value: string): string {
  const end = value.indexOf(' ')
  return end === -1 ? value : value.slice(0, end)
}

/** What is missing weighs nothing; a rare value in common weighs more against strangers, and as much in a household. */
function weightsOf(levels: readonly LevelChances[], byRarity: boolean): Weights {
  const codes = 1 + levels.length + (byRarity ? RAREST_HALF_BITS + 1 : 0)
  const weights = { stranger: new Float64Array(codes), household: new Float64Array(codes) }
  for (const [index, { match, stranger, household }] of levels.entries()) {
    weights.stranger[index + 1] = Math.log2(match / stranger)
    weights.household[index + 1] = Math.log2(match / household)
  }
  const [same] = levels
  for (let code = levels.length + 1; code < codes && same !== undefined; code++) {
    const rarity = rarityBits(code - levels.length - 1, same)
    weights.stranger[code] = (weights.stranger[1] ?? 0) + rarity
    weights.household[code] = weights.household[1] ?? 0
  }
  return weights
}

/** What the rarity of a value in common adds to what it weighs that the two are the same at all. */
export function rarityBits(halfBits: number, same: LevelChances): number {
  return halfBits / 2 + Math.log2(same.stranger)
}
