import { watch } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Draw } from '../draw.ts'
import type { Evidence, Size } from '../evidence.ts'
import { type Arena, openArena, VICTIMS, type Victim } from './arena.ts'
import type { Channel } from './channels/channel.ts'
import { placeOf } from './channels/folder.ts'
import { CHANNELS } from './channels/index.ts'
import { FAULTS } from './faults.ts'
import { acknowledgedAnew, acknowledgedBy, SILENCE_MS_MAX } from './patience.ts'
import { reckon } from './reckon.ts'
import { type Senders, startSenders } from './senders.ts'

interface Extent {
  readonly kills: number
  readonly perSecond: number
  /** How much is acknowledged between two kills: half of it at least, and half more at most. */
  readonly between: number
  /** Each so many kills one waits for a file in the folder to be claimed, and falls in that moment. */
  readonly claimedEach: number
}

const EXTENTS: Readonly<Record<Size, Extent>> = {
  smoke: { kills: 4, perSecond: 60, between: 40, claimedEach: 4 },
  nightly: { kills: 100, perSecond: 200, between: 310, claimedEach: 10 },
  soak: { kills: 1000, perSecond: 200, between: 310, claimedEach: 10 },
}

/** A sown fault loses something on every way in within so many kills, or it was not caught. */
const KILLS_FOR_A_FAULT_MAX = 40
/** A file is looked at every two seconds and taken when it has been as it is for five. */
const CLAIMED_MS_MAX = 20_000
/** The demand, where nothing else keeps the machine busy: not in a smoke, beside other tests. Source: reliability.md, T9. */
const RECOVERY_P99_MS_MAX = 5_000

/**
 * The application, the database or both are killed over and over while senders send by every way in, each again until it is
 * told that what it sent is safe. Whatever was acknowledged is there, once, and each person's story in its order.
 * Source: reliability.md, T9.
 */
export const kill: Evidence = async ({ size, seed, say }) => {
  const extent = EXTENTS[size]
  const draw = new Draw(seed)
  const arena = await openArena()
  try {
    const sending = CHANNELS.map(channel => begin(arena, channel, extent.perSecond))
    const from = performance.now()
    const recoveries: number[] = []
    for (let number = 1; number <= extent.kills; number++) {
      await acknowledgedAnew(sending, Math.floor(extent.between / 2) + draw.below(extent.between))
      const victim = number <= VICTIMS.length ? VICTIMS[number - 1]! : draw.one(VICTIMS)
      const isClaimed = number % extent.claimedEach === 0
      recoveries.push(await killed(arena, sending, victim, isClaimed ? () => claimed(arena) : undefined))
      if (number % 10 === 0) say(`${number} kills, ${acknowledgedBy(sending).length} acknowledged`)
    }
    await acknowledgedAnew(sending, Math.floor(extent.between / 2))
    const seconds = (performance.now() - from) / 1000
    await Promise.all(sending.map(senders => senders.finish()))
    const acknowledged = acknowledgedBy(sending)
    const { lost, doubled, disordered } = await reckon(arena.databaseUrl, acknowledged)
    const recoveryP99 = percentile(recoveries, 0.99)
    say(
      `${lost.length} lost, ${doubled.length} doubled, ${disordered.length} out of order; back after ${recoveryP99} ms (p99)`,
    )
    const slow =
      size !== 'smoke' && recoveryP99 > RECOVERY_P99_MS_MAX ? [`it takes ${recoveryP99} ms to come back (p99)`] : []
    const idle = CHANNELS.filter((_, place) => sending[place]!.acknowledged.length === 0)
    const silent = idle.map(({ name }) => `nothing was acknowledged by ${name}`)
    const kills: Record<string, boolean> = {}
    for (const [place, [name, changes]] of Object.entries(FAULTS).entries()) {
      await arena.restart(changes)
      const losing = await losingChannels(arena, (place + 1) * 10_000, draw)
      for (const { name: way } of CHANNELS) kills[`${name}, by ${way}`] = losing.has(way)
    }
    return {
      trials: acknowledged.length,
      failures: [...lost, ...doubled, ...disordered, ...silent, ...slow],
      kills,
      figures: {
        killed: extent.kills,
        acknowledged: acknowledged.length,
        ...Object.fromEntries(
          CHANNELS.map(({ name }, place) => [`acknowledged_by_${name}`, sending[place]!.acknowledged.length]),
        ),
        asked_per_s: extent.perSecond,
        // Of the whole time, with all that it was down.
        reached_per_s: Math.round(acknowledged.length / seconds),
        reached_up_per_s: Math.round(acknowledged.length / (seconds - sum(recoveries) / 1000)),
        resent: sum(sending.map(({ resent }) => resent)),
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

function begin(arena: Arena, channel: Channel, perSecond: number, from = 0): Senders {
  const rate = (perSecond * channel.share) / 100
  return startSenders({ ...channel, perSecond: rate, from: channel.from + from, open: () => channel.open(arena) })
}

/** Kills, at a moment if one is given, and answers how long it took until something sent afterwards was acknowledged, whole milliseconds. */
async function killed(
  arena: Arena,
  sending: readonly Senders[],
  victim: Victim,
  moment?: () => Promise<void>,
): Promise<number> {
  const strike = arena.aim(victim)
  await moment?.()
  const before = sending.map(({ acknowledged }) => acknowledged.length)
  const from = performance.now()
  const back = strike()
  for (;;) {
    const since = sending.flatMap(({ acknowledged }, place) => acknowledged.slice(before[place]))
    const first = since.find(({ sentAt }) => sentAt > from)
    if (first !== undefined) {
      await back
      return Math.round(first.at - from)
    }
    if (performance.now() > from + SILENCE_MS_MAX)
      throw new Error(`nothing was acknowledged after ${victim} was killed`)
    await wait(2)
  }
}

/** Settles in the moment in which a file in the folder is claimed, or when none was for long. */
async function claimed(arena: Arena): Promise<void> {
  const moment = Promise.withResolvers<void>()
  const watching = watch(placeOf(arena), { recursive: true }, (_, name) => {
    if (name?.startsWith('taking/') === true) moment.resolve()
  })
  const late = AbortSignal.timeout(CLAIMED_MS_MAX)
  late.addEventListener('abort', () => moment.resolve())
  await moment.promise
  watching.close()
}

/**
 * The ways in on which a product that was sown with a fault loses something that it acknowledged. Both are killed right
 * after an acknowledgement, of each way in turn. As fast as it can: the more is in hand when it is killed, the sooner.
 */
async function losingChannels(arena: Arena, from: number, draw: Draw): Promise<Set<string>> {
  const losing = new Set<string>()
  for (let number = 0; number < KILLS_FOR_A_FAULT_MAX && losing.size < CHANNELS.length; number++) {
    const left = CHANNELS.filter(({ name }) => !losing.has(name))
    const sending = left.map(channel => begin(arena, channel, 100_000, from + number * 100))
    const target = sending[number % left.length]!
    const strike = arena.aim('both')
    await acknowledgedAnew([target], 1 + draw.below(12))
    const known = sending.map(({ acknowledged }) => [...acknowledged])
    const back = strike()
    await Promise.all(sending.map(senders => senders.breakOff()))
    await back
    for (const [place, { name }] of left.entries()) {
      if ((await reckon(arena.databaseUrl, known[place]!)).lost.length > 0) losing.add(name)
    }
  }
  return losing
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0)
}

function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
