import type { StandardAddress } from '#record/person/standard/standard.ts'
import { oneEdit } from '../like/edits.ts'
import { type Field, MISSING } from './field.ts'

/**
 * One comparison, for postcode, number and street say one thing: where.
 * - `same`: one UPRN, or one postcode and the same numbers
 * - `line`: the same numbers and street; the postcode is missing on a side, or differs
 * - `slip`: the same numbers, and one edit between the postcodes
 * - `unnumbered`: one postcode; a side says no number
 * - `postcode`: one postcode, other numbers; or one institution, where many live who have nothing to do with each other
 * - `street`: the same street and town; a side says neither number nor a postcode that could differ
 * - `sector`, `district`: one part of the postcode
 */
export const ADDRESS_LEVELS = [
  'same',
  'line',
  'slip',
  'unnumbered',
  'postcode',
  'street',
  'sector',
  'district',
  'other',
] as const

export type AddressLevel = (typeof ADDRESS_LEVELS)[number]
const LEVEL = Object.fromEntries(ADDRESS_LEVELS.map((level, index) => [level, index])) as Record<AddressLevel, number>

/** Addresses after the eighth are not looked at. */
const ADDRESSES_MAX = 8
/** What share of the words of both addresses must be in both for one street. */
const STREET_SHARE = 0.6

/** The two addresses that are most alike, current or past. */
export const ADDRESS: Field<readonly StandardAddress[]> = {
  name: 'address',
  comparisons: [{ name: 'address', levels: ADDRESS_LEVELS, oneThing: ['same', 'line', 'slip', 'unnumbered'] }],
  take: ({ standard: { addresses } }) => (addresses.length === 0 ? undefined : addresses.slice(0, ADDRESSES_MAX)),
  write: addresses => addresses.map(writeAddress).join('|'),
  read: text => text.split('|').map(readAddress),
  without(addresses, isCommon) {
    const isOfMany = (address: StandardAddress) => homesOf(address).some(home => isCommon('home', home))
    if (!addresses.some(isOfMany)) return addresses
    return addresses.map(address => (isOfMany(address) ? { ...address, institution: true } : address))
  },
  compare(ones, others, _words, { levels }, at) {
    let best = MISSING
    for (const one of ones) {
      for (const other of others) {
        const level = addressLevel(one, other)
        if (level !== MISSING && (best === MISSING || level < best)) best = level
      }
    }
    levels[at] = best
  },
}

function writeAddress({ uprn, postcode, district, sector, numbers, words, institution }: StandardAddress): string {
  const texts = [uprn, postcode, district, sector].map(text => text ?? '')
  return [...texts, numbers.join(' '), words.join(' '), institution === undefined ? '' : String(institution)].join('/')
}

function readAddress(text: string): StandardAddress {
  const [uprn, postcode, district, sector, numbers = '', words = '', institution = ''] = text.split('/')
  return {
    uprn: uprn || undefined,
    postcode: postcode || undefined,
    district: district || undefined,
    sector: sector || undefined,
    numbers: numbers === '' ? [] : numbers.split(' '),
    words: words === '' ? [] : words.split(' '),
    institution: institution === '' ? undefined : institution === 'true',
  }
}

/** What one home is known by: its UPRN, its postcode and numbers. */
export function homesOf({ uprn, postcode, numbers }: StandardAddress): string[] {
  const homes = uprn === undefined ? [] : [uprn]
  return postcode === undefined || numbers.length === 0 ? homes : [...homes, `${postcode} ${numbers.join(' ')}`]
}

function addressLevel(one: StandardAddress, other: StandardAddress): number {
  const place = placeLevel(one, other)
  const shared = one.institution === true || other.institution === true
  return shared && place !== MISSING && place < LEVEL.postcode ? LEVEL.postcode : place
}

function placeLevel(one: StandardAddress, other: StandardAddress): number {
  if (one.uprn !== undefined && one.uprn === other.uprn) return LEVEL.same
  const numbered = one.numbers.length > 0 && other.numbers.length > 0
  const sameNumbers = numbered && isSameList(one.numbers, other.numbers)
  if (one.postcode === undefined || other.postcode === undefined) return lineLevel(one, other, numbered, sameNumbers)
  if (one.postcode === other.postcode) {
    if (sameNumbers) return LEVEL.same
    return numbered ? LEVEL.postcode : LEVEL.unnumbered
  }
  if (sameNumbers && oneEdit(one.postcode, other.postcode)) return LEVEL.slip
  if (sameNumbers && isSameStreet(one.words, other.words)) return LEVEL.line
  if (one.sector !== undefined && one.sector === other.sector) return LEVEL.sector
  return one.district !== undefined && one.district === other.district ? LEVEL.district : LEVEL.other
}

/** Without a postcode on one side, the numbers and the street have to say it. */
function lineLevel(one: StandardAddress, other: StandardAddress, numbered: boolean, sameNumbers: boolean): number {
  if (one.words.length === 0 || other.words.length === 0) return MISSING
  const sameStreet = isSameStreet(one.words, other.words)
  if (sameStreet && sameNumbers) return LEVEL.line
  if (sameStreet && !numbered) return LEVEL.street
  return numbered || !sameStreet ? LEVEL.other : MISSING
}

function isSameStreet(ones: readonly string[], others: readonly string[]): boolean {
  if (ones.length === 0 || others.length === 0) return false
  let common = 0
  for (const word of ones) if (others.includes(word)) common++
  return common >= STREET_SHARE * (ones.length + others.length - common)
}

function isSameList(ones: readonly string[], others: readonly string[]): boolean {
  return ones.length === others.length && ones.every((one, index) => one === others[index])
}
