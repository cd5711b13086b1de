import type { Address, AddressKind, PersonName, Phone, SentPeriod } from './adt-event.ts'
import type { Repetition } from './field.ts'
import { onlySaid } from './header.ts'
import type { Segment } from './message.ts'
import { part, stated } from './reading.ts'
import type { Stated } from './stated.ts'
import { readDate } from './time.ts'

/** XPN. A surname in parts (`&`) is its first part, which holds the whole of it. */
export function readNames(segment: Segment | undefined, number: number): Stated<readonly PersonName[]> | undefined {
  return stated(segment, number, said => said.map(nameOf))
}

/** XAD, in the order sent. The UPRN is in the component named, or wherever it stands with its name. */
export function readAddresses(
  segment: Segment | undefined,
  number: number,
  uprnComponent?: number,
): Stated<readonly Address[]> | undefined {
  return stated(segment, number, said => said.map(sent => addressOf(sent, uprnComponent)))
}

/**
 * XTN of the fields named, in that order: a home field and a work field are one list, and `null` if all are taken away.
 */
export function readPhones(
  segment: Segment | undefined,
  fields: readonly PhoneField[],
): Stated<readonly Phone[]> | undefined {
  const lists = fields.map(field => stated(segment, field.number, said => said.flatMap(one => phoneOf(one, field.use))))
  const numbers = lists.flatMap(list => list ?? [])
  if (numbers.length > 0) return numbers
  return lists.some(list => list === null) && lists.every(list => !list) ? null : undefined
}

/** Which field, and what a number in it is for when it does not say so itself. */
export interface PhoneField {
  readonly number: number
  readonly use: 'home' | 'work'
}

/** XTN.4, or XTN.1 from senders that mark it as an address of the internet. */
export function readEmails(segment: Segment | undefined, fields: readonly PhoneField[]): readonly string[] {
  const all = fields.flatMap(field => stated(segment, field.number, said => said.flatMap(emailOf)) ?? [])
  return [...new Set(all)]
}

function nameOf(sent: Repetition): PersonName {
  return onlySaid({
    family: part(sent, 1, 1) ?? part(sent, 1, 3),
    given: [part(sent, 2), part(sent, 3)].filter(name => name !== undefined),
    prefix: part(sent, 5),
    suffix: part(sent, 4),
    use: part(sent, 7),
    period: periodOf(sent, { range: 10, start: 12, end: 13 }),
  })
}

function addressOf(sent: Repetition, uprnComponent: number | undefined): Address {
  const named = [8, 9, 10, 11, 19].find(number => UPRN.test(part(sent, number) ?? ''))
  const uprnAt = uprnComponent ?? named
  const other = uprnAt === 8 ? undefined : part(sent, 8)
  return onlySaid({
    lines: [streetOf(sent), part(sent, 2), other].filter(line => line !== undefined),
    town: part(sent, 3),
    county: part(sent, 4) ?? (uprnAt === 9 ? undefined : part(sent, 9)),
    postcode: part(sent, 5)?.toUpperCase(),
    country: part(sent, 6),
    uprn: uprnAt === undefined ? undefined : /\d{1,12}/.exec(part(sent, uprnAt) ?? '')?.[0],
    period: periodOf(sent, { range: 12, start: 13, end: 14 }),
    kind: KINDS[part(sent, 7)?.toUpperCase() ?? ''] ?? (part(sent, 7) ? 'other' : undefined),
  })
}

const UPRN = /^UPRN\W*\d{1,12}$/i

/** A range in one component, as before version 2.6, or its ends in two. */
function periodOf(
  sent: Repetition,
  at: { readonly range: number; readonly start: number; readonly end: number },
): SentPeriod | undefined {
  const [start, end] = [part(sent, at.start) ?? part(sent, at.range, 1), part(sent, at.end) ?? part(sent, at.range, 2)]
  const period = onlySaid({ start: dayIn(start), end: dayIn(end) })
  return Object.keys(period).length > 0 ? period : undefined
}

function dayIn(text: string | undefined): string | undefined {
  const day = readDate(text ?? '')
  return day.ok ? day.value : undefined
}

/**
 * SAD: house, street and number may stand apart, or all in the first place, or the line may be text with an `&` in it.
 */
function streetOf(sent: Repetition): string | undefined {
  const whole = part(sent, 1)
  if (whole?.includes(` ${sent.encoding.delimiters.subcomponent} `)) return whole
  const [first, ...others] = [1, 3, 2].map(sub => part(sent, 1, sub)).filter(piece => piece !== undefined)
  return first && [first, ...others.filter(piece => !first.includes(piece))].join(' ')
}

/** HL7 table 0190, and the whole words some senders use. A legal address (`L`) need not be where anybody lives. */
const KINDS: Readonly<Record<string, AddressKind>> = {
  H: 'home',
  HOME: 'home',
  P: 'home',
  C: 'temporary',
  TMP: 'temporary',
  TEMP: 'temporary',
  M: 'mailing',
  B: 'work',
  O: 'work',
  BDL: 'birth',
  N: 'birth',
  BR: 'birth',
  BA: 'bad',
}

function phoneOf(sent: Repetition, otherwise: 'home' | 'work'): Phone[] {
  if (isEmail(sent)) return []
  const local = [part(sent, 5), part(sent, 6), part(sent, 7)].filter(piece => piece !== undefined).join(' ')
  const number = part(sent, 1) ?? part(sent, 12) ?? local
  return number ? [{ number, use: useOf(sent) ?? otherwise }] : []
}

/** HL7 tables 0201 (what for) and 0202 (what with). */
function useOf(sent: Repetition): Phone['use'] {
  const equipment = part(sent, 3)?.toUpperCase()
  const purpose = part(sent, 2)?.toUpperCase()
  if (equipment === 'CP' || purpose === 'PRS' || purpose === 'MOBILE') return 'mobile'
  if (purpose === 'PRN' || purpose === 'HOME') return 'home'
  if (purpose === 'WPN' || purpose === 'WORK') return 'work'
  return purpose ? 'other' : undefined
}

function isEmail(sent: Repetition): boolean {
  const text = part(sent, 1)
  return text?.includes('@') ?? false
}

function emailOf(sent: Repetition): string[] {
  const email = isEmail(sent) ? part(sent, 1) : part(sent, 4)
  return email?.includes('@') ? [email] : []
}
