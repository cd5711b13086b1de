import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { FileMap } from './file-map.ts'

/** Why a map has a new version: a code, said in the reader's language. */
const REASON = 'files.columns'

/**
 * Writes how the files of one kind from a sender are to be read, as a new version of its map; the rest of the map stays.
 * In a transaction that takes its turn.
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
  const map = held.map as { readonly files?: Readonly<Record<string, FileMap>> }
  const files = { ...map.files, [kind]: change(map.files?.[kind] ?? {}) }
  await tx.db
    .insertInto('senderMap')
    .values({
      id: tx.newId(),
      senderId,
      version: Number(held.version) + 1,
      map: JSON.stringify({ ...map, files }),
      reason: REASON,
      writtenBy: officer.name,
      accountId: officer.accountId,
      startedAt: tx.now,
    })
    .execute()
}
