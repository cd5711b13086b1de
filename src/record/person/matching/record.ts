import type { Standard } from '#record/person/standard/standard.ts'

/** What is compared of one record: what is known of every person, and whatever else a map of columns names. */
export interface MatchRecord {
  readonly standard: Standard
  /** By the name of the comparison. A value that is missing is not there; none is ever empty. */
  readonly others: Readonly<Record<string, string>>
}

/** A record that holds nothing beyond what is known of every person. */
export function onlyStandard(standard: Standard): MatchRecord {
  return { standard, others: NONE }
}

const NONE = {}
