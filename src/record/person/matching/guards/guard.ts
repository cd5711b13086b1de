import type { CameOut } from '../came-out.ts'
import type { Facts } from '../facts.ts'
import type { Against } from '../matcher.ts'

/** Two records that a score may join, as a guard sees them. */
export interface Meeting {
  readonly cameOut: CameOut
  /** Bits for one person, against two strangers and against two people of one household. */
  readonly against: Against
  readonly one: Facts
  readonly other: Facts
}

/**
 * Where people of one household may look like one person, odds of a thousand to one against that are enough, and none
 * that are smaller: in a file that knows no households they are far larger.
 */
export const SURE_OF_HOUSEHOLD_BITS = 10

/** What no score goes over: where it speaks, two records are not joined without a person. */
export interface Guard {
  readonly name: string
  readonly speaks: (meeting: Meeting) => boolean
}
