import { byControlId, compareMoments } from '#door/feeds/hl7/saying.ts'
import type { VisitEvent } from './event.ts'

type Told = Pick<VisitEvent, 'happenedAt' | 'saidAt' | 'controlId'>

/** The order in which things happened; of two in one moment, in which they were said. */
export function byHappening(one: Told, other: Told): number {
  return (
    compareMoments(one.happenedAt, other.happenedAt) ||
    compareMoments(one.saidAt, other.saidAt) ||
    byControlId(one, other)
  )
}

/** The order in which things were said; of two said in one moment, in which they happened. */
export function bySaying(one: Told, other: Told): number {
  return (
    compareMoments(one.saidAt, other.saidAt) ||
    compareMoments(one.happenedAt, other.happenedAt) ||
    byControlId(one, other)
  )
}
