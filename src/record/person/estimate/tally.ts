import type { Trial } from './hide-number.ts'
import { DIMENSIONS, type Dimension } from './strata.ts'

/** What is estimated. */
export const MEASURES = [
  /** Of the pairs that are one person's, those that a key brought together, so that they were compared at all. */
  'compared',
  /** Of the pairs that are one person's, those that would be linked. */
  'recall',
  /** Those that would be linked or asked about. */
  'found',
  /** Of the pairs that would be linked, those that are one person's. */
  'precision',
  /** Of the pairs that score so, those that are one person's. */
  'calibration',
] as const
export type Measure = (typeof MEASURES)[number]

/** So many hits in so many trials of one measure, in one part of all pairs. */
export interface Tally {
  readonly measure: Measure
  readonly dimension: Dimension
  /** Empty for all. Of a calibration the lower end of the bin. */
  readonly stratum: string
  readonly hits: number
  readonly trials: number
}

/** The lower ends of the bins of a calibration, as they are kept. */
export const BINS = [0, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999] as const

/** The bin that a probability falls in. */
export function binOf(probability: number): number {
  return BINS.findLast(lower => probability >= lower) ?? 0
}

/** Counts trials, by every dimension. A trial in which nothing would have come of two people is none of anything. */
export function tallyTrials(trials: readonly Trial[]): Tally[] {
  const tallies = new Map<string, { -readonly [Field in keyof Tally]: Tally[Field] }>()
  const count = (measure: Measure, dimension: Dimension, stratum: string, isHit: boolean) => {
    const key = `${measure} ${dimension} ${stratum}`
    const tally = tallies.get(key) ?? { measure, dimension, stratum, hits: 0, trials: 0 }
    tally.trials++
    if (isHit) tally.hits++
    tallies.set(key, tally)
  }
  for (const trial of trials) {
    for (const dimension of DIMENSIONS) {
      const stratum = dimension === 'all' ? '' : trial[dimension]
      if (trial.areOne) {
        count('compared', dimension, stratum, trial.areCandidates)
        count('recall', dimension, stratum, trial.came === 'linked')
        count('found', dimension, stratum, trial.came !== 'apart')
      }
      if (trial.came === 'linked') count('precision', dimension, stratum, trial.areOne)
    }
    if (trial.areCandidates && trial.isUnguarded) {
      count('calibration', 'all', String(binOf(trial.probability)), trial.areOne)
    }
  }
  return [...tallies.values()]
}
