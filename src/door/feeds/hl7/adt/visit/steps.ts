import type { AdtTrigger } from '#ground/hl7/trigger.ts'
import type { VisitEvent } from './event.ts'
import type { Course, Standing } from './stay.ts'

/** What one event makes of a stay, as it stood when the event happened. */
type Step = (course: Course, event: VisitEvent) => Course

/** The events about a stay that are applied. The others are kept for a person to see. */
export const STEPS: Readonly<Partial<Record<AdtTrigger, Step>>> = {
  A01: takeIn,
  A02: move,
  A03: discharge,
  A04: register,
  A05: plan,
  A06: takeIn,
  A07: register,
  A08: update,
  A09: expectAt,
  A10: expectNowhere,
  A11: cancel,
  A12: moveBack,
  A13: takeBackIn,
  A14: plan,
  A15: expectAt,
  A16: update,
  A17: move,
  A21: leaveForNow,
  A22: comeBack,
  A23: strike,
  A25: update,
  A26: expectNowhere,
  A27: unplan,
  A32: expectNowhere,
  A33: expectNowhere,
  A38: unplan,
  A45: course => course,
  A52: comeBack,
  A53: leaveForNow,
  A54: update,
  A55: update,
  A61: update,
  A62: update,
}

/** They are in hospital, in a bed that is kept for them. */
export function isPresent({ standing }: { readonly standing: Standing | undefined }): boolean {
  return standing === 'in-progress' || standing === 'onleave'
}

function takeIn(course: Course, event: VisitEvent): Course {
  return { ...come(course, event), isAdmission: true }
}

/** They come to be seen, and are not taken in; or they are no longer an inpatient, and those who knew are told when they leave. */
function register(course: Course, event: VisitEvent): Course {
  return { ...come(course, event), isAdmission: isPresent(course) && course.isAdmission }
}

function come(course: Course, event: VisitEvent): Course {
  const { happenedAt } = event
  const begunAt = isPresent(course) ? course.begunAt : happenedAt
  return at({ ...course, standing: 'in-progress', begunAt, endedAt: undefined, movedAt: happenedAt }, event)
}

/** Of a stay that is over it changes nothing: only an admission, or a discharge taken back, brings anybody back. */
function move(course: Course, event: VisitEvent): Course {
  if (isPresent(course)) return at({ ...course, movedAt: event.happenedAt }, event)
  return isBegun(course) ? course : come(course, event)
}

function moveBack(course: Course, event: VisitEvent): Course {
  const [earlier, last] = kept(course).slice(-2)
  const isUndone = last !== undefined && (event.place === undefined || event.place.display === earlier?.display)
  if (!isPresent(course) || earlier === undefined || !isUndone) return move(course, event)
  const { until: _, ...again } = earlier
  const stops = [...kept(course).slice(0, -2), { ...again, status: 'active' as const }]
  return { ...course, stops, movedAt: event.happenedAt }
}

function discharge(course: Course, event: VisitEvent): Course {
  const endedAt = event.dischargedAt ?? event.happenedAt
  const gone: Course = { ...course, standing: 'finished', endedAt, movedAt: event.happenedAt, stops: kept(course) }
  return gone.stops.length === 0 ? at(gone, event) : gone
}

function takeBackIn(course: Course, event: VisitEvent): Course {
  const begunAt = course.begunAt ?? event.happenedAt
  return at({ ...course, standing: 'in-progress', begunAt, endedAt: undefined, movedAt: event.happenedAt }, event)
}

function plan(course: Course, event: VisitEvent): Course {
  if (isBegun(course) && course.standing !== 'cancelled') return course
  return expectAt({ ...course, standing: 'planned', begunAt: event.plannedAt }, event)
}

function unplan(course: Course): Course {
  const isPlan = course.standing === undefined || course.standing === 'planned'
  return isPlan ? { ...course, standing: 'cancelled', stops: kept(course) } : course
}

function cancel(course: Course): Course {
  return course.standing === 'entered-in-error' ? course : { ...course, standing: 'cancelled', stops: kept(course) }
}

/** The visit should never have been written (A23). */
function strike(course: Course): Course {
  return { ...course, standing: 'entered-in-error', stops: [] }
}

/** On leave their bed, and whoever works on the ward, are still theirs. */
function leaveForNow(course: Course, event: VisitEvent): Course {
  const here = move(course, event)
  return isPresent(here) ? { ...here, standing: 'onleave' } : here
}

function comeBack(course: Course, event: VisitEvent): Course {
  const here = move(course, event)
  return isPresent(here) ? { ...here, standing: 'in-progress' } : here
}

/** Being on the way, or for an hour elsewhere, is no move: the ward has them until somebody moves them (A02). */
function expectAt(course: Course, { placeToBe }: VisitEvent): Course {
  if (placeToBe === undefined || kept(course).at(-1)?.display === placeToBe.display) return expectNowhere(course)
  return { ...course, stops: [...kept(course), { ...placeToBe, status: 'planned' }] }
}

function expectNowhere(course: Course): Course {
  return { ...course, stops: kept(course) }
}

/** Puts right the bed within the ward, and the moment of going home; it neither moves anybody nor brings them back. */
function update(course: Course, event: VisitEvent): Course {
  const { place, dischargedAt } = event
  if (course.standing === 'finished') return { ...course, endedAt: dischargedAt ?? course.endedAt }
  if (course.standing !== undefined && !isPresent(course)) return course
  const begunAt = course.begunAt ?? event.happenedAt
  const last = kept(course).at(-1)
  if (last === undefined) return at({ ...course, begunAt }, event)
  if (last.ward !== place?.ward) return { ...course, begunAt }
  const toBe = course.stops.slice(kept(course).length)
  return { ...course, begunAt, stops: [...kept(course).slice(0, -1), { ...last, ...place }, ...toBe] }
}

/** What is only expected is done with, once they are anywhere. */
function at(course: Course, { place, hospital, happenedAt }: VisitEvent): Course {
  const before = kept(course)
  if (place === undefined || before.at(-1)?.display === place.display) return { ...course, stops: before }
  const left = before.map(one =>
    one.status === 'active' ? { ...one, status: 'completed' as const, until: happenedAt } : one,
  )
  return { ...course, hospital, stops: [...left, { ...place, status: 'active', from: happenedAt }] }
}

function kept({ stops }: Course): Course['stops'] {
  return stops.filter(({ status }) => status !== 'planned')
}

function isBegun({ standing }: Course): boolean {
  return standing !== undefined && standing !== 'planned'
}
