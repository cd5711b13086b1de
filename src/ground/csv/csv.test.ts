import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RowFault } from './fault.ts'
import { piecesOf } from './pieces.ts'
import { readPiece } from './read.ts'
import type { Survey } from './survey.ts'
import { cutUp, read } from './test-read.ts'
import { csvRow } from './write.ts'

/** Published files of CSV and what each must be read as; see its README for the licence. */
const SPECTRUM = join(process.env.CYDOFAL_SHARED_DATA ?? '../shared/data', 'csv-edge/csv-spectrum')
const absent = existsSync(SPECTRUM) ? false : 'the published files of CSV are not on this machine'

/** Where the file and what it must be read as are not of one another, as they were published. */
const OTHERWISE: Readonly<Record<string, (json: string) => string>> = {
  location_coordinates: json => `[${json.replace('1234567890', '2095257564')}]`,
  newlines_crlf: json => json.replaceAll('\\r\\n', '\\n'),
}

test('the twelve published files are read as they must be', { skip: absent }, async () => {
  const names = readdirSync(join(SPECTRUM, 'csvs')).map(name => name.replace('.csv', ''))
  assert.equal(names.length, 12)
  for (const name of names) {
    const json = readFileSync(join(SPECTRUM, 'json', `${name}.json`), 'utf8')
    const { heading, rows } = await read(readFileSync(join(SPECTRUM, 'csvs', `${name}.csv`)))
    const found = rows.map(row => Object.fromEntries(heading.map((column, index) => [column, row[index]])))
    assert.deepEqual(found, JSON.parse((OTHERWISE[name] ?? String)(json)), name)
  }
})

/** Any text but what is never written into CSV: NUL, and halves of letters. */
const value = fc
  .string({ unit: fc.constantFrom(...'ab1 ,;"\r\n\t|=+-@ŵé’𐐷') })
  .map(text => text.replace(/^[=+\-@\t\r\n]+/, ''))
const table = fc
  .integer({ min: 1, max: 4 })
  .chain(width => fc.array(fc.array(value, { minLength: width, maxLength: width }), { maxLength: 6 }))

test('what is written is read again, however the bytes arrive', async () => {
  const tables = fc.asyncProperty(
    table,
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
    async (rows, cuts) => {
      const heading = Array.from({ length: rows[0]?.length ?? 1 }, (_, index) => `column ${index}`)
      const text = [heading, ...rows].map(csvRow).join('')
      const got = await read(Buffer.from(text), { cuts })
      assert.deepEqual(got, { heading, rows, bad: [] })
    },
  )
  await fc.assert(tables, { numRuns: 300 })
})

test('a file is parted between rows alone, wherever its quotes and lines end, and each piece is read by itself', async () => {
  const spoilt = table.map(rows => rows.map(csvRow).join(''))
  const stray = fc.array(fc.constantFrom('a"b', ' "x" ', '"', '""', 'a', '\r\n', '\n', ',', ' '), { maxLength: 30 })
  const text = fc.oneof(
    spoilt,
    stray.map(parts => parts.join('')),
  )
  const alike = fc.asyncProperty(
    text,
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 1, max: 40 }),
    async (body, cut, size) => {
      const survey = { encoding: 'utf-8', delimiter: ',', lineEnd: 'LF' } as const
      const pieces: Buffer[] = []
      for await (const piece of piecesOf(cutUp(Buffer.from(body), [cut]), survey, size)) pieces.push(piece)
      assert.equal(Buffer.concat(pieces).toString(), body)
      const whole = rowsOf([Buffer.from(body)], survey)
      const parted = rowsOf(pieces, survey)
      // A quote that is never closed is met in the piece it stands in: the row is the same, if not what is said of it.
      assert.deepEqual(parted.rows, whole.rows)
      assert.equal(parted.fault?.row, whole.fault?.row)
    },
  )
  await fc.assert(alike, { numRuns: 1000 })
})

/** Every row of these pieces, however many values it has. */
function rowsOf(pieces: readonly Buffer[], survey: Survey) {
  const rows: string[][] = []
  let first = 2
  for (const piece of pieces) {
    const taken = {
      row: (values: readonly string[], row: number) => rows.push([String(row), ...values]) > 0,
      bad: ({ row, found }: RowFault) => rows.push([String(row), `${found} values`]),
    }
    const read = readPiece(piece, survey, { width: 2, first }, taken)
    if (!read.ok) return { rows, fault: read.problem as { row: number } }
    first = read.value.next
  }
  return { rows, fault: undefined }
}

test('whichever byte of a file is changed, lost or doubled, it is read or refused with a place, and never breaks off', async () => {
  const whole = Buffer.from('id,name,"born on"\r\n1,"Siân ""S"" Rees",1942-03-17\r\n2,Tŷ Mawr,\r\n"3","a\nb",x\r\n')
  const changes = fc.asyncProperty(
    fc.nat(whole.length - 1),
    fc.nat(255),
    fc.constantFrom(0, 1, 2),
    async (at, byte, times) => {
      const bytes = Buffer.concat([whole.subarray(0, at), Buffer.alloc(times, byte), whole.subarray(at + 1)])
      const { fault, rows, bad } = await read(bytes)
      if (fault === undefined) assert.ok(rows.length + bad.length >= 1)
      else assert.ok('line' in fault || 'row' in fault || fault.code === 'empty', fault.code)
      for (const one of bad) assert.ok(one.row >= 2 && one.row <= 6)
    },
  )
  await fc.assert(changes, { numRuns: 1000 })
})

test('other marks than a comma divide a file when its heading row has them and no comma', async () => {
  for (const mark of [';', '\t', '|']) {
    const { heading, rows } = await read(Buffer.from(`id${mark}name\n1${mark}Jones, Mair\n`))
    assert.deepEqual([heading, rows], [['id', 'name'], [['1', 'Jones, Mair']]], JSON.stringify(mark))
  }
})
