import { join } from 'node:path'
import type { Store } from '#ground/db/store.ts'
import { DROP_BYTES_MAX } from '#work/drop/drop.ts'
import { dropKindOf } from '#work/drop/kind.ts'
import type { ClaimedFile, Taken } from './claimed-file.ts'
import { bytesOf, filesIn, foldersIn, move, stateOf, writeOnce } from './files.ts'
import { type FileKind, type Place, REFUSED, TAKEN, TAKING } from './place.ts'
import { refusalText } from './result-text.ts'
import { takeCsv, tellResults } from './take-csv.ts'
import { takeHl7 } from './take-hl7.ts'

/** How long a file must be as it is before it is taken, milliseconds: not every sender renames it into place. */
const STILL_MS = 5000

/**
 * Watches a folder for files, `SENDER/KIND/NAME.csv` and `SENDER/hl7/NAME.hl7`, each time it is asked to look. A file that
 * has not changed for a while is claimed by moving it to `taking/`, taken in, and moved to `taken/`; to `refused/` when
 * its sender is not let in or it is too large. Killed at any moment, a claimed file takes effect once: what still stands in
 * `taking/` is taken first, and what of it was taken in already is only moved on. All else is left alone.
 */
export function folderWatch(store: Store, root: string): () => Promise<void> {
  const seen = new Map<string, { readonly state: string; readonly at: number }>()

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
      const ending = endingOf(place.kind)
      for (const name of await filesIn(join(place.path, TAKING), ending)) await takeClaimed(store, place, name, true)
      for (const name of await filesIn(place.path, ending)) {
        if (!(await isComplete(join(place.path, name)))) continue
        await move(join(place.path, name), join(place.path, TAKING), name)
        await takeClaimed(store, place, name, false)
      }
    }
    await tellResults(store, root)
  }
}

async function placesIn(root: string): Promise<Place[]> {
  const places: Place[] = []
  for (const sender of await foldersIn(root)) {
    for (const name of await foldersIn(join(root, sender))) {
      const kind = name === 'hl7' ? name : dropKindOf(name)
      if (kind !== undefined) places.push({ sender, kind, path: join(root, sender, name) })
    }
  }
  return places
}

function endingOf(kind: FileKind): string {
  return kind === 'hl7' ? 'hl7' : 'csv'
}

/** Takes a claimed file in and moves it on. `wasThere` when it was claimed before this look: it may have been kept by then. */
async function takeClaimed(store: Store, place: Place, name: string, wasThere: boolean): Promise<void> {
  const claimed = join(place.path, TAKING, name)
  const bytes = (await stateOf(claimed))?.bytes
  if (bytes === undefined) return
  const taken =
    bytes > DROP_BYTES_MAX
      ? ({ refused: 'tooLarge' } as const)
      : await take(store, place, { name, pieces: await bytesOf(claimed), wasThere })
  if ('refused' in taken) {
    const refused = join(place.path, REFUSED)
    await writeOnce(join(refused, `${name}.result.txt`), refusalText(name, taken.refused))
    return move(claimed, refused, name)
  }
  await move(claimed, join(place.path, TAKEN), taken.name)
}

function take(store: Store, place: Place, file: ClaimedFile): Promise<Taken> {
  const { kind } = place
  return kind === 'hl7' ? takeHl7(store, place, file) : takeCsv(store, { ...place, kind }, file)
}
