import { dayOf } from '#ground/day.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import { type Total, totalOf } from '#ground/small-numbers.ts'
import { type MonthOfLooks, monthlyLooks } from '#work/partnership/monthly-looks.ts'

/**
 * The whole months that are open to everybody, counted once a day: they do not change, and nobody who is not signed in
 * may make us count a year of the trail over and over.
 */
export function openMonths(store: Store): Promise<readonly MonthOfLooks[]> {
  const day = dayOf(store.clock.now())
  const held = KEPT.get(store)
  if (held?.day === day) return held.months
  const months = transaction(store, monthlyLooks)
  KEPT.set(store, { day, months })
  months.catch(() => KEPT.delete(store))
  return months
}

const KEPT = new WeakMap<Store, { readonly day: string; readonly months: Promise<readonly MonthOfLooks[]> }>()

/** How many looks of a month rested on the clauses of one agreement, by its fingerprint. */
export function reliedOn({ purposes }: MonthOfLooks, hash: string): Total {
  const reasons = purposes.flatMap(one => one.reasons).filter(({ clause }) => clause?.hash === hash)
  return totalOf(reasons.map(({ looks }) => looks))
}
