import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { startEmbedded } from '#ground/db/embedded/start.ts'
import { learnSizes, openStore, transaction } from '#ground/db/store.ts'
import { connectMllp, type MllpLink } from '#ground/mllp/client.ts'
import { type Admittee, plantAdmittees, WATCHING } from './admissions.ts'
import { numberOption, percentile, rounded } from './figures.ts'
import { type Product, startProduct } from './product.ts'
import { signInAs } from './sign-in.ts'

const LINKS = 8
/** Sent before the clock starts, so that neither the code nor the database is met cold. */
const WARM_UP = 50
const ARRIVAL_SECONDS_MAX = 10

/**
 * Sends admissions at a fixed open-loop rate, each of somebody whom two people watch with a page open, and measures
 * from the moment a message was due to its acknowledgement and to its row on each watcher's stream.
 * Commits are durable (`fsync`, `synchronous_commit`). Options: --rate a second (100), --seconds (10).
 */
export async function alertBench(args: readonly string[]): Promise<object> {
  const rate = numberOption(args, 'rate', 100)
  const seconds = numberOption(args, 'seconds', 10)
  const folder = mkdtempSync(join(tmpdir(), 'cydofal-bench-'))
  console.log('Starting a database and the product ...')
  const database = await startEmbedded({ folder, say: () => {} })
  if (!database.ok) throw new Error(`no database: ${database.problem.code}`)
  try {
    const product = await startProduct({ DATABASE_URL: database.value.url, PORT: '0', MLLP_PORT: '0', SEED: 'demo' })
    try {
      return await measure(product, database.value.url, { rate, count: rate * seconds })
    } finally {
      await product.stop()
    }
  } finally {
    await database.value.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(
  product: Product,
  databaseUrl: string,
  { rate, count }: { rate: number; count: number },
): Promise<object> {
  console.log(`Planting ${count + WARM_UP} people to be admitted ...`)
  const store = openStore(databaseUrl, { clock: machineClock, chance: machineChance })
  const admittees = await transaction(store, tx => plantAdmittees(tx, count + WARM_UP))
  // As in a region that has been running: the planner knows what is in the tables.
  await learnSizes(databaseUrl)
  const { rows } = await settings(store)
  await store.close()

  const arrivals = new Map<string, number[]>()
  const streams = await Promise.all(WATCHING.map(subject => watch(product.url, subject, arrivals)))
  const links = await Promise.all(Array.from({ length: LINKS }, () => openLink(product.mllpPort)))
  await sendAtRate(links, admittees.slice(0, WARM_UP), rate)
  console.log(`Sending ${count} admissions at ${rate} a second to ${WATCHING.length} watchers ...`)
  const sent = await sendAtRate(links, admittees.slice(WARM_UP), rate)
  const awaited = count * WATCHING.length
  const measured = () =>
    sent.due.flatMap(({ personId, at }) => (arrivals.get(personId) ?? []).map(arrived => arrived - at))
  for (let waited = 0; measured().length < awaited && waited < ARRIVAL_SECONDS_MAX * 10; waited++) await wait(100)
  for (const stream of streams) stream.abort()
  for (const link of links) link.close()
  const stream = measured()
  return {
    bench: 'alert',
    rate_per_s: rate,
    messages: count,
    watchers: WATCHING.length,
    refused: sent.refused,
    rows_missing: awaited - stream.length,
    ack_p50_ms: rounded(percentile(sent.acks, 0.5)),
    ack_p99_ms: rounded(percentile(sent.acks, 0.99)),
    stream_p50_ms: rounded(percentile(stream, 0.5)),
    stream_p99_ms: rounded(percentile(stream, 0.99)),
    ...Object.fromEntries(rows.map(({ name, setting }) => [name, setting])),
  }
}

/** The figures mean something only while these are on; they are printed with them. */
function settings(store: ReturnType<typeof openStore>) {
  return sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('fsync', 'synchronous_commit')`.execute(store.db)
}

/** Opens a watcher's stream, as their page does, and notes when each person's row arrives. */
async function watch(url: string, subject: string, arrivals: Map<string, number[]>): Promise<AbortController> {
  const gone = new AbortController()
  const cookie = await signInAs(url, subject)
  const answer = await fetch(`${url}/people/live`, { headers: { cookie }, signal: gone.signal })
  if (!answer.ok || answer.body === null) throw new Error(`no stream for ${subject}: ${answer.status}`)
  void listenTo(answer.body, row => {
    const personId = /\/people\/([0-9a-f-]{36})/.exec(row)?.[1]
    if (personId === undefined) return
    arrivals.set(personId, [...(arrivals.get(personId) ?? []), performance.now()])
  }).catch(() => {})
  return gone
}

async function listenTo(body: ReadableStream<Uint8Array>, heard: (row: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  let waiting = ''
  for await (const chunk of body) {
    const events = (waiting + decoder.decode(chunk, { stream: true })).split('\n\n')
    waiting = events.pop() ?? ''
    for (const event of events) if (event.startsWith('event: row')) heard(event)
  }
}

async function openLink(port: number): Promise<MllpLink> {
  const link = await connectMllp({ host: '127.0.0.1', port, timeoutSeconds: 30 })
  if (!link.ok) throw new Error(`nobody listens for messages: ${link.problem}`)
  return link.value
}

interface SentAtRate {
  /** Milliseconds from the moment each message was due to its acknowledgement. */
  readonly acks: number[]
  readonly due: { readonly personId: string; readonly at: number }[]
  readonly refused: number
}

/** A message that finds every link busy waits, and its waiting counts: what is late must not hide what comes after. */
async function sendAtRate(
  links: readonly MllpLink[],
  admittees: readonly Admittee[],
  rate: number,
): Promise<SentAtRate> {
  const start = performance.now()
  const due = admittees.map(({ personId }, index) => ({ personId, at: start + (index * 1000) / rate }))
  const acks: number[] = []
  let next = 0
  let refused = 0
  await Promise.all(
    links.map(async link => {
      while (next < admittees.length) {
        const index = next++
        const { at } = due[index]!
        await wait(Math.max(0, at - performance.now()))
        const answer = await link.send(admittees[index]!.message)
        acks.push(performance.now() - at)
        if (!answer.ok || !answer.value.code.endsWith('A')) refused++
      }
    }),
  )
  return { acks, due, refused }
}
