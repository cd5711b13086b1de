import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AckFault, acksFor, nakForUnreadable } from './ack.ts'
import type { Verdict } from './ack-codes.ts'
import { exampleAdmission, read } from './example.ts'
import { field } from './field.ts'
import type { Hl7Message } from './message.ts'

const own = { controlId: 'ACK7', at: new Date('2026-07-01T08:30:05Z') }

function headed(parts: {
  type?: string
  version?: string
  accept?: string
  application?: string
  control?: string
}): string {
  const { type = 'ADT^A01^ADT_A01', version = '2.5', accept = '', application = '', control = 'C1' } = parts
  return `MSH|^~\\&|PAS|GH|CYDOFAL|RPB|20260701||${type}|${control}|T|${version}|||${accept}|${application}\r`
}

/** The one acknowledgement of a message. */
function ackFor(message: Hl7Message, verdict: Verdict, fault?: AckFault): Buffer {
  const [ack, ...more] = acksFor(message, verdict, () => own, fault)
  assert.ok(ack !== undefined && more.length === 0)
  return ack
}

test('the acknowledgement goes back to the sender and names its message', () => {
  const text = ackFor(read(exampleAdmission()), 'accepted').toString()
  assert.equal(
    text,
    'MSH|^~\\&|CYDOFAL|RPB|PAS|GLANHAFREN|20260701093005+0100||ACK^A01^ACK|ACK7|P|2.5.1\rMSA|CA|GH0001\r',
  )
})

test('where both are asked for, that it arrived is said before what became of it, each under an id of its own', () => {
  let count = 0
  const numbered = () => ({ ...own, controlId: `ACK${++count}` })
  const acks = acksFor(read(headed({ accept: 'AL', application: 'AL' })), 'accepted', numbered).map(read)
  assert.deepEqual(
    acks.map(ack => [field(ack, 'MSH', 10), field(ack, 'MSA', 1), field(ack, 'MSA', 2), field(ack, 'MSH', 16)]),
    [
      ['ACK1', 'CA', 'C1', undefined],
      ['ACK2', 'AA', 'C1', 'NE'],
    ],
  )
})

test('who asked for no answer gets none', () => {
  assert.deepEqual(
    acksFor(read(headed({ accept: 'NE', application: 'NE' })), 'accepted', () => own),
    [],
  )
})

test('a refusal says where, by HL7’s code and ours, and in words', () => {
  const fault = { problem: 'adt.noPatientId', text: 'Nid oes rhif claf | ŵ' }
  const ack = read(ackFor(read(headed({})), 'error', fault))
  assert.deepEqual([field(ack, 'ERR', 2, 1), field(ack, 'ERR', 2, 3)], ['PID', '3'])
  assert.equal(field(ack, 'ERR', 3), '101')
  assert.equal(field(ack, 'ERR', 4), 'E')
  assert.equal(field(ack, 'ERR', 5), 'adt.noPatientId')
  assert.equal(field(ack, 'ERR', 8), 'Nid oes rhif claf | ŵ')
  assert.equal(field(ack, 'MSH', 18), 'UNICODE UTF-8')
})

test('an old sender is told in MSA-3, since it does not know ERR', () => {
  const ack = read(ackFor(read(headed({ version: '2.3', type: 'ADT^A01' })), 'rejected', { problem: 'adt.trigger' }))
  assert.equal(field(ack, 'MSA', 3), 'adt.trigger')
  assert.equal(field(ack, 'ERR', 5), undefined)
  assert.equal(field(ack, 'MSH', 9), 'ACK')
  assert.equal(field(ack, 'MSH', 9, 2), 'A01')
  assert.equal(field(ack, 'MSH', 12), '2.3')
})

test('a code of the caller’s own is reported as an internal error', () => {
  const ack = read(ackFor(read(headed({})), 'error', { problem: 'feeds.full' }))
  assert.deepEqual([field(ack, 'ERR', 2), field(ack, 'ERR', 3), field(ack, 'ERR', 8)], [undefined, '207', 'feeds.full'])
})

test('a frame that cannot be read is refused by name when its first line can be', () => {
  const frame = Buffer.concat([Buffer.from(headed({ control: 'X9' })), Buffer.from([0x50, 0xff, 0xfe])])
  const nak = read(nakForUnreadable(frame, own, { problem: 'hl7.charset' }))
  assert.deepEqual([field(nak, 'MSA', 1), field(nak, 'MSA', 2), field(nak, 'MSH', 5)], ['AR', 'X9', 'PAS'])
})

test('a frame that is nothing at all is refused without a name', () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('GET / HTTP/1.1'),
    Buffer.from('MSH'),
    Buffer.from([0xff, 0xfe, 0]),
  ]) {
    const nak = read(nakForUnreadable(bytes, own, { problem: 'hl7.notHl7' }))
    assert.deepEqual(
      [field(nak, 'MSA', 1), field(nak, 'MSA', 2), field(nak, 'ERR', 5)],
      ['AR', undefined, 'hl7.notHl7'],
    )
  }
})

test('nothing in a sender’s header can put a segment or a frame of its own into our answer', () => {
  const message = read(`MSH|^~\\&|PA\u000bS|GH\u001c\nMSA|AA|other||||||ADT^A01|1\n2|P|2.5\rEVN||2026\r`)
  const ack = ackFor(message, 'accepted').toString()
  assert.equal(ack.split('\r').length, 3)
  assert.ok(!/\p{Cc}/u.test(ack.replaceAll('\r', '')))
})
