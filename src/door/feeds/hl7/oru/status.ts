import type { DiagnosticReport, Observation } from 'fhir/r4.js'
import { own } from '#ground/own.ts'

/**
 * OBR-25. Source: the v2-to-FHIR map of HL7 table 0123. Where that has no answer yet: what is partly there is partial
 * (A), what is corrected and not final is preliminary (M), what waits for results is registered (N). D and W belong to
 * table 0085, and are sent here all the same.
 */
export function reportStatus(code: string | undefined): DiagnosticReport['status'] {
  return own(REPORT, code) ?? 'unknown'
}

/**
 * OBX-11. Source: the v2-to-FHIR map of HL7 table 0085. Where that has no answer yet: what was appended to is amended
 * (B), what is entered and not verified or only partly there is preliminary (R, S), what waits is registered (I, O),
 * and what was verified, was not asked, or became final without being sent again is final (V, N, U).
 */
export function resultStatus(code: string | undefined): Observation['status'] {
  return own(RESULT, code) ?? 'unknown'
}

const REPORT: Readonly<Record<string, DiagnosticReport['status']>> = {
  O: 'registered',
  I: 'registered',
  S: 'registered',
  N: 'registered',
  A: 'partial',
  R: 'partial',
  P: 'preliminary',
  M: 'preliminary',
  C: 'corrected',
  F: 'final',
  X: 'cancelled',
  D: 'entered-in-error',
  W: 'entered-in-error',
}

const RESULT: Readonly<Record<string, Observation['status']>> = {
  A: 'amended',
  B: 'amended',
  C: 'corrected',
  D: 'entered-in-error',
  W: 'entered-in-error',
  F: 'final',
  V: 'final',
  N: 'final',
  U: 'final',
  I: 'registered',
  O: 'registered',
  P: 'preliminary',
  R: 'preliminary',
  S: 'preliminary',
  X: 'cancelled',
}
