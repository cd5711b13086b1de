import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDelimiters, USUAL_DELIMITERS } from './delimiters.ts'
import { decodeEscapes, encodeEscapes } from './escape.ts'
import { read } from './example.ts'
import { component, field, findSegment, repetitions } from './field.ts'

const encoding = { delimiters: USUAL_DELIMITERS, charset: 'utf-8' }

function pidWith(fields: string) {
  return read(`MSH|^~\\&|PAS|GH|||20260701||ADT^A01|1|P|2.5\rPID|${fields}\r`)
}

test('an empty field leaves alone what we hold, and a pair of quotation marks takes it away', () => {
  const message = pidWith('1|""||""^x^""')
  assert.equal(field(message, 'PID', 2), null)
  assert.equal(field(message, 'PID', 3), undefined)
  assert.equal(field(message, 'PID', 99), undefined)
  assert.equal(field(message, 'PV1', 2), undefined)
  assert.deepEqual(
    [field(message, 'PID', 4, 1), field(message, 'PID', 4, 2), field(message, 'PID', 4, 3)],
    [null, 'x', null],
  )
})

test('repetitions keep their places, empty ones too', () => {
  const said = repetitions(findSegment(pidWith('1||~B2^^^GH1^PI~'), 'PID'), 3)
  assert.deepEqual(
    said.map(one => component(one, 1)),
    [undefined, 'B2', undefined],
  )
  assert.equal(component(said[1], 5), 'PI')
})

test('a part of a part can be asked for, and an unescaped & stays in the text when it is not', () => {
  const message = pidWith('1||A&E^x&1.2.3&ISO')
  assert.equal(field(message, 'PID', 3, 1), 'A&E')
  assert.equal(field(message, 'PID', 3, 1, 1), 'A')
  assert.equal(field(message, 'PID', 3, 2, 2), '1.2.3')
})

test('escaped delimiters come back as the characters they stand for', () => {
  const message = pidWith('1||O\\T\\Brien \\F\\ \\S\\ \\R\\ \\E\\ x\\.br\\y')
  assert.equal(field(message, 'PID', 3), 'O&Brien | ^ ~ \\ x\ny')
})

test('letters sent as bytes are read in the character set of the message', () => {
  assert.equal(decodeEscapes('T\\XC5B7\\ Gwyn', encoding), 'Tŷ Gwyn')
  assert.equal(decodeEscapes('T\\XFE\\ Gwyn', { ...encoding, charset: 'iso-8859-14' }), 'Tŷ Gwyn')
})

test('what is no escape we know stays as it was sent', () => {
  for (const text of [
    '\\H\\bold\\N\\',
    'C:\\temp\\x',
    '\\X0\\',
    '\\XZZ\\',
    '\\X00\\',
    '\\XFF\\',
    '\\',
    '\\\\',
    '\\P\\',
    '\\Cxxyy\\',
  ]) {
    assert.equal(decodeEscapes(text, encoding), text)
  }
  assert.equal(decodeEscapes('a\\b\\T\\c', encoding), 'a\\b&c')
})

test('from version 2.7 the sign of a cut text can be escaped too', () => {
  const delimiters = parseDelimiters('|', '^~\\&#')
  assert.ok(delimiters)
  assert.equal(decodeEscapes('no \\P\\1', { delimiters, charset: 'utf-8' }), 'no #1')
})

test('any text we put in a message comes out as it went in', () => {
  const printable = fc.string({ unit: 'binary' }).map(text => text.replace(/\p{Cc}/gu, ''))
  fc.assert(
    fc.property(printable, text => {
      assert.equal(decodeEscapes(encodeEscapes(text, USUAL_DELIMITERS), encoding), text)
    }),
  )
})
