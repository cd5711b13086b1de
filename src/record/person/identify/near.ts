import type { Decided, Ready } from '../matching/decide.ts'

/** A record that is made ready to be compared. */
export interface Found {
  readonly recordId: string
  readonly ready: Ready
}

/** Somebody's record. */
export interface Known extends Found {
  readonly personId: string
}

/** A record near the one that is identified: whose it is now, and how the two came out. */
export interface Near extends Found {
  readonly personId: string
  readonly decided: Decided
}

/** The nearest of each person, the nearest person first. */
export function nearestOfEach(near: readonly Near[]): Near[] {
  const nearest = new Map<string, Near>()
  for (const one of near.toSorted(bySureness)) if (!nearest.has(one.personId)) nearest.set(one.personId, one)
  return [...nearest.values()]
}

/** The surest first. */
export function bySureness(one: Near, other: Near): number {
  return other.decided.score.weight - one.decided.score.weight || (one.recordId < other.recordId ? -1 : 1)
}
