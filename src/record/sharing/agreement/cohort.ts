import { COHORT_AGES, type Cohort } from '../vocabulary.ts'

/** The birth dates a cohort takes in on a day: after one day, and up to and including another. ISO 8601 days. */
export interface BornBetween {
  readonly after: string | undefined
  readonly until: string | undefined
}

/**
 * When somebody of the cohort was born, as seen on a day. Somebody born on 29 February comes of age on 1 March of a
 * year that has no such day.
 */
export function bornBetween(cohort: Cohort, today: string): BornBetween {
  const { from, below } = COHORT_AGES[cohort]
  return {
    after: below === undefined ? undefined : yearsBefore(today, below),
    until: from === undefined ? undefined : yearsBefore(today, from),
  }
}

/** Whether a cohort asks for an age at all. */
export function asksForAge({ after, until }: BornBetween): boolean {
  return after !== undefined || until !== undefined
}

/** Whether a birth date lies between. */
export function isBornBetween({ after, until }: BornBetween, birthDate: string): boolean {
  return (after === undefined || birthDate > after) && (until === undefined || birthDate <= until)
}

/**
 * Whether somebody is of the cohort's age on a day. Where agencies hold different birth dates all of them must say so, and
 * where nobody holds one nobody knows.
 */
export function areBornIn(cohort: Cohort, birthDates: readonly string[], today: string): boolean {
  const between = bornBetween(cohort, today)
  return birthDates.length > 0 && birthDates.every(birthDate => isBornBetween(between, birthDate))
}

/** Whether somebody has not reached an age on a day, by all that agencies hold. */
export function areYoungerThan(years: number, birthDates: readonly string[], today: string): boolean {
  const latest = yearsBefore(today, years)
  return birthDates.length > 0 && birthDates.every(birthDate => birthDate > latest)
}

function yearsBefore(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) - years
  const monthAndDay = day.slice(5)
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}-${monthAndDay === '02-29' && !isLeap ? '02-28' : monthAndDay}`
}
