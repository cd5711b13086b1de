import type { CodeList } from './codes.ts'

/** What one column of a file may say, whatever its heading is. */
export const DROP_FIELDS = [
  'localId',
  'nhsNumber',
  'nhsNumberStatus',
  'title',
  'given',
  'family',
  'fullName',
  'born',
  'sex',
  'language',
  'addressLine',
  'town',
  'postcode',
  'uprn',
  'phone',
  'email',
  'reference',
  'kind',
  'state',
  'startsOn',
  'endsOn',
  'provider',
  'hoursAWeek',
  'closureReason',
  'livesIn',
  'safeguarding',
  'stage',
  'description',
  'reportedOn',
  'dueOn',
  'completedOn',
  'alertCode',
  'reviewOn',
  'source',
  'startsAt',
  'endsAt',
  'minutes',
  'worker',
] as const
export type FieldName = (typeof DROP_FIELDS)[number]

/** How a cell is read: what it must be, or the row is put aside. `born` may be wrong without that: it is only not believed. */
export type ReadAs = 'text' | 'day' | 'moment' | 'number' | 'yes-no' | CodeList

/** A field of one kind of file: how it is read, and the headings that mean it, in Welsh and English, as `plain` makes them. */
export interface Field {
  readonly as: ReadAs
  /** A row without it cannot be placed. */
  readonly isRequired?: true
  readonly headings: readonly string[]
}

/** The fields that a kind of file may have. */
export type Fields = Readonly<Partial<Record<FieldName, Field>>>
