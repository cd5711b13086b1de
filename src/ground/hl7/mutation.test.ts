import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { acksFor, nakForUnreadable } from './ack.ts'
import { readAdt } from './adt.ts'
import { exampleAdmission, read } from './example.ts'
import { parseMessage } from './parse-message.ts'
import { PROBLEM_PLACES } from './problem.ts'

/** What goes wrong in real feeds, and what somebody who wishes us ill would try. */
const PIECES = [
  ...['|', '^', '~', '\\', '&', '"', '""', '\r', '\n', '\r\n', '\0', '\u000b', '\u001c\r', '\ufeff', ' '],
  ...[
    '\\F\\',
    '\\X0D\\',
    '\\X00\\',
    '\\.br\\',
    'MSH|^~\\&|',
    'PID|1||H9',
    'PV1||I',
    'MRG|H8',
    '__proto__',
    'constructor',
  ],
  ...['20261025013000', '20260329013000', '99999999999999', '9990000018', 'ŵ', '\u202e', '<script>', '=cmd|', '🙂'],
]

const START = exampleAdmission({ MRG: 'MRG|H9', DG1: 'DG1|1||R29.6^Falls' })

const mutation = fc.record({
  place: fc.nat({ max: START.length }),
  drop: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
  put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 }), fc.constant('')),
})
const mutated = fc
  .array(mutation, { minLength: 1, maxLength: 6 })
  .map(all => all.reduce((text, { place, drop, put }) => text.slice(0, place) + put + text.slice(place + drop), START))

const bytes = fc.oneof(
  { weight: 9, arbitrary: mutated.map(text => Buffer.from(text)) },
  { weight: 1, arbitrary: mutated.map(text => Buffer.from(text, 'latin1')) },
)

test('20,000 spoilt messages are each read, or refused for a documented reason, and answered', () => {
  const own = { controlId: 'A1', at: new Date('2026-07-01T08:00:00Z') }
  const seen = new Set<string>()
  fc.assert(
    fc.property(bytes, frame => {
      const message = parseMessage(frame)
      const event = message.ok ? readAdt(message.value) : message
      seen.add(event.ok ? 'event' : event.problem)
      assert.ok(event.ok || event.problem in PROBLEM_PLACES)
      if (event.ok) assert.ok(event.value.person.localIds.length > 0 || event.value.person.nhsNumber)
      const answers = message.ok
        ? acksFor(message.value, event.ok ? 'accepted' : 'error', () => own, event.ok ? undefined : event)
        : [nakForUnreadable(frame, own, message)]
      for (const answer of answers) assert.match(read(answer).segments[1]?.fields[1] ?? '', /^[AC][AER]$/)
    }),
    { numRuns: 20_000 },
  )
  // The spoiling reaches the reader's refusals: a test of well-formed messages only would prove little.
  assert.ok(seen.size >= 10, [...seen].join(' '))
})

test('nothing in a message reaches the prototypes of our own objects', () => {
  const hostile = exampleAdmission({
    PID: 'PID|1||__proto__^^^constructor^prototype||__proto__^toString||19420311|__proto__|||__proto__^^^^^^__proto__',
    PV1: 'PV1|1|__proto__|__proto__^^^__proto__',
  })
  const before = Object.getOwnPropertyNames(Object.prototype).join()
  const event = readAdt(read(hostile))
  assert.ok(event.ok)
  assert.equal(event.value.person.addresses?.[0]?.kind, 'other')
  assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before)
})
