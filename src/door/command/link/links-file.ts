import { csvRow } from '#ground/csv/write.ts'
import type { LinkedPair } from './figures.ts'

/** So many rows are handed on at once. */
const ROWS_AT_ONCE = 2000

/** The text of the file of links: by the order of the records, the left one's first. */
export function* linksText(
  pairs: readonly (LinkedPair & { readonly probability: number })[],
  idOf: (record: number) => string,
): Generator<string> {
  const rows = pairs.toSorted((one, other) => one.left - other.left || one.right - other.right)
  yield csvRow(['left', 'right', 'probability', 'weight', 'decision'])
  yield* inPieces(rows, ({ left, right, probability, weight, decision }) =>
    csvRow([idOf(left), idOf(right), probability.toFixed(6), weight.toFixed(3), decision]),
  )
}

/**
 * The text of the file of clusters: every record, and the number of its cluster, from 1 in the order of the records. Of
 * two files that each have identifiers of their own, `leftCount` says where the second begins: a column tells which.
 */
export function* clustersText(
  clusters: Int32Array,
  idOf: (record: number) => string,
  leftCount: number | undefined,
): Generator<string> {
  const numbers = new Int32Array(clusters.length)
  let last = 0
  for (const [record, first] of clusters.entries()) numbers[record] = record === first ? ++last : (numbers[first] ?? 0)
  yield csvRow(leftCount === undefined ? ['id', 'cluster'] : ['id', 'cluster', 'file'])
  yield* inPieces([...numbers.keys()], record => {
    const row = [idOf(record), numbers[record] ?? 0]
    return csvRow(leftCount === undefined ? row : [...row, record < leftCount ? 'left' : 'right'])
  })
}

function* inPieces<Item>(items: readonly Item[], rowOf: (item: Item) => string): Generator<string> {
  for (let from = 0; from < items.length; from += ROWS_AT_ONCE)
    yield items
      .slice(from, from + ROWS_AT_ONCE)
      .map(rowOf)
      .join('')
}
