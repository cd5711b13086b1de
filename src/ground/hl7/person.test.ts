import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdtPerson } from './adt-event.ts'
import { read } from './example.ts'
import { readPerson } from './person.ts'
import { DEFAULT_SENDER, type SenderMap } from './sender.ts'

test('the other names of PID-9 are kept apart from the name in PID-5', () => {
  const person = personOf({ 5: 'PRITCHARD^MAIR^^^^^L', 9: 'BOWEN^MAIR^^^^^M~PRITCHARD^MARI^^^^^N' })
  assert.deepEqual(person.names, [{ family: 'PRITCHARD', given: ['MAIR'], use: 'L' }])
  assert.deepEqual(person.aliases, [
    { family: 'BOWEN', given: ['MAIR'], use: 'M' },
    { family: 'PRITCHARD', given: ['MARI'], use: 'N' },
  ])
})

test('several names of PID-5 come each with its kind and its days', () => {
  const person = personOf({ 5: 'PRITCHARD^MAIR^^^^^L^^^^^19640606~BOWEN^MAIR^^^^^M^^^19420317&19640606' })
  assert.deepEqual(person.names, [
    { family: 'PRITCHARD', given: ['MAIR'], use: 'L', period: { start: '1964-06-06' } },
    { family: 'BOWEN', given: ['MAIR'], use: 'M', period: { start: '1942-03-17', end: '1964-06-06' } },
  ])
})

test('several addresses come each with its kind, its days and its UPRN', () => {
  const person = personOf({
    11: '3 Llys y Berllan^^Llanfeilir^^GH2 4DW^GBR^H^UPRN 999000240003~Tŷ Uchaf^^Trefedwen^^GH5 1SE^^BDL',
  })
  assert.deepEqual(person.addresses, [
    {
      ...{ lines: ['3 Llys y Berllan'], town: 'Llanfeilir', postcode: 'GH2 4DW', country: 'GBR', kind: 'home' },
      uprn: '999000240003',
    },
    { lines: ['Tŷ Uchaf'], town: 'Trefedwen', postcode: 'GH5 1SE', kind: 'birth' },
  ])
})

test('a sender that puts the UPRN in a place of its own is read there, and nowhere is one guessed', () => {
  const address = '1 Heol Las^^Trefedwen^^GH5 1SE^^H^^999000510001'
  const [known] = personOf({ 11: address }, { uprnComponent: 9 }).addresses ?? []
  assert.deepEqual([known?.uprn, known?.county], ['999000510001', undefined])
  const [unknown] = personOf({ 11: address }).addresses ?? []
  assert.deepEqual([unknown?.uprn, unknown?.county], [undefined, '999000510001'])
})

test('a number in PID-4 is another number of theirs, never the one the record is known by', () => {
  const person = personOf({ 3: 'H1^^^GH1^PI', 4: 'TC-07731^^^TAI^XX' })
  assert.deepEqual(person.localIds, [{ value: 'H1', authority: 'GH1', type: 'PI' }])
  assert.deepEqual(person.otherIds, [{ value: 'TC-07731', authority: 'TAI', type: 'XX' }])
})

test('the status of a number that is not verified is kept beside it', () => {
  assert.deepEqual(personOf({ 3: 'H1^^^GH1^PI~9990000018^03^^NHS^NH' }).nhsNumber, {
    ...{ number: '9990000018', verified: false },
    status: '03',
  })
})

test('a twin is told by the order of birth, or at least as one of several', () => {
  assert.equal(personOf({ 24: 'Y', 25: '2' }).multipleBirth, 2)
  assert.equal(personOf({ 24: 'Y' }).multipleBirth, true)
  assert.equal(personOf({ 24: 'N' }).multipleBirth, false)
  assert.equal(personOf({ 24: '""' }).multipleBirth, null)
  assert.equal('multipleBirth' in personOf({}), false)
})

test('a hospital’s protection of what it holds is read from PD1', () => {
  assert.equal(personOf({}, {}, 'PD1||||||||||||Y').isProtected, true)
  assert.equal(personOf({}, {}, 'PD1||||||||||||N').isProtected, false)
  assert.equal('isProtected' in personOf({}, {}, 'PD1|'), false)
})

test('a date of birth is as exact as it was written', () => {
  const written = ['1942', '194203', '19420317', '19420101'].map(born => personOf({ 7: born }).birthDate)
  assert.deepEqual(written, ['1942', '1942-03', '1942-03-17', '1942-01-01'])
})

function personOf(fields: Readonly<Record<number, string>>, map: Partial<SenderMap> = {}, pd1 = 'PD1|'): AdtPerson {
  const pid = Array.from({ length: 40 }, (_, index) => ({ 3: 'H1^^^GH1^PI', ...fields })[index + 1] ?? '').join('|')
  const message = read(`MSH|^~\\&|PAS|GH|||20260701||ADT^A31|1|P|2.5||||||UNICODE UTF-8\rPID|${pid}\r${pd1}\r`)
  const reading = { sender: { ...DEFAULT_SENDER, ...map }, cannotRead: () => {} }
  return readPerson(reading, message)
}
