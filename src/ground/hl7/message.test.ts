import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { exampleAdmission, read } from './example.ts'
import { field, rawField } from './field.ts'
import { parseMessage } from './parse-message.ts'

const HEADER = 'MSH|^~\\&|PAS|GH|||20260701||ADT^A01|1|P|2.5'

function problemOf(text: string | Uint8Array, options?: Parameters<typeof parseMessage>[1]): string {
  const parsed = parseMessage(typeof text === 'string' ? Buffer.from(text) : text, options)
  return parsed.ok ? 'none' : parsed.problem
}

test('a message is the same whether its lines end as HL7 says, as Unix does or as Windows does', () => {
  const standard = read(exampleAdmission())
  for (const ending of ['\n', '\r\n', '\r\n\r\n', '\n\n']) {
    const other = read(exampleAdmission().replaceAll('\r', ending))
    assert.deepEqual(other.segments, standard.segments)
  }
})

test('a byte-order mark and blank lines before the header are passed over', () => {
  assert.deepEqual(read(`\ufeff\r\n \r\n${exampleAdmission()}`).segments, read(exampleAdmission()).segments)
})

test('a line break inside free text does not cut the text off from its field', () => {
  const message = read(`${HEADER}\rPV2|||^Fell\nat home|X\r`)
  assert.equal(field(message, 'PV2', 3, 2), 'Fell\nat home')
  assert.equal(field(message, 'PV2', 4), 'X')
})

test('segments that end in different ways in one message are still told apart', () => {
  const message = read(`${HEADER}\rEVN||20260701\nPID|1||A1\r\nPV1||I\r`)
  assert.deepEqual(
    message.segments.map(segment => segment.name),
    ['MSH', 'EVN', 'PID', 'PV1'],
  )
})

test('a sender may choose its own delimiters', () => {
  const message = read('MSH$%*!@$PAS$GH$$$20260701$$ADT%A01$1$P$2.5\rPID$1$$A1%%%GH1%MR*B2%%%GH2@1.2.3@ISO%MR\r')
  assert.equal(field(message, 'MSH', 9, 2), 'A01')
  assert.equal(field(message, 'PID', 3, 4), 'GH1')
  assert.equal(message.segments[1]?.fields[3], 'A1%%%GH1%MR*B2%%%GH2@1.2.3@ISO%MR')
})

test('the header is numbered as HL7 numbers it', () => {
  const message = read(exampleAdmission())
  assert.equal(rawField(message.segments[0], 1), '|')
  assert.equal(rawField(message.segments[0], 2), '^~\\&')
  assert.equal(rawField(message.segments[0], 10), 'GH0001')
})

test('what does not begin with MSH, and is not XML, is not HL7', () => {
  for (const other of ['', ' ', 'PID|1||A1', 'FHS|^~\\&|', 'GET / HTTP/1.1']) {
    assert.equal(problemOf(other), 'hl7.notHl7', other)
  }
})

test('delimiters that are missing, repeated or not punctuation are refused', () => {
  for (const header of [
    'MSH',
    'MSH|',
    'MSH|^~|PAS',
    'MSH|^~\\|PAS',
    'MSH|^^\\&|PAS',
    'MSH|abcd|PAS',
    'MSHX^~\\&X',
    'MSH|"~\\&|',
  ]) {
    assert.equal(problemOf(header), 'hl7.delimiters', header)
  }
})

test('a line that is no segment is refused, since it may be half of one', () => {
  assert.equal(problemOf(`${HEADER}\rpid|1||A1\r`), 'hl7.segmentName')
  assert.equal(problemOf(`${HEADER}\nsecond line of something\n`), 'hl7.segmentName')
})

test('two messages in one frame are refused: acknowledging the first would lose the second', () => {
  assert.equal(problemOf(exampleAdmission() + exampleAdmission()), 'hl7.severalMessages')
})

test('what is too large is refused before it is read', () => {
  const limits = { bytesMax: 200, segmentsMax: 3, fieldsMax: 14 }
  assert.equal(problemOf(`${HEADER}\rNTE|1||${'x'.repeat(200)}`, { limits }), 'hl7.tooLarge')
  assert.equal(problemOf(`${HEADER}\rNTE|1\rNTE|2\rNTE|3\r`, { limits }), 'hl7.tooManySegments')
  assert.equal(problemOf(`${HEADER}\rNTE${'|'.repeat(15)}`, { limits }), 'hl7.tooManyFields')
  assert.equal(problemOf(`${HEADER}\rNTE|1\rNTE|2\r`, { limits }), 'none')
})

test('a message as large as the limit, all delimiters, holds up other work for less than a quarter of a second', () => {
  for (const filler of ['|', '~', '^', '\r', '\n', '\\', '\\X41\\', 'NTE\n', '\\F']) {
    const bytes = Buffer.from(`${HEADER}\rPID|1||${filler.repeat(1_048_000 / filler.length)}`)
    const tries = [1, 2, 3].map(() => {
      const start = performance.now()
      const parsed = parseMessage(bytes)
      if (parsed.ok) field(parsed.value, 'PID', 3)
      return performance.now() - start
    })
    assert.ok(Math.min(...tries) < 250, `${JSON.stringify(filler)} ${tries}`)
  }
})

test('no bytes whatever make the reader fail', () => {
  const afterHeader = fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.concat([Buffer.from(HEADER), bytes]))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), afterHeader), bytes => {
      const parsed = parseMessage(bytes)
      assert.ok(parsed.ok ? parsed.value.segments[0]?.name === 'MSH' : parsed.problem.startsWith('hl7.'))
    }),
    { numRuns: 3000 },
  )
})
