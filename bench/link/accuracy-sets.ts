import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { LinkMap } from '#door/command/link/map.ts'
import type { Truth } from './accuracy-figures.ts'

/** Records with a truth that nobody gave to the matcher. */
export interface AccuracySet {
  readonly name: string
  readonly records: string
  /** Of the maps in `docs/using/link-maps`. */
  readonly map: string
  /** Columns of the map that are left out. */
  readonly without: readonly string[]
  /** Whose each record is, by its identifier. */
  readonly truths: () => ReadonlyMap<string, Truth>
}

/** The sets that lie in a folder of test data; none that is not there. */
export function accuracySets(folder: string): AccuracySet[] {
  const welsh = (name: string) => join(folder, 'linkage', 'welsh-dev', name)
  const febrl = (number: number) => join(folder, 'person-matching', 'febrl', `dataset${number}.csv`)
  const fake = join(folder, 'person-matching', 'splink', 'fake_1000.csv')
  const febrlTruths = (number: number) => () =>
    truthsIn(febrl(number), ([id = '']) => ({ person: id.split('-')[1] ?? '' }))
  const febrlSet = (number: number, without: readonly string[]) => ({
    name: without.length === 0 ? `FEBRL ${number}` : `FEBRL ${number} without the number`,
    records: febrl(number),
    map: 'febrl.json',
    without,
    truths: febrlTruths(number),
  })
  const sets: AccuracySet[] = [
    welshSet('Welsh-like', welsh('records.csv.gz'), welsh('truth.csv.gz')),
    febrlSet(1, []),
    febrlSet(1, ['soc_sec_id']),
    febrlSet(3, []),
    febrlSet(3, ['soc_sec_id']),
    {
      name: 'fake_1000',
      records: fake,
      map: 'fake-1000.json',
      without: [],
      truths: () => truthsIn(fake, values => ({ person: values[6] ?? '' })),
    },
  ]
  return sets.filter(({ records }) => existsSync(records))
}

/** Records in the columns of welsh-dev, and a file of truth in its columns. */
export function welshSet(name: string, records: string, truth: string): AccuracySet {
  const truths = () => truthsIn(truth, ([, person = '', , group = '', tags = '']) => ({ person, group, tags }))
  return { name, records, map: 'welsh-dev.json', without: [], truths }
}

/** The files of truth hold no quotes: a line is a row, and a comma ends a value. */
function truthsIn(path: string, read: (values: readonly string[]) => Truth): ReadonlyMap<string, Truth> {
  const bytes = readFileSync(path)
  const [, ...lines] = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().trim().split(/\r?\n/)
  return new Map(lines.map(line => line.split(',')).map(values => [values[0]?.trim() ?? '', read(values)]))
}

/** A map without some of its columns. */
export function withoutColumns(map: LinkMap, without: readonly string[]): LinkMap {
  const columns = Object.entries(map.left.columns).filter(([name]) => !without.includes(name))
  return { ...map, left: { ...map.left, columns: Object.fromEntries(columns) } }
}
