import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Actor, WorkerActor } from '#record/organisation/actor.ts'
import type { Doing } from '#record/sharing/doing.ts'
import { writeTrail } from '#record/sharing/trail/write.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { Drop } from './drop.ts'
import { findDrop } from './read-drop.ts'

/** Whether somebody's work is the files that their organisation sends. Nobody else is shown any. */
export function isDataOfficer(actor: Actor): actor is WorkerActor {
  return actor.kind === 'worker' && actor.role === 'data-officer'
}

/**
 * Opens one file for a data officer of the organisation that sent it, and writes the trail in the same transaction: what
 * stands in its rows is about people. It is kept under the file's own id, which is nobody's, because nobody has said yet
 * whom the rows are about. A refusal is written too, in the same way for a file that does not exist.
 */
export async function openDrop(
  tx: Tx,
  officer: WorkerActor,
  dropId: string,
  doing: Doing,
): Promise<Outcome<Drop, 'drop.notShown'>> {
  const drop = await findDrop(tx, dropId)
  const mayOpen = isDataOfficer(officer) && drop !== undefined && drop.organisationId === officer.organisationId
  const entry = { actor: officer, personId: dropId, purpose: 'service-planning', doing, place: 'file' } as const
  if (!mayOpen) {
    await writeTrail(tx, [{ ...entry, allowed: false, released: [], failed: ['organisation-receives'] }])
    return refused('drop.notShown')
  }
  const released = CLASSES_IN_A_FILE.map(
    dataClass => ({ contributor: officer.organisationCode, dataClass, because: { kind: 'contributor' } }) as const,
  )
  await writeTrail(tx, [{ ...entry, allowed: true, released, failed: [] }])
  return done(drop)
}

/** What the rows of a file may hold. Nobody can say which of it one that has not been read does hold. */
export const CLASSES_IN_A_FILE: readonly DataClass[] = [
  'demographics',
  'contacts',
  'care-and-support',
  'housing-and-tenancy',
]
