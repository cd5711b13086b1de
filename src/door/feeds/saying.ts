import type { Moment } from '#ground/hl7/time.ts'

/** When a system said something, by its own clock, and under which control ID. */
export interface Saying {
  /** Its place in the order of what was said; see `inOrder`. */
  readonly saidAt: string
  readonly controlId: string
}

/** When the system of an HL7 message said what is in it. */
export function sayingOf(event: { readonly saidAt: Moment; readonly messageControlId: string }): Saying {
  return { saidAt: inOrder(event.saidAt), controlId: event.messageControlId }
}

/**
 * A moment as text that sorts as moments do: an instant in ISO 8601, in UTC. Those of the hour in October that happens
 * twice are all that hour, since the clock does not tell them apart; control IDs do.
 */
export function inOrder({ at, isTwice }: Pick<Moment, 'at' | 'isTwice'>): string {
  return at.toISOString().slice(0, isTwice ? 'YYYY-MM-DDTHH'.length : undefined)
}

/** The order in which things were said. Some order must hold between two said in one moment, and senders count upwards. */
export function bySaying(one: Saying, other: Saying): number {
  return compareMoments(one.saidAt, other.saidAt) || byControlId(one, other)
}

/** The order of control IDs that count upwards, whatever else is in them. */
export function byControlId({ controlId: one }: Saying, { controlId: other }: Saying): number {
  return one.localeCompare(other, 'en', { numeric: true }) || compareMoments(one, other)
}

/** Text that `inOrder` has made. */
export function compareMoments(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
