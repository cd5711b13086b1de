import { setTimeout as wait } from 'node:timers/promises'
import { Draw } from '../draw.ts'
import type { Evidence, Size } from '../evidence.ts'
import { type Arena, openArena, VICTIMS, type Victim } from './arena.ts'
import { FAULTS } from './faults.ts'
import { reckon } from './reckon.ts'
import { mllpLine, type Senders, startSenders } from './senders.ts'

interface Extent {
  readonly kills: number
  readonly perSecond: number
  /** How many messages are acknowledged between two kills: half of it at least, and half more at most. */
  readonly between: number
}

const EXTENTS: Readonly<Record<Size, Extent>> = {
  smoke: { kills: 3, perSecond: 60, between: 40 },
  nightly: { kills: 100, perSecond: 200, between: 310 },
  soak: { kills: 1000, perSecond: 200, between: 310 },
}

const LINES = 8
const PEOPLE_EACH = 3
/** A sown fault loses something within so many kills, or it was not caught. */
const KILLS_FOR_A_FAULT_MAX = 12
/** Nothing acknowledged for so long: it does not come back. */
const RECOVERY_MS_MAX = 90_000
/** The demand, where nothing else keeps the machine busy: not in a smoke, beside other tests. Source: reliability.md, T9. */
const RECOVERY_P99_MS_MAX = 5_000

/**
 * The application, the database or both are killed over and over while senders send, each again until it is told that the
 * message is safe. Whatever was acknowledged is there, once, and each person's story in its order. Source: reliability.md, T9.
 */
export const kill: Evidence = async ({ size, seed, say }) => {
  const extent = EXTENTS[size]
  const draw = new Draw(seed)
  const arena = await openArena()
  try {
    const senders = begin(arena, 1, extent.perSecond)
    const recoveries: number[] = []
    for (let number = 0; number < extent.kills; number++) {
      await acknowledgedAnew(senders, Math.floor(extent.between / 2) + draw.below(extent.between))
      const victim = number < VICTIMS.length ? VICTIMS[number]! : draw.one(VICTIMS)
      recoveries.push(await killed(arena, senders, victim))
      if (number % 10 === 9) say(`${number + 1} kills, ${senders.acknowledged.length} acknowledged`)
    }
    await acknowledgedAnew(senders, Math.floor(extent.between / 2))
    await senders.finish()
    const { lost, doubled, disordered } = await reckon(arena.databaseUrl, senders.acknowledged)
    const recoveryP99 = percentile(recoveries, 0.99)
    const slow =
      size !== 'smoke' && recoveryP99 > RECOVERY_P99_MS_MAX ? [`it takes ${recoveryP99} ms to come back (p99)`] : []
    const kills: Record<string, boolean> = {}
    for (const [place, [name, changes]] of Object.entries(FAULTS).entries()) {
      await arena.restart(changes)
      kills[name] = await loses(arena, (place + 1) * 1000, draw)
    }
    return {
      trials: senders.acknowledged.length,
      failures: [...lost, ...doubled, ...disordered, ...slow],
      kills,
      figures: {
        killed: extent.kills,
        acknowledged: senders.acknowledged.length,
        resent: senders.resent,
        lost: lost.length,
        doubled: doubled.length,
        disordered: disordered.length,
        recovery_p50_ms: percentile(recoveries, 0.5),
        recovery_p99_ms: recoveryP99,
      },
    }
  } finally {
    await arena.stop()
  }
}

function begin(arena: Arena, from: number, perSecond: number): Senders {
  const open = () => mllpLine(() => arena.mllpPort)
  return startSenders({ lines: LINES, peopleEach: PEOPLE_EACH, perSecond, from, open })
}

/** Waits until so many more were acknowledged. */
async function acknowledgedAnew(senders: Senders, many: number): Promise<void> {
  const wanted = senders.acknowledged.length + many
  const until = performance.now() + RECOVERY_MS_MAX
  while (senders.acknowledged.length < wanted) {
    if (performance.now() > until) throw new Error('messages are not acknowledged any more')
    await wait(2)
  }
}

/** Kills, and answers how long it took until something sent afterwards was acknowledged, whole milliseconds. */
async function killed(arena: Arena, senders: Senders, victim: Victim): Promise<number> {
  const from = performance.now()
  const seen = senders.acknowledged.length
  const back = arena.kill(victim)
  for (;;) {
    const first = senders.acknowledged.slice(seen).find(({ sentAt }) => sentAt > from)
    if (first !== undefined) {
      await back
      return Math.round(first.at - from)
    }
    if (performance.now() > from + RECOVERY_MS_MAX)
      throw new Error(`nothing was acknowledged after ${victim} was killed`)
    await wait(2)
  }
}

/** Whether a product that was sown with a fault loses anything that it acknowledged. As fast as it can: the more is in hand when it is killed, the sooner. */
async function loses(arena: Arena, from: number, draw: Draw): Promise<boolean> {
  const senders = begin(arena, from, 1000)
  try {
    for (let number = 0; number < KILLS_FOR_A_FAULT_MAX; number++) {
      await acknowledgedAnew(senders, 30 + draw.below(30))
      const before = [...senders.acknowledged]
      await killed(arena, senders, 'both')
      if ((await reckon(arena.databaseUrl, before)).lost.length > 0) return true
    }
    return false
  } finally {
    await senders.breakOff()
  }
}

function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
