import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'

export type Term = Pick<AgreementContent, 'from' | 'reviewOn' | 'until'>

/**
 * The term every agreement of the region has, so that it is in force on whatever day the region is planted:
 * from the first of the month eleven months before, for review after twelve months, until twenty-four have gone.
 */
export function termAround(today: string): Term {
  const from = monthsAfter(today, -11)
  return { from, reviewOn: monthsAfter(from, 12), until: monthsAfter(from, 24) }
}

/** The first day of the month that many months from the month of the given day. */
function monthsAfter(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const year = Math.floor(months / 12)
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}-01`
}
