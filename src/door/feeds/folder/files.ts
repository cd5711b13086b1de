import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The folders in a folder, by name; none when it is not there. What begins with a dot is nobody's. */
export async function foldersIn(path: string): Promise<string[]> {
  return namesIn(path, entry => entry.isDirectory())
}

/** The files with an ending in a folder that may be complete: what is still being written has another. Links are no files. */
export async function filesIn(path: string, ending: string): Promise<string[]> {
  return namesIn(path, entry => entry.isFile() && entry.name.toLowerCase().endsWith(`.${ending}`))
}

/** How long a file is and when it was last written, as one text; undefined when it is gone, or is no file of its own. */
export async function stateOf(path: string): Promise<{ readonly bytes: number; readonly state: string } | undefined> {
  const found = await lstat(path).catch(gone)
  if (!found?.isFile()) return undefined
  return { bytes: found.size, state: `${found.size} ${found.mtimeMs}` }
}

/** The bytes of a file, in the pieces in which they are read. No link is followed. */
export async function bytesOf(path: string): Promise<Buffer[]> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    const pieces: Buffer[] = []
    for await (const piece of file.createReadStream({ autoClose: false })) pieces.push(piece as Buffer)
    return pieces
  } finally {
    await file.close()
  }
}

/** Moves a file within one folder, making the place it goes to. */
export async function move(from: string, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await rename(from, join(folder, name))
}

/** Writes a small file, whole or not at all, unless it is there already. */
export async function writeOnce(path: string, text: string): Promise<void> {
  if ((await lstat(path).catch(gone)) !== undefined) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.tmp`, text)
  await rename(`${path}.tmp`, path)
}

async function namesIn(path: string, isWanted: (entry: Entry) => boolean): Promise<string[]> {
  const entries = (await readdir(path, { withFileTypes: true }).catch(gone)) ?? []
  return entries
    .filter(entry => !entry.name.startsWith('.') && isWanted(entry))
    .map(({ name }) => name)
    .toSorted()
}

interface Entry {
  readonly name: string
  isFile(): boolean
  isDirectory(): boolean
}

function gone(fault: unknown): undefined {
  if (['ENOENT', 'ENOTDIR'].includes((fault as NodeJS.ErrnoException).code ?? '')) return undefined
  throw fault
}
