import { sql } from 'kysely'
import { repeatableChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { openStore, type Store } from '#ground/db/store.ts'
import { sendMllp } from '#ground/mllp/client.ts'
import { freshDatabase } from '#test/database.ts'
import { Draw } from '../draw.ts'
import type { Evidence } from '../evidence.ts'
import { FAULTS as FAULTS_OF_KILL } from '../kill/faults.ts'
import { reckon } from '../kill/reckon.ts'
import type { Acknowledged } from '../kill/senders.ts'
import { storyOf, type Told } from '../kill/stories.ts'
import { type Change, sow } from '../sow.ts'
import { CUTS, type Cut, type Cutter, openCutter } from './cutter.ts'
import { fillDisk } from './disk-full.ts'

const CUT = { smoke: 100, nightly: 2_000, soak: 50_000 } as const
const FULL = { smoke: 1, nightly: 20, soak: 200 } as const
const EARLY = 'acknowledged before it is committed'
/** So many are tried with a fault before it counts as not caught. */
const FOR_A_FAULT_MAX = 60
const PEOPLE = 6
const ANSWER_SECONDS_MAX = 10

/** What the clock may say meanwhile: as it should, a day off, and on the edges of both changes of the year. */
const CLOCKS = [
  ...['2026-11-22T09:00:00Z', '2026-11-21T09:00:00Z', '2026-11-23T09:00:00Z'],
  ...['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
]

/** A fault of the product, or of the sender, that must show. */
interface CutFault {
  readonly changes: readonly Change[]
  readonly nameAgain?: (told: Told) => Told
}

const FAULTS: Readonly<Record<string, CutFault>> = {
  'a sender that gives what it sends again another name': {
    changes: [],
    nameAgain: told => {
      const controlId = `${told.controlId}b`
      return { ...told, controlId, bytes: Buffer.from(String(told.bytes).replace(told.controlId, controlId)) }
    },
  },
  'acknowledged and now and then not kept': {
    changes: [
      {
        file: 'src/door/feeds/hl7/receive.ts',
        from: 'const { outcome } = await takeIn(store, arrival, reading)',
        to: "let outcome = 'applied'\n  if (arrival.raw.reduce((sum, byte) => sum + byte, 0) % 5 !== 0) ({ outcome } = await takeIn(store, arrival, reading))",
      },
    ],
  },
}

/**
 * Connections are cut at every point of a message and its acknowledgement, while the clock is wrong. What the sender knows
 * is done is done, what it knows is not done is not, and what is unknown is resolved by sending it again under the same
 * name: nothing is lost or doubled, and numbers only rise. And the disk is full for a while: nothing is acknowledged that is
 * not kept, and all goes on by itself once there is room. Source: reliability.md, T13.
 */
export const cuts: Evidence = async ({ size, seed, say }) => {
  const { failures, counts, cut } = await tryCuts(new Draw(seed), CUT[size], { changes: [] })
  say(`${cut} connections were cut, ${failures.length} with a fault`)
  const kills: Record<string, boolean> = {}
  for (const [name, fault] of Object.entries(FAULTS)) {
    kills[name] = (await tryCuts(new Draw(seed), FOR_A_FAULT_MAX, fault)).failures.length > 0
  }
  const full = await fillDisk([], FULL[size])
  if (full === undefined) {
    say('no disk may be mounted here: a full one is tried by power-loss alone, call by call')
    return { trials: CUT[size], failures, kills, figures: { cut, ...counts, disks_filled: 0 } }
  }
  const early = await fillDisk(FAULTS_OF_KILL[EARLY]!, 1)
  kills[`${EARLY}, with a full disk`] = early !== undefined && early.faults.length > 0
  return {
    trials: CUT[size] + full.acknowledged,
    failures: [...failures, ...full.faults],
    kills,
    figures: {
      cut,
      ...counts,
      disks_filled: FULL[size],
      acknowledged_around: full.acknowledged,
      unanswered_meanwhile: full.unanswered,
      back_max_ms: full.backMs,
    },
  }
}

interface Tried {
  readonly failures: readonly string[]
  readonly counts: Readonly<Record<string, number>>
  readonly cut: number
}

async function tryCuts(draw: Draw, many: number, fault: CutFault): Promise<Tried> {
  const database = await freshDatabase('region')
  const clock = stoppedClock(CLOCKS[0]!)
  const store = openStore(database.url, { clock, chance: repeatableChance('cuts') })
  const { feedsDoor } = (await import(
    sow(fault.changes)('src/door/feeds/feeds.ts')
  )) as typeof import('#door/feeds/feeds.ts')
  const listener = await feedsDoor(store, { port: 0, host: '127.0.0.1' }, () => {})
  const cutter = await openCutter(listener.port)
  const failures: string[] = []
  const counts: Record<string, number> = { known_done: 0, known_not_done: 0, unknown: 0 }
  const acknowledged: Acknowledged[] = []
  try {
    for (let number = 0; number < many; number++) {
      clock.move(draw.one(CLOCKS))
      const told = storyOf(number % PEOPLE, Math.floor(number / PEOPLE) + 1)
      const cut = CUTS[number % CUTS.length]!
      const became = await sendCut(store, cutter, told, cut)
      counts[became.how] = (counts[became.how] ?? 0) + 1
      if (became.wrong !== undefined) failures.push(`${told.controlId}, cut ${cut}: ${became.wrong}`)
      // Cut a second time now and then, and sent until it is known.
      for (let again = 0; ; again++) {
        cutter.next = again === 0 && draw.percent(25) ? draw.one(CUTS) : undefined
        const sent = await send(cutter, again === 0 ? (fault.nameAgain?.(told) ?? told) : told)
        if (sent === 'done') break
        if (again > 20) throw new Error(`${told.controlId} is never acknowledged`)
      }
      acknowledged.push({ told, sentAt: 0, at: 0 })
    }
    const found = await reckon(database.url, acknowledged)
    const all = [...failures, ...found.lost, ...found.doubled, ...found.disordered, ...(await outOfTurn(store))]
    return { failures: all, counts, cut: cutter.cuts }
  } finally {
    await cutter.close()
    await listener.close()
    await store.close()
    await database.drop()
  }
}

async function sendCut(
  store: Store,
  cutter: Cutter,
  told: Told,
  cut: Cut,
): Promise<{ readonly how: string; readonly wrong: string | undefined }> {
  cutter.next = cut
  const sent = await send(cutter, told)
  if (sent === 'done') return { how: 'known_done', wrong: 'it was acknowledged over a connection that was cut' }
  const isNeverSent = cut === 'before anything is sent' || cut === 'in the midst of the message'
  const isThere = await isKept(store, told.controlId)
  if (isNeverSent) {
    return { how: 'known_not_done', wrong: isThere ? 'it was never wholly sent, and is there' : undefined }
  }
  const isCommitted = cut !== 'after the message, at once'
  return {
    how: 'unknown',
    wrong: isCommitted && !isThere ? 'the listener had answered, and it is not there' : undefined,
  }
}

async function send(cutter: Cutter, { bytes }: Told): Promise<'done' | 'unknown'> {
  const to = { host: '127.0.0.1', port: cutter.port, timeoutSeconds: ANSWER_SECONDS_MAX }
  const answer = await sendMllp(to, bytes)
  return answer.ok && answer.value.code === 'AA' ? 'done' : 'unknown'
}

async function isKept(store: Store, controlId: string): Promise<boolean> {
  const { rows } = await sql`select from message where control_id = ${controlId}`.execute(store.db)
  return rows.length > 0
}

/** Whatever the clock says: of one person, what was told later has the higher number, and the ledger shows the clock as it was. */
async function outOfTurn(store: Store): Promise<string[]> {
  const { rows } = await sql<{ controlId: string }>`
    select control_id from (
      select control_id, sequence, received_at,
             lag(sequence) over (partition by split_part(control_id, '-', 1) order by split_part(control_id, '-', 2)::integer) as before
      from message where duplicate_of is null and control_id ~ '^K[0-9]+-[0-9]+$') as told
    where before >= sequence or received_at < '2026-01-01'
    limit 20`.execute(store.db)
  return rows.map(({ controlId }) => `${controlId} has a lower number than what was told before it`)
}
