/** A birthday that changes who decides. */
export interface ComingOfAge {
  readonly age: 16 | 18
  /** The day on which the age is reached, ISO 8601. */
  readonly on: string
  /** The day from which what must be ready by then is begun, ISO 8601. */
  readonly prepareFrom: string
  readonly isReached: boolean
}

/** How long before a birthday the work for it begins, years: at 18 services change, which is planned from 16. */
const PREPARED_YEARS = { 16: 1, 18: 2 } as const

/**
 * The two birthdays that change who decides for a young person, by a day of birth and today, both ISO 8601. At 16 capacity
 * is presumed as for an adult (Mental Capacity Act 2005, section 2(5)); at 18 parental responsibility ends (Children Act
 * 1989, section 105(1)). Somebody born on 29 February reaches an age on 1 March of a year without that day.
 */
export function comingsOfAge(born: string, today: string): readonly [ComingOfAge, ComingOfAge] {
  const at = (age: 16 | 18): ComingOfAge => {
    const on = birthday(born, age)
    return { age, on, prepareFrom: birthday(born, age - PREPARED_YEARS[age]), isReached: on <= today }
  }
  return [at(16), at(18)]
}

/** The day on which somebody reaches an age, ISO 8601. */
export function birthday(born: string, age: number): string {
  const year = Number(born.slice(0, 4)) + age
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const monthAndDay = born.slice(5)
  return `${year}-${monthAndDay === '02-29' && !isLeap ? '03-01' : monthAndDay}`
}
