import type { AdtPerson } from './adt-event.ts'
import { findSegment, repetitions } from './field.ts'
import { onlySaid } from './header.ts'
import { readIdentity } from './identity.ts'
import type { Hl7Message, Segment } from './message.ts'
import { type PhoneField, readAddresses, readEmails, readNames, readPhones } from './name-and-address.ts'
import { part, type Reading, stated, statedCode, statedDate, statedMoment, statedText } from './reading.ts'
import type { Stated } from './stated.ts'

/** Reads PID and PD1: who the person is to this sender. */
export function readPerson(reading: Reading, message: Hl7Message): AdtPerson {
  const pid = findSegment(message, 'PID')
  const pd1 = findSegment(message, 'PD1')
  const emails = readEmails(pid, PHONE_FIELDS)
  return onlySaid({
    ...readIdentity(pid, reading.sender),
    names: readNames(pid, 5),
    aliases: readNames(pid, 9),
    birthDate: statedDate(reading, pid, 7),
    sex: sexOf(reading, pid),
    addresses: readAddresses(pid, 11, reading.sender.uprnComponent),
    phones: readPhones(pid, PHONE_FIELDS),
    emails: emails.length > 0 ? emails : undefined,
    language: statedCode(pid, 15),
    deceased: statedYesNo(reading, pid, 30),
    deceasedAt: statedMoment(reading, pid, 29),
    gpPractice: gpPracticeOf(pd1),
    multipleBirth: multipleBirthOf(pid),
    isProtected: statedYesNo(reading, pd1, 12),
  })
}

/** PID-13 and PID-14, and PID-40 which takes the place of both from version 2.7. */
const PHONE_FIELDS: readonly PhoneField[] = [
  { number: 13, use: 'home' },
  { number: 14, use: 'work' },
  { number: 40, use: 'home' },
]

/** HL7 table 0001, the NHS Data Dictionary's digits, and the whole words some senders use. */
const SEXES: Readonly<Record<string, 'male' | 'female' | 'other' | 'unknown'>> = {
  M: 'male',
  MALE: 'male',
  1: 'male',
  F: 'female',
  FEMALE: 'female',
  2: 'female',
  O: 'other',
  OTHER: 'other',
  A: 'other',
  N: 'other',
  X: 'other',
  9: 'other',
  U: 'unknown',
  UNKNOWN: 'unknown',
  0: 'unknown',
}

function sexOf(reading: Reading, pid: Segment | undefined): AdtPerson['sex'] {
  const text = statedText(pid, 8)
  if (!text) return text === null ? null : undefined
  const sex = SEXES[text.toUpperCase()]
  if (!sex) reading.cannotRead('PID-8', text)
  return sex
}

/** The order of birth where it is sent, which says more than that there were several. */
function multipleBirthOf(pid: Segment | undefined): Stated<boolean | number> | undefined {
  const order = statedText(pid, 25) ?? ''
  if (/^[1-9]$/.test(order)) return Number(order)
  const text = statedText(pid, 24)
  if (!text) return text === null ? null : undefined
  return /^y/i.test(text) ? true : /^n/i.test(text) ? false : undefined
}

function statedYesNo(reading: Reading, segment: Segment | undefined, number: number): Stated<boolean> | undefined {
  const text = statedText(segment, number)
  if (!text) return text === null ? null : undefined
  if (/^y(?:es)?$/i.test(text)) return true
  if (/^no?$/i.test(text)) return false
  reading.cannotRead(`${segment?.name}-${number}`, text)
  return undefined
}

/**
 * PD1-3, or from senders that leave it empty, a practice code (a letter and five digits) among the doctors of PD1-4.
 */
function gpPracticeOf(pd1: Segment | undefined): AdtPerson['gpPractice'] {
  const practice = stated(pd1, 3, ([first]) => {
    const read = onlySaid({ code: part(first, 10) ?? part(first, 3), name: part(first, 1) })
    return read.code || read.name ? read : undefined
  })
  if (practice !== undefined) return practice
  const code = repetitions(pd1, 4)
    .map(doctor => part(doctor, 1))
    .find(id => id !== undefined && /^[A-Z]\d{5}$/i.test(id))
  return code ? { code } : undefined
}
