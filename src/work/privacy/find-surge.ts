import { WINDOW_DAYS, type WorkerLooks } from './finding.ts'

/** How many workers at one person within 24 hours are many. */
export const SURGE_WORKERS_MIN = 8
/** How many people by one worker within 24 hours are many. */
export const SURGE_PEOPLE_MIN = 40
/** How many times the usual of a day that must be: somebody whose work is with many is not a surge. */
export const SURGE_TIMES_USUAL = 3
const HOURS = 24

/** Whether many more workers than usual opened one person's record within 24 hours. */
export function surgeAt(looks: readonly WorkerLooks[]): boolean {
  return isSurge(looks, ({ accountId }) => accountId, SURGE_WORKERS_MIN)
}

/** Whether one worker opened the records of many more people than usual within 24 hours. */
export function surgeBy(looks: readonly WorkerLooks[]): boolean {
  return isSurge(looks, ({ personId }) => personId, SURGE_PEOPLE_MIN)
}

/** The most who are different within any 24 hours, against the least that is many and against the other days. */
function isSurge(
  looks: readonly WorkerLooks[],
  whom: (looks: WorkerLooks) => string | undefined,
  min: number,
): boolean {
  if (looks.length < min) return false
  const opened = looks
    .flatMap(one => one.hours.map(hour => ({ hour, whom: whom(one) })))
    .filter(one => one.whom !== undefined)
    .sort((one, other) => one.hour - other.hour)
  let [most, mostFrom, start] = [0, 0, 0]
  const within = new Map<string | undefined, number>()
  for (const { hour, whom } of opened) {
    within.set(whom, (within.get(whom) ?? 0) + 1)
    for (let first = opened[start]; first && first.hour <= hour - HOURS; first = opened[++start]) {
      const left = (within.get(first.whom) ?? 0) - 1
      if (left === 0) within.delete(first.whom)
      else within.set(first.whom, left)
    }
    if (within.size > most) [most, mostFrom] = [within.size, hour - HOURS]
  }
  const outside = opened.filter(({ hour }) => hour <= mostFrom || hour > mostFrom + HOURS)
  return most >= min && most > SURGE_TIMES_USUAL * usualOf(outside)
}

/** How many different ones there are on a day of the rest of the time, on average. */
function usualOf(opened: readonly { readonly hour: number; readonly whom: string | undefined }[]): number {
  const days = new Set(opened.map(({ hour, whom }) => `${Math.floor(hour / HOURS)} ${whom}`))
  return days.size / (WINDOW_DAYS - 1)
}
