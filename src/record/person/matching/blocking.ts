import type { Standard, StandardAddress, StandardBirth, StandardName } from '../standard/standard.ts'
import { type Key64, keyOf, toBigint } from './key.ts'
import { welshKey } from './like/welsh-key.ts'
import type { MatchRecord } from './record.ts'

/** Counts up whenever the same record gets other keys: those that are kept are made anew. */
export const KEYS_VERSION = 3

/** Two records that share a key are compared; the rest are not. */
export type Emit = (rule: number, key: Key64) => void

/** A record gives so many keys at most: one with twenty names and ten addresses says nothing any more. */
const KEYS_MAX = 64

/** What keys are made of. What a record does not say is `''`, and makes no key. */
interface Sight {
  readonly number: string
  readonly day: string
  readonly dayInAnyOrder: string
  readonly dayOfYear: string
  readonly month: string
  readonly year: string
  /** One of its names. */
  readonly given: string
  readonly initial: string
  readonly names: string
  readonly surnameSound: string
  readonly sounds: string
  /** One of its addresses. */
  readonly postcode: string
  readonly sector: string
  readonly district: string
  readonly home: string
  readonly street: string
  readonly numbers: string
  readonly longestWord: string
  readonly uprn: string
  /** One of its telephone numbers and e-mail addresses. */
  readonly phone: string
  readonly email: string
  readonly emailName: string
}

interface Rule {
  readonly name: string
  /** What the key is made of: all of it is needed. */
  readonly of: readonly (keyof Sight)[]
  /** So broad that only blocks of a few of few records are worth going through: it finds what was written very badly. */
  readonly isBroad?: true
}

/** In the order in which blocks are gone through. A new rule goes to the end: its place is part of its keys. */
export const RULES: readonly Rule[] = [
  { name: 'NHS number', of: ['number'] },
  { name: 'birth date, sound of surname', of: ['day', 'surnameSound'] },
  { name: 'birth date, initial', of: ['day', 'initial'] },
  { name: 'birth date in any order, both names', of: ['dayInAnyOrder', 'names'] },
  { name: 'home, initial', of: ['home', 'initial'] },
  { name: 'home', of: ['home'] },
  { name: 'postcode, given name', of: ['postcode', 'given'] },
  { name: 'postcode, sound of surname', of: ['postcode', 'surnameSound'], isBroad: true },
  { name: 'UPRN', of: ['uprn'] },
  { name: 'telephone', of: ['phone'] },
  { name: 'e-mail', of: ['email'] },
  { name: 'both names, birth year', of: ['names', 'year'] },
  { name: 'both names, day and month', of: ['names', 'dayOfYear'] },
  { name: 'both names, sector', of: ['names', 'sector'] },
  { name: 'birth date, district', of: ['day', 'district'], isBroad: true },
  { name: 'street, given name', of: ['street', 'given'] },
  { name: 'both names', of: ['names'], isBroad: true },
  { name: 'birth date', of: ['day'], isBroad: true },
  { name: 'sound of both names', of: ['sounds'], isBroad: true },
  { name: 'birth year, sound of surname', of: ['year', 'surnameSound'], isBroad: true },
  { name: 'birth month, given name', of: ['month', 'given'], isBroad: true },
  { name: 'street', of: ['street'], isBroad: true },
  { name: 'e-mail before the @', of: ['emailName'], isBroad: true },
  { name: 'number and longest word of the street', of: ['numbers', 'longestWord'], isBroad: true },
  { name: 'longest word of the street, given name', of: ['longestWord', 'given'], isBroad: true },
]

/** The rules for other columns: each by itself, and each two of them together. */
export const OTHER_RULES_START = RULES.length

/** A block of more records than this says nothing: of few records 180, of many three in four thousand. */
const MEMBERS_MAX = 180
/** Of a broad rule. */
const BROAD_MEMBERS_MAX = 20
/** In so many records what is broad brings strangers together, and little else: its keys are not even laid down. */
export const BROAD_RECORDS_MAX = 200_000

/** How many records a block of a rule may hold, to be gone through. */
export function membersMaxOf(rule: number, records: number): number {
  if (RULES[rule]?.isBroad !== true) return Math.round(Math.max(MEMBERS_MAX, (3 * records) / 4000))
  return Math.min(BROAD_MEMBERS_MAX, Math.round((5 * BROAD_RECORDS_MAX) / Math.max(1, records)))
}

/**
 * Every key of a record, each once, with the rule it is of; without those of broad rules if they are not wanted. Which
 * others there are does not depend on that: broad keys count towards the limit either way.
 */
export function emitKeys({ standard, others }: MatchRecord, emit: Emit, wantsBroad: boolean = true): void {
  const sights = sightsOf(standard)
  let left = KEYS_MAX
  for (const [rule, { of, isBroad }] of RULES.entries()) {
    const isWanted = wantsBroad || isBroad !== true
    for (const [at, sight] of sights.entries()) {
      if (left === 0 || !saysAll(sight, of) || isSaidBefore(sights, at, of)) continue
      left--
      if (!isWanted) continue
      emit(
        rule,
        keyOf(
          rule,
          of.map(part => sight[part]),
        ),
      )
    }
  }
  emitOthers(Object.entries(others), emit)
}

/** The keys of a record as PostgreSQL keeps them. */
export function blockingKeys(record: MatchRecord): bigint[] {
  const keys: bigint[] = []
  emitKeys(record, (_rule, key) => keys.push(toBigint(key)))
  return keys
}

function saysAll(sight: Sight, of: Rule['of']): boolean {
  for (const part of of) if (sight[part] === '') return false
  return true
}

function isSaidBefore(sights: readonly Sight[], at: number, of: Rule['of']): boolean {
  for (let before = 0; before < at; before++) {
    if (of.every(part => sights[before]?.[part] === sights[at]?.[part])) return true
  }
  return false
}

function emitOthers(others: readonly (readonly [string, string])[], emit: Emit): void {
  for (const [at, [name, value]] of others.entries()) {
    emit(OTHER_RULES_START, keyOf(OTHER_RULES_START, [name, value]))
    for (const [second, alike] of others.slice(at + 1)) {
      emit(OTHER_RULES_START + 1, keyOf(OTHER_RULES_START + 1, [name, value, second, alike]))
    }
  }
}

/** One for each name at each address: most records have one. Telephones and e-mails go along, as many as there are. */
function sightsOf(standard: Standard): Sight[] {
  const names = standard.names.length === 0 ? [NO_NAME] : standard.names.map(nameSight)
  const addresses = standard.addresses.length === 0 ? [NO_ADDRESS] : standard.addresses.map(addressSight)
  const both = names.flatMap(name => addresses.map(address => ({ ...name, ...address })))
  const born = birthSight(standard.born)
  const number = standard.nhsNumber ?? standard.nhsNumberDamaged ?? ''
  const count = Math.max(both.length, standard.phones.length, standard.emails.length)
  return Array.from({ length: count }, (_, at) => {
    const email = standard.emails[at] ?? ''
    const contact = {
      phone: standard.phones[at] ?? '',
      email,
      emailName: email.slice(0, Math.max(0, email.indexOf('@'))),
    }
    return { number, ...born, ...(both[at] ?? both[0] ?? { ...NO_NAME, ...NO_ADDRESS }), ...contact }
  })
}

function nameSight({ given, surname }: StandardName) {
  const [givenSound, surnameSound] = [welshKey(given), welshKey(surname)]
  const [names, sounds] = [inAnyOrder(given, surname), inAnyOrder(givenSound, surnameSound)]
  return { given, initial: given.charAt(0), names, surnameSound, sounds }
}

const NO_NAME = { given: '', initial: '', names: '', surnameSound: '', sounds: '' }

function addressSight({ uprn = '', postcode = '', sector = '', district = '', numbers, words }: StandardAddress) {
  const number = numbers.join(' ')
  return {
    uprn,
    postcode,
    sector,
    district,
    home: postcode === '' || number === '' ? '' : `${postcode} ${number}`,
    street: number === '' || words.length === 0 ? '' : `${number} ${words.join(' ')}`,
    numbers: number,
    longestWord: words.reduce((longest, word) => (word.length > longest.length ? word : longest), ''),
  }
}

const NO_ADDRESS = {
  uprn: '',
  postcode: '',
  sector: '',
  district: '',
  home: '',
  street: '',
  numbers: '',
  longestWord: '',
}

function birthSight(born: StandardBirth | undefined) {
  if (born === undefined) return NO_BIRTH
  const { year, month, day, isProxy } = born
  if (month === undefined) return { ...NO_BIRTH, year: String(year) }
  if (day === undefined) return { ...NO_BIRTH, year: String(year), month: `${year}-${month}` }
  return {
    year: String(year),
    month: `${year}-${month}`,
    day: `${year}-${month}-${day}`,
    dayInAnyOrder: `${year} ${Math.min(month, day)} ${Math.max(month, day)}`,
    dayOfYear: isProxy ? '' : `${month}-${day}`,
  }
}

const NO_BIRTH = { day: '', dayInAnyOrder: '', dayOfYear: '', month: '', year: '' }

function inAnyOrder(one: string, other: string): string {
  if (one === '' || other === '') return ''
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
