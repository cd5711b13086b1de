import type { RecordFault } from './fault.ts'

/**
 * How many of an organisation's records may have a fault, in a hundred, by what kind of organisation it is; a fault that
 * is not named is counted and held against nobody: a landlord is not asked for NHS numbers.
 * Source: the region's own to set. These are where it begins, beside what NHS England's Data Quality Maturity Index and
 * Digital Health and Care Wales ask of hospitals for NHS numbers, dates of birth and postcodes.
 */
export type Targets = Readonly<Partial<Record<RecordFault, number>>>

const EVERYBODY: Targets = {
  'number-placeholder': 0,
  'number-wrong': 0,
  'number-shared': 0,
  'name-missing': 0,
  'name-placeholder': 1,
  'born-impossible': 0,
  'born-future': 0,
  'postcode-wrong': 1,
}

const NEEDS_A_HOME: Targets = {
  ...EVERYBODY,
  'born-missing': 5,
  'born-proxy': 2,
  'address-missing': 2,
  'postcode-missing': 2,
}

const HEALTH: Targets = {
  ...NEEDS_A_HOME,
  'number-missing': 1,
  'number-unverified': 2,
  'born-missing': 0,
  'sex-missing': 1,
  'phone-missing': 20,
}

const BY_KIND: Readonly<Record<string, Targets>> = {
  'health-board': HEALTH,
  hospital: HEALTH,
  council: { ...NEEDS_A_HOME, 'number-missing': 10, 'number-unverified': 20, 'born-missing': 1, 'uprn-missing': 20 },
  'housing-association': { ...NEEDS_A_HOME, 'uprn-missing': 5, 'phone-missing': 20 },
  'care-provider': { ...NEEDS_A_HOME, 'phone-missing': 20 },
}

/** The targets of an organisation of one kind. */
export function targetsOf(kind: string): Targets {
  return BY_KIND[kind] ?? EVERYBODY
}
