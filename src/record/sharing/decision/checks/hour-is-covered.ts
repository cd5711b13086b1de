import type { Rule } from '#record/sharing/agreement/compile.ts'
import type { Check } from './check.ts'

/** It is one of the hours of the day at which the clause is open. Hours that end as they begin are none. */
export const hourIsCovered: Check = ({ facts, rule }) => isOpenAt(rule, facts.minute)

function isOpenAt({ hours }: Rule, minute: number): boolean {
  if (hours === undefined) return true
  const { from, until } = hours
  return from <= until ? from <= minute && minute < until : from <= minute || minute < until
}
