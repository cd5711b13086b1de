import type { Tx } from '#ground/db/store.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { Caller } from './caller.ts'
import { noteNotShown, opening } from './open.ts'
import { type Named, placesOf } from './place.ts'

/**
 * Notes in the trail of everybody whom some names mean that a caller has asked about them, where an answer could tell that
 * they are there; of what is not open, and of what does not exist, that it was not shown.
 */
export async function noteAsked(tx: Tx, caller: Caller, named: readonly Named[]): Promise<void> {
  const places = (await placesOf(tx, named)).flat()
  await opening(tx, caller, 'look', places, async open => {
    for (const place of places) {
      if (open.isOpen(place)) open.accessTo(place)?.release(place.contributorId, place.dataClass as DataClass)
    }
    if (!open.isAboutSomebody) await noteNotShown(tx, caller, 'look', places)
  })
}
