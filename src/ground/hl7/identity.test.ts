import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './example.ts'
import { findSegment } from './field.ts'
import { type Identity, readIdentity, readMergedIdentity } from './identity.ts'
import { DEFAULT_SENDER, type SenderMap } from './sender.ts'

function identityOf(pid: string, sender: Partial<SenderMap> = {}): Identity {
  const message = read(`MSH|^~\\&|PAS|GH|||20260701||ADT^A31|1|P|2.5\rPID|${pid}\r`)
  return readIdentity(findSegment(message, 'PID'), { ...DEFAULT_SENDER, ...sender })
}

/** PID with something in PID-2, PID-3, PID-19 and PID-32. */
function pid(parts: { 2?: string; 3?: string; 19?: string; 32?: string }): string {
  return Array.from({ length: 32 }, (_, index) => parts[(index + 1) as 2 | 3 | 19 | 32] ?? '').join('|')
}

const MAIR = '9990000018'
const GWEN = '9990000026'

test('whoever the sender names as the giver, an NHS number is known by its label', () => {
  const labels = [
    'NHS^NH',
    '^NH',
    '^NI',
    'NHSNBR^NHSNMBR',
    'nhs^',
    '&2.16.840.1.113883.2.1.4.1&ISO',
    'https://fhir.nhs.uk/Id/nhs-number^',
  ]
  for (const label of labels) {
    const identity = identityOf(pid({ 3: `H1^^^GH1^PI~${MAIR}^^^${label}` }))
    assert.deepEqual(identity.nhsNumber, { number: MAIR, verified: false }, label)
    assert.deepEqual(identity.localIds, [{ value: 'H1', authority: 'GH1', type: 'PI' }], label)
  }
})

test('a number is verified only when its sender says so, wherever that sender says it', () => {
  const number = `${MAIR}^^^NHS^NH`
  const verified = (fields: Parameters<typeof pid>[0]) => identityOf(pid(fields)).nhsNumber?.verified
  assert.equal(verified({ 3: `${MAIR}^01^^NHS^NH` }), true)
  assert.equal(verified({ 3: number, 32: '01' }), true)
  assert.equal(verified({ 3: number, 32: 'NSTS01' }), true)
  assert.equal(verified({ 2: '01', 3: number }), true)
  assert.equal(verified({ 2: `${MAIR}^01`, 3: number }), true)
  assert.equal(verified({ 2: `${MAIR}^01`, 3: 'H1^^^GH1^PI' }), true)
  assert.equal(verified({ 3: number }), false)
  assert.equal(verified({ 3: number, 32: '03' }), false)
  assert.equal(verified({ 3: `${MAIR}^06^^NHS^NH` }), false)
})

test('the check digit in its proper place is not taken for a status', () => {
  assert.equal(identityOf(pid({ 3: `${MAIR}^1^M11^NHS^NH` })).nhsNumber?.verified, false)
})

test('two statuses that disagree do not verify a number', () => {
  assert.equal(identityOf(pid({ 3: `${MAIR}^01^^NHS^NH`, 32: '05' })).nhsNumber?.verified, false)
})

test('a mark that says the name is an alias says nothing of the number', () => {
  assert.equal(identityOf(pid({ 3: `${MAIR}^01^^NHS^NH`, 32: 'AL' })).nhsNumber?.verified, true)
})

test('a sender that only ever sends traced numbers may be trusted, but not against its own word', () => {
  const sender = { nhsNumbersVerified: true }
  assert.equal(identityOf(pid({ 3: `${MAIR}^^^NHS^NH` }), sender).nhsNumber?.verified, true)
  assert.equal(identityOf(pid({ 3: `${MAIR}^02^^NHS^NH` }), sender).nhsNumber?.verified, false)
})

test('a sender’s own word for "traced" can be taught', () => {
  const sender = { verifiedStatuses: ['nn'] }
  assert.equal(identityOf(pid({ 3: `${MAIR}^^^NHS^NH`, 32: 'nn' }), sender).nhsNumber?.verified, true)
  assert.equal(identityOf(pid({ 3: `${MAIR}^^^NHS^NH`, 32: '01' }), sender).nhsNumber?.verified, false)
})

test('a number alone in PID-2 or PID-19 counts when nothing is labelled and its check digit is right', () => {
  assert.deepEqual(identityOf(pid({ 2: '999 000 0018', 3: 'H1^^^GH1^PI' })).nhsNumber, {
    number: MAIR,
    verified: false,
  })
  assert.deepEqual(identityOf(pid({ 3: 'H1^^^GH1^PI', 19: MAIR })).nhsNumber, { number: MAIR, verified: false })
  assert.equal(identityOf(pid({ 2: '9990000019', 3: 'H1^^^GH1^PI' })).nhsNumber, undefined)
  assert.equal(identityOf(pid({ 2: `${MAIR}^^^GH1^PI`, 3: 'H1^^^GH1^PI' })).nhsNumber, undefined)
  assert.equal(identityOf(pid({ 2: MAIR, 3: 'H1^^^GH1^PI' }), { bareNhsFields: [] }).nhsNumber, undefined)
})

test('an empty NHS repetition leaves the number alone, and a deleted one takes it away', () => {
  assert.deepEqual(identityOf(pid({ 3: '^^^NHS^NH~B3159251^^^109^PI' })), {
    localIds: [{ value: 'B3159251', authority: '109', type: 'PI' }],
  })
  assert.equal(identityOf(pid({ 3: '""^^^NHS^NH~B3159251^^^109^PI' })).nhsNumber, null)
})

test('a number whose check digit is wrong is kept aside, never used', () => {
  assert.deepEqual(identityOf(pid({ 3: '9990000019^01^^NHS^NH~H1^^^GH1^PI' })), {
    localIds: [{ value: 'H1', authority: 'GH1', type: 'PI' }],
    nhsNumberRejected: '9990000019',
  })
})

test('the numbers systems send for "unknown" are nobody’s', () => {
  for (const digit of '0123456789') {
    const number = digit.repeat(10)
    const identity = identityOf(pid({ 3: `${number}^01^^NHS^NH` }))
    assert.deepEqual([identity.nhsNumber, identity.nhsNumberRejected], [undefined, number])
  }
})

test('two different NHS numbers for one person are a contradiction, and neither is believed', () => {
  const identity = identityOf(pid({ 3: `${MAIR}^01^^NHS^NH~${GWEN}^01^^NHS^NH` }))
  assert.deepEqual([identity.nhsNumber, identity.nhsNumberRejected], [undefined, `${MAIR}~${GWEN}`])
})

test('the same number twice, differently spaced, is one number', () => {
  const identity = identityOf(pid({ 2: `${MAIR}^^^^NH`, 3: '999 000 0018^01^^NHS^NH' }))
  assert.deepEqual(identity.nhsNumber, { number: MAIR, verified: true })
})

test('a hospital’s own number under the national label stays a hospital number', () => {
  assert.deepEqual(identityOf(pid({ 3: 'N3022773^^^^NI~B1^^^GH1^PI' })).localIds, [
    { value: 'N3022773', type: 'NI' },
    { value: 'B1', authority: 'GH1', type: 'PI' },
  ])
})

test('the identifiers given up in a merge are read in the same way', () => {
  const message = read(`MSH|^~\\&|PAS|GH|||20260701||ADT^A40|1|P|2.5\rMRG|H1^^^GH1^PI~${GWEN}^01^^NHS^NH\r`)
  const mrg = findSegment(message, 'MRG')
  assert.ok(mrg)
  assert.deepEqual(readMergedIdentity(mrg, DEFAULT_SENDER), {
    localIds: [{ value: 'H1', authority: 'GH1', type: 'PI' }],
    nhsNumber: { number: GWEN, verified: true },
  })
})
