import type { Blocks } from '#record/person/matching/bulk/blocks.ts'
import type { Columns } from '#record/person/matching/bulk/columns.ts'
import {
  compareRecords,
  joinPairs,
  type Pairs,
  type Range,
  rangesOf,
} from '#record/person/matching/bulk/compare-records.ts'
import { matcherOf } from '#record/person/matching/matcher.ts'
import type { Model } from '#record/person/matching/model.ts'
import { excludedBy } from './excluded.ts'
import { Threads } from './threads.ts'

/** All that threads need to compare what they are given of. */
export interface CompareJob {
  readonly model: Model
  readonly columns: Columns
  readonly blocks: Blocks
  readonly leftRecords: number | undefined
}

/** Compares all records, and tells from time to time what share of it is done. */
export type Comparer = (job: CompareJob, told: (share: number) => void) => Promise<Pairs>

/** Compares on the thread that asks. */
export const compareHere: Comparer = async ({ model, columns, blocks, leftRecords }) =>
  compareRecords(matcherOf(model), columns, blocks, { from: 0, to: columns.records }, excludedBy(leftRecords))

/** Of fewer records, starting threads takes longer than comparing. */
const RECORDS_FOR_THREADS_MIN = 20_000
/** So many ranges for each thread, so that they end about at the same time. */
const RANGES_PER_THREAD = 8

/** Compares on so many threads. What comes of it is the same, to the bit, on any number of them. */
export function comparerOn(threads: number, recordsMin = RECORDS_FOR_THREADS_MIN): Comparer {
  return async (job, told) => {
    if (threads < 2 || job.columns.records < recordsMin) return compareHere(job, told)
    const ranges = rangesOf(job.blocks, threads * RANGES_PER_THREAD)
    const program = new URL('./compare-thread.ts', import.meta.url)
    const pool = new Threads<Range, Pairs>(program, job, threads)
    try {
      let done = 0
      const compare = async (range: Range) => {
        const pairs = await pool.do(range)
        told(++done / ranges.length)
        return pairs
      }
      return joinPairs(matcherOf(job.model), await Promise.all(ranges.map(compare)))
    } finally {
      await pool.close()
    }
  }
}
