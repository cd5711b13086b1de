import { decodeEscapes, type Encoding } from './escape.ts'
import type { Hl7Message, Segment } from './message.ts'

/**
 * What a sender says in one place: a text; `null`, which HL7 writes `""` and means "take away what you hold"; or
 * `undefined`, an empty or absent place, which means "leave alone what you hold". The two must never be confused.
 */
export type Hl7Value = string | null | undefined

/** HL7's own mark for "take away". */
export const DELETE_MARK = '""'

/** One repetition of one field, as sent. */
export interface Repetition {
  readonly raw: string
  readonly encoding: Encoding
}

/** The first segment of that name. */
export function findSegment(message: Hl7Message, name: string): Segment | undefined {
  return message.segments.find(segment => segment.name === name)
}

/** All segments of that name, in order. */
export function segmentsNamed(message: Hl7Message, name: string): readonly Segment[] {
  return message.segments.filter(segment => segment.name === name)
}

/** The whole field exactly as sent, escapes and all; empty when the segment or the field is not there. */
export function rawField(segment: Segment | undefined, number: number): string {
  return segment?.fields[number] ?? ''
}

/** Every repetition of a field, empty ones too, so that "the second one" means the same as it does to the sender. */
export function repetitions(segment: Segment | undefined, number: number): readonly Repetition[] {
  const raw = rawField(segment, number)
  if (!segment || raw === '') return []
  const { encoding } = segment
  if (segment.name === 'MSH' && number <= 2) return [{ raw, encoding }]
  return raw.split(encoding.delimiters.repetition).map(one => ({ raw: one, encoding }))
}

/**
 * The value of one component, escapes decoded; counted from 1. With `sub`, of one subcomponent. Without, the component
 * is taken whole: a sender that writes `A&E` without escaping it means the department and not a first part `A`.
 */
export function component(repetition: Repetition | undefined, number: number, sub?: number): Hl7Value {
  if (!repetition) return undefined
  const { delimiters } = repetition.encoding
  const whole = repetition.raw.split(delimiters.component)[number - 1] ?? ''
  const raw = sub === undefined ? whole : (whole.split(delimiters.subcomponent)[sub - 1] ?? '')
  if (raw === DELETE_MARK) return null
  return raw === '' ? undefined : decodeEscapes(raw, repetition.encoding)
}

/** The value of a component of the first repetition of a field of a segment: the common case. */
export function fieldOf(segment: Segment | undefined, number: number, componentNumber = 1, sub?: number): Hl7Value {
  return component(repetitions(segment, number)[0], componentNumber, sub)
}

/** The same, in the first segment of that name: `field(message, 'PID', 8)`. */
export function field(message: Hl7Message, name: string, number: number, componentNumber = 1, sub?: number): Hl7Value {
  return fieldOf(findSegment(message, name), number, componentNumber, sub)
}
