import { type Codes, toCodes } from '../codes.ts'
import { MISSING, noLevels } from '../compare/field.ts'
import type { Matcher } from '../matcher.ts'
import type { Blocks } from './blocks.ts'
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

/** Records from one up to and not including another. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * Compares every record of a range with all later ones that share a block with it, each pair once. Ranges are
 * independent: put one after another, in their order, they are what one range over all records gives.
 */
export function compareRecords(
  matcher: Matcher,
  columns: Columns,
  blocks: Blocks,
  { from, to }: Range,
  isExcluded?: Excluded,
): Pairs {
  const comparing = comparingFrom(matcher, columns)
  const patterns = new PatternNumbers(matcher)
  const [left, right, pattern] = [new Grow(), new Grow(), new Grow()]
  /** By record: one more than the last record that met it. */
  const metBy = new Int32Array(columns.records)
  for (let one = from; one < to; one++) {
    const compareWith = comparing(one)
    const end = blocks.ofRecordStarts[one + 1] ?? 0
    for (let place = blocks.ofRecordStarts[one] ?? 0; place < end; place++) {
      const block = blocks.ofRecord[place] ?? 0
      const first = blocks.starts[block] ?? 0
      for (let member = (blocks.starts[block + 1] ?? 0) - 1; member >= first; member--) {
        const other = blocks.members[member] ?? 0
        if (other <= one) break
        if (metBy[other] === one + 1) continue
        metBy[other] = one + 1
        if (isExcluded?.(one, other) === true) continue
        left.push(one)
        right.push(other)
        pattern.push(patterns.count(compareWith(other), 1))
      }
    }
  }
  return { left: left.shared(), right: right.shared(), pattern: pattern.shared(), patterns: patterns.done() }
}

/** Parts all records so that comparing takes about as long for each range: earlier records meet more later ones. */
export function rangesOf({ starts, ofRecordStarts, ofRecord }: Blocks, ranges: number): Range[] {
  const records = ofRecordStarts.length - 1
  const size = (block: number) => (starts[block + 1] ?? 0) - (starts[block] ?? 0)
  /** Half of the members of a block come after one of them, on the whole; of the first record all do, of the last none. */
  const meets = (record: number) => {
    let members = 1
    for (let place = ofRecordStarts[record] ?? 0; place < (ofRecordStarts[record + 1] ?? 0); place++) {
      members += size(ofRecord[place] ?? 0) * (1 - record / records)
    }
    return members
  }
  let all = 0
  for (let record = 0; record < records; record++) all += meets(record)
  const cuts = [0]
  let sum = 0
  for (let record = 0; record < records; record++) {
    sum += meets(record)
    if (sum >= (all * cuts.length) / ranges && cuts.length < ranges) cuts.push(record + 1)
  }
  return cuts.map((from, at) => ({ from, to: cuts[at + 1] ?? records }))
}

/** Takes a record, and compares others with it as `compare` does; the codes are written over by the next comparison. */
export function comparingFrom(matcher: Matcher, columns: Columns): (one: number) => (other: number) => Codes {
  const { fields, starts, words } = matcher
  const values = valuesOf(matcher, columns)
  const into = noLevels(matcher.weights.length)
  const codes = new Uint8Array(matcher.weights.length)
  const said: { readonly index: number; readonly value: unknown }[] = []
  const compareWith = (other: number) => {
    into.levels.fill(MISSING)
    for (const { index, value } of said) {
      const against = values.value(index, other)
      if (against !== undefined) fields[index]?.compare(value, against, words, into, starts[index] ?? 0)
    }
    return toCodes(matcher, into, codes)
  }
  return one => {
    said.length = 0
    for (let index = 0; index < fields.length; index++) {
      const value = values.value(index, one)
      if (value !== undefined) said.push({ index, value })
    }
    return compareWith
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
