import type { Encoding } from './escape.ts'
import type { Form } from './form/form.ts'

/** One message, every character kept as sent. `field.ts` reads values out of it. */
export interface Hl7Message {
  readonly encoding: Encoding
  /** At least one; the first is MSH. */
  readonly segments: readonly Segment[]
  /** How it came, and how it is answered. */
  readonly form: Form
}

export interface Segment {
  readonly name: string
  /** Numbered as HL7 numbers them: `fields[0]` is the name, and MSH-1 is the separator itself. */
  readonly fields: readonly string[]
  readonly encoding: Encoding
}

export interface Hl7Limits {
  readonly bytesMax: number
  readonly segmentsMax: number
  /** In any one segment. */
  readonly fieldsMax: number
}

/** The longest message of a hospital's feed we know of is a few hundred kilobytes, with a document inside. */
export const HL7_LIMITS: Hl7Limits = { bytesMax: 1_048_576, segmentsMax: 2_000, fieldsMax: 500 }
