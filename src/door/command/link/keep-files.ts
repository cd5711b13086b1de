import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { done, type Outcome, refused } from '#ground/outcome.ts'

/** A file to be written: where, and its text piece by piece. */
export interface FileToKeep {
  readonly path: string
  readonly text: Iterable<string>
}

/**
 * Writes all of these files or none: each is written beside its place first, and put there, by name, when all of them
 * are whole. What stood there before stays until then. Refused when the disk is full, or a place may not be written to.
 */
export async function keepFiles(
  files: readonly FileToKeep[],
): Promise<Outcome<undefined, { readonly file: string; readonly reason: string }>> {
  const drafts = files.map(file => ({ ...file, draft: `${file.path}.part` }))
  let file = ''
  try {
    for (const { path, text, draft } of drafts) {
      file = path
      await pipeline(Readable.from(text), createWriteStream(draft))
    }
    for (const { path, draft } of drafts) {
      file = path
      await rename(draft, path)
    }
    return done(undefined)
  } catch (error) {
    for (const { draft } of drafts) await rm(draft, { force: true })
    return refused({ file, reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) })
  }
}
