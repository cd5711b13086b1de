import { decodeEscapes } from './escape.ts'
import { DELETE_MARK, type Repetition, repetitions } from './field.ts'
import { onlySaid } from './header.ts'
import type { Segment } from './message.ts'
import { part } from './reading.ts'
import type { Clinician, Coded } from './stated.ts'

/** CE and CWE in full: what a thing is called in one system of codes, and perhaps in another, or in words alone. */
export interface CodedWell extends Coded {
  /** The same in another system: the fourth to the sixth component. */
  readonly other?: Coded
  /** The words that were coded (CWE.9). */
  readonly words?: string
}

/** EI: a number and who gave it out. */
export interface EntityId {
  readonly value: string
  readonly authority?: string
}

/** CE, CWE, CNE, CF; and IS and ID, which are a code alone. Undefined when it says nothing. */
export function codedIn(sent: Repetition | undefined): CodedWell | undefined {
  const one = onlySaid({ code: part(sent, 1), text: part(sent, 2), system: part(sent, 3) })
  const other = onlySaid({ code: part(sent, 4), text: part(sent, 5), system: part(sent, 6) })
  const words = part(sent, 9)
  const saysOther = other.code !== undefined || other.text !== undefined
  if (!one.code && !one.text && !saysOther && !words) return undefined
  return onlySaid({ ...one, other: saysOther ? other : undefined, words })
}

/** The first of a field. */
export function codedField(segment: Segment | undefined, number: number): CodedWell | undefined {
  return codedIn(repetitions(segment, number)[0])
}

/** Every one of a field that repeats. */
export function codedFields(segment: Segment | undefined, number: number): CodedWell[] {
  return repetitions(segment, number).flatMap(sent => codedIn(sent) ?? [])
}

/** EI, or the first component of an EIP. */
export function entityId(segment: Segment | undefined, number: number): EntityId | undefined {
  const [sent] = repetitions(segment, number)
  const value = part(sent, 1)
  return value === undefined ? undefined : onlySaid({ value, authority: part(sent, 2) ?? part(sent, 3) })
}

/** XCN: the first who says anything. */
export function clinicianIn(segment: Segment | undefined, number: number): Clinician | undefined {
  for (const sent of repetitions(segment, number)) {
    const clinician = onlySaid({
      code: part(sent, 1),
      family: part(sent, 2, 1),
      given: part(sent, 3),
      prefix: part(sent, 6),
    })
    if (Object.keys(clinician).length > 0) return clinician
  }
  return undefined
}

/** Text of any length: each repetition is a line. Undefined when nothing is said, or it was taken away. */
export function linesOf(segment: Segment | undefined, number: number): string | undefined {
  const lines = repetitions(segment, number).map(lineOf)
  return lines.join('\n').trim() === '' ? undefined : lines.join('\n').trimEnd()
}

/**
 * Formatted text (FT) without its marks: new lines and blank ones stay, indents, centring and emphasis go. What is not
 * one of HL7's own marks stays as it was sent. Source: HL7 v2.5.1 chapter 2.7.
 */
function lineOf({ raw, encoding }: Repetition): string {
  const { component: hat, escape: mark } = encoding.delimiters
  const [first = ''] = raw.split(hat)
  if (first === DELETE_MARK) return ''
  // A pair of marks at a time, from the left: within `\E\H\E\` stands a backslash and no emphasis.
  const parts = first.split(mark)
  let text = parts[0] ?? ''
  for (let at = 1; at < parts.length; at += 2) {
    const [between = '', after = ''] = parts.slice(at, at + 2)
    const isPaired = at + 1 < parts.length
    text += (isPaired ? FORMAT.get(between.replace(/\d+$/, '')) : undefined) ?? mark + between + (isPaired ? mark : '')
    text += after
  }
  return decodeEscapes(text, encoding)
}

const FORMAT: ReadonlyMap<string, string> = new Map([
  ['.sp', '\n'],
  ...['.fi', '.nf', '.ce', '.in', '.in+', '.in-', '.ti', '.ti+', '.ti-', '.sk', 'H', 'N'].map(
    mark => [mark, ''] as const,
  ),
])
