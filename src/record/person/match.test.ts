import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type NhsNumber, parseNhsNumber } from '#ground/nhs-number.ts'
import { type Candidate, decideMatch } from './match.ts'
import type { Identity } from './patient.ts'

const MAIR: Identity = {
  nhsNumber: number('9990000042'),
  nhsNumberVerified: true,
  birthDate: '1942-03-17',
  familyKey: 'pritchard',
}
/** What the council holds of her. */
const AT_COUNCIL: Candidate = { ...MAIR, personId: 'mair', sourceRecordId: 'council’s record' }
const OTHERS_NUMBER = number('9990001006')

test('a verified number and the day of birth are Mair', () => {
  const married = { ...MAIR, familyKey: 'hughes' }
  assert.deepEqual(decideMatch(married, [AT_COUNCIL]), {
    decision: 'link',
    personId: 'mair',
    evidence: { sourceRecordId: 'council’s record', agreed: ['nhsNumber', 'birthDate'] },
  })
})

test('a verified number and the family name are Mair, though a clerk mistyped the day', () => {
  const decided = decideMatch({ ...MAIR, birthDate: '1942-07-13' }, [AT_COUNCIL])
  assert.equal(decided.decision, 'link')
})

test('her number on another name and another day of birth is not Mair, and is nobody’s to join', () => {
  const dilwyn = { ...MAIR, birthDate: '1959-09-30', familyKey: 'beynon' }
  assert.deepEqual(decideMatch(dilwyn, [AT_COUNCIL]), { decision: 'conflict', candidateId: 'mair' })
})

test('without a number nobody is joined, however alike they are', () => {
  assert.deepEqual(decideMatch({ ...MAIR, nhsNumber: undefined }, [AT_COUNCIL]), { decision: 'new' })
})

test('a number that one side never verified waits for a person to decide', () => {
  const waits = { decision: 'review', candidateId: 'mair', reason: 'match.numberNotVerified' }
  assert.deepEqual(decideMatch({ ...MAIR, nhsNumberVerified: false }, [AT_COUNCIL]), waits)
  assert.deepEqual(decideMatch(MAIR, [{ ...AT_COUNCIL, nhsNumberVerified: false }]), waits)
})

test('a number held for two people waits for a person to decide', () => {
  const elsewhere = { ...AT_COUNCIL, personId: 'another mair', sourceRecordId: 'landlord’s record' }
  const decided = decideMatch(MAIR, [AT_COUNCIL, elsewhere])
  assert.deepEqual(decided, { decision: 'review', candidateId: 'mair', reason: 'match.severalPeople' })
})

test('twins share a name, a day and a house, and each has their own number', () => {
  const iwan = { ...MAIR, familyKey: 'davies', birthDate: '2001-11-05', nhsNumber: OTHERS_NUMBER }
  const ieuan = { ...iwan, nhsNumber: MAIR.nhsNumber, personId: 'ieuan', sourceRecordId: 'ieuan’s record' }
  assert.deepEqual(decideMatch(iwan, [ieuan]), { decision: 'new' })
})

test('an empty family name and an unknown day of birth agree with nothing', () => {
  const unknown = { ...MAIR, familyKey: '', birthDate: undefined }
  const decided = decideMatch(unknown, [{ ...AT_COUNCIL, familyKey: '', birthDate: undefined }])
  assert.equal(decided.decision, 'conflict')
})

test('whatever two records say, only a number verified on both sides and a second identifier link them', () => {
  fc.assert(
    fc.property(identity(), fc.array(identity(), { maxLength: 4 }), (incoming, held) => {
      const candidates = held.map((one, index) => ({ ...one, personId: `${index}`, sourceRecordId: `${index}` }))
      const decided = decideMatch(incoming, candidates)
      if (decided.decision !== 'link') return
      const linked = candidates.find(({ personId }) => personId === decided.personId)
      assert.ok(incoming.nhsNumberVerified && linked?.nhsNumberVerified)
      assert.equal(linked.nhsNumber, incoming.nhsNumber)
      const sameDay = linked.birthDate !== undefined && linked.birthDate === incoming.birthDate
      assert.ok(sameDay || (linked.familyKey !== '' && linked.familyKey === incoming.familyKey))
    }),
  )
})

/** Records that are likely to agree in something. */
function identity(): fc.Arbitrary<Identity> {
  return fc.record({
    nhsNumber: fc.constantFrom(MAIR.nhsNumber, OTHERS_NUMBER, undefined),
    nhsNumberVerified: fc.boolean(),
    birthDate: fc.constantFrom('1942-03-17', '1959-09-30', undefined),
    familyKey: fc.constantFrom('pritchard', 'beynon', ''),
  })
}

function number(digits: string): NhsNumber {
  return parseNhsNumber(digits) ?? assert.fail(`${digits} is no NHS number`)
}
