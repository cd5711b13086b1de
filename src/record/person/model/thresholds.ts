import type { Pair } from '../matching/pair.ts'

/** What a threshold would come to, by the chances that the model itself gives. */
export interface AtThreshold {
  /** The probability from which two records are linked. */
  readonly link: number
  readonly links: number
  /** Of ten thousand of these links, how many the model expects to be wrong. */
  readonly wrongInTenThousand: number
  /** Pairs that nothing but the threshold keeps from being linked, so that somebody is asked. */
  readonly below: number
}

/** The thresholds that an operator may choose among. */
export const THRESHOLDS_OFFERED = [0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999] as const

/** What each threshold comes to, over the pairs that a run decided: those that a guard has spoken for are no question. */
export function atThresholds(decided: readonly Pair[]): AtThreshold[] {
  const open = decided.filter(({ guards }) => guards.length === 0)
  return THRESHOLDS_OFFERED.map(link => {
    const linked = open.filter(({ probability }) => probability >= link)
    const wrong = linked.reduce((sum, { probability }) => sum + 1 - probability, 0)
    return {
      link,
      links: linked.length,
      wrongInTenThousand: linked.length === 0 ? 0 : Math.round((wrong / linked.length) * 100_000) / 10,
      below: open.length - linked.length,
    }
  })
}
