import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RawIdentity } from '#record/person/standard/standard.ts'
import { type CameOut, cameOut } from '../came-out.ts'
import { compare, take } from '../codes.ts'
import { matcherOf } from '../matcher.ts'
import { startingModel } from '../model-start.ts'
import type { MatchRecord } from '../record.ts'
import { mair, recordOf } from './example.ts'

const MODEL = startingModel([], { records: 1000, pairs: 499_500 })
const MATCHER = matcherOf({ ...MODEL, variants: { learnt: [['bleddyn', 'bledd']], struck: [['mair', 'polly']] } })

function met(one: MatchRecord, other: MatchRecord): CameOut {
  return cameOut(compare(MATCHER, take(MATCHER, one), take(MATCHER, other)))
}

/** What comes out of one comparison when an agency says otherwise. */
function met1(name: keyof CameOut, said: RawIdentity, against: RawIdentity = {}): string | undefined {
  return met(mair(said), mair(against))[name]
}

test('a first name is the same, a form of it, a middle name, a slip, a letter, or another', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['MAIR', 'same'],
    ['Mary', 'variant'],
    ['Polly', 'other'],
    ['Maair', 'near'],
    ['M', 'initial'],
    ['Margo', 'alike'],
    ['Huw', 'other'],
  ]
  for (const [given, level] of cases) assert.equal(met1('given', { given }), level, given)
  assert.equal(met1('given', { given: 'Ann', middle: 'Mair' }), 'middle')
  assert.equal(met1('given', { given: 'Pritchard', surname: 'Mair' }), 'swapped')
  assert.equal(met1('surname', { given: 'Pritchard', surname: 'Mair' }), undefined, 'it has been weighed')
  assert.equal(met1('given', { given: 'Bleddyn' }, { given: 'Bledd' }), 'learntVariant')
  assert.equal(met1('given', { given: '' }), undefined)
})

test('a surname is the same, a part of a double one, a form of it, a slip, or another', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['pritchard', 'same'],
    ['Pritchard-Jones', 'part'],
    ['ap Rhisiart', 'variant'],
    ['Richards', 'alike'],
    ['Pritchrd', 'near'],
    ['Evans', 'other'],
  ]
  for (const [surname, level] of cases) assert.equal(met1('surname', { surname }), level, surname)
})

test('of somebody with a maiden name the name that fits best is compared', () => {
  const maiden = mair({ surname: 'Evans', aliases: [{ given: 'Mair', surname: 'Pritchard' }] })
  assert.equal(met(mair(), maiden).surname, 'same')
  assert.equal(met(maiden, mair()).surname, 'same')
})

test('a birth date is the same, turned about, a slip, or a first of January', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['1941-03-14', '1941-03-14', 'same'],
    ['1941-03-04', '1941-04-03', 'swapped'],
    ['1941-03-15', '1941-03-14', 'slip'],
    ['1942-03-14', '1941-03-14', 'slip'],
    ['1951-03-14', '1941-03-14', 'slip'],
    ['1941-03-14', '1967-03-14', 'twoParts'],
    ['1941-01-01', '1941-01-01', 'sameProxy'],
    ['1941-01-01', '1941-03-14', 'proxy'],
    ['1941-11-29', '1941-03-14', 'year'],
    ['1967-11-29', '1941-03-14', 'other'],
  ]
  for (const [one, other, level] of cases) assert.equal(met1('birthDate', { born: one }, { born: other }), level, one)
  assert.equal(met1('birthDate', { born: '' }), undefined)
})

test('an address is one home, one street, one postcode or one place, and an institution its postcode only', () => {
  const at = (line: string, postcode: string, uprn = '', institution?: boolean): RawIdentity => ({
    addresses: [{ lines: line === '' ? [] : [line], town: 'Tregarreg', postcode, uprn, institution }],
  })
  const cases: readonly (readonly [RawIdentity, string])[] = [
    [at('7 Bridge Street', 'gh12ab'), 'same'],
    [at('7 Stryd y Bont', ''), 'line'],
    [at('7 Stryd y Bont', 'GH1 2BA'), 'slip'],
    [at('', 'GH1 2AB'), 'unnumbered'],
    [at('9 Stryd y Bont', 'GH1 2AB'), 'postcode'],
    [at('7 Stryd y Bont', 'GH1 2AB', '', true), 'postcode'],
    [at('3 Allt Fawr', 'GH1 2XY'), 'sector'],
    [at('3 Allt Fawr', 'GH1 4XY'), 'district'],
    [at('3 Allt Fawr', 'SA7 4XY'), 'other'],
  ]
  for (const [said, level] of cases) assert.equal(met1('address', said), level, JSON.stringify(said))
  assert.equal(met1('address', at('3 Allt', 'GH2 1AA', '100'), at('7 Stryd', 'GH1 2AB', '100')), 'same')
  assert.equal(met1('address', { addresses: [] }), undefined)
})

test('an NHS number is the same, near when a check digit says that it is damaged, or different', () => {
  const number = (nhsNumber: string): RawIdentity => ({ nhsNumber })
  assert.equal(met1('nhsNumber', number('943 476 5919'), number('9434765919')), 'same')
  assert.equal(met1('nhsNumber', number('9434765918'), number('9434765919')), 'near')
  assert.equal(met1('nhsNumber', number('9434765870'), number('9434765919')), 'different')
  assert.equal(met1('nhsNumber', number('9999999999'), number('9434765919')), undefined)
})

test('sex, telephone, e-mail and middle names', () => {
  assert.equal(met1('sex', { sex: 'M' }), 'different')
  assert.equal(met1('phone', { phones: ['01632 960 101'] }, { phones: ['+44 1632 960101', '01632 960199'] }), 'same')
  assert.equal(met1('phone', { phones: ['01632 960102'] }, { phones: ['01632 960101'] }), 'near')
  assert.equal(met1('email', { emails: ['mair@post.example'] }, { emails: ['mair@llythyr.example'] }), 'local')
  assert.equal(met1('middle', { middle: 'Eluned' }, { middle: 'E' }), 'initial')
  assert.equal(met1('middle', { middle: 'Eluned' }, { middle: 'Ann' }), 'other')
})

const some = (...texts: string[]) => fc.constantFrom('', ...texts)
const anyRecord = fc
  .record({
    given: some('Mair', 'Mary', 'M', 'Pritchard', 'Baby', 'Huw', 'Mairi'),
    middle: some('Ann', 'A', 'Mair', 'Ann Eluned'),
    surname: some('Pritchard', 'Mair', 'Pritchard-Jones', 'Evans', 'Prichard'),
    alias: some('Mary', 'Evans'),
    born: some('1941-03-14', '1941-01-01', '1941-04-03', '1941', '1951-03-14', '1967-11-29'),
    sex: some('F', 'M'),
    nhsNumber: some('9434765919', '9434765870', '9434765918'),
    line: some('7 Stryd y Bont', '7 Bridge Street', 'Stryd y Bont', '9 Allt Fawr'),
    postcode: some('GH1 2AB', 'GH1 2BA', 'GH1 4XY'),
    uprn: some('100', '200'),
    phone: some('01632 960101', '01632 960102'),
    email: some('mair@post.example', 'mair@llythyr.example', 'mari@post.example'),
  })
  .map(({ alias, line, postcode, uprn, phone, email, ...rest }) =>
    recordOf({
      ...rest,
      aliases: alias === '' ? [] : [{ given: alias, surname: 'Pritchard' }],
      addresses: [{ lines: [line], postcode, uprn }],
      phones: [phone],
      emails: [email],
    }),
  )

test('it never matters which record stands first', () => {
  fc.assert(
    fc.property(anyRecord, anyRecord, (one, other) => {
      const [first, second] = [take(MATCHER, one), take(MATCHER, other)]
      assert.deepEqual(compare(MATCHER, first, second), compare(MATCHER, second, first))
    }),
    { numRuns: 3000 },
  )
})

test('what is compared of a record comes back whole from its text', () => {
  fc.assert(
    fc.property(anyRecord, record => {
      for (const field of MATCHER.fields) {
        const value = field.take(record)
        if (value !== undefined) assert.deepEqual(field.read(field.write(value)), value, field.name)
      }
    }),
  )
})
