/** What may be wrong with a source record as its organisation sent it, in the order in which people read it. */
export const RECORD_FAULTS = [
  'number-missing',
  'number-placeholder',
  'number-wrong',
  'number-unverified',
  'number-shared',
  'name-missing',
  'name-placeholder',
  'born-missing',
  'born-proxy',
  'born-impossible',
  'born-future',
  'sex-missing',
  'address-missing',
  'postcode-missing',
  'postcode-wrong',
  'uprn-missing',
  'phone-missing',
] as const

export type RecordFault = (typeof RECORD_FAULTS)[number]

/** Told of each record alone. That a number is on several records can be told only of all of them together. */
export type FaultOfOne = Exclude<RecordFault, 'number-shared'>

/** Raised by one when the rules below change: every record is then looked at anew. */
export const FAULT_RULES = 1
