import type { Decision, Ready } from './decide.ts'
import type { GuardName } from './guards/index.ts'
import { probabilityOf, type Score } from './score.ts'

/** Two records that are linked or asked about, by number; decided one after another by all that sees more than two. */
export interface Pair {
  readonly left: number
  readonly right: number
  /** Bits for one person as the two score by themselves. */
  readonly own: number
  /** Bits as things stand in the end, and the chance they mean: others may speak for it, a guard or a rival against. */
  weight: number
  probability: number
  decision: Decision
  guards: readonly GuardName[]
}

/** Two records as they score by themselves. */
export function pairOf(left: number, right: number, decided: Pick<Pair, 'decision' | 'guards'>, score: Score): Pair {
  const { weight, probability } = score
  return { left, right, own: weight, weight, probability, decision: decided.decision, guards: decided.guards }
}

/** Writes down how sure a pair is after all. */
export function stand(pair: Pair, weight: number): void {
  pair.weight = weight
  pair.probability = probabilityOf(weight)
}

/** Gets a record ready by its number. */
export type ReadyOf = (record: number) => Ready
