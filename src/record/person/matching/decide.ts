import { cameOut } from './came-out.ts'
import { type Codes, compare, type Taken, take } from './codes.ts'
import { type Facts, factsOf } from './facts.ts'
import { type GuardName, guardsOf } from './guards/index.ts'
import type { Matcher } from './matcher.ts'
import type { Thresholds } from './model.ts'
import type { MatchRecord } from './record.ts'
import { type Score, score } from './score.ts'

/** One person; perhaps, and a person decides; not worth a look. */
export type Decision = 'link' | 'review' | 'none'

/** Two records compared, scored and decided. */
export interface Decided {
  readonly decision: Decision
  readonly codes: Codes
  readonly score: Score
  readonly guards: readonly GuardName[]
}

/** A record made ready to meet others: taken once, however many it meets. */
export interface Ready {
  readonly taken: Taken
  readonly facts: Facts
}

/** Makes a record ready. */
export function ready(matcher: Matcher, record: MatchRecord): Ready {
  return { taken: take(matcher, record), facts: factsOf(record) }
}

/** Decides about two records by themselves. Rivals (`rivals.ts`) and clusters may still ask a person. */
export function decideTwo(matcher: Matcher, one: Ready, other: Ready): Decided {
  const codes = compare(matcher, one.taken, other.taken)
  return decideCodes(matcher, codes, one.facts, other.facts)
}

/** The same, of two that have been compared. */
export function decideCodes(matcher: Matcher, codes: Codes, one: Facts, other: Facts): Decided {
  const scored = score(matcher, codes)
  const guards = guardsOf({ cameOut: cameOut(codes), against: scored.against, one, other })
  return { decision: decisionOf(matcher.model.thresholds, scored.probability, guards), codes, score: scored, guards }
}

/** Linked from one threshold when no guard speaks; asked about from the other. */
export function decisionOf(thresholds: Thresholds, probability: number, guards: readonly GuardName[]): Decision {
  if (probability < thresholds.review) return guards.includes('numberOfSomebodyElse') ? 'review' : 'none'
  return probability >= thresholds.link && guards.length === 0 ? 'link' : 'review'
}
