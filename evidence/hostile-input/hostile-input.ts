import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { seedId } from '#seed/seed-id.ts'
import { personId } from '#test/kit.ts'
import { Draw } from '../draw.ts'
import type { Evidence, Size } from '../evidence.ts'
import { type Doors, openDoors } from './doors.ts'
import { FAULTS, type HostileFault } from './faults.ts'
import { BODY, BUNDLE, type Input, inputFor } from './inputs.ts'
import { openReading } from './reading.ts'
import type { SocketExtent, SocketsTried } from './sockets.ts'

interface Extent {
  /** Messages that are only read. */
  readonly read: number
  /** Whatever is sent to a door, and kept. */
  readonly sent: number
  readonly sockets: SocketExtent
}

const EXTENTS: Readonly<Record<Size, Extent>> = {
  smoke: { read: 9_400, sent: 600, sockets: { splits: 20, garbage: 20 } },
  nightly: { read: 900_000, sent: 100_000, sockets: { splits: 100_000, garbage: 5_000 } },
  soak: { read: 9_000_000, sent: 1_000_000, sockets: { splits: 100_000, garbage: 500_000 } },
}

/** Of twenty things that come, so many come to each door. */
const TO_EACH: readonly Input['door'][] = [
  ...Array<'hl7'>(11).fill('hl7'),
  ...Array<'csv'>(1).fill('csv'),
  ...Array<'fhir'>(2).fill('fhir'),
  ...Array<'bundle'>(2).fill('bundle'),
  ...Array<'query'>(4).fill('query'),
]
/**
 * Nothing may hold up all others for longer, milliseconds. Counted in processor time of this thread: on the wall it would
 * be as long as the machine is busy with other things. Source: reliability.md, T21.
 */
const HELD_MS_MAX = 250
const MEMORY_GROWTH_BYTES_MAX = 64 * 1024 * 1024
/** So many are sent to a product that was sown before its fault counts as not caught. */
const FOR_A_FAULT_MAX = { reading: 6_000, sent: 600 }
const AUDIT_EVERY = 100
const IDS = [personId('mair-pritchard'), seedId.organisation('bwrdd-iechyd'), '00000000-0000-4000-8000-000000000000']

/**
 * Whatever comes, nothing breaks: messages, files, FHIR and queries that were spoilt where their grammars have joints are
 * each taken in, or put aside or refused with a reason, and kept as they came. Source: reliability.md, T21.
 */
export const hostileInput: Evidence = async ({ size, seed, say }) => {
  const { read, sent, sockets } = EXTENTS[size]
  const watch = watchProcess()
  try {
    const reading = await tryReading(new Draw(seed), [], read, watch)
    say(`${read} messages were read, ${reading.length} wrongly`)
    const doors = await openDoors([])
    const [tried, atSockets] = await tryAll(new Draw(seed), doors, { sent, sockets }, watch).finally(() =>
      doors.close(),
    )
    const kills: Record<string, boolean> = {}
    for (const [name, fault] of Object.entries(FAULTS)) kills[name] = await isCaught(new Draw(seed), fault)
    return {
      trials: read + sent + atSockets.tried,
      failures: [...reading, ...tried.failures, ...atSockets.failures],
      kills,
      figures: {
        read,
        sent,
        ...tried.counts,
        at_sockets: atSockets.tried,
        honest_max_ms: atSockets.honestMaxMs,
        held_p99_ms: watch.heldMs(0.99),
        held_max_ms: watch.heldMs(1),
        memory_growth_mb: tried.grewMb,
      },
    }
  } finally {
    watch.stop()
  }
}

async function tryAll(
  draw: Draw,
  doors: Doors,
  { sent, sockets }: Omit<Extent, 'read'>,
  watch: Watch,
): Promise<[Tried, SocketsTried]> {
  return [await tryDoors(draw, doors, TO_EACH, sent, watch), await doors.sockets(draw, sockets)]
}

async function tryReading(draw: Draw, changes: HostileFault['changes'], many: number, watch: Watch): Promise<string[]> {
  const reading = await openReading(changes)
  const failures: string[] = []
  for (let number = 0; number < many; number++) {
    const input = inputFor(draw, 'hl7', IDS)
    if (input.door !== 'hl7') continue
    const wrong = await watch.during(async () => reading(input.bytes))
    if (wrong !== undefined) failures.push(`${told(input)} ${wrong}`)
  }
  return failures
}

interface Tried {
  readonly failures: readonly string[]
  readonly counts: Readonly<Record<string, number>>
  readonly grewMb: number
}

async function tryDoors(
  draw: Draw,
  doors: Doors,
  to: readonly Input['door'][],
  many: number,
  watch: Watch,
): Promise<Tried> {
  // What is in order is understood: otherwise nothing that was spoilt would come far.
  const failures: string[] = []
  for (const inOrder of [{ door: 'fhir', body: BODY } as const, { door: 'bundle', body: BUNDLE } as const]) {
    const understood = await doors.send(inOrder)
    if (understood !== undefined) failures.push(`what is in order ${understood}`)
  }
  const counts: Record<string, number> = {}
  let before = memoryInUse()
  for (let number = 0; number < many; number++) {
    // The first hundreds fill what is kept on purpose: statements, words, code.
    if (number === Math.floor(many / 2)) before = memoryInUse()
    const input = inputFor(draw, draw.one(to), IDS)
    const wrong = await watch.during(() => doors.send(input))
    counts[`sent_to_${input.door}`] = (counts[`sent_to_${input.door}`] ?? 0) + 1
    if (wrong !== undefined) failures.push(`${told(input)} ${wrong}`)
  }
  const grew = memoryInUse() - before
  if (grew > MEMORY_GROWTH_BYTES_MAX) failures.push(`${grew} bytes more are in use than half-way`)
  return { failures: [...failures, ...(await doors.audit())], counts, grewMb: Math.round(grew / 1_048_576) }
}

async function isCaught(draw: Draw, { at, changes }: HostileFault): Promise<boolean> {
  const watch = watchProcess()
  try {
    if (at === 'reading') return (await tryReading(draw, changes, FOR_A_FAULT_MAX.reading, watch)).length > 0
    const doors = await openDoors(changes)
    try {
      if (at === 'sockets') return (await doors.sockets(draw, EXTENTS.smoke.sockets)).failures.length > 0
      for (let sent = 0; sent < FOR_A_FAULT_MAX.sent; sent += AUDIT_EVERY) {
        if ((await tryDoors(draw, doors, [at], AUDIT_EVERY, watch)).failures.length > 0) return true
      }
      return false
    } finally {
      await doors.close()
    }
  } finally {
    watch.stop()
  }
}

/** Watches what no answer tells: how long the thread was held, promises nobody waited for, what everything inherits. */
interface Watch {
  /** How long the thread was held at a share of what was done, 1 for the longest; whole milliseconds. */
  heldMs(share: number): number
  /** Does it and answers what was wrong, in the answer or besides. */
  during(work: () => Promise<string | undefined>): Promise<string | undefined>
  stop(): void
}

function watchProcess(): Watch {
  const others = process.listeners('unhandledRejection')
  const left: unknown[] = []
  const note = (fault: unknown) => void left.push(fault)
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', note)
  const inherited = Object.getOwnPropertyNames(Object.prototype)
  // How often it was held for so many milliseconds.
  const heldFor: number[] = []
  return {
    heldMs(share) {
      const all = heldFor.reduce((sum, often) => sum + (often ?? 0), 0)
      let passed = 0
      return heldFor.findIndex(often => {
        passed += often ?? 0
        return passed >= all * share
      })
    },
    async during(work) {
      const from = process.threadCpuUsage()
      const wrong = await work().catch((fault: unknown) => `threw ${fault}`)
      await nextTurn()
      const { user, system } = process.threadCpuUsage(from)
      const heldMs = (user + system) / 1000
      const whole = Math.ceil(heldMs)
      heldFor[whole] = (heldFor[whole] ?? 0) + 1
      const added = Object.getOwnPropertyNames(Object.prototype).filter(name => !inherited.includes(name))
      for (const name of added) Reflect.deleteProperty(Object.prototype, name)
      return (
        wrong ??
        (left.length > 0 ? `left a promise that nobody waited for: ${left.splice(0)[0]}` : undefined) ??
        (added.length > 0 ? `gave everything ${added[0]}` : undefined) ??
        (heldMs > HELD_MS_MAX ? `held the thread for ${Math.round(heldMs)} ms` : undefined)
      )
    },
    stop() {
      process.off('unhandledRejection', note)
      for (const other of others) process.on('unhandledRejection', other)
    },
  }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

function memoryInUse(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function told(input: Input): string {
  const what = 'bytes' in input ? String(input.bytes) : 'body' in input ? input.body : input.path
  return `${input.door} ${JSON.stringify(what.length > 900 ? `${what.slice(0, 900)} ...` : what)}`
}
