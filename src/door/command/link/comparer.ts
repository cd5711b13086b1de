import type { Blocks } from '#record/person/matching/bulk/blocks.ts'
import type { Columns } from '#record/person/matching/bulk/columns.ts'
import { compareRecords, type Pairs } from '#record/person/matching/bulk/compare-records.ts'
import { matcherOf } from '#record/person/matching/matcher.ts'
import type { Model } from '#record/person/matching/model.ts'
import { excludedBy } from './link-columns.ts'

/** All that threads need to compare what they are given of. */
export interface CompareJob {
  readonly model: Model
  readonly columns: Columns
  readonly blocks: Blocks
  readonly leftRecords: number | undefined
}

/** Compares all records, and tells from time to time how many it has done. */
export type Comparer = (job: CompareJob, told: (records: number) => void) => Promise<Pairs>

/** Compares on the thread that asks. */
export const compareHere: Comparer = async ({ model, columns, blocks, leftRecords }) =>
  compareRecords(matcherOf(model), columns, blocks, { from: 0, to: columns.records }, excludedBy(leftRecords))
