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
 * - `street`: the same street and town; the number is missing on a side or differs, and so does the postcode
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
/** What share of the words of the longer address must be in the other for one street. */
const STREET_SHARE = 0.6
/** One edit in a shorter word makes another word. */
const SLIP_LETTERS_MIN = 5

/** An address as it is compared: what it does not say is `''`; numbers and words stand in one text each. */
export interface Place {
  readonly uprn: string
  readonly postcode: string
  readonly sector: string
  readonly district: string
  readonly numbers: string
  readonly words: string
  /** People who are not of one household live there: its postcode alone counts. */
  readonly isOfMany: boolean
}

/** The two addresses that are most alike, current or past. */
export const ADDRESS: Field<readonly Place[]> = {
  name: 'address',
  comparisons: [{ name: 'address', levels: ADDRESS_LEVELS, oneThing: ['same', 'line', 'slip', 'unnumbered'] }],
  take: ({ standard: { addresses } }) =>
    addresses.length === 0 ? undefined : addresses.slice(0, ADDRESSES_MAX).map(placeOf),
  write: places => places.map(writePlace).join('|'),
  read: text => text.split('|').map(readPlace),
  without(places, isCommon) {
    const isOfMany = (place: Place) => homesOf(place).some(home => isCommon('home', home))
    if (!places.some(isOfMany)) return places
    return places.map(place => (isOfMany(place) ? { ...place, isOfMany: true } : place))
  },
  compare(ones, others, _words, { levels }, at) {
    let best = MISSING
    for (const one of ones) {
      for (const other of others) {
        const level = placeLevel(one, other)
        if (level !== MISSING && (best === MISSING || level < best)) best = level
      }
    }
    levels[at] = best
  },
}

function placeOf({ uprn, postcode, sector, district, numbers, words, institution }: StandardAddress): Place {
  return {
    uprn: uprn ?? '',
    postcode: postcode ?? '',
    sector: sector ?? '',
    district: district ?? '',
    numbers: numbers.join(' '),
    words: words.join(' '),
    isOfMany: institution === true,
  }
}

function writePlace({ uprn, postcode, sector, district, numbers, words, isOfMany }: Place): string {
  return `${uprn}/${postcode}/${sector}/${district}/${numbers}/${words}/${isOfMany ? 'many' : ''}`
}

function readPlace(text: string): Place {
  const [uprn = '', postcode = '', sector = '', district = '', numbers = '', words = '', many = ''] = text.split('/')
  return { uprn, postcode, sector, district, numbers, words, isOfMany: many !== '' }
}

/** What one home is known by: its UPRN, its postcode and numbers. */
export function homesOf({ uprn, postcode, numbers }: Place): string[] {
  const homes = uprn === '' ? [] : [uprn]
  return postcode === '' || numbers === '' ? homes : [...homes, `${postcode} ${numbers}`]
}

function placeLevel(one: Place, other: Place): number {
  const level = levelOf(one, other)
  const isOfMany = one.isOfMany || other.isOfMany
  return isOfMany && level !== MISSING && level < LEVEL.postcode ? LEVEL.postcode : level
}

function levelOf(one: Place, other: Place): number {
  if (one.uprn !== '' && one.uprn === other.uprn) return LEVEL.same
  const areNumbered = one.numbers !== '' && other.numbers !== ''
  const sameNumbers = areNumbered && one.numbers === other.numbers
  const areCoded = one.postcode !== '' && other.postcode !== ''
  if (areCoded && one.postcode === other.postcode) {
    if (sameNumbers) return LEVEL.same
    return areNumbered ? LEVEL.postcode : LEVEL.unnumbered
  }
  const nearlyCoded = areCoded && oneEdit(one.postcode, other.postcode)
  if (nearlyCoded && sameNumbers) return LEVEL.slip
  const areWorded = one.words !== '' && other.words !== ''
  if (!areCoded && !areWorded) return MISSING
  const sameDistrict = one.district !== '' && one.district === other.district
  // Two homes with other numbers in other districts are not in one street, and most pairs are such.
  const mayBeOneStreet = areWorded && (sameNumbers || !areCoded || nearlyCoded || sameDistrict)
  if (mayBeOneStreet && isSameStreet(one.words, other.words)) return sameNumbers ? LEVEL.line : LEVEL.street
  if (one.sector !== '' && one.sector === other.sector) return LEVEL.sector
  return sameDistrict ? LEVEL.district : LEVEL.other
}

/** Most words in common; a long one may have a slip. */
function isSameStreet(one: string, other: string): boolean {
  if (one === other) return true
  const [ones, others] = [one.split(' '), other.split(' ')]
  const needed = STREET_SHARE * Math.max(ones.length, others.length)
  let common = 0
  for (const word of ones) if (others.includes(word)) common++
  // Where hardly a word is the same, no slip of the pen explains the rest.
  if (common < needed && common > 0) for (const word of ones) if (isSlipOfOne(word, others)) common++
  return common >= needed
}

function isSlipOfOne(word: string, others: readonly string[]): boolean {
  if (word.length < SLIP_LETTERS_MIN || others.includes(word)) return false
  return others.some(other => other.length >= SLIP_LETTERS_MIN && oneEdit(word, other))
}
