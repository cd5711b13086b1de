import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Arena, openArena } from '../kill/arena.ts'
import { ask, type Channel } from '../kill/channels/channel.ts'
import { FHIR } from '../kill/channels/fhir.ts'
import { MLLP } from '../kill/channels/mllp.ts'
import { reckon } from '../kill/reckon.ts'
import { type Senders, startSenders } from '../kill/senders.ts'
import type { Change } from '../sow.ts'

/** What was found while a disk was full and had room again, over and over. */
export interface FullDisk {
  readonly acknowledged: number
  /** How often something was sent and not acknowledged. */
  readonly unanswered: number
  /** From when there was room again to the first acknowledgement, the longest, milliseconds. */
  readonly backMs: number
  readonly faults: readonly string[]
}

/** Holds the database, some segments of its log, and little besides. */
const DISK_MB = 450
const PIECE_BYTES = 256 * 1024
const FULL_MS = 2_500
const BACK_MS_MAX = 120_000
const CHANNELS: readonly Channel[] = [MLLP, FHIR]

/**
 * The product's folder is on a small disk of its own, which is filled to the last byte while messages come, and has room
 * again later. Undefined where no disk may be mounted: it needs root.
 */
export async function fillDisk(changes: readonly Change[], times: number): Promise<FullDisk | undefined> {
  const disk = mountSmall()
  if (disk === undefined) return undefined
  try {
    const arena = await openArena(join(disk, 'data'), changes)
    try {
      return await filled(arena, join(disk, 'ballast'), times)
    } finally {
      await arena.stop()
    }
  } finally {
    spawnSync('umount', ['--lazy', disk])
    rmSync(disk, { recursive: true, force: true })
  }
}

function mountSmall(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'cydofal-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=755`, 'tmpfs', folder])
  if (mounted.status === 0) return folder
  rmSync(folder, { recursive: true, force: true })
  return undefined
}

async function filled(arena: Arena, ballast: string, times: number): Promise<FullDisk> {
  const sending = CHANNELS.map(channel =>
    startSenders({ ...channel, perSecond: channel.share, from: channel.from, open: () => channel.open(arena) }),
  )
  const faults: string[] = []
  let backMs = 0
  for (let time = 0; time < times; time++) {
    await anew(sending, 10, 'before the disk was full')
    const until = performance.now() + FULL_MS
    while (performance.now() < until) {
      fill(ballast)
      await wait(50)
    }
    faults.push(...(await badlySaid(arena)))
    rmSync(ballast)
    const from = performance.now()
    await anew(sending, 1, 'once there was room again')
    backMs = Math.max(backMs, Math.round(performance.now() - from))
  }
  await Promise.all(sending.map(senders => senders.finish()))
  const acknowledged = sending.flatMap(senders => senders.acknowledged)
  const unanswered = sending.reduce((sum, { resent }) => sum + resent, 0)
  if (unanswered === 0) faults.push('everything was acknowledged: the disk was never full')
  const { lost, doubled, disordered } = await reckon(arena.databaseUrl, acknowledged)
  return {
    acknowledged: acknowledged.length,
    unanswered,
    backMs,
    faults: [...faults, ...lost, ...doubled, ...disordered],
  }
}

/** Waits until so many more are acknowledged by each kind of sender, by itself. */
async function anew(sending: readonly Senders[], many: number, when: string): Promise<void> {
  const wanted = sending.map(({ acknowledged }) => acknowledged.length + many)
  for (const until = performance.now() + BACK_MS_MAX; ; await wait(5)) {
    if (sending.every(({ acknowledged }, place) => acknowledged.length >= wanted[place]!)) return
    if (performance.now() > until) throw new Error(`nothing was acknowledged ${when}`)
  }
}

/** Writes until not one byte more finds room. */
function fill(ballast: string): void {
  const file = openSync(ballast, 'a')
  try {
    for (let bytes = PIECE_BYTES; bytes >= 1; ) {
      try {
        writeSync(file, Buffer.alloc(bytes))
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code !== 'ENOSPC') throw fault
        bytes = Math.floor(bytes / 2)
      }
    }
  } finally {
    closeSync(file)
  }
}

/** Whoever reads a page meanwhile is told in words, in their language; a system in an OperationOutcome with words. */
async function badlySaid(arena: Arena): Promise<string[]> {
  const faults: string[] = []
  for (const [language, words] of Object.entries(WORDS)) {
    const answer = await ask(`${arena.url}/people`, { headers: { 'accept-language': language, cookie: NOBODY } })
    const text = await answer?.text().catch(() => '')
    if (answer !== undefined && answer.status >= 500 && !words.test(text ?? ''))
      faults.push(`with a full disk a page was answered ${answer.status} without a word in ${language}`)
  }
  return faults
}

/** A session that was never begun. */
const NOBODY = `__Host-cydofal=${'n'.repeat(43)}`
const WORDS: Readonly<Record<string, RegExp>> = {
  en: /Something went wrong on our side/,
  cy: /Aeth rhywbeth o/,
}
