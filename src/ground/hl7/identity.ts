import { type NhsNumber, parseNhsNumber } from '#ground/nhs-number.ts'
import type { LocalId, SentNhsNumber } from './adt-event.ts'
import { component, type Repetition, repetitions } from './field.ts'
import { onlySaid } from './header.ts'
import type { Segment } from './message.ts'
import { namePart, part } from './reading.ts'
import type { SenderMap } from './sender.ts'
import type { Stated } from './stated.ts'

/** By what numbers a sender knows somebody. */
export interface Identity {
  readonly localIds: readonly LocalId[]
  readonly nhsNumber?: Stated<SentNhsNumber>
  readonly nhsNumberRejected?: string
  /** PID-4. */
  readonly otherIds?: readonly LocalId[]
}

/**
 * Reads PID-3, PID-2, PID-4 and PID-19.
 *
 * The NHS number is a repetition of PID-3 (or PID-2, or PID-19) whose authority or type the sender's map names; or,
 * when there is none, a number in one of the map's bare fields that stands there without authority or type and whose
 * check digit is right. Two different right ones are a contradiction: neither is kept.
 *
 * It is verified when a status beside it says so and none says otherwise. Statuses stand, by sender, in CX.2 of the
 * number itself, in PID-2 (as its CX.2, or alone), or in PID-32. They are two digits, since a single one in CX.2 is
 * the check digit. Where no status stands the sender's map decides, and by default decides "not verified".
 * Sources: NHS Data Dictionary, NHS number status indicator code; UK Core, NHS number verification status (Wales).
 */
export function readIdentity(pid: Segment | undefined, sender: SenderMap): Identity {
  const list = repetitions(pid, 3)
  const others = { 2: repetitions(pid, 2), 19: repetitions(pid, 19) }
  const labelled = [...list, ...others[2], ...others[19]].filter(one => isLabelledNhs(one, sender))
  const bare = sender.bareNhsFields.flatMap(number => others[number]).filter(isBareNhs)
  const numbers = labelled.length > 0 ? labelled : bare
  const localIds = list.filter(one => !numbers.includes(one)).flatMap(localId)
  const otherIds = repetitions(pid, 4).flatMap(localId)
  return {
    localIds,
    ...nhsNumberOf(numbers, statusesBeside(pid, numbers, sender), sender),
    ...(otherIds.length > 0 && { otherIds }),
  }
}

/** Reads MRG-1, where no status stands but that in CX.2. */
export function readMergedIdentity(mrg: Segment, sender: SenderMap): Identity {
  const list = repetitions(mrg, 1)
  const numbers = list.filter(one => isLabelledNhs(one, sender))
  const localIds = list.filter(one => !numbers.includes(one)).flatMap(localId)
  return { localIds, ...nhsNumberOf(numbers, numbers.flatMap(statusBeside), sender) }
}

/**
 * A value under a national label, if it can be meant as an NHS number. One with letters cannot: some Welsh patient
 * systems send their own `N`-numbers there, which are local identifiers.
 */
function isLabelledNhs(repetition: Repetition, sender: SenderMap): boolean {
  const value = component(repetition, 1)
  if (value === undefined || /\p{L}/u.test(value ?? '')) return false
  const labels = [part(repetition, 4, 1), part(repetition, 4, 2), part(repetition, 4), part(repetition, 5)]
  const known = new Set(sender.nhsAuthorities.map(name => name.toLowerCase()))
  return labels.some(label => label !== undefined && known.has(label.toLowerCase()))
}

function isBareNhs(repetition: Repetition): boolean {
  return !part(repetition, 4) && !part(repetition, 5) && realNhsNumber(part(repetition, 1)) !== undefined
}

/** Ten times the same digit passes the check, and is what systems send for "unknown". */
function realNhsNumber(text: string | undefined): NhsNumber | undefined {
  const number = parseNhsNumber(text ?? '')
  return number && !/^(\d)\1{9}$/.test(number) ? number : undefined
}

function localId(repetition: Repetition): LocalId[] {
  const value = part(repetition, 1)
  return value ? [onlySaid({ value, authority: namePart(repetition, 4), type: part(repetition, 5) })] : []
}

function nhsNumberOf(
  sent: readonly Repetition[],
  statuses: readonly string[],
  sender: SenderMap,
): Omit<Identity, 'localIds' | 'otherIds'> {
  const texts = sent.flatMap(one => part(one, 1) ?? [])
  if (texts.length === 0) return sent.length > 0 ? { nhsNumber: null } : {}
  const [number, ...contradicting] = new Set(texts.flatMap(text => realNhsNumber(text) ?? []))
  const wrong = texts.filter(text => contradicting.length > 0 || !realNhsNumber(text))
  const trusted = sender.verifiedStatuses.map(one => one.toUpperCase())
  const verified = statuses.length > 0 ? statuses.every(one => trusted.includes(one)) : sender.nhsNumbersVerified
  const status = verified ? undefined : statuses.find(one => !trusted.includes(one))
  return {
    ...(number && contradicting.length === 0 && { nhsNumber: onlySaid({ number, verified, status }) }),
    ...(wrong.length > 0 && { nhsNumberRejected: [...new Set(wrong)].join('~') }),
  }
}

function statusesBeside(pid: Segment | undefined, numbers: readonly Repetition[], sender: SenderMap): string[] {
  const [external] = repetitions(pid, 2)
  const sameNumber = external && numbers.some(one => part(one, 1) === part(external, 1))
  const alone = [external, ...repetitions(pid, 32)].map(one => part(one, 1)?.toUpperCase() ?? '')
  const extra = sender.verifiedStatuses.map(one => one.toUpperCase())
  return [
    ...numbers.flatMap(statusBeside),
    ...(sameNumber ? statusBeside(external) : []),
    // Other codes of PID-32 (HL7 table 0445: an alias, an estimate) are not about the NHS number.
    ...alone.filter(code => STATUS.test(code) || extra.includes(code)),
  ]
}

const STATUS = /^(?:NSTS)?\d\d$/

function statusBeside(repetition: Repetition): string[] {
  const code = part(repetition, 2)?.toUpperCase() ?? ''
  return STATUS.test(code) ? [code] : []
}
