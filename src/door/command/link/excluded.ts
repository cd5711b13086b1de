import type { Excluded } from '#record/person/matching/bulk/compare-records.ts'

/** Two records of one file are not compared when only pairs across two files count. */
export function excludedBy(leftRecords: number | undefined): Excluded | undefined {
  if (leftRecords === undefined) return undefined
  return (one, other) => one < leftRecords === other < leftRecords
}
