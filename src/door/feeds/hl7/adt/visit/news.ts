import type { NoticeKind } from '#work/notice/notice-kind.ts'
import type { Course, Stop } from './stay.ts'
import { isPresent } from './steps.ts'

/**
 * What those who work with somebody are to be told, now that more is known of a stay: what is so now and was not known
 * to be. A message that comes late and changes nothing is no news; nor is an hour's attendance, or what is only planned.
 */
export function newsBetween(before: Course | undefined, after: Course): NoticeKind[] {
  const wasIn = before !== undefined && isIn(before)
  if (isIn(after)) return wasIn ? changesBetween(before, after) : arrival(after)
  if (after.standing === undefined) return dayChange(before, after)
  if (after.standing === 'finished' && after.isAdmission) return wasIn || isUntold(before) ? ['went-home'] : []
  return wasIn ? ['admission-cancelled'] : []
}

function arrival({ standing }: Course): NoticeKind[] {
  return standing === 'onleave' ? ['admitted', 'on-leave'] : ['admitted']
}

function changesBetween(before: Course, after: Course): NoticeKind[] {
  const isBack = before.standing === 'onleave' && after.standing !== 'onleave'
  const hasLeft = before.standing !== 'onleave' && after.standing === 'onleave'
  return [
    ...(wardOf(before) === wardOf(after) ? [] : (['moved'] as const)),
    ...(hasLeft ? (['on-leave'] as const) : []),
    ...(isBack ? (['back-from-leave'] as const) : []),
    ...dayChange(before, after),
  ]
}

function dayChange(before: Course | undefined, after: Course): NoticeKind[] {
  const [was, is] = [before?.said.expectedHomeOn ?? undefined, after.said.expectedHomeOn ?? undefined]
  if (was === is) return []
  return [is === undefined ? 'not-home-yet' : 'expected-home']
}

function isIn(course: Course): boolean {
  return course.isAdmission && isPresent(course)
}

/** Nobody has heard that they came: it was before we listened, or the message has not come. */
function isUntold(before: Course | undefined): boolean {
  return before?.standing === undefined || before.standing === 'planned'
}

/** The ward they are on, by the sender's own name for it: another bed there is no news. */
function wardOf({ stops }: Course): string | undefined {
  return stops.find(({ status }: Stop) => status === 'active')?.ward
}
