import { loadavg } from 'node:os'
import { sql } from 'kysely'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { migrate } from '#ground/db/migrate.ts'
import { openStore, type Store, transaction } from '#ground/db/store.ts'
import { connectMllp, type MllpLink } from '#ground/mllp/client.ts'
import { plantRegion } from '#seed/plant.ts'
import { alertBench } from '../alert.ts'
import { type CpuTime, cpuTimes } from '../cpu-time.ts'
import { withDatabase } from '../database.ts'
import { doneForToday } from '../done-for-today.ts'
import { hundredths, numberOption, percentile, rounded } from '../figures.ts'
import { arrivalsAmong } from '../link/neighbours.ts'
import { plantNeighbours } from '../link/plant-neighbours.ts'
import { startProduct } from '../product.ts'
import { committers } from './ceiling.ts'
import { PAST, plantPast } from './plant-past.ts'
import { STAY_MESSAGES, type Stay, stayOf } from './stays.ts'

/** So many in a hundred of those who are admitted no agency has a record of. */
const NEWCOMERS = 10
/** How long is sent before the clock starts, so that neither the code nor the database is met cold. */
const WARM_UP_SECONDS = 5
/** More than a second: there is no product that could be that fast here. */
const MESSAGES_PER_SECOND_MAX = 2000
const ALERT_RATES = [1, 10, 100]

/**
 * How many messages a second are taken in: whole stays in hospital, ADT over MLLP into the product in a process of its
 * own, validated, linked among a region's records, decided, applied, noticed, in the trail, durable; and which share that
 * is of what the same database can commit at all. The two take turns, so that whatever else the machine does meets both;
 * medians of the rounds. Then how late an alert is at 1, 10 and 100 messages a second.
 * Options: --connections (8), --records of the region (300,000), --seconds of a round (4), --rounds (7), --alert-seconds
 * (20); --no-alerts leaves those out.
 */
export async function ingestBench(args: readonly string[]): Promise<object> {
  const option = (name: string, usual: number) => numberOption(args, name, usual)
  const wanted = {
    connections: option('connections', 8),
    records: option('records', 300_000),
    seconds: option('seconds', 4),
    rounds: option('rounds', 7),
  }
  const figures = await withDatabase(async url => {
    await migrate(url)
    const store = openStore(url, { clock: machineClock, chance: machineChance })
    try {
      return await measure(store, url, wanted)
    } finally {
      await store.close()
    }
  })
  const alerts: Record<string, object> = {}
  if (!args.includes('--no-alerts')) {
    for (const rate of ALERT_RATES) {
      const seconds = String(option('alert-seconds', 20))
      alerts[`alert_at_${rate}_per_s`] = await alertBench(['--rate', String(rate), '--seconds', seconds])
    }
  }
  return { bench: 'ingest', ...figures, ...alerts }
}

interface Wanted {
  readonly connections: number
  readonly records: number
  readonly seconds: number
  readonly rounds: number
}

async function measure(store: Store, url: string, { connections, records, seconds, rounds }: Wanted): Promise<object> {
  await transaction(store, plantRegion)
  const most = MESSAGES_PER_SECOND_MAX * (WARM_UP_SECONDS + seconds * rounds)
  console.log(`Planting ${records} records ...`)
  const known = await plantNeighbours(url, records, Math.min(records, Math.ceil(most / STAY_MESSAGES)))
  await plantPast(url)
  const stays = arrivalsAmong(known, NEWCOMERS, 46).map(stayOf)
  console.log('Doing the work of the day, so that it is not in the way ...')
  await doneForToday(store)
  const product = await startProduct({ DATABASE_URL: url, PORT: '0', MLLP_PORT: '0', SEED: 'demo' })
  const bare = await committers(url, connections)
  const links = await Promise.all(Array.from({ length: connections }, () => openLink(product.mllpPort)))
  try {
    const lines = links.map((link, place) =>
      lineOf(
        link,
        stays.filter((_, index) => index % connections === place),
      ),
    )
    const spent = await cpuTimes(store, product.process.pid ?? 0)
    await sendFor(lines, WARM_UP_SECONDS)
    await bare.commit(1)
    const taken: Taken[] = []
    for (let round = 1; round <= rounds; round++) {
      const ceiling = await bare.commit(seconds / 2)
      const before = spent()
      const sent = await sendFor(lines, seconds)
      const after = spent()
      const [productMs, databaseMs] = [after.productMs - before.productMs, after.databaseMs - before.databaseMs]
      taken.push({ ...sent, ceiling, productMs, databaseMs })
      console.log(
        `Round ${round}: ${Math.round(sent.perSecond)} taken in, ${Math.round(ceiling)} bare commits a second`,
      )
    }
    return {
      ...figuresOf(taken),
      connections,
      records,
      load_1_min: rounded(loadavg()[0] ?? 0),
      ...(await became(store)),
    }
  } finally {
    for (const link of links) link.close()
    await bare.close()
    await product.stop()
  }
}

/** With the processor time meanwhile. */
interface Taken extends Sent, CpuTime {
  /** Bare commits a second, just before. */
  readonly ceiling: number
}

function figuresOf(taken: readonly Taken[]): object {
  const median = (figure: (one: Taken) => number) => percentile(taken.map(figure), 0.5)
  const acks = taken.flatMap(one => one.acks)
  return {
    messages_per_s: Math.round(median(({ perSecond }) => perSecond)),
    commit_ceiling_per_s: Math.round(median(({ ceiling }) => ceiling)),
    share_of_ceiling: Math.round(median(({ perSecond, ceiling }) => perSecond / ceiling) * 1000) / 1000,
    ack_p50_ms: rounded(percentile(acks, 0.5)),
    ack_p99_ms: rounded(percentile(acks, 0.99)),
    product_cpu_ms_per_message: hundredths(median(({ productMs, acks }) => productMs / acks.length)),
    database_cpu_ms_per_message: hundredths(median(({ databaseMs, acks }) => databaseMs / acks.length)),
    messages: acks.length,
  }
}

/** What became of all that was sent, and the settings without which the figures mean nothing. */
async function became(store: Store): Promise<object> {
  const outcomes = await sql<{ outcome: string; messages: number }>`
    select became.outcome, count(*) as messages
    from message_outcome as became join message on message.id = became.message_id
    where message.received_from <> ${PAST}
    group by became.outcome order by became.outcome`.execute(store.db)
  const settings = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('fsync', 'synchronous_commit')`.execute(store.db)
  return {
    ...Object.fromEntries(outcomes.rows.map(({ outcome, messages }) => [outcome, messages])),
    ...Object.fromEntries(settings.rows.map(({ name, setting }) => [name, setting])),
  }
}

/** Sends its stays one message after the other, each once the one before is acknowledged. Answers how long that took, milliseconds. */
type Line = () => Promise<number>

/** Several stays go on at once on a line, as on a ward: the messages of one person come in their order, and apart. */
const STAYS_AT_ONCE = 10

function lineOf(link: MllpLink, stays: readonly Stay[]): Line {
  let next = 0
  return async () => {
    const group = Math.floor(next / (STAYS_AT_ONCE * STAY_MESSAGES)) * STAYS_AT_ONCE
    const place = next % (STAYS_AT_ONCE * STAY_MESSAGES)
    next++
    const message = stays[group + (place % STAYS_AT_ONCE)]?.[Math.floor(place / STAYS_AT_ONCE)]
    if (message === undefined) throw new Error('all stays are told: plant more records')
    const from = performance.now()
    const answer = await link.send(message)
    if (!answer.ok || answer.value.code !== 'AA') throw new Error(`not taken: ${JSON.stringify(answer)}`)
    return performance.now() - from
  }
}

interface Sent {
  readonly perSecond: number
  readonly acks: readonly number[]
}

/** Sends over every line for so long. */
async function sendFor(lines: readonly Line[], seconds: number): Promise<Sent> {
  const from = performance.now()
  const until = from + seconds * 1000
  const acks: number[] = []
  await Promise.all(
    lines.map(async send => {
      while (performance.now() < until) acks.push(await send())
    }),
  )
  return { acks, perSecond: acks.length / ((performance.now() - from) / 1000) }
}

async function openLink(port: number): Promise<MllpLink> {
  const link = await connectMllp({ host: '127.0.0.1', port, timeoutSeconds: 30 })
  if (!link.ok) throw new Error(`nobody listens for messages: ${link.problem}`)
  return link.value
}
