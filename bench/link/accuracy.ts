import { type Hands, OWN_HANDS } from '#door/command/link/hands.ts'
import { type LinkedColumns, linkColumns } from '#door/command/link/link-columns.ts'
import { Progress } from '#door/command/link/progress.ts'
import { type ReadFiles, readFiles } from '#door/command/link/read-files.ts'
import { readMap } from '#door/command/link/read-map.ts'
import { sayIn } from '#ground/language/say.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { columnOf, valueReader } from '#record/person/matching/bulk/values.ts'
import { FIELD_AT } from '#record/person/matching/compare/fields.ts'
import { NHS_NUMBER } from '#record/person/matching/compare/nhs-number.ts'
import { type AccuracyFigures, accuracyOf, type Truth } from './accuracy-figures.ts'
import { type AccuracySet, withoutColumns } from './accuracy-sets.ts'

/** How good the links are that `npm run link` makes of one set. */
export interface AccuracyRow extends AccuracyFigures {
  readonly name: string
}

const say = sayIn('en')
const SILENT = { write: () => true }

/**
 * Links sets of test data, as the command does, learning from it anew, and holds what was
 * found against a truth that the matcher has not seen. `told` is called with each row as it comes.
 */
export async function accuracy(
  sets: readonly AccuracySet[],
  told: (row: AccuracyRow) => void = () => {},
  hands: Hands = OWN_HANDS,
): Promise<AccuracyRow[]> {
  const rows: AccuracyRow[] = []
  for (const set of sets) {
    const row = { name: set.name, ...(await accuracyOfSet(set, hands)) }
    told(row)
    rows.push(row)
  }
  return rows
}

/** A row as a line of a table, and the heading above it. */
export const ACCURACY_HEADING =
  'set                          links: P       R       wrong   best F1  R at P .999  clusters F1  with review  review/100'

/** A row as a line below `ACCURACY_HEADING`. */
export function accuracyLine(row: AccuracyRow): string {
  const shares = [row.bestF1, row.recallAtPrecision999, row.clusterF1, row.withReviewRecall]
  const [best, at999, clusters, review] = shares.map(figure => figure.toFixed(4).padStart(9))
  const links = `${row.linkPrecision.toFixed(5)}  ${row.linkRecall.toFixed(4)}  ${String(row.linkWrong).padStart(6)}`
  return `${row.name.padEnd(28)} ${links} ${best}   ${at999}    ${clusters}    ${review}    ${row.reviewPer100.toFixed(2)}`
}

async function accuracyOfSet(set: AccuracySet, hands: Hands): Promise<AccuracyFigures> {
  const map = readMap(say, `docs/using/link-maps/${set.map}`)
  if (!map.ok) throw new Error(map.problem.join(' '))
  const none = { right: undefined, out: '', clusters: undefined, model: undefined, encoding: undefined }
  const options = { ...none, left: set.records, map: set.map, skipsBadRows: false }
  const telling = { say, progress: new Progress(SILENT, say) }
  const read = await readFiles(options, withoutColumns(map.value, set.without), telling, hands.begin)
  if (!read.ok) throw new Error(read.problem.join(' '))
  const { columns, others } = read.value
  const linked = await linkColumns(
    { columns, others, thresholds: undefined, leftRecords: undefined },
    hands.comparer,
    () => {},
  )
  return accuracyOf({ pairs: linked.decided, clusters: linked.clusters.first, truth: truthOf(set, read.value, linked) })
}

/** Whose each record truly is, with the NHS number that it holds. */
function truthOf(set: AccuracySet, { idOf }: ReadFiles, { columns }: LinkedColumns): Truth[] {
  const truths = set.truths()
  const numbers = columnOf(columns, FIELD_AT.nhsNumber, NHS_NUMBER)
  const read = valueReader(numbers, NHS_NUMBER.read)
  return Array.from({ length: columns.records }, (_, record) => {
    const truth = truths.get(idOf(record))
    if (truth === undefined) throw new Error(`no truth for ${idOf(record)} of ${set.name}`)
    const number = numbers.numbers[record] ?? -1
    const valid = number === -1 ? undefined : parseNhsNumber(read(number).digits)
    return valid === undefined ? truth : { ...truth, number: valid }
  })
}
