import type { Appointment, CarePlan, CodeableConcept, Contract, Flag, Period, ServiceRequest, Task } from 'fhir/r4.js'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { type CodeListName, systemOf } from '#work/drop/code-system.ts'

/** Whom and whose: references to the person's record and to the organisation that tells. */
export interface At {
  readonly subject: string
  readonly organisation: string
}

/** One resource that a row makes, and what class of data it holds. */
export interface RowResource {
  readonly dataClass: DataClass
  readonly resource: Appointment | CarePlan | Contract | Flag | ServiceRequest | Task
  /** What tells it apart from the others of the same row. */
  readonly part?: string
}

/** A code of one of our lists, if the row has it. */
export function coded(list: CodeListName, code: string | undefined): CodeableConcept | undefined {
  return code === undefined ? undefined : { coding: [{ system: systemOf(list), code }] }
}

/** From when and until when, as far as the row says. */
export function periodOf(start: string | undefined, end: string | undefined): Period {
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) }
}
