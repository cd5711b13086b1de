import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attach } from './attach.ts'

/** What a process did to a file, in the order in which it was done. */
export type Act =
  | { readonly act: 'write'; readonly path: string; readonly at: number | undefined; readonly bytes: Buffer }
  | { readonly act: 'sync'; readonly path: string }
  | { readonly act: 'truncate'; readonly path: string; readonly size: number }
  | { readonly act: 'extend'; readonly path: string; readonly at: number; readonly length: number }
  | { readonly act: 'create'; readonly path: string }
  | { readonly act: 'rename'; readonly path: string; readonly to: string }
  | { readonly act: 'remove'; readonly path: string }

const CALLS =
  'openat,write,pwrite64,pwritev,fsync,fdatasync,ftruncate,fallocate,rename,renameat,renameat2,unlink,unlinkat,mkdir,rmdir'

/** Watches these processes, and all that they start, from when this settles. */
export async function record(pids: readonly number[]): Promise<{ stop(): Promise<Act[]> }> {
  const folder = mkdtempSync(join(tmpdir(), 'cydofal-calls-'))
  // Each process into a file of its own: no call is told in two halves. `-y` tells the file of each descriptor.
  const options = ['-ff', '-ttt', '-T', '-y', '-xx', '-s', '67108864', '-e', `trace=${CALLS}`, '-o', join(folder, 'of')]
  const watching = await attach(pids, options)
  return {
    async stop() {
      await watching.stop()
      const lines = readdirSync(folder).flatMap(name => readFileSync(join(folder, name), 'latin1').split('\n'))
      rmSync(folder, { recursive: true, force: true })
      return lines
        .flatMap(actsIn)
        .sort((one, other) => one.done - other.done)
        .map(({ act }) => act)
    },
  }
}

/** `1764127900.123456 pwrite64(5</a/file>, "\x00", 1, 0) = 1 <0.000012>`: what succeeded, and when it was done. */
function actsIn(line: string): { readonly done: number; readonly act: Act }[] {
  const [, began, call, told, took] = /^(\d+\.\d+) (\w+)\((.*)\) = \d+(?:<[^>]*>)? <(\d+\.\d+)>$/.exec(line) ?? []
  if (call === undefined || told === undefined) return []
  const act = actOf(call, told)
  return act === undefined ? [] : [{ done: Number(began) + Number(took), act }]
}

function actOf(call: string, told: string): Act | undefined {
  const file = /^\d+<([^>]*)>/.exec(told)?.[1]
  const path = file && unescaped(file)
  const named = [...told.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text)
  const last = Number(/(-?\d+)$/.exec(told)?.[1])
  switch (call) {
    case 'write':
    case 'pwrite64':
    case 'pwritev': {
      if (!path) return undefined
      return { act: 'write', path, at: call === 'write' ? undefined : last, bytes: Buffer.concat(named.map(bytesOf)) }
    }
    case 'fsync':
    case 'fdatasync':
      return path ? { act: 'sync', path } : undefined
    case 'ftruncate':
      return path ? { act: 'truncate', path, size: last } : undefined
    case 'fallocate': {
      const [at = 0, length = 0] = told.split(', ').slice(-2).map(Number)
      return path ? { act: 'extend', path, at, length } : undefined
    }
    case 'openat':
      return /O_CREAT|O_TRUNC/.test(told) ? { act: 'create', path: unescaped(named[0] ?? '') } : undefined
    case 'unlink':
    case 'unlinkat':
      return { act: 'remove', path: unescaped(named[0] ?? '') }
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return { act: 'rename', path: unescaped(named[0] ?? ''), to: unescaped(named[1] ?? '') }
    default:
      return undefined
  }
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}

/** A path as strace writes it: in plain letters, or each by its number. */
function unescaped(text: string): string {
  return text.includes('\\x') ? String(bytesOf(text)) : text
}
