import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { Desk, PEOPLE, PEOPLE_MAP } from './test-link.ts'

/** Links one file, over an older result that must stay as it was when nothing is written. */
async function linkOne(content: string | Uint8Array, more: readonly string[] = []) {
  using desk = new Desk()
  desk.put('links.csv', 'of last week')
  const { ok, lines } = await desk.link([
    ...['--left', desk.put('people.csv', content), '--map', desk.put('map.json', PEOPLE_MAP)],
    ...['--out', desk.path('links.csv'), ...more],
  ])
  const isUntouched = desk.read('links.csv') === 'of last week' && desk.files().length === 3
  assert.equal(isUntouched, !ok, lines.join('\n'))
  return { ok, lines }
}

test('every bad file is refused with its reason and the row, and nothing is written', async () => {
  const body = PEOPLE.split('\n').slice(1).join('\n')
  const latin = Buffer.from(PEOPLE, 'latin1')
  const bad: readonly (readonly [string | Uint8Array, string])[] = [
    [
      `id,First name,last,born,home,code\n${body}`,
      'people.csv, row 1: has no column first; the nearest is First name.',
    ],
    [`id,first,first,last,born,home,code\n`, 'people.csv, row 1: has two columns named first.'],
    [`${PEOPLE}6,Nia\n`, 'people.csv, row 7: 2 values, and the heading row has 6.'],
    [`${PEOPLE}6,Nia,Rees,1950-01-02,x,y,z\n`, 'people.csv, row 7: 7 values, and the heading row has 6.'],
    [`${PEOPLE}3,Nia,Rees,1950-01-02,x,y\n`, 'people.csv, row 7: has the identifier 3, as row 4 has.'],
    [`${PEOPLE},Nia,Rees,1950-01-02,x,y\n`, 'people.csv, row 7: has no identifier.'],
    [`${PEOPLE}6,"Nia,Rees\n`, 'people.csv, row 7: opens a quotation mark that is never closed.'],
    [
      `${PEOPLE}6,"Nia"x,Rees,,,\n`,
      'people.csv, row 7: has something between a closing quotation mark and the next value.',
    ],
    [
      Buffer.concat([latin, Buffer.from('6,Siân,Rees,,,\n')]),
      'people.csv, line 2: is not UTF-8, though line 7 is. Two files were put together: save each as UTF-8 first.',
    ],
    [`${PEOPLE}6,Ni\0a,Rees,,,\n`, 'people.csv, line 7: has a NUL byte, so it is no text, or UTF-16 without its mark.'],
    ['PK\x03\x04\x14\0\x06\0', 'people.csv is a spreadsheet or a zip archive, whatever its name says:'],
    [`%PDF-1.7\n${PEOPLE}`, 'people.csv is a PDF, whatever its name says:'],
    [`<!DOCTYPE html>\n${PEOPLE}`, 'people.csv is a web page or XML, whatever its name says:'],
    ['', 'people.csv is empty.'],
    ['id,first,last,born,home,code\n', 'people.csv has a heading row and no other.'],
    [gzipSync(PEOPLE).subarray(0, 60), 'people.csv is compressed and damaged: fetch it again.'],
    [`${PEOPLE}6,${'x'.repeat(200_000)},Rees,,,\n`, 'people.csv, row 7: is longer than 131072 bytes;'],
  ]
  for (const [content, reason] of bad) {
    const { ok, lines } = await linkOne(content)
    assert.ok(!ok, reason)
    assert.ok(
      lines.some(line => line.startsWith(reason)),
      `${reason}\n${lines.join('\n')}`,
    )
    assert.ok(lines.includes('Nothing was written.'))
  }
})

test('the rows that cannot be read may be left out; the first of them are told, and how many more there are', async () => {
  const many = PEOPLE + Array.from({ length: 30 }, (_, at) => `${at + 10},short\n`).join('')
  const refused = await linkOne(many)
  assert.equal(refused.lines[0], 'people.csv: 35 rows read, 30 refused.')
  assert.equal(refused.lines.filter(line => line.includes('2 values')).length, 20)
  assert.ok(refused.lines.includes('people.csv: 10 more rows were refused.'))
  assert.equal(refused.lines.at(-1), 'Put these rows right and begin again, or leave them out with --skip-bad-rows.')
  const linked = await linkOne(many, ['--skip-bad-rows'])
  assert.ok(linked.ok)
  assert.ok(linked.lines.includes('2 pairs linked, 0 to review.'))
})

test('a file all in Windows-1252, and one in UTF-16, are read, and that is told', async () => {
  const windows = await linkOne(Buffer.from(PEOPLE, 'latin1'))
  assert.ok(windows.ok && windows.lines.includes('people.csv was read as windows-1252.'))
  const utf16 = await linkOne(Buffer.from(`\uFEFF${PEOPLE}`, 'utf16le'))
  assert.ok(utf16.ok && utf16.lines.includes('people.csv was read as utf-16le.'))
})

test('what was typed wrongly is told, and no file is written over another that was named', async () => {
  using desk = new Desk()
  const [left, map, out] = [desk.put('people.csv', PEOPLE), desk.put('map.json', PEOPLE_MAP), desk.path('links.csv')]
  const whole = ['--left', left, '--map', map, '--out', out]
  const typed: readonly (readonly [readonly string[], string])[] = [
    [whole.slice(0, 4), '--out is needed, with something behind it.'],
    [[...whole, '--fast'], 'There is no option --fast.'],
    [[...whole, 'more.csv'], 'There is no option more.csv.'],
    [[...whole, '--out', 'x'], '--out was given twice.'],
    [[...whole, '--encoding', 'ebcdic'], '--encoding may be utf-8 or windows-1252, not ebcdic.'],
    [[...whole, '--clusters', left], 'people.csv is named twice: what is written needs a place of its own.'],
    [['--left', desk.path('none.csv'), ...whole.slice(2)], 'There is no file none.csv, or it may not be read.'],
    [[...whole.slice(0, 5), desk.path('no/links.csv')], 'no/links.csv could not be written: ENOENT'],
  ]
  for (const [args, reason] of typed) {
    const { ok, lines } = await desk.link(args)
    assert.ok(!ok && lines.includes(reason), `${reason}\n${lines.join('\n')}`)
  }
  assert.deepEqual(desk.files(), ['map.json', 'people.csv'])
})
