import { type Levels, MISSING, noLevels } from './compare/field.ts'
import type { Matcher } from './matcher.ts'
import type { MatchRecord } from './record.ts'

/**
 * What two records came out as: for each comparison 0 if a record does not say, else one more than its level; of a value
 * in common whose rarity counts, one more than all levels and its half bits. Equal codes have equal scores.
 */
export type Codes = Uint8Array

/** What is compared of a record, by field; undefined where it does not say. */
export type Taken = readonly unknown[]

/** Takes from a record what is compared: without the telephone numbers and the like that too many hold. */
export function take(matcher: Matcher, record: MatchRecord): Taken {
  return matcher.fields.map(field => {
    const value = field.take(record)
    return value === undefined ? undefined : field.without(value, matcher.isCommon)
  })
}

/** Compares two records. Which of them stands first never matters. */
export function compare(matcher: Matcher, one: Taken, other: Taken): Codes {
  const into = noLevels(matcher.weights.length)
  for (const [index, field] of matcher.fields.entries()) {
    const [first, second] = [one[index], other[index]]
    if (first === undefined || second === undefined) continue
    field.compare(first, second, matcher.words, into, matcher.starts[index] ?? 0)
  }
  return toCodes(matcher, into, new Uint8Array(matcher.weights.length))
}

/** Writes levels down as codes. */
export function toCodes({ rarity, model }: Matcher, { levels, common }: Levels, codes: Codes): Codes {
  for (let at = 0; at < codes.length; at++) {
    const level = levels[at] ?? MISSING
    const halfBits = level === 0 ? rarity[at]?.(common[at] ?? '') : undefined
    codes[at] = halfBits === undefined ? level + 1 : 1 + (model.comparisons[at]?.levels.length ?? 0) + halfBits
  }
  return codes
}

/** The level that a code says, and how rare the value is; undefined for what is missing. */
export function fromCode(code: number, levels: number): { level: number; halfBits: number | undefined } | undefined {
  if (code === 0) return undefined
  return code <= levels ? { level: code - 1, halfBits: undefined } : { level: 0, halfBits: code - levels - 1 }
}
