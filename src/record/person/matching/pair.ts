import type { Decision, Ready } from './decide.ts'
import type { GuardName } from './guards/index.ts'

/** Two records that are linked or asked about, by number; decided one after another by all that sees more than two. */
export interface Pair {
  readonly left: number
  readonly right: number
  /** As the two score by themselves. */
  readonly weight: number
  readonly probability: number
  /** Bits for one person as things stand in the end: others may speak for it, and a guard or a rival against. */
  sureness: number
  decision: Decision
  guards: readonly GuardName[]
}

/** Gets a record ready by its number. */
export type ReadyOf = (record: number) => Ready
