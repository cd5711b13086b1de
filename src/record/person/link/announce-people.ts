import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'

/** The topic under which it is announced that somebody was joined to another, or parted. The id is a person's. */
export const PERSON_CHANGED = 'person'

/** Tells every process, when this commits, of each of these ids: open pages that show what it named are drawn again. */
export async function announcePeople(tx: Tx, ids: Iterable<string>): Promise<void> {
  for (const id of new Set(ids)) await announce(tx, { topic: PERSON_CHANGED, id })
}
