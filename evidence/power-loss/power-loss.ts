import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dataFolder } from '#ground/db/embedded/folder.ts'
import type { Evidence } from '../evidence.ts'
import { openArena } from '../kill/arena.ts'
import { mllpLine } from '../kill/channels/mllp.ts'
import { FAULTS } from '../kill/faults.ts'
import { reckon } from '../kill/reckon.ts'
import { startSenders } from '../kill/senders.ts'
import type { Change } from '../sow.ts'
import { canRecord } from './attach.ts'
import { KINDS } from './kinds.ts'
import { record } from './recorder.ts'
import { rebuild } from './survived.ts'
import { BLOWS, type Blow, type Walked, walk } from './walk.ts'

interface Extent {
  readonly losses: number
  /** How many messages are acknowledged before the power goes. */
  readonly messages: number
  /** How many kinds of message are walked through, and at how many calls of each something is struck, at most. */
  readonly kinds: number
  readonly calls: number
}

const EXTENTS = {
  smoke: { losses: 1, messages: 40, kinds: 1, calls: 2 },
  nightly: { losses: 30, messages: 150, kinds: KINDS.length, calls: Number.POSITIVE_INFINITY },
  soak: { losses: 500, messages: 150, kinds: KINDS.length, calls: Number.POSITIVE_INFINITY },
} as const satisfies Record<string, Extent>

const FSYNC_OFF: readonly Change[] = [
  { file: 'src/ground/db/embedded/settings.ts', from: "fsync: 'on'", to: "fsync: 'off'" },
]
const EARLY = 'acknowledged before it is committed'
const MESSAGES_MS_MAX = 120_000

/**
 * The power goes while messages are taken in: whatever was written and not yet brought to the disk is gone. What was
 * acknowledged is there, once and in its order. Every write and sync of the database is recorded, and its folder put
 * together anew from what had been synced. Then one message of each kind is taken in over and over, and at each thing that
 * the database or the application asks of the system meanwhile it is killed, or what it asks for fails.
 * Source: reliability.md, T10.
 */
export const powerLoss: Evidence = async ({ size, say }) => {
  if (!canRecord())
    throw new Error('strace is not on this machine: what the database brings to the disk cannot be watched')
  const { losses, messages, kinds, calls } = EXTENTS[size]
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
  const walked = await walkThrough([], { kinds, calls }, say)
  const early = await walkThrough(FAULTS[EARLY] ?? [], { kinds: 1, calls: 2, blows: BLOWS.slice(0, 1) }, say)
  return {
    trials: acknowledged + walked.struck,
    failures: [...failures, ...walked.faults],
    kills: { 'fsync=off': without.faults.length > 0, [`${EARLY}, at a call`]: early.faults.length > 0 },
    figures: {
      losses,
      acknowledged,
      writes_dropped: dropped,
      struck: walked.struck,
      was_there_whole: walked.whole,
      was_not_there: walked.nothing,
      ...walked.calls,
    },
  }
}

interface Walk {
  readonly kinds: number
  readonly calls: number
  readonly blows?: readonly Blow[]
}

/** Walks through the calls of one message of each kind, with each blow, on a product of its own. */
async function walkThrough(
  changes: readonly Change[],
  { kinds, calls: most, blows = BLOWS }: Walk,
  say: (line: string) => void,
): Promise<Omit<Walked, 'calls'> & { readonly calls: Readonly<Record<string, number>> }> {
  const arena = await openArena(undefined, changes)
  const all = { struck: 0, whole: 0, nothing: 0, faults: [] as string[] }
  const calls: Record<string, number> = {}
  let person = 400_000
  const next = () => ++person
  try {
    for (const kind of KINDS.slice(0, kinds)) {
      for (const blow of blows) {
        const found = await walk(arena, kind, blow, next, most)
        calls[`calls_of_${kind.name.toLowerCase()}_${blow.name.replaceAll(' ', '_')}`] = found.calls
        all.struck += found.struck
        all.whole += found.whole
        all.nothing += found.nothing
        all.faults.push(...found.faults)
        say(
          `${kind.name}, ${blow.name}: struck at ${found.struck} of ${found.calls} calls, ${found.faults.length} wrong`,
        )
      }
    }
    return { ...all, calls }
  } finally {
    await arena.stop()
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
