import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './test-read.ts'
import { csvRow } from './write.ts'

test('a workbook, a PDF, a page or a picture that was named .csv is told for what it is', async () => {
  const faults = []
  for (const beginning of [
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '%PDF-1.7',
    '<!doctype html>',
    '\x89PNG',
  ]) {
    faults.push((await read(Buffer.from(`${beginning}\n1,2\n`, 'latin1'), { cuts: [1] })).fault?.code)
  }
  assert.deepEqual(faults, ['spreadsheet', 'spreadsheet', 'pdf', 'markup', 'binary'])
})

test('a file with nothing in it, or nothing but a mark and blank lines, is empty', async () => {
  for (const nothing of ['', '\uFEFF', '\n\r\n  \n', '\uFEFF\n']) {
    assert.equal((await read(Buffer.from(nothing))).fault?.code, 'empty', JSON.stringify(nothing))
  }
})

test('a row with too few or too many values is told by its number, and the others are read', async () => {
  const { rows, bad } = await read(Buffer.from('id,name\n1,Mair\n2\n\n3,Siân,Jones\n4,Gwen\n'))
  assert.deepEqual(rows, [
    ['1', 'Mair'],
    ['4', 'Gwen'],
  ])
  assert.deepEqual(bad, [
    { code: 'too-few', row: 3, found: 1, expected: 2 },
    { code: 'too-many', row: 5, found: 3, expected: 2 },
  ])
})

test('a file all in Windows-1252 is read; one whose lines are of two encodings is refused, and both lines are told', async () => {
  const sian = Buffer.from('1,Si\xe2n O\x92Brien\n', 'latin1')
  const windows = await read(Buffer.concat([Buffer.from('id,name\n'), sian]))
  assert.deepEqual(windows.rows, [['1', 'Siân O’Brien']])
  const both = Buffer.concat([Buffer.from('id,name\n'), sian, Buffer.from('2,Nia\n3,Tŷ\n')])
  assert.deepEqual((await read(both)).fault, { code: 'two-encodings', line: 2, otherLine: 4 })
  assert.equal((await read(both, { as: 'windows-1252' })).rows.length, 3)
  const asUtf8 = await read(Buffer.concat([Buffer.from('id,name\n'), sian]), { as: 'utf-8' })
  assert.deepEqual(asUtf8.fault, { code: 'not-utf8', line: 2 })
})

test('UTF-16 with its mark is read, either way round; without it there are NUL bytes, and the line is told', async () => {
  const text = 'id\tname\r\n1\tSiân\r\n'
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le')
  assert.deepEqual((await read(little, { cuts: [3] })).rows, [['1', 'Siân']])
  assert.deepEqual((await read(Buffer.from(little).swap16())).rows, [['1', 'Siân']])
  assert.deepEqual((await read(Buffer.from(text, 'utf16le'))).fault, { code: 'nul', line: 1 })
  assert.deepEqual((await read(Buffer.from('id,name\n1,a\n2,b\0\n'))).fault, { code: 'nul', line: 3 })
})

test('what follows a quote that does not end is not guessed at', async () => {
  const open = await read(Buffer.from('id,name\n1,Mair\n2,"Siân\n3,Gwen\n'))
  assert.deepEqual(open.fault, { code: 'quote-not-closed', row: 3 })
  const after = await read(Buffer.from('id,name\n1,Mair\n2,"Siân" x\n3,Gwen\n'))
  assert.deepEqual(after.fault, { code: 'after-quote', row: 3 })
  const swallowed = await read(Buffer.from(`id,name\n1,"Mair\n${'2,Siân\n'.repeat(100_000)}`), { cuts: [65_536] })
  assert.deepEqual(swallowed.fault, { code: 'row-too-long', row: 2 })
})

test('no line is too long for the memory: it is refused', async () => {
  const { fault } = await read(Buffer.from(`id,name\n1,Mair\n2,${'x'.repeat(300_000)}\n`), { cuts: [65_536] })
  assert.deepEqual(fault, { code: 'line-too-long', line: 3 })
})

test('a formula is read as the text it is, and no spreadsheet runs it when it is written; a number stays a number', async () => {
  const formula = `=cmd|'/c calc'!A0`
  assert.deepEqual((await read(Buffer.from(`id,name\n${formula},x\n`))).rows, [[formula, 'x']])
  assert.equal(csvRow([formula, '@a', '+1-1', '-5', '+44 1632', -2.5]), `'${formula},'@a,'+1-1,-5,'+44 1632,-2.5\n`)
})
