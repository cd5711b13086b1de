import { isDeepStrictEqual } from 'node:util'
import type { Named, Place, Said, VisitEvent } from './event.ts'
import { byHappening, bySaying } from './order.ts'
import { STEPS } from './steps.ts'

/** How a stay stands, in the words of FHIR's Encounter. */
export type Standing = 'planned' | 'in-progress' | 'onleave' | 'finished' | 'cancelled' | 'entered-in-error'

/** A place within a stay: where they are, were, or are to be. */
export interface Stop extends Place {
  readonly status: 'active' | 'completed' | 'planned'
  readonly from?: string
  readonly until?: string
}

/** What has become of a stay. */
export interface Course {
  /** The sender's record of whoever it is about. */
  readonly recordId: string
  /** Undefined as long as nothing but updates are known: then they are taken to be there, and nobody is told so. */
  readonly standing: Standing | undefined
  /** Somebody was taken in, and did not only come to be seen. */
  readonly isAdmission: boolean
  readonly hospital: Named
  readonly stops: readonly Stop[]
  readonly begunAt: string | undefined
  readonly endedAt: string | undefined
  /** When they last came, moved or left. */
  readonly movedAt: string | undefined
  readonly said: Said
}

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
