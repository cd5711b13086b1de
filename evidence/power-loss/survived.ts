import { closeSync, cpSync, existsSync, ftruncateSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import type { Act } from './recorder.ts'

/**
 * What would be on the disk had the power gone: the folder as it was before, and of what was done since, each write that a
 * sync of its file came after. Names, lengths and removals count at once, as on a file system that keeps a journal of
 * those. Answers how many writes are gone.
 */
export function rebuild(before: string, folder: string, acts: readonly Act[], into: string): number {
  cpSync(before, into, { recursive: true, preserveTimestamps: true })
  const pending = new Map<string, Extract<Act, { act: 'write' }>[]>()
  // PostgreSQL names files from its own folder on.
  const placed = (path: string) => {
    const within = isAbsolute(path) ? relative(folder, path) : path
    return within.startsWith('..') ? undefined : join(into, within)
  }
  for (const act of acts) {
    const path = placed(act.path)
    if (path === undefined) continue
    if (act.act === 'write') {
      if (act.at !== undefined) pending.set(path, [...(pending.get(path) ?? []), act])
      // What is written from the start of a file, and not at a place, is small and soon renamed: as if it were synced.
      else if (existsSync(path)) append(path, act.bytes)
    } else if (act.act === 'sync') {
      for (const { at = 0, bytes } of pending.get(path) ?? []) writeAt(path, at, bytes)
      pending.delete(path)
    } else if (act.act === 'truncate') onFile(path, file => ftruncateSync(file, act.size))
    else if (act.act === 'extend') writeAt(path, act.at, Buffer.alloc(act.length))
    else if (act.act === 'create') {
      if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
    } else if (act.act === 'remove') {
      rmSync(path, { force: true })
      pending.delete(path)
    } else {
      const to = placed(act.to)
      if (to !== undefined && existsSync(path)) renameSync(path, to)
      const moved = pending.get(path)
      pending.delete(path)
      if (to !== undefined && moved !== undefined) pending.set(to, moved)
    }
  }
  return [...pending.values()].flat().length
}

function writeAt(path: string, at: number, bytes: Buffer): void {
  onFile(path, file => writeSync(file, bytes, 0, bytes.length, at))
}

function append(path: string, bytes: Buffer): void {
  const file = openSync(path, 'a')
  writeSync(file, bytes)
  closeSync(file)
}

function onFile(path: string, work: (file: number) => void): void {
  const file = openSync(path, existsSync(path) ? 'r+' : 'w+', 0o600)
  work(file)
  closeSync(file)
}
