import { isDeepStrictEqual } from 'node:util'
import type { Said, VisitEvent } from './event.ts'
import { byHappening, bySaying } from './order.ts'
import type { Course } from './stay.ts'
import { STEPS } from './steps.ts'

/**
 * What a stay is, from all that was told of it, in whatever order it came: where somebody is stands as it happened
 * last, and what is stated of the stay (its reason, its expected day) as it was said last. Undefined of no events.
 */
export function courseOf(events: readonly VisitEvent[]): Course | undefined {
  const once = withoutRepeats(events)
  const happened = once.toSorted(byHappening)
  const told = once.toSorted(bySaying)
  const [first] = happened
  const lastTold = told.at(-1)
  if (first === undefined || lastTold === undefined) return undefined
  // Absent leaves alone, null takes away.
  const said: Said = Object.assign({}, ...told.map(event => event.said))
  const start = { ...UNTOLD, recordId: lastTold.recordId, hospital: first.hospital, said }
  return happened.reduce<Course>((course, event) => STEPS[event.trigger]?.(course, event) ?? course, start)
}

/** What is told again under another control ID counts once: a move taken back twice was one move. */
function withoutRepeats(events: readonly VisitEvent[]): VisitEvent[] {
  const moments = Map.groupBy(events.toSorted(bySaying), event => `${event.saidAt} ${event.happenedAt}`)
  return [...moments.values()].flatMap(told => told.filter((one, place) => told.findIndex(isSameAs(one)) === place))
}

function isSameAs({ controlId: _, ...one }: VisitEvent): (other: VisitEvent) => boolean {
  return ({ controlId: __, ...other }) => isDeepStrictEqual(one, other)
}

const UNTOLD = {
  standing: undefined,
  isAdmission: true,
  stops: [],
  begunAt: undefined,
  endedAt: undefined,
  movedAt: undefined,
} as const
