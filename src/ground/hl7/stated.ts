/**
 * What a sender states: a value, or `null` for "take away what you hold". Every such property may also be absent,
 * which means "leave alone what you hold".
 */
export type Stated<Value> = Value | null

/**
 * A code, its text, or both. A lone text in the place of the code is given as the code: the sender does not say which.
 */
export interface Coded {
  readonly code?: string
  readonly text?: string
  readonly system?: string
}

export type VisitKind =
  | 'inpatient'
  | 'emergency'
  | 'outpatient'
  | 'daycase'
  | 'preadmission'
  | 'recurring'
  | 'maternity'
  | 'other'

export interface Clinician {
  readonly code?: string
  readonly family?: string
  readonly given?: string
  readonly prefix?: string
}
