import type { Tx } from '#ground/db/store.ts'
import type { Bilingual, Language } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'

/** What can have happened in somebody's life with care; each has words on the page, `timeline.what…`. */
export const TIMELINE_WHATS = [
  'in-hospital',
  'ward',
  'home-again',
  'visits',
  'appointment',
  'appointment-cancelled',
  'letter',
  'result',
  'moved-home',
  'changed-gp',
  'added',
  'rewritten',
  'struck',
  'scored',
  'review-confirm',
  'review-revise',
  'review-close',
  'reopened',
  'handed-on',
] as const
export type TimelineWhat = (typeof TIMELINE_WHATS)[number]

/** One thing that happened, as far as its reader may know it. */
export interface TimelineEntry {
  /** One in the whole timeline; of things at one moment, the greater comes first. */
  readonly id: string
  readonly at: Date
  /** Of what lasted: when it ended. */
  readonly until?: Date | undefined
  /** Of what lasts still. */
  readonly isOngoing?: boolean
  readonly what: TimelineWhat
  /** Where, or with whom: a name as it is held. */
  readonly where?: Bilingual | undefined
  /** What it was about, in the words of whoever sent it. */
  readonly title?: string | undefined
  readonly by?: string | undefined
  readonly words?: string | undefined
  readonly language?: Language | undefined
  /** Of what is counted together, how many; of a score, the score. */
  readonly count?: number | undefined
  /** Where it leads, below the person's address; empty for their record. */
  readonly href: string
}

/** Up to where the timeline has been read: what comes before that, newest first. */
export interface Cursor {
  readonly at: Date
  readonly id: string
}

/** What is asked of each kind: the newest before the cursor, `max` of them. */
export interface Wanted {
  readonly before: Cursor
  readonly max: number
}

/** One kind of thing: reads what the access opens of it and nothing else, newest first. */
export type TimelineReader = (tx: Tx, access: Access, wanted: Wanted) => Promise<TimelineEntry[]>

/** Whether an entry lies before the cursor, and so is read after it. */
export function isBefore({ at, id }: Cursor, cursor: Cursor): boolean {
  const apart = at.getTime() - cursor.at.getTime()
  return apart < 0 || (apart === 0 && id < cursor.id)
}

/** Newest first; the order in which pages follow one another. */
export function newestFirst(one: Cursor, other: Cursor): number {
  return isBefore(one, other) ? 1 : -1
}

/** The newest entries before a cursor, of more than are wanted. */
export function newestOf(entries: readonly TimelineEntry[], { before, max }: Wanted): TimelineEntry[] {
  return entries
    .filter(entry => isBefore(entry, before))
    .toSorted(newestFirst)
    .slice(0, max)
}
