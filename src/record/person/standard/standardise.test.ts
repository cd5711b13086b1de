import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import type { RawIdentity } from './standard.ts'
import { standardise } from './standardise.ts'

test('a row of a council’s file becomes what can be compared with a hospital’s', () => {
  const standard = standardise({
    nhsNumber: '999 000 0042',
    nhsNumberStatus: '01',
    title: 'Mrs',
    given: 'MAIR ELUNED',
    surname: 'Pritchard',
    born: '17/03/1942',
    sex: 'Benyw',
    addresses: [{ lines: ['Fflat 2, 14 Stryd Fawr'], town: 'Casnewydd', postcode: 'gh1 2ab', uprn: '000999000110031' }],
    phones: ['+44 1632 960201'],
    emails: ['mailto:Mair@post.example'],
  })
  assert.deepEqual(standard, {
    nhsNumber: '9990000042',
    nhsNumberDamaged: undefined,
    nhsNumberVerified: true,
    names: [{ given: 'mair', middle: ['eluned'], surname: 'pritchard', surnameParts: ['pritchard'] }],
    isBaby: false,
    born: { year: 1942, month: 3, day: 17, isProxy: false },
    sex: 'F',
    addresses: [
      {
        uprn: '999000110031',
        postcode: 'GH12AB',
        district: 'GH1',
        sector: 'GH12',
        numbers: ['2', '14'],
        words: ['flat', 'high', 'newport', 'street'],
        institution: undefined,
      },
    ],
    phones: ['632960201'],
    emails: ['mair@post.example'],
    died: undefined,
  })
})

test('of somebody of whom nothing is written nothing is known', () => {
  const { names, born, addresses, phones, died, isBaby } = standardise({})
  assert.deepEqual(
    { names, born, addresses, phones, died, isBaby },
    {
      names: [],
      born: undefined,
      addresses: [],
      phones: [],
      died: undefined,
      isBaby: false,
    },
  )
})

test('a maiden name comes after the name of today, with the same given names', () => {
  const { names } = standardise({
    given: 'Mair',
    surname: 'Pritchard',
    aliases: [{ surname: 'Bowen' }, { given: 'Mari' }],
  })
  assert.deepEqual(
    names.map(({ given, surname }) => `${given} ${surname}`),
    ['mair pritchard', 'mair bowen', 'mari pritchard'],
  )
})

test('a number that was superseded is the one that stands now', () => {
  const now = parseNhsNumber('9990004331')!
  const { nhsNumber } = standardise({ nhsNumber: '9990000042' }, number => (number === '9990000042' ? now : number))
  assert.equal(nhsNumber, now)
})

test('a number with a wrong check digit is kept apart, and is never a verified one', () => {
  const { nhsNumber, nhsNumberDamaged, nhsNumberVerified } = standardise({
    nhsNumber: '9990000043',
    nhsNumberStatus: '01',
  })
  assert.deepEqual([nhsNumber, nhsNumberDamaged, nhsNumberVerified], [undefined, '9990000043', false])
})

test('numbers typed for want of a number are none, not even a damaged one', () => {
  for (const filler of ['9999999999', '0000000000', '1234567890', '9876543210', '0123456789', '', 'NK', '999000004']) {
    const { nhsNumber, nhsNumberDamaged } = standardise({ nhsNumber: filler })
    assert.deepEqual([nhsNumber, nhsNumberDamaged], [undefined, undefined], filler)
  }
})

test('only status 01 says that a number was verified', () => {
  for (const status of ['02', '03', '07', '1', '', 'Trace required', 'not verified', 'unverified']) {
    assert.equal(standardise({ nhsNumber: '9990000042', nhsNumberStatus: status }).nhsNumberVerified, false, status)
  }
})

test('sex is read in either language, and what is not known counts for nothing', () => {
  const read = ['M', 'female', 'Gwryw', 'benyw', '2', 'X', '9', 'unknown', ''].map(sex => standardise({ sex }).sex)
  assert.deepEqual(read, ['M', 'F', 'M', 'F', 'F', undefined, undefined, undefined, undefined])
})

test('whatever text is sent, standardising never fails', () => {
  fc.assert(
    fc.property(anything, raw => assert.ok(standardise(raw))),
    { numRuns: 2000 },
  )
})

test('case and accents make no difference', () => {
  fc.assert(
    fc.property(welsh, welsh, welsh, (given, surname, line) => {
      const raw = { given, surname, addresses: [{ lines: [`12 ${line}`], town: surname }] }
      const shouted = {
        given: given.toUpperCase(),
        surname: bare(surname),
        addresses: [{ lines: [`12 ${bare(line).toUpperCase()}`], town: surname.toUpperCase() }],
      }
      assert.deepEqual(standardise(shouted), standardise(raw))
    }),
  )
})

test('what has been standardised stays the same when it is standardised again', () => {
  fc.assert(
    fc.property(anything, names, (rest, written) => {
      const once = standardise({ ...rest, ...written })
      const twice = standardise(rawAgain(once))
      assert.deepEqual(
        { ...twice, names: twice.names.map(({ given, middle }) => [given, ...middle]) },
        { ...once, names: once.names.map(({ given, middle }) => [given, ...middle]) },
      )
    }),
    { numRuns: 2000 },
  )
})

const word = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string(),
  fc.constantFrom(
    'Siân',
    'ap',
    'Ferch',
    'O’Brien',
    '(Peggy)',
    'née',
    'Baby',
    '01/02/1950',
    '1 Stryd Fawr',
    'ZZ99 3VZ',
    'N/A',
  ),
)
const text = fc.option(
  fc.array(word, { maxLength: 4 }).map(words => words.join(' ')),
  { nil: undefined },
)
const texts = fc.option(
  fc.array(
    text.map(one => one ?? ''),
    { maxLength: 3 },
  ),
  { nil: undefined },
)
const name = fc.record({ given: text, middle: text, surname: text, fullname: text })
const address = fc.record({ lines: texts, town: text, postcode: text, uprn: text })
const anything: fc.Arbitrary<RawIdentity> = fc.record({
  ...{ nhsNumber: text, nhsNumberStatus: text, title: text, given: text, middle: text, surname: text, fullname: text },
  ...{
    born: text,
    bornOrder: fc.constantFrom('dmy', 'mdy', 'ymd', undefined),
    sex: text,
    phones: texts,
    emails: texts,
  },
  ...{ died: text, aliases: fc.array(name, { maxLength: 2 }), addresses: fc.array(address, { maxLength: 2 }) },
})
/** Names as people have them; what stands beside them is for the other tests. */
const names = fc.record({
  given: fc.constantFrom(
    'Siân',
    'Mrs Mair',
    'Rhys ap',
    'Baby',
    'Ann-Marie',
    'J. R.',
    'D’Arcy',
    'Unknown',
    'Angharad Non',
  ),
  middle: fc.constantFrom('', 'E', 'Wyn', 'Haf Elin', undefined),
  surname: fc.constantFrom(
    'Jones',
    'ap Rhys',
    'Mc Donald',
    'Garcia-Jones',
    'O’Brien',
    'van der Berg',
    'Evans Jr',
    'Lê',
    '',
  ),
  fullname: fc.constant(undefined),
  aliases: fc.constant([]),
})
const welsh = fc
  .array(fc.constantFrom(...'abcdeghŵŷâêîôûïiormnst -'), { maxLength: 12 })
  .map(letters => letters.join(''))

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{Mark}/gu, '')
}

/** A standard record as text again, as far as it can be written. */
function rawAgain(standard: ReturnType<typeof standardise>): RawIdentity {
  const [first, ...others] = standard.names.map(({ given, middle, surname }) => ({
    given,
    middle: middle.join(' '),
    surname,
  }))
  const born = standard.born
  const parts = born === undefined ? [] : [born.year, born.month, born.day].filter(part => part !== undefined)
  return {
    ...(standard.isBaby ? { ...first, given: 'Baby' } : first),
    nhsNumber: standard.nhsNumber ?? standard.nhsNumberDamaged,
    nhsNumberStatus: standard.nhsNumberVerified ? '01' : undefined,
    aliases: others,
    born: parts.map(part => String(part).padStart(2, '0')).join('-'),
    sex: standard.sex,
    phones: standard.phones,
    emails: standard.emails,
    died: standard.died === 'unknown' ? 'yes' : standard.died,
    addresses: standard.addresses.map(({ uprn, postcode, numbers, words }) => {
      const door = words.find(word => ['flat', 'unit', 'room', 'block'].includes(word))
      const written = numbers.map(number => (/\d/.test(number) ? number : `${door} ${number}`))
      return { uprn, postcode, lines: [written.join(' '), words.join(' ')] }
    }),
  }
}
