import type { RuleKeys } from './columns.ts'
import { Grow } from './grow.ts'

/** The blocks of one rule: records that share a key, two at least. */
export interface RuleBlocks {
  readonly sizes: Int32Array
  /** The members of one block after another, in rising order within a block. */
  readonly members: Int32Array
  /** What was left out because it held more than the cap. */
  readonly skipped: { readonly blocks: number; readonly largest: number }
}

/** Groups the records of one rule by their keys. What holds more than `membersMax` is left out, and counted. */
export function blocksOfRule({ high, low, record }: RuleKeys, membersMax: number): RuleBlocks {
  const groupOf = new Int32Array(record.length)
  const counts = countGroups(high, low, groupOf)
  const placeOf = new Int32Array(counts.length).fill(-1)
  const sizes = new Grow()
  let members = 0
  const skipped = { blocks: 0, largest: 0 }
  for (let group = 0; group < counts.length; group++) {
    const count = counts[group] ?? 0
    if (count > membersMax) {
      skipped.blocks++
      skipped.largest = Math.max(skipped.largest, count)
    } else if (count > 1) {
      placeOf[group] = members
      members += count
      sizes.push(count)
    }
  }
  const placed = new Int32Array(members)
  for (let entry = 0; entry < record.length; entry++) {
    const group = groupOf[entry] ?? 0
    const place = placeOf[group] ?? -1
    if (place === -1) continue
    placed[place] = record[entry] ?? 0
    placeOf[group] = place + 1
  }
  return { sizes: sizes.view(), members: placed, skipped }
}

/** Writes the group of every entry, and tells how many entries each group has. Groups are numbered as they come. */
function countGroups(high: Int32Array, low: Int32Array, groupOf: Int32Array): Int32Array {
  let slots = 16
  while (slots < high.length * 2) slots *= 2
  /** One more than the first entry of the group in each slot, so that 0 is empty. */
  const firsts = new Int32Array(slots)
  const counts = new Grow()
  for (let entry = 0; entry < high.length; entry++) {
    let slot = (low[entry] ?? 0) & (slots - 1)
    while (firsts[slot] !== 0 && !isSameKey(high, low, (firsts[slot] ?? 0) - 1, entry)) slot = (slot + 1) & (slots - 1)
    const first = (firsts[slot] ?? 0) - 1
    if (first === -1) {
      firsts[slot] = entry + 1
      groupOf[entry] = counts.length
      counts.push(1)
    } else {
      const group = groupOf[first] ?? 0
      groupOf[entry] = group
      counts.raise(group, 1)
    }
  }
  return counts.view()
}

function isSameKey(high: Int32Array, low: Int32Array, one: number, other: number): boolean {
  return low[one] === low[other] && high[one] === high[other]
}
