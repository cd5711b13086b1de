/** An agency whose records there are, and what it knows of people: shares of one. */
export interface Source {
  readonly code: string
  /** Of all people: of how many it has a record. */
  readonly share: number
  /** Of those: of how many it has two. */
  readonly twice: number
  readonly number: number
  readonly noBirthDate: number
  readonly noPostcode: number
  readonly uprn: number
  readonly phone: number
  readonly email: number
}

/** Six, as large against one another as they are in a region. */
export const SOURCES: readonly Source[] = [
  {
    code: 'health_board_pas',
    share: 0.95,
    twice: 0.03,
    number: 0.98,
    noBirthDate: 0.0005,
    noPostcode: 0.01,
    uprn: 0.13,
    phone: 0.37,
    email: 0.12,
  },
  {
    code: 'community_nursing',
    share: 0.135,
    twice: 0.02,
    number: 0.92,
    noBirthDate: 0.002,
    noPostcode: 0.02,
    uprn: 0.12,
    phone: 0.36,
    email: 0.08,
  },
  {
    code: 'council_social_care',
    share: 0.155,
    twice: 0.05,
    number: 0.55,
    noBirthDate: 0.014,
    noPostcode: 0.04,
    uprn: 0.55,
    phone: 0.38,
    email: 0.12,
  },
  {
    code: 'council_housing',
    share: 0.13,
    twice: 0.06,
    number: 0.05,
    noBirthDate: 0.03,
    noPostcode: 0.045,
    uprn: 0.65,
    phone: 0.54,
    email: 0.24,
  },
  {
    code: 'housing_association',
    share: 0.17,
    twice: 0.04,
    number: 0,
    noBirthDate: 0.08,
    noPostcode: 0.008,
    uprn: 0.83,
    phone: 0.57,
    email: 0.24,
  },
  {
    code: 'charity',
    share: 0.075,
    twice: 0.05,
    number: 0,
    noBirthDate: 0.31,
    noPostcode: 0.17,
    uprn: 0.08,
    phone: 0.46,
    email: 0.21,
  },
]
