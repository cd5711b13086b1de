import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { batchOfAcks } from './ack-batch.ts'
import { type Batch, readBatch, splitMessages } from './batch.ts'
import { exampleAdmission, read } from './example.ts'
import { field } from './field.ts'

test('a file of messages is cut where each begins', () => {
  const one = exampleAdmission()
  const two = exampleAdmission({ PID: 'PID|1||MSH|Tŷ' })
  for (const between of ['', '\r\n', '\n\n']) {
    const cut = splitMessages(Buffer.from(`${one}${between}${two}${between}`))
    assert.deepEqual(
      cut.map(message => message.toString().trimEnd()),
      [one.trimEnd(), two.trimEnd()],
    )
  }
})

test('the wrapping of a batch is not part of its messages', () => {
  const file = `\ufeffFHS|^~\\&|PAS\rBHS|^~\\&|PAS\r${exampleAdmission()}BTS|1\rFTS|1\r`
  assert.deepEqual(
    splitMessages(Buffer.from(file)).map(message => message.toString()),
    [exampleAdmission()],
  )
})

test('a file without messages has none', () => {
  assert.deepEqual(splitMessages(Buffer.from('name,born\nMair,1942\n')), [])
})

const file = (...lines: string[]) =>
  Buffer.from(lines.map(line => (line.startsWith('MSH') ? line : `${line}\r`)).join(''))
const message = (controlId: string) => exampleAdmission().replace('GH0001', controlId)
const FHS = 'FHS|^~\\&|PAS|GLANHAFREN|CYDOFAL|RPB|20260701||||F1'
const BHS = 'BHS|^~\\&|PAS|GLANHAFREN|CYDOFAL|RPB|20260701||||B1'
const [M1, M2, M3] = [message('M1'), message('M2'), message('M3')]

function batchOf(...lines: string[]): Batch {
  const batch = readBatch(file(...lines))
  assert.ok(batch)
  return batch
}

test('a batch is its messages, whatever wraps them, with what its trailers say held against what came', () => {
  for (const [lines, count, problem] of [
    [[BHS, M1, M2, 'BTS|2'], 2, undefined],
    [[BHS, M1, M2, 'BTS'], 2, undefined],
    [[BHS, 'BTS|0'], 0, undefined],
    [[FHS, BHS, M1, 'BTS|1', BHS, M2, M3, 'BTS|2', 'FTS|2'], 3, undefined],
    [[FHS, M1, M2, 'FTS|2'], 2, undefined],
    [['', '', BHS, '', M1, '', M2, '', 'BTS|2', ''], 2, undefined],
    [[BHS, M1, M2, 'BTS|3'], 2, 'hl7.batchCount'],
    [[BHS, M1, M2, 'BTS|two'], 2, 'hl7.batchCount'],
    [[FHS, BHS, M1, 'BTS|1', 'FTS|2'], 1, 'hl7.batchCount'],
    [[FHS, M1, 'FTS|2'], 1, 'hl7.batchCount'],
    [[BHS, M1, M2], 2, 'hl7.batchUnfinished'],
    [[FHS, BHS, M1, 'BTS|1'], 1, 'hl7.batchUnfinished'],
    [[FHS, BHS, M1, 'FTS|1'], 1, 'hl7.batchUnfinished'],
    [[BHS, M1, BHS, M2, 'BTS|1'], 2, 'hl7.batchUnfinished'],
    [[BHS, M1, 'BTS|1', 'BTS|1'], 1, 'hl7.batchUnfinished'],
    [[BHS, M1, 'BTS|1', 'FTS|1'], 1, 'hl7.batchUnfinished'],
  ] as const) {
    const { messages, problem: found } = batchOf(...lines)
    assert.deepEqual([messages.length, found], [count, problem], lines.join(' ').slice(0, 300))
  }
})

test('each message of a batch has the bytes it would have alone, in one byte a character or two', () => {
  const bytes = file(FHS, BHS, M1, M2, 'BTS|2', 'FTS|1')
  assert.deepEqual(readBatch(bytes)?.messages.map(String), [M1, M2])
  const wide = Buffer.from(`\ufeff${bytes}`, 'utf16le')
  assert.deepEqual(
    readBatch(wide)?.messages.map(one => one.toString('utf16le')),
    [M1, M2],
  )
  assert.equal(readBatch(wide)?.header[11], 'F1')
  assert.deepEqual(readBatch(Buffer.from(wide).swap16())?.messages.map(field5), ['Pritchard', 'Pritchard'])
  const crlf = Buffer.from(String(bytes).replaceAll('\r', '\r\n\r\n'))
  assert.deepEqual([readBatch(crlf)?.messages.length, readBatch(crlf)?.problem], [2, undefined])
})
const field5 = (bytes: Buffer) => field(read(bytes), 'PID', 5, 1)

test('one message, or what is none, is no batch', () => {
  for (const one of [M1, '', 'hello', `hello\r${BHS}\r`]) assert.equal(readBatch(Buffer.from(one)), undefined)
})

test('a batch is answered by a batch, which names it', () => {
  let count = 0
  const own = () => ({ controlId: `A${++count}`, at: new Date('2026-07-01T08:00:00Z') })
  const acks = [Buffer.from('MSH|^~\\&|x\rMSA|AA|M1\r'), Buffer.from('MSH|^~\\&|x\rMSA|AA|M2\r')]
  const answer = batchOfAcks(batchOf(FHS, BHS, M1, M2, 'BTS|2', 'FTS|1'), acks, own)
  const read = readBatch(answer)
  assert.deepEqual([read?.messages.length, read?.problem, read?.header[12]], [2, undefined, 'F1'])
  assert.deepEqual(read?.header.slice(3, 7), ['CYDOFAL', 'RPB', 'PAS', 'GLANHAFREN'])
  const short = String(batchOfAcks(batchOf(BHS, M1, 'BTS|2'), acks.slice(0, 1), own))
  assert.match(short, /^BHS\|.*\|B1\rMSH.*\rMSA\|AA\|M1\rMSH.*\rMSA\|AE\|B1\rERR\|.*hl7\.batchCount\rBTS\|2\r$/s)
})

test('no bytes make the reader of batches throw, and it answers what it says it answers', () => {
  const pieces = fc.constantFrom(
    FHS,
    BHS,
    M1,
    M2,
    'BTS|1',
    'BTS|2',
    'FTS|1',
    'BTS',
    '\r',
    '\n\n',
    '\ufeff',
    'BHS',
    '\0',
    'hello|',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 12 }),
      fc.boolean(),
      (parts, wide) => {
        const bytes = Buffer.from(parts.join('\r'), wide ? 'utf16le' : 'utf8')
        const batch = readBatch(bytes)
        for (const one of batch?.messages ?? []) assert.ok(bytes.includes(one))
        if (batch) assert.ok(readBatch(batchOfAcks(batch, [], () => ({ controlId: 'A', at: new Date(0) }))))
      },
    ),
    { numRuns: 3000 },
  )
})
