import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { read } from './test-read.ts'
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
