import { parentPort, workerData } from 'node:worker_threads'
import { compareRecords, type Range } from '#record/person/matching/bulk/compare-records.ts'
import { matcherOf } from '#record/person/matching/matcher.ts'
import type { CompareJob } from './comparer.ts'
import { excludedBy } from './excluded.ts'

// A thread that compares ranges of records, as it is given them: what is shared stays where it is.
const { model, columns, blocks, leftRecords } = workerData as CompareJob
const matcher = matcherOf(model)
const isExcluded = excludedBy(leftRecords)

parentPort?.on('message', (range: Range) => {
  parentPort?.postMessage(compareRecords(matcher, columns, blocks, range, isExcluded))
})
