/** A sender's word about two of its own records. */
export interface Proposal {
  /** The record whose number goes on, or the first of two equals. */
  readonly recordId: string
  /** The record whose number was given up, or the second of two equals. */
  readonly otherId: string
  /** The sender's name. */
  readonly saidBy: string
  readonly reason: 'proposal.merged' | 'proposal.saidOne' | 'proposal.saidTwo'
  /** Whether the other's number stands without who gave it out or what kind of number it is. */
  readonly isBareNumber: boolean
  /** Who decides when it is not safe. */
  readonly ownerTeamId: string
}

/**
 * What became of it: done, so already, waiting for somebody to decide, or refused because something stands against it
 * that no sender's word overrides.
 */
export type Proposed = 'applied' | 'already' | 'waits' | 'refused'
