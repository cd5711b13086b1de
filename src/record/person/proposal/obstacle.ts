/** What is known of two records of one sender when it says that they are one person's. */
export interface SaidToBeOne {
  /** The number that was given up stands without who gave it out or what kind of number it is. */
  readonly isBareNumber: boolean
  /** Whether one of the two, at least, is joined to no other record yet. */
  readonly isEitherAlone: boolean
  /** How many of NHS number, day of birth and family name are the same on both. */
  readonly agreed: number
}

/** Why somebody must decide before two records are joined on their sender's word. Also the reason of the task. */
export type Obstacle = 'proposal.bareNumber' | 'proposal.othersJoined' | 'proposal.doNotAgree'

/** What two records must have in common, so that one mistyped number does not join strangers. */
const AGREED_MIN = 2

/**
 * What stands between a sender's word and a join; undefined when it is safe. A bare number may be anybody's, and what
 * other agencies joined to a record is not the sender's to move. Source: domain.md, traps 4 and 5.
 */
export function obstacleTo({ isBareNumber, isEitherAlone, agreed }: SaidToBeOne): Obstacle | undefined {
  if (isBareNumber) return 'proposal.bareNumber'
  if (!isEitherAlone) return 'proposal.othersJoined'
  return agreed < AGREED_MIN ? 'proposal.doNotAgree' : undefined
}
