import { join } from 'node:path'
import { type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import { findKeptDrop, keepDrop, startDrop } from '#work/drop/keep-drop.ts'
import type { DropKind } from '#work/drop/kind.ts'
import { folderDropsEndedSince } from '#work/drop/read-drop.ts'
import { resultOf } from '#work/drop/result.ts'
import { FILES } from '#work/sender/file-senders.ts'
import { findSender } from '#work/sender/sender.ts'
import type { ClaimedFile, Taken } from './claimed-file.ts'
import { stateOf, writeOnce } from './files.ts'
import { type Place, TAKEN, takenName } from './place.ts'
import { resultText } from './result-text.ts'

/** How long after a file was taken in what became of it is written beside it, should it not be there, milliseconds. */
const TELL_MS = 24 * 3_600_000

/** Keeps a file of rows and starts it; its rows are taken in afterwards. One that has been kept already is kept once. */
export async function takeCsv(
  store: Store,
  { sender: facility, kind }: Place & { readonly kind: DropKind },
  { name, pieces, wasThere }: ClaimedFile,
): Promise<Taken> {
  const sender = await transaction(store, tx => findSender(tx, FILES, facility))
  if (sender === undefined) return { refused: 'unknownSender' }
  const drop = { senderId: sender.id, kind, fileName: name, way: 'folder', broughtBy: facility } as const
  const id = await transactionInTurn(store, async tx => {
    const kept = wasThere ? await findKeptDrop(tx, drop, pieces) : undefined
    if (kept !== undefined) return kept
    const newId = await keepDrop(tx, drop, pieces)
    await startDrop(tx, newId, { name: facility, endsGone: sender.files[kind]?.isFull === true })
    return newId
  })
  return { name: takenName(id, name) }
}

/** Beside each file of rows that was taken in lately what became of it, once that is known. */
export async function tellResults(store: Store, root: string): Promise<void> {
  const since = new Date(store.clock.now().getTime() - TELL_MS)
  const ended = await transaction(store, async tx => {
    const drops = await folderDropsEndedSince(tx, since)
    const told = []
    for (const drop of drops) told.push({ drop, result: await resultOf(tx, drop.id) })
    return told
  })
  for (const { drop, result } of ended) {
    const path = join(root, drop.facility, drop.kind, TAKEN, takenName(drop.id, drop.fileName))
    if ((await stateOf(path)) !== undefined) await writeOnce(`${path}.result.txt`, resultText(drop, result))
  }
}
