import { join } from 'node:path'
import { type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import { DROP_BYTES_MAX } from '#work/drop/drop.ts'
import { findKeptDrop, keepDrop, startDrop } from '#work/drop/keep-drop.ts'
import { type DropKind, dropKindOf } from '#work/drop/kind.ts'
import { folderDropsEndedSince } from '#work/drop/read-drop.ts'
import { resultOf } from '#work/drop/result.ts'
import { FILES } from '#work/sender/file-senders.ts'
import { findSender } from '#work/sender/sender.ts'
import { bytesOf, csvFilesIn, foldersIn, move, stateOf, writeOnce } from './files.ts'
import { bothLanguages, resultText } from './result-text.ts'

/** How long a file must be as it is before it is taken, milliseconds: not every sender renames it into place. */
const STILL_MS = 5000
/** How long after a file was taken in what became of it is written beside it, should it not be there, milliseconds. */
const TELL_MS = 24 * 3_600_000
/** Where a file is while it is being kept, and once it is, or is not. */
const [TAKING, TAKEN, REFUSED] = ['taking', 'taken', 'refused'] as const

/** One place for files: those of one kind from one sender. */
interface Place {
  readonly sender: string
  readonly kind: DropKind
  readonly path: string
}

/**
 * Watches a folder for files, `SENDER/KIND/NAME.csv`, each time it is asked to look. A file that has not changed for a
 * while is claimed by moving it to `taking/`, kept and started, and moved to `taken/`; to `refused/` when its sender is
 * not let in or it is too large. Killed at any moment, a claimed file is kept once: what stood in `taking/` before this
 * began and has been kept already is only moved on. What became of a file is written beside it. All else is left alone.
 */
export function folderWatch(store: Store, root: string): () => Promise<void> {
  const seen = new Map<string, { readonly state: string; readonly at: number }>()
  let isFirst = true

  async function isComplete(path: string): Promise<boolean> {
    const found = await stateOf(path)
    const now = store.clock.now().getTime()
    const before = seen.get(path)
    if (found === undefined) return false
    if (before?.state !== found.state) seen.set(path, { state: found.state, at: now })
    else if (now - before.at >= STILL_MS) return seen.delete(path)
    return false
  }

  return async () => {
    for (const place of await placesIn(root)) {
      if (isFirst)
        for (const name of await csvFilesIn(join(place.path, TAKING))) await keepClaimed(store, place, name, true)
      for (const name of await csvFilesIn(place.path)) {
        if (!(await isComplete(join(place.path, name)))) continue
        await move(join(place.path, name), join(place.path, TAKING), name)
        await keepClaimed(store, place, name, false)
      }
    }
    isFirst = false
    await tellResults(store, root)
  }
}

async function placesIn(root: string): Promise<Place[]> {
  const places: Place[] = []
  for (const sender of await foldersIn(root)) {
    for (const name of await foldersIn(join(root, sender))) {
      const kind = dropKindOf(name)
      if (kind !== undefined) places.push({ sender, kind, path: join(root, sender, name) })
    }
  }
  return places
}

async function keepClaimed(store: Store, { sender: facility, kind, path }: Place, name: string, wasThere: boolean) {
  const claimed = join(path, TAKING, name)
  const sender = await transaction(store, tx => findSender(tx, FILES, facility))
  const bytes = (await stateOf(claimed))?.bytes
  if (bytes === undefined) return
  if (sender === undefined || bytes > DROP_BYTES_MAX) {
    await writeRefusal(join(path, REFUSED), name, sender === undefined ? 'unknownSender' : 'tooLarge')
    await move(claimed, join(path, REFUSED), name)
    return
  }
  const pieces = await bytesOf(claimed)
  const drop = { senderId: sender.id, kind, fileName: name, way: 'folder', broughtBy: facility } as const
  const id = await transactionInTurn(store, async tx => {
    const kept = wasThere ? await findKeptDrop(tx, drop, pieces) : undefined
    if (kept !== undefined) return kept
    const newId = await keepDrop(tx, drop, pieces)
    await startDrop(tx, newId, { name: facility, endsGone: sender.files[kind]?.isFull === true })
    return newId
  })
  await move(claimed, join(path, TAKEN), takenName(id, name))
}

async function writeRefusal(folder: string, name: string, why: 'unknownSender' | 'tooLarge'): Promise<void> {
  const text = bothLanguages(say => [
    why === 'tooLarge' ? say('files.tooLarge', { file: name }) : say('files.unknownSender', { file: name }),
  ])
  await writeOnce(join(folder, `${name}.result.txt`), text)
}

/** Beside each file that was taken in lately what became of it, once that is known. */
async function tellResults(store: Store, root: string): Promise<void> {
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

/** Two files of one name are two. */
function takenName(dropId: string, name: string): string {
  return `${dropId.slice(0, 8)}-${name}`
}
