import assert from 'node:assert/strict'
import { test } from 'node:test'
import { field } from './field.ts'
import { parseMessage, type ReadOptions } from './parse-message.ts'

const header = (charset: string) => `MSH|^~\\&|PAS|GH|||20260701||ADT^A01|1|P|2.5|||||GBR|${charset}\r`

function nameIn(charset: string, name: Buffer, options?: ReadOptions): string {
  const bytes = Buffer.concat([Buffer.from(`${header(charset)}PID|1||A1||`), name, Buffer.from('\r')])
  const parsed = parseMessage(bytes, options)
  return parsed.ok ? String(field(parsed.value, 'PID', 5)) : parsed.problem
}

test('Welsh names keep their circumflexes', () => {
  assert.equal(nameIn('UNICODE UTF-8', Buffer.from('Gŵyneth Tŷ-Hâf')), 'Gŵyneth Tŷ-Hâf')
  assert.equal(nameIn('', Buffer.from('Gŵyneth Tŷ-Hâf')), 'Gŵyneth Tŷ-Hâf')
})

test('each declared character set is read as what it is', () => {
  assert.equal(nameIn('8859/1', Buffer.from([0x53, 0x69, 0xe2, 0x6e])), 'Siân')
  assert.equal(nameIn('8859/15', Buffer.from([0xa4])), '€')
  assert.equal(nameIn('8859/14', Buffer.from([0xf0, 0xfe])), 'ŵŷ')
  assert.equal(nameIn('8859/1', Buffer.from([0x4f, 0x92])), 'O’')
  assert.equal(nameIn('8859/1~UNICODE UTF-8', Buffer.from([0xe2])), 'â')
  assert.equal(nameIn('ASCII', Buffer.from('Sian')), 'Sian')
})

test('two-byte Unicode is recognised by its bytes', () => {
  const text = `${header('UNICODE UTF-16')}PID|1||A1||Gŵyneth\r`
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  for (const bytes of [
    little,
    big,
    Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
    Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
  ]) {
    const parsed = parseMessage(bytes)
    assert.ok(parsed.ok)
    assert.equal(field(parsed.value, 'PID', 5), 'Gŵyneth')
  }
})

test('bytes that are not what the sender declared are refused, not guessed at', () => {
  assert.equal(nameIn('UNICODE UTF-8', Buffer.from([0xe2, 0x6e])), 'hl7.charset')
  assert.equal(nameIn('ASCII', Buffer.from('Siân')), 'hl7.charset')
  assert.equal(nameIn('UNICODE UTF-16', Buffer.from('Sian')), 'hl7.charset')
  assert.equal(nameIn('BIG-5', Buffer.from('Sian')), 'hl7.charset')
  assert.equal(nameIn('8859/12', Buffer.from('Sian')), 'hl7.charset')
})

test('a sender that declares nothing is read as UTF-8 or not at all, unless we know what it sends', () => {
  const circumflexes = Buffer.from([0xf0, 0xfe])
  assert.equal(nameIn('', circumflexes), 'hl7.charset')
  assert.equal(nameIn('', circumflexes, { charsetWhenUndeclared: '8859/14' }), 'ŵŷ')
  assert.equal(nameIn('', Buffer.from([0xf0]), { charsetWhenUndeclared: 'nonsense' }), 'hl7.charset')
})

test('a NUL is refused, since no record can hold it', () => {
  assert.equal(nameIn('', Buffer.from('Si\0an')), 'hl7.nul')
  assert.equal(nameIn('8859/1', Buffer.from('Si\0an')), 'hl7.nul')
})
