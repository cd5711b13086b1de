import type { Say } from '#ground/language/say.ts'
import type { TrailEntry } from '#record/sharing/trail/entry.ts'

/** How far apart the same look by the same hand may be to be told as one, minutes. */
const FOLD_MINUTES = 10

/** The same look, several times over in a few minutes; the latest speaks for all. */
export interface Fold {
  readonly entry: TrailEntry
  /** When it was done before, latest first. */
  readonly earlier: readonly Date[]
}

/** One day's looks, as that day is named. */
export interface Day {
  readonly name: string
  readonly folds: readonly Fold[]
}

/**
 * Folds what was done again by the same hand within minutes, with nothing of another kind between. Newest first. What
 * somebody has asked about stands apart, so that the answer stands where it belongs.
 */
export function fold(entries: readonly TrailEntry[], apart: ReadonlySet<string> = new Set()): Fold[] {
  const folds: { entry: TrailEntry; earlier: Date[] }[] = []
  for (const entry of entries) {
    const last = folds.at(-1)
    const mayFold = last !== undefined && !apart.has(last.entry.id) && !apart.has(entry.id)
    if (mayFold && isAgain(last.entry, last.earlier.at(-1) ?? last.entry.at, entry)) {
      last.earlier.push(entry.at)
    } else folds.push({ entry, earlier: [] })
  }
  return folds
}

/** The looks of each day in the region, newest first. */
export function byDay(entries: readonly TrailEntry[], say: Say, apart?: ReadonlySet<string>): Day[] {
  const days = Map.groupBy(entries, ({ at }) => say.weekday(at))
  return [...days].map(([name, ofDay]) => ({ name, folds: fold(ofDay, apart) }))
}

function isAgain(one: TrailEntry, oneAt: Date, before: TrailEntry): boolean {
  return oneAt.getTime() - before.at.getTime() <= FOLD_MINUTES * 60_000 && sameness(one) === sameness(before)
}

/** All that is told of a look but which one it is, and its moment. */
function sameness({ id: _, sequence: __, at: ___, ...told }: TrailEntry): string {
  // Each request of an app is another; the person is told of the app.
  const through = told.through?.app
  const released = told.released.map(({ contributor, dataClass, because }) => [contributor, dataClass, because])
  return JSON.stringify({ ...told, through, released: released.map(one => JSON.stringify(one)).sort() })
}
