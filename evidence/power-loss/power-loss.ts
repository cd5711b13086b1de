import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dataFolder } from '#ground/db/embedded/folder.ts'
import type { Evidence } from '../evidence.ts'
import { openArena } from '../kill/arena.ts'
import { mllpLine } from '../kill/channels/mllp.ts'
import { reckon } from '../kill/reckon.ts'
import { startSenders } from '../kill/senders.ts'
import type { Change } from '../sow.ts'
import { canRecord, record } from './recorder.ts'
import { rebuild } from './survived.ts'

interface Extent {
  readonly losses: number
  /** How many messages are acknowledged before the power goes. */
  readonly messages: number
}

const EXTENTS = {
  smoke: { losses: 1, messages: 40 },
  nightly: { losses: 30, messages: 150 },
  soak: { losses: 500, messages: 150 },
} as const satisfies Record<string, Extent>

const FSYNC_OFF: readonly Change[] = [
  { file: 'src/ground/db/embedded/settings.ts', from: "fsync: 'on'", to: "fsync: 'off'" },
]
const MESSAGES_MS_MAX = 120_000

/**
 * The power goes while messages are taken in: whatever was written and not yet brought to the disk is gone. What was
 * acknowledged is there, once and in its order. Every write and sync of the database is recorded, and its folder put
 * together anew from what had been synced. Source: reliability.md, T10.
 */
export const powerLoss: Evidence = async ({ size, say }) => {
  if (!canRecord())
    throw new Error('strace is not on this machine: what the database brings to the disk cannot be watched')
  const { losses, messages } = EXTENTS[size]
  const failures: string[] = []
  let [acknowledged, dropped] = [0, 0]
  for (let number = 0; number < losses; number++) {
    const lost = await losePower([], messages)
    acknowledged += lost.acknowledged
    dropped += lost.dropped
    failures.push(...lost.faults)
    if (number % 10 === 9) say(`${number + 1} losses of power, ${acknowledged} acknowledged, ${failures.length} wrong`)
  }
  if (dropped === 0) failures.push('not one write was dropped: nothing was tried')
  const without = await losePower(FSYNC_OFF, messages).catch((fault: unknown) => ({ faults: [String(fault)] }))
  say(`with fsync=off: ${without.faults[0] ?? 'nothing was lost'}`)
  return {
    trials: acknowledged,
    failures,
    kills: { 'fsync=off': without.faults.length > 0 },
    figures: { losses, acknowledged, writes_dropped: dropped },
  }
}

async function losePower(changes: readonly Change[], messages: number) {
  const [before, folder] = [
    mkdtempSync(join(tmpdir(), 'cydofal-before-')),
    mkdtempSync(join(tmpdir(), 'cydofal-power-')),
  ]
  try {
    const arena = await openArena(folder, changes)
    const cluster = dataFolder(folder).cluster
    const recording = await record(arena.databasePids)
    // Of what was before there is nothing to lose: it counts as brought to the disk. What is done meanwhile is recorded.
    cpSync(cluster, before, { recursive: true, preserveTimestamps: true })
    const open = () => mllpLine(() => arena.mllpPort)
    const senders = startSenders({ lines: 4, peopleEach: 2, atOnce: false, perSecond: 100, from: 1, open })
    const until = performance.now() + MESSAGES_MS_MAX
    while (senders.acknowledged.length < messages && performance.now() < until) await wait(5)
    await arena.end()
    const acknowledged = [...senders.acknowledged]
    await senders.breakOff()
    const acts = await recording.stop()
    rmSync(cluster, { recursive: true })
    const dropped = rebuild(before, cluster, acts, cluster)
    const again = await openArena(folder)
    const { lost, doubled, disordered } = await reckon(again.databaseUrl, acknowledged)
    await again.stop()
    return { acknowledged: acknowledged.length, dropped, faults: [...lost, ...doubled, ...disordered] }
  } finally {
    rmSync(before, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}
