import { byControlId, compareMoments, inOrder } from '#door/feeds/saying.ts'
import type { VisitEvent } from './event.ts'

type Told = Pick<VisitEvent, 'happenedAt' | 'isTwice' | 'saidAt' | 'controlId'>

/** The order in which things happened; of two in one moment, in which they were said. */
export function byHappening(one: Told, other: Told): number {
  return byMoment(one, other) || compareMoments(one.saidAt, other.saidAt) || byControlId(one, other)
}

/** The order in which things were said; of two said in one moment, in which they happened. */
export function bySaying(one: Told, other: Told): number {
  return compareMoments(one.saidAt, other.saidAt) || byMoment(one, other) || byControlId(one, other)
}

function byMoment(one: Told, other: Told): number {
  return compareMoments(happenedInOrder(one), happenedInOrder(other))
}

function happenedInOrder({ happenedAt, isTwice }: Told): string {
  return inOrder({ at: new Date(happenedAt), ...(isTwice && { isTwice }) })
}
