import type { VisitEvent } from './event.ts'

type Told = Pick<VisitEvent, 'happenedAt' | 'saidAt' | 'controlId'>

/** The order in which things happened; of two in one moment, in which they were said. */
export function byHappening(one: Told, other: Told): number {
  return compare(one.happenedAt, other.happenedAt) || compare(one.saidAt, other.saidAt) || byControlId(one, other)
}

/** The order in which things were said; of two said in one moment, in which they happened. */
export function bySaying(one: Told, other: Told): number {
  return compare(one.saidAt, other.saidAt) || compare(one.happenedAt, other.happenedAt) || byControlId(one, other)
}

/** Some order must hold between two that nothing else tells apart, and senders count upwards. */
function byControlId(one: Told, other: Told): number {
  return (
    one.controlId.localeCompare(other.controlId, 'en', { numeric: true }) || compare(one.controlId, other.controlId)
  )
}

/** Instants in ISO 8601 sort as text. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
