import { sharedInts } from './grow.ts'
import type { RuleBlocks } from './rule-blocks.ts'

/** Records that share a key, by rule and then by who came first, in memory that threads can share. */
export interface Blocks {
  /** Where the members of each block begin; one more than there are blocks. */
  readonly starts: Int32Array
  /** Records, in rising order within a block. */
  readonly members: Int32Array
  /** Where the blocks of each record begin; one more than there are records. */
  readonly ofRecordStarts: Int32Array
  /** Blocks, in rising order for each record. */
  readonly ofRecord: Int32Array
}

/** Puts the blocks of all rules together, in the order of the rules. */
export function blocksOf(rules: readonly RuleBlocks[], records: number): Blocks {
  const starts = sharedInts(rules.reduce((sum, { sizes }) => sum + sizes.length, 0) + 1)
  const members = sharedInts(rules.reduce((sum, rule) => sum + rule.members.length, 0))
  let block = 0
  let place = 0
  for (const rule of rules) {
    members.set(rule.members, place)
    for (const size of rule.sizes) {
      place += size
      starts[++block] = place
    }
  }
  return { starts, members, ...blocksOfRecords(starts, members, records) }
}

function blocksOfRecords(starts: Int32Array, members: Int32Array, records: number) {
  const ofRecordStarts = sharedInts(records + 1)
  for (const record of members) ofRecordStarts[record + 1] = (ofRecordStarts[record + 1] ?? 0) + 1
  for (let record = 0; record < records; record++) {
    ofRecordStarts[record + 1] = (ofRecordStarts[record + 1] ?? 0) + (ofRecordStarts[record] ?? 0)
  }
  const ofRecord = sharedInts(members.length)
  const next = ofRecordStarts.slice(0, records)
  for (let block = 0; block + 1 < starts.length; block++) {
    for (let place = starts[block] ?? 0; place < (starts[block + 1] ?? 0); place++) {
      const record = members[place] ?? 0
      const at = next[record] ?? 0
      ofRecord[at] = block
      next[record] = at + 1
    }
  }
  return { ofRecordStarts, ofRecord }
}
