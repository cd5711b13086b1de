import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawn } from './fixtures/drawn.tsx'
import { publishedWords } from './fixtures/words.ts'
import { Table } from './table.tsx'
import { TableRow } from './table-row.tsx'

const beds = {
  columns: [{ heading: 'Bed' }, { heading: 'Days', numeric: true }, { hidden: 'Actions' }],
  firstCellIsHeader: true,
  responsive: true,
}
const bed = { id: 'bed-4', cells: ['4', '12', { content: 'Open', href: '/beds/4', hidden: 'bed 4' }] }

test('a row that changes on a live board is drawn as it was on the page', () => {
  const board = drawn(<Table {...beds} caption="Ward 2" rows={[bed]} />)
  assert.ok(board.includes(drawn(<TableRow {...beds} {...bed} />)), board)
})

test('a table sorted in the browser says so in the language of the page', () => {
  const columns = [{ heading: 'Gwely', sort: 'none' as const }]
  const sorting = {
    announcement: 'Trefnwyd yn ôl %heading% (%direction%)',
    ascending: 'esgynnol',
    descending: 'disgynnol',
  }
  const board = drawn(<Table columns={columns} caption="Ward 2" rows={[]} />, { ...publishedWords, sorting })
  assert.match(board, /data-i18n\.sort-announcement="Trefnwyd yn ôl %heading% \(%direction%\)"/)
  assert.match(board, /data-i18n\.ascending="esgynnol" data-i18n\.descending="disgynnol"/)
})
