import type { CameOut } from '../came-out.ts'
import type { Facts } from '../facts.ts'

/** Two records that a score may join, as a guard sees them. */
export interface Meeting {
  readonly cameOut: CameOut
  readonly one: Facts
  readonly other: Facts
}

/** What no score goes over: where it speaks, two records are not joined without a person. */
export interface Guard {
  readonly name: string
  readonly speaks: (meeting: Meeting) => boolean
}
