import { type Codes, toCodes } from '../codes.ts'
import { MISSING, noLevels } from '../compare/field.ts'
import type { Matcher } from '../matcher.ts'
import { type Blocks, firstBlockOf } from './blocks.ts'
import type { Columns } from './columns.ts'
import { Grow } from './grow.ts'
import { PatternNumbers, type Patterns } from './patterns.ts'
import { valuesOf } from './values.ts'

/** Pairs that were compared: the lower record, the higher, and the pattern in which they came out. */
export interface Pairs {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly pattern: Int32Array
  readonly patterns: Patterns
}

/** Which two records are not compared though they share a block: two of one file, when only two files are linked. */
export type Excluded = (left: number, right: number) => boolean

/**
 * Compares every two records of the blocks from `from` up to and not including `to`, each pair in the first block that
 * holds both. Ranges are independent: put one after another, in their order, they are what one range over all gives.
 */
export function compareBlocks(
  matcher: Matcher,
  columns: Columns,
  blocks: Blocks,
  range: { readonly from: number; readonly to: number },
  isExcluded?: Excluded,
): Pairs {
  const compareTwo = comparerOf(matcher, columns)
  const patterns = new PatternNumbers(matcher)
  const [left, right, pattern] = [new Grow(), new Grow(), new Grow()]
  for (let block = range.from; block < range.to; block++) {
    const end = blocks.starts[block + 1] ?? 0
    for (let first = blocks.starts[block] ?? 0; first < end; first++) {
      const one = blocks.members[first] ?? 0
      for (let second = first + 1; second < end; second++) {
        const other = blocks.members[second] ?? 0
        if (firstBlockOf(blocks, one, other) !== block || isExcluded?.(one, other) === true) continue
        left.push(one)
        right.push(other)
        pattern.push(patterns.count(compareTwo(one, other), 1))
      }
    }
  }
  return { left: left.shared(), right: right.shared(), pattern: pattern.shared(), patterns: patterns.done() }
}

/** Compares two records of columns as `compare` does; the codes are written over by the next call. */
export function comparerOf(matcher: Matcher, columns: Columns): (one: number, other: number) => Codes {
  const { fields, starts, words } = matcher
  const values = valuesOf(matcher, columns)
  const into = noLevels(matcher.weights.length)
  const codes = new Uint8Array(matcher.weights.length)
  return (one, other) => {
    into.levels.fill(MISSING)
    for (let index = 0; index < fields.length; index++) {
      const first = values.value(index, one)
      const second = values.value(index, other)
      if (first === undefined || second === undefined) continue
      fields[index]?.compare(first, second, words, into, starts[index] ?? 0)
    }
    return toCodes(matcher, into, codes)
  }
}

/** Puts what ranges gave together, in their order. */
export function joinPairs(matcher: Matcher, parts: readonly Pairs[]): Pairs {
  const patterns = new PatternNumbers(matcher)
  const [left, right, pattern] = [new Grow(), new Grow(), new Grow()]
  for (const part of parts) {
    const { codes, counts, width } = part.patterns
    const numbers = Array.from(counts, (pairs, number) =>
      patterns.count(codes.subarray(number * width, (number + 1) * width), pairs),
    )
    for (let index = 0; index < part.left.length; index++) {
      left.push(part.left[index] ?? 0)
      right.push(part.right[index] ?? 0)
      pattern.push(numbers[part.pattern[index] ?? 0] ?? 0)
    }
  }
  return { left: left.shared(), right: right.shared(), pattern: pattern.shared(), patterns: patterns.done() }
}
