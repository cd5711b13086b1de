import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { FileMap } from './file-map.ts'
import type { WholeMap } from './map.ts'
import { keepMap } from './write-map.ts'

/** Why a map has a new version: a code, said in the reader's language. */
const REASON = 'files.columns'

/**
 * Writes how the files of one kind from a sender are to be read, as a new version of its map; the rest of the map stays.
 * Whoever asks has been found to be a data officer of the sender's organisation. In a transaction that takes its turn.
 */
export async function writeFileMap(
  tx: Tx,
  officer: WorkerActor,
  senderId: string,
  kind: string,
  change: (held: FileMap) => FileMap,
): Promise<void> {
  await holdAlone(tx, `map of ${senderId}`)
  const held = await tx.db
    .selectFrom('senderMapNow')
    .select(['version', 'map'])
    .where('senderId', '=', senderId)
    .executeTakeFirstOrThrow()
  const map = held.map as WholeMap
  const files = { ...map.files, [kind]: change((map.files?.[kind] ?? {}) as FileMap) }
  const version = Number(held.version) + 1
  await keepMap(tx, officer, { senderId, version, map: { ...map, files: files as WholeMap['files'] }, reason: REASON })
}
