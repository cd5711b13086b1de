import type { Key } from '#ground/language/say.ts'

/** For how long somebody may be chosen, and what each is called; `always` until it is stopped. Days. */
const LENGTHS = { always: undefined, week: 7, month: 30, quarter: 90, year: 365 } as const
type Length = keyof typeof LENGTHS

const DAY_MS = 24 * 3_600_000

/** The choices of a form, the first of which is chosen unless another is. */
export const HOW_LONG: readonly { readonly value: Length; readonly says: Key }[] = [
  { value: 'always', says: 'circle.always' },
  { value: 'week', says: 'circle.week' },
  { value: 'month', says: 'circle.month' },
  { value: 'quarter', says: 'circle.quarter' },
  { value: 'year', says: 'circle.year' },
]

/** When what is chosen now ends by itself; undefined where it holds until it is stopped, or nothing was understood. */
export function endOf(length: string | undefined, now: Date): Date | undefined {
  const days = HOW_LONG.some(({ value }) => value === length) ? LENGTHS[length as Length] : undefined
  return days === undefined ? undefined : new Date(now.getTime() + days * DAY_MS)
}
