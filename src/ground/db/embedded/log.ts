import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import type { DataFolder } from './folder.ts'
import { giveTo, type Runner } from './runner.ts'

const LOG_BYTES_MAX = 10_000_000
const READ_BYTES_MAX = 16_384

/** What one run of a PostgreSQL program adds to the log. */
export interface LogPart {
  /** The open file, to be the program's output. */
  readonly file: number
  /** What was written since this part was begun; the last 16 KiB of it. */
  text(): string
  close(): void
}

/** Begins a part of the log. One that has grown beyond LOG_BYTES_MAX is put aside first, in place of the one before. */
export function beginLog(folder: DataFolder, runner: Runner): LogPart {
  if (sizeOf(folder.log) > LOG_BYTES_MAX) renameSync(folder.log, `${folder.log}.old`)
  const file = openSync(folder.log, 'a', 0o600)
  giveTo(runner, folder.log)
  const begun = sizeOf(folder.log)
  return {
    file,
    text: () => readFrom(folder.log, Math.max(begun, sizeOf(folder.log) - READ_BYTES_MAX)),
    close: () => closeSync(file),
  }
}

/** The last lines of a text, as they are put into one sentence. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-4).join(' | ')
}

/** How the log ends, whoever wrote it: its last 16 KiB. */
export function logEnd(folder: DataFolder): string {
  return existsSync(folder.log) ? readFrom(folder.log, Math.max(0, sizeOf(folder.log) - READ_BYTES_MAX)) : ''
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function readFrom(path: string, offset: number): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(READ_BYTES_MAX)
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, READ_BYTES_MAX, offset))
  } finally {
    closeSync(file)
  }
}
