import { component, DELETE_MARK, fieldOf, type Hl7Value, type Repetition, rawField, repetitions } from './field.ts'
import { onlySaid, textOf } from './header.ts'
import type { Segment } from './message.ts'
import type { SenderMap } from './sender.ts'
import type { Coded, Stated } from './stated.ts'
import { type Moment, readDate, readMoment } from './time.ts'

/** One message being read: what is known of its sender, and a note of whatever could not be read. */
export interface Reading {
  readonly sender: SenderMap
  cannotRead(field: string, text: string): void
}

/** `null` when the whole field was taken away, `undefined` when it says nothing, or else what `read` makes of it. */
export function stated<Value>(
  segment: Segment | undefined,
  number: number,
  read: (said: readonly Repetition[]) => Value | undefined,
): Stated<Value> | undefined {
  if (rawField(segment, number).trim() === DELETE_MARK) return null
  const said = repetitions(segment, number).filter(saysSomething)
  return said.length === 0 ? undefined : read(said)
}

/** The first that says something; or else `null` if any was taken away. */
export function firstStated<Value>(...values: readonly (Stated<Value> | undefined)[]): Stated<Value> | undefined {
  const said = values.find(value => value !== undefined && value !== null)
  return said ?? (values.includes(null) ? null : undefined)
}

/** The first component of the first repetition, trimmed: `null` taken away, `undefined` nothing said. */
export function statedText(segment: Segment | undefined, number: number): Stated<string> | undefined {
  return trimmed(fieldOf(segment, number))
}

/** A time; one that cannot be read is noted and left out. */
export function statedMoment(
  reading: Reading,
  segment: Segment | undefined,
  number: number,
): Stated<Moment> | undefined {
  return statedTime(reading, segment, number, readMoment)
}

/** A calendar date; one that cannot be read is noted and left out. */
export function statedDate(reading: Reading, segment: Segment | undefined, number: number): Stated<string> | undefined {
  return statedTime(reading, segment, number, readDate)
}

/** CE and CWE: code, text, coding system. */
export function statedCode(segment: Segment | undefined, number: number): Stated<Coded> | undefined {
  return stated(segment, number, ([first]) => {
    const coded = onlySaid({ code: part(first, 1), text: part(first, 2), system: part(first, 3) })
    return coded.code || coded.text ? coded : undefined
  })
}

/** One component as text; nothing said and taken away are the same within a repetition, which HL7 sends whole. */
export function part(repetition: Repetition | undefined, number: number, sub?: number): string | undefined {
  return textOf(component(repetition, number, sub))
}

/**
 * HD: the short name. Read as HD only when it has the form of one, since older versions put plain text here and
 * `A&E` is a ward, not a name `A` with an identifier `E`.
 */
export function namePart(repetition: Repetition | undefined, number: number): string | undefined {
  const second = part(repetition, number, 2)
  const third = part(repetition, number, 3)
  const isHd = third !== undefined || (second !== undefined && /^(?:\d+(?:\.\d+)+|https?:.*)$/.test(second))
  return isHd ? (part(repetition, number, 1) ?? second) : part(repetition, number)
}

function trimmed(value: Hl7Value): Stated<string> | undefined {
  return value === null ? null : textOf(value)
}

function saysSomething({ raw, encoding }: Repetition): boolean {
  const { component: hat, subcomponent } = encoding.delimiters
  return [...raw].some(
    character => character !== hat && character !== subcomponent && character !== ' ' && character !== '"',
  )
}

function statedTime<Value>(
  reading: Reading,
  segment: Segment | undefined,
  number: number,
  read: (text: string) => { ok: true; value: Value } | { ok: false },
): Stated<Value> | undefined {
  const text = statedText(segment, number)
  if (!text) return text === null ? null : undefined
  const time = read(text)
  if (time.ok) return time.value
  reading.cannotRead(`${segment?.name}-${number}`, text)
  return undefined
}
