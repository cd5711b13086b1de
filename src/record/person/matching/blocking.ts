import type { Standard, StandardAddress, StandardBirth, StandardName } from '#record/person/standard/standard.ts'
import { type Key64, keyOf, toBigint } from './key.ts'
import { welshKey } from './like/welsh-key.ts'
import type { MatchRecord } from './record.ts'

/** Two records that share a key are compared; the rest are not. */
export type Emit = (rule: number, key: Key64) => void

/** A record gives so many keys at most: one with twenty names and ten addresses says nothing any more. */
const KEYS_MAX = 64

/** What a rule may look at: one of the names and one of the addresses with everything else. */
interface Sight {
  readonly standard: Standard
  readonly name: StandardName
  readonly address: StandardAddress
  readonly born: string
  readonly bothNames: string
  readonly surnameSound: string
  readonly bothSounds: string
}

/** A rule's key as text; undefined where a record lacks what it needs. */
interface Rule {
  readonly name: string
  /** What the key is made of, so that a rule is asked once for each name and not for each name at each address. */
  readonly of: 'record' | 'name' | 'address' | 'nameAndAddress'
  readonly keys: (sight: Sight) => readonly (string | undefined)[]
  /** So broad that only blocks of a few records are worth going through: it finds what was written badly in small files. */
  readonly isBroad?: true
}

/** In the order in which blocks are gone through. A new rule goes to the end: its place is part of its keys. */
export const RULES: readonly Rule[] = [
  { name: 'NHS number', of: 'record', keys: ({ standard }) => [standard.nhsNumber ?? standard.nhsNumberDamaged] },
  { name: 'birth date, sound of surname', of: 'name', keys: s => [all(s.born, s.surnameSound)] },
  { name: 'birth date, initial', of: 'name', keys: s => [all(s.born, s.name.given.charAt(0))] },
  {
    name: 'birth date in any order, both names',
    of: 'name',
    keys: s => [all(dayOrMonth(s.standard.born), s.bothNames)],
  },
  { name: 'home, initial', of: 'nameAndAddress', keys: s => [all(home(s.address), s.name.given.charAt(0))] },
  { name: 'home', of: 'address', keys: s => [home(s.address)] },
  { name: 'postcode, given name', of: 'nameAndAddress', keys: s => [all(s.address.postcode, s.name.given)] },
  { name: 'postcode, sound of surname', of: 'nameAndAddress', keys: s => [all(s.address.postcode, s.surnameSound)] },
  { name: 'UPRN', of: 'address', keys: s => [s.address.uprn] },
  { name: 'telephone', of: 'record', keys: ({ standard }) => standard.phones },
  { name: 'e-mail', of: 'record', keys: ({ standard }) => standard.emails },
  { name: 'both names, birth year', of: 'name', keys: s => [all(s.bothNames, year(s.standard.born))] },
  { name: 'both names, day and month', of: 'name', keys: s => [all(s.bothNames, dayAndMonth(s.standard.born))] },
  { name: 'both names, sector', of: 'nameAndAddress', keys: s => [all(s.bothNames, s.address.sector)] },
  { name: 'birth date, district', of: 'address', keys: s => [all(s.born, s.address.district)] },
  { name: 'street, given name', of: 'nameAndAddress', keys: s => [all(street(s.address), s.name.given)] },
  { name: 'both names', of: 'name', keys: s => [s.bothNames], isBroad: true },
  { name: 'birth date', of: 'record', keys: s => [s.born], isBroad: true },
  { name: 'sound of both names', of: 'name', keys: s => [s.bothSounds], isBroad: true },
  {
    name: 'birth year, sound of surname',
    of: 'name',
    keys: s => [all(year(s.standard.born), s.surnameSound)],
    isBroad: true,
  },
  {
    name: 'birth month, given name',
    of: 'name',
    keys: s => [all(month(s.standard.born), s.name.given)],
    isBroad: true,
  },
  { name: 'street', of: 'address', keys: s => [street(s.address)], isBroad: true },
  { name: 'e-mail before the @', of: 'record', keys: s => s.standard.emails.map(localPart), isBroad: true },
]

/** The rules for other columns: each by itself, and each two of them together. */
export const OTHER_RULES_START = RULES.length

/** Every key of a record, each once, with the rule it is of. */
export function emitKeys({ standard, others }: MatchRecord, emit: Emit): void {
  const seen = new Set<string>()
  const give = (rule: number, text: string | undefined) => {
    if (text === undefined || text === '' || seen.size >= KEYS_MAX) return
    const whole = `${rule} ${text}`
    if (seen.has(whole)) return
    seen.add(whole)
    emit(rule, keyOf(whole))
  }
  const names = standard.names.length === 0 ? [NOBODY] : standard.names
  const addresses = standard.addresses.length === 0 ? [NOWHERE] : standard.addresses
  for (const [nameAt, name] of names.entries()) {
    for (const [addressAt, address] of addresses.entries()) {
      const sight = sightOf(standard, name, address)
      for (const [rule, { of, keys }] of RULES.entries()) {
        if (nameAt > 0 && (of === 'record' || of === 'address')) continue
        if (addressAt > 0 && (of === 'record' || of === 'name')) continue
        for (const key of keys(sight)) give(rule, key)
      }
    }
  }
  emitOthers(Object.entries(others), give)
}

/** The keys of a record as PostgreSQL keeps them. */
export function blockingKeys(record: MatchRecord): bigint[] {
  const keys: bigint[] = []
  emitKeys(record, (_rule, key) => keys.push(toBigint(key)))
  return keys
}

function emitOthers(others: readonly (readonly [string, string])[], give: (rule: number, key: string) => void): void {
  for (const [at, [name, value]] of others.entries()) {
    give(OTHER_RULES_START, `${name} ${value}`)
    for (const [second, alike] of others.slice(at + 1)) {
      give(OTHER_RULES_START + 1, `${name} ${value} ${second} ${alike}`)
    }
  }
}

const NOBODY: StandardName = { given: '', middle: [], surname: '', surnameParts: [] }
const NOWHERE: StandardAddress = {
  uprn: undefined,
  postcode: undefined,
  district: undefined,
  sector: undefined,
  numbers: [],
  words: [],
  institution: undefined,
}

function sightOf(standard: Standard, name: StandardName, address: StandardAddress): Sight {
  const { given, surname } = name
  const [surnameSound, givenSound] = [welshKey(surname), welshKey(given)]
  return {
    standard,
    name,
    address,
    born: day(standard.born),
    bothNames: inAnyOrder(given, surname),
    surnameSound,
    bothSounds: inAnyOrder(givenSound, surnameSound),
  }
}

function inAnyOrder(one: string, other: string): string {
  if (one === '' || other === '') return ''
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** All of the parts, or nothing. */
function all(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.some(part => part === undefined || part === '') ? undefined : parts.join(' ')
}

function day(born: StandardBirth | undefined): string {
  return born?.month === undefined || born.day === undefined ? '' : `${born.year}-${born.month}-${born.day}`
}

function dayOrMonth(born: StandardBirth | undefined): string | undefined {
  if (born?.month === undefined || born.day === undefined) return undefined
  return `${born.year} ${Math.min(born.month, born.day)} ${Math.max(born.month, born.day)}`
}

function dayAndMonth(born: StandardBirth | undefined): string | undefined {
  return born === undefined || born.isProxy || born.month === undefined || born.day === undefined
    ? undefined
    : `${born.month}-${born.day}`
}

function year(born: StandardBirth | undefined): string | undefined {
  return born === undefined ? undefined : String(born.year)
}

function month(born: StandardBirth | undefined): string | undefined {
  return born?.month === undefined ? undefined : `${born.year}-${born.month}`
}

function localPart(email: string): string {
  return email.slice(0, Math.max(0, email.indexOf('@')))
}

function home({ postcode, numbers }: StandardAddress): string | undefined {
  return numbers.length === 0 ? undefined : all(postcode, ...numbers)
}

function street({ numbers, words }: StandardAddress): string | undefined {
  return numbers.length === 0 || words.length === 0 ? undefined : [...numbers, ...words].join(' ')
}
