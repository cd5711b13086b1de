import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { type Cursor, newestOf, type TimelineEntry } from './entry.ts'
import { TIMELINE_KINDS, type TimelineKind } from './kinds/index.ts'

/** How many entries are one page. */
export const PAGE_ENTRIES = 30

/** A page of a timeline, newest first; `next` leads to what came before it. */
export interface TimelinePage {
  readonly entries: readonly TimelineEntry[]
  readonly next: Cursor | undefined
}

/** What is asked of a timeline: one kind of thing or all, before a cursor or from now. */
export interface AskedTimeline {
  readonly kind: TimelineKind | undefined
  readonly before: Cursor | undefined
  /** How many entries are one page; `PAGE_ENTRIES` unless told. */
  readonly pageEntries?: number
}

/** Somebody's life with care as far as this access opens it, and nothing else, newest first. */
export async function readTimeline(tx: Tx, access: Access, asked: AskedTimeline): Promise<TimelinePage> {
  const { kind, before, pageEntries = PAGE_ENTRIES } = asked
  const wanted = { before: before ?? { at: new Date(tx.now.getTime() + 1), id: '' }, max: pageEntries + 1 }
  const readers = kind === undefined ? Object.values(TIMELINE_KINDS) : [TIMELINE_KINDS[kind]]
  const read: TimelineEntry[] = []
  for (const reader of readers) read.push(...(await reader(tx, access, wanted)))
  const found = newestOf(read, wanted)
  const entries = found.slice(0, pageEntries)
  const last = entries.at(-1)
  return { entries, next: found.length > pageEntries && last !== undefined ? { at: last.at, id: last.id } : undefined }
}
