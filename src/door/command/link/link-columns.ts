import type { Columns } from '#record/person/matching/bulk/columns.ts'
import { conclude, type Linked, type Prepared, prepare } from '#record/person/matching/bulk/link-all.ts'
import type { OtherColumn } from '#record/person/matching/compare/fields.ts'
import type { Thresholds } from '#record/person/matching/model.ts'
import type { Comparer } from './comparer.ts'
import { excludedBy } from './excluded.ts'

/** The steps in which records are linked, in their order. */
export type Step = 'counting' | 'comparing' | 'deciding'

/** What is to be linked, and how. */
export interface ToLink {
  readonly columns: Columns
  readonly others: readonly OtherColumn[]
  readonly thresholds: Pick<Thresholds, 'link' | 'review'> | undefined
  /** When only pairs across two files count: how many records the first has. */
  readonly leftRecords: number | undefined
}

/** What was found, and what was left out because too many records had it in common. */
export interface LinkedColumns extends Linked, Pick<Prepared, 'skipped'> {}

/** Learns from the records, compares them and decides: the same, to the bit, however many threads compare. */
export async function linkColumns(
  { columns, others, thresholds, leftRecords }: ToLink,
  comparer: Comparer,
  told: (step: Step, share: number) => void,
): Promise<LinkedColumns> {
  told('counting', 0)
  const { records } = columns
  const isExcluded = excludedBy(leftRecords)
  const across = leftRecords === undefined ? {} : { pairsInAll: leftRecords * (records - leftRecords) }
  const prepared = prepare(columns, {
    others,
    ...across,
    ...(thresholds && { thresholds }),
    ...(isExcluded && { isExcluded }),
  })
  const { known, blocks, skipped } = prepared
  told('comparing', 0)
  const pairs = await comparer({ model: known, columns, blocks, leftRecords }, share => told('comparing', share))
  told('deciding', 0)
  return { ...conclude(prepared, pairs), skipped }
}
