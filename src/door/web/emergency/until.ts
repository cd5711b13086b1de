import type { Say } from '#ground/language/say.ts'
import type { Emergency } from '#record/sharing/emergency/emergency.ts'

/** From when until when, as a sentence takes it; where it ran past midnight, the end is said with its day. */
export function untilIn(
  say: Say,
  { openedAt, closesAt }: Pick<Emergency, 'openedAt' | 'closesAt'>,
): { day: string; from: string; until: string } {
  const [day, last] = [say.weekday(openedAt), say.weekday(closesAt)]
  return { day, from: say.time(openedAt), until: day === last ? say.time(closesAt) : say.moment(closesAt) }
}
