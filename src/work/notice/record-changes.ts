import type { Address, Patient } from 'fhir/r4.js'
import { uprnOf } from '#record/person/patient-extensions.ts'
import { hasDied, homeAddress, practiceOf } from '#record/person/patient-facts.ts'
import { standardAddress } from '#record/person/standard/address.ts'
import { fold, lettersIn } from '#record/person/standard/fold.ts'
import type { StandardAddress } from '#record/person/standard/standard.ts'
import type { RecordChange } from './notice-kind.ts'

/**
 * What others may need to know of how a sender's record of somebody has changed; `before` is undefined when it has just
 * arrived. A death is news whenever it was not held before. A home or a practice is news only in the place of another:
 * one that was not known has not changed, nor has one that is no more known, nor the same in other words.
 */
export function recordChanges(before: Patient | undefined, after: Patient): RecordChange[] {
  const changes: RecordChange[] = []
  if (hasDied(after) && !(before && hasDied(before))) changes.push('died')
  if (before === undefined) return changes
  if (hasDied(before) && !hasDied(after)) changes.push('death-withdrawn')
  if (hasMoved(before, after)) changes.push('moved-home')
  if (hasChangedPractice(before, after)) changes.push('changed-gp')
  return changes
}

/** Whether the home is none of those held before. Some senders send several, in any order. */
function hasMoved(before: Patient, after: Patient): boolean {
  const home = standardOf(homeAddress(after))
  const homes = (before.address ?? []).map(standardOf).filter(held => held !== undefined)
  if (home === undefined || standardOf(homeAddress(before)) === undefined) return false
  return !homes.some(held => isSamePlace(held, home))
}

function standardOf(address: Address | undefined): StandardAddress | undefined {
  if (address === undefined) return undefined
  const { line, text, city, postalCode } = address
  const lines = line ?? (text === undefined ? [] : [text])
  return standardAddress({ lines, town: city, postcode: postalCode, uprn: uprnOf(address) })
}

/**
 * By the UPRN where both have one. At one postcode the doors may not contradict each other, and either they are the same
 * or the words are, for a house with a name. At two, or where one is not said, a postcode was mistyped or added when all
 * the rest is the same.
 */
function isSamePlace(one: StandardAddress, other: StandardAddress): boolean {
  if (one.uprn !== undefined && other.uprn !== undefined) return one.uprn === other.uprn
  const sameDoor = one.numbers.join() === other.numbers.join()
  const sameWords = agree(one.words, other.words)
  if (one.postcode !== undefined && one.postcode === other.postcode) {
    return (sameDoor && one.numbers.length > 0) || (sameWords && agree(one.numbers, other.numbers))
  }
  return sameDoor && sameWords && Math.min(one.words.length, other.words.length) >= WORDS_TELLING
}

/** How many words of an address tell where it is without its postcode: of a town alone they do not. */
const WORDS_TELLING = 2

/** Whether all that the shorter says is said by the other too: a line that is left out contradicts nothing. */
function agree(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one]
  return fewer.every(word => more.includes(word))
}

/** By the code where both have one, or else by the name. */
function hasChangedPractice(before: Patient, after: Patient): boolean {
  const [held, now] = [practiceOf(before), practiceOf(after)]
  if (held === undefined || now === undefined) return false
  if (held.code !== undefined && now.code !== undefined) return held.code !== now.code
  return held.name !== undefined && now.name !== undefined && lettersIn(fold(held.name)) !== lettersIn(fold(now.name))
}
