import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { csvRow } from '#ground/csv/write.ts'
import { Drawing } from './chance.ts'
import { type Rates, ROUGH, TIDY, USUAL } from './errors.ts'
import { streetsPerTown } from './homes.ts'
import { Names } from './names.ts'
import { households } from './people.ts'
import { COLUMNS, recordsOf } from './records.ts'

/** Counts up when what is drawn changes, so that nothing drawn before is taken for it. */
const DRAWN_VERSION = 2
const ROWS_AT_ONCE = 5000

export const RATES: Readonly<Record<string, Rates>> = { usual: USUAL, rough: ROUGH, tidy: TIDY }

/** What is to be drawn. The same is always the same, to the byte. */
export interface Draw {
  readonly records: number
  readonly seed: number
  /** A name of `RATES`. */
  readonly rates: string
}

/** Where a drawn region lies. */
export interface DrawnRegion {
  readonly folder: string
  /** One row a record, in no order: `record_id` and `COLUMNS`. */
  readonly records: string
  /** One row a record: `record_id,person_id,household_id,name_group,tags`. */
  readonly truth: string
}

/** Draws a region unless it lies there from before. `names` is the folder of names and places. */
export async function drawnRegion(
  draw: Draw,
  names: string,
  told: (records: number) => void = () => {},
): Promise<DrawnRegion> {
  const { records, seed, rates } = draw
  const folder = join(tmpdir(), `cydofal-drawn-${DRAWN_VERSION}-${records}-${seed}-${rates}`)
  const region = { folder, records: join(folder, 'records.csv.gz'), truth: join(folder, 'truth.csv.gz') }
  if (existsSync(region.truth)) return region
  const { rows, truths } = drawRows(draw, new Names(names), told)
  mkdirSync(folder, { recursive: true })
  await keep(region.records, csvRow(['record_id', ...COLUMNS]), rows)
  await keep(region.truth, csvRow(['record_id', 'person_id', 'household_id', 'name_group', 'tags']), truths)
  return region
}

/** Rows as they are written, but for the number of the record: they are shuffled, and numbered after that. */
function drawRows({ records, seed, rates }: Draw, names: Names, told: (records: number) => void) {
  const drawing = new Drawing(seed)
  const rateTable = RATES[rates]
  if (rateTable === undefined) throw new Error(`no rates are named ${rates}`)
  const rows: string[] = []
  const truths: string[] = []
  for (const household of households(drawing, names, streetsPerTown(records))) {
    for (const person of household) {
      const truth = csvRow([person.person, person.household, person.group, person.tags.map(tag => `${tag};`).join('')])
      for (const record of recordsOf(drawing, person, rateTable)) {
        rows.push(csvRow(record))
        truths.push(truth)
      }
    }
    if (rows.length >= records) break
    told(rows.length)
  }
  for (let last = rows.length - 1; last > 0; last--) {
    const other = drawing.below(last + 1)
    swap(rows, last, other)
    swap(truths, last, other)
  }
  return { rows: rows.slice(0, records), truths: truths.slice(0, records) }
}

function swap(rows: string[], one: number, other: number): void {
  const held = rows[one] ?? ''
  rows[one] = rows[other] ?? ''
  rows[other] = held
}

async function keep(path: string, heading: string, rows: readonly string[]): Promise<void> {
  await pipeline(Readable.from(numbered(heading, rows)), createGzip({ level: 1 }), createWriteStream(`${path}.part`))
  renameSync(`${path}.part`, path)
}

function* numbered(heading: string, rows: readonly string[]): Generator<string> {
  yield heading
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    yield rows
      .slice(from, from + ROWS_AT_ONCE)
      .map((row, index) => `R${String(from + index + 1).padStart(8, '0')},${row}`)
      .join('')
  }
}
