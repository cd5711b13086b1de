import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Arena } from '../kill/arena.ts'
import type { Line } from '../kill/senders.ts'
import type { Step } from '../kill/stories.ts'
import { attach } from './attach.ts'
import type { Kind } from './kinds.ts'
import { addedBetween, countRows } from './rows.ts'

/** What is done to a process as it asks something of the system for the nth time, and to which. */
export interface Blow {
  readonly name: string
  readonly to: 'a connection of the database' | 'the application'
  /** Which of the things that it asks, as strace names them. */
  readonly calls: string
  readonly does: 'signal=KILL' | 'error=EIO' | 'error=ENOSPC'
}

const WRITES = 'pwrite64,pwritev,write,fallocate,ftruncate'

export const BLOWS: readonly Blow[] = [
  { name: 'database killed', to: 'a connection of the database', calls: 'all', does: 'signal=KILL' },
  { name: 'application killed', to: 'the application', calls: 'all', does: 'signal=KILL' },
  { name: 'sync fails', to: 'a connection of the database', calls: 'fsync,fdatasync', does: 'error=EIO' },
  { name: 'write fails', to: 'a connection of the database', calls: WRITES, does: 'error=EIO' },
  { name: 'disk is full', to: 'a connection of the database', calls: WRITES, does: 'error=ENOSPC' },
]

const BACK_MS_MAX = 90_000
const AGAIN_MS = 50

/** What was found of one kind of message and one kind of blow. */
export interface Walked {
  /** How often a message asks for such a thing while it is taken in. */
  readonly calls: number
  /** How many of those were struck. */
  readonly struck: number
  /** How often the sender had been told nothing, and what of it was there: all of it, or nothing. */
  readonly whole: number
  readonly nothing: number
  readonly faults: readonly string[]
}

/**
 * Sends one message of a kind over and over, each about somebody new, and strikes at another place each time: at the first
 * call, the second, and so on, or at some of them. What was acknowledged is there; what was not is there whole or not at
 * all; and sent again, it is there once.
 */
export async function walk(arena: Arena, kind: Kind, blow: Blow, next: () => number, most: number): Promise<Walked> {
  const line = kind.open(arena)
  const whole = await effectOf(arena, line, next)
  const calls = await callsOf(arena, line, blow, next)
  const places = Math.min(calls, most)
  const walked = { calls, struck: 0, whole: 0, nothing: 0, faults: [] as string[] }
  for (let place = 0; place < places; place++) {
    const call = 1 + Math.floor((place * calls) / places)
    const at = `${kind.name}, ${blow.name} at call ${call} of ${calls}`
    const before = await countRows(() => arena.databaseUrl)
    const step = { person: next(), step: 1 }
    const isSafe = await struck(arena, line, blow, call, step)
    await backAgain(arena, blow)
    const after = await countRows(() => arena.databaseUrl)
    const added = addedBetween(before, after)
    walked.struck++
    if (added === whole) walked.whole++
    else if (added === '') walked.nothing++
    else walked.faults.push(`${at}: of it there is ${added}, and the whole is ${whole}`)
    if (isSafe && added === '') walked.faults.push(`${at}: it was acknowledged, and is not there`)
    await untilSafe(line, step)
    const once = await countRows(() => arena.databaseUrl)
    const inTheEnd = addedBetween(before, once)
    if (inTheEnd !== whole) walked.faults.push(`${at}: sent again, there is ${inTheEnd}, and the whole is ${whole}`)
  }
  line.close()
  return walked
}

/** What one message of the kind adds when nothing is struck. */
async function effectOf(arena: Arena, line: Line, next: () => number): Promise<string> {
  // The first of all may find something cold.
  await untilSafe(line, { person: next(), step: 1 })
  const before = await countRows(() => arena.databaseUrl)
  await untilSafe(line, { person: next(), step: 1 })
  return addedBetween(before, await countRows(() => arena.databaseUrl))
}

/** How often whoever is to be struck asks for such a thing while one message is taken in. */
async function callsOf(arena: Arena, line: Line, { to, calls }: Blow, next: () => number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'cydofal-calls-'))
  const pids = pidsOf(arena, to)
  const watching = await attach(pids, ['-ff', '-e', `trace=${calls}`, '-o', join(folder, 'of')])
  await untilSafe(line, { person: next(), step: 1 })
  await countRows(() => arena.databaseUrl)
  await watching.stop()
  const counted = readdirSync(folder)
    .filter(name => pids.includes(Number(name.split('.').at(-1))))
    .map(name => readFileSync(join(folder, name), 'latin1').split('\n').length - 1)
  rmSync(folder, { recursive: true })
  return Math.max(0, ...counted)
}

/** Sends it once while the blow waits for its call, and answers whether it was acknowledged. */
async function struck(arena: Arena, line: Line, { to, calls, does }: Blow, call: number, step: Step): Promise<boolean> {
  const inject = ['-e', `trace=${calls}`, '-e', `inject=${calls}:${does}:when=${call}`, '-o', '/dev/null']
  const striking = await attach(pidsOf(arena, to), inject)
  const isSafe = await line.send([step])
  await striking.stop()
  return isSafe
}

function pidsOf(arena: Arena, to: Blow['to']): readonly number[] {
  return to === 'the application' ? [arena.applicationPid] : arena.connectionPids
}

/** The database comes back by itself; the application is started by whoever runs it. */
async function backAgain(arena: Arena, { to }: Blow): Promise<void> {
  if (to === 'the application') await arena.kill('the application')
}

async function untilSafe(line: Line, step: Step): Promise<void> {
  for (const until = performance.now() + BACK_MS_MAX; !(await line.send([step])); await wait(AGAIN_MS)) {
    if (performance.now() > until) throw new Error(`what was told of ${step.person} is never acknowledged`)
  }
}
