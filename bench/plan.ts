import { Agent, get, type IncomingMessage } from 'node:http'
import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { announce } from '#ground/db/announce.ts'
import { learnSizes, openStore, type Store, transaction } from '#ground/db/store.ts'
import { type CpuTime, cpuTimes } from './cpu-time.ts'
import { withDatabase } from './database.ts'
import { hundredths, numberOption, percentile, rounded } from './figures.ts'
import { type FullPlan, ITEMS, plantFullPlan, signIn, writeAnew } from './full-plan.ts'
import { startProduct } from './product.ts'

/** Views before the clock starts, so that neither the code nor the database is met cold. */
const WARM_UP = 100
const EDIT_EVERY_MS = 500
/** From the last page's opening to the first change, so that opening pages is not counted to changes. */
const SETTLE_MS = 1000
const HEARD_WITHIN_MS = 5000

/**
 * A plan of sixty items with ten years of history. Opens it at a fixed open-loop rate, each time as another of those who
 * may read it; weighs the page with its assets, compressed, as a first visitor fetches them; and changes it while many have
 * it open, each somebody else and decided on their own. A bare select of the same run is measured beside the views.
 *
 * `p50_ms` and `p99_ms` are from the moment a view was due to its last byte, the wait for its turn among it. `watch_*` is
 * from before a change is written, by this program, to its row on a stream. Wall times hold for a machine that does nothing
 * else: `load_1_min` tells. What holds anywhere, and what two versions are compared by, is the processor time of the product
 * and of the database for each view and each change, the chores of the same seconds among it. `generator_cpu_ms_per_view`
 * is what measuring takes of the same cores.
 * Options: --rate a second (50), --seconds (10), --watchers (500), --edits (20).
 */
export async function planBench(args: readonly string[]): Promise<object> {
  const rate = numberOption(args, 'rate', 50)
  const seconds = numberOption(args, 'seconds', 10)
  const watchers = numberOption(args, 'watchers', 500)
  const edits = numberOption(args, 'edits', 20)
  return withDatabase(async url => {
    console.log('Starting the product ...')
    const product = await startProduct({ DATABASE_URL: url, PORT: '0', MLLP_PORT: '0', SEED: 'demo' })
    const store = openStore(url, { clock: machineClock, chance: machineChance })
    try {
      console.log(`Planting a plan, and ${watchers} who watch it ...`)
      const plan = await plantFullPlan(store, watchers)
      await learnSizes(url)
      const page = `${product.url}/people/${plan.personId}/plan`
      const signedIn = await Promise.all(plan.readers.map(reader => signIn(store, reader)))
      const spent = await cpuTimes(store, product.process.pid!)
      await views(page, signedIn, { rate, count: WARM_UP })
      console.log(`Opening it ${rate} times a second, for ${seconds} seconds ...`)
      const [times, ofViews] = await meanwhile(spent, () => views(page, signedIn, { rate, count: rate * seconds }))
      const selects = await bareSelects(store, 500)
      const size = await weigh(page, signedIn[0]!)
      console.log(`Changing it ${edits} times before ${watchers} ...`)
      const watching = await openStreams(page, signedIn)
      await wait(SETTLE_MS)
      const [, ofChanges] = await meanwhile(spent, () => change(store, plan, watching, { edits, watchers }))
      watching.close()
      const { heard } = watching
      return {
        bench: 'plan',
        items: ITEMS,
        rate_per_s: rate,
        views: times.length,
        p50_ms: rounded(percentile(times, 0.5)),
        p99_ms: rounded(percentile(times, 0.99)),
        select_p50_ms: rounded(percentile(selects, 0.5)),
        product_cpu_ms_per_view: hundredths(ofViews.productMs / times.length),
        database_cpu_ms_per_view: hundredths(ofViews.databaseMs / times.length),
        generator_cpu_ms_per_view: hundredths(ofViews.generatorMs / times.length),
        load_1_min: rounded(loadavg()[0] ?? 0),
        page_ratio: rounded(percentile(times, 0.5) / percentile(selects, 0.5)),
        html_kb: rounded(size.html / 1024),
        page_kb: rounded(size.all / 1024),
        watchers,
        rows_missing: watchers * edits - heard.length,
        watch_p50_ms: rounded(percentile(heard, 0.5)),
        watch_p99_ms: rounded(percentile(heard, 0.99)),
        product_cpu_ms_per_change: hundredths(ofChanges.productMs / edits),
        database_cpu_ms_per_change: hundredths(ofChanges.databaseMs / edits),
      }
    } finally {
      await store.close()
      await product.stop()
    }
  })
}

const agent = new Agent({ keepAlive: true, maxSockets: 1000 })

function ask(url: string, cookie: string, accept = 'text/html'): Promise<IncomingMessage> {
  const headers = { cookie, accept, 'accept-encoding': 'br, gzip' }
  return new Promise((resolve, reject) => get(url, { agent, headers }, resolve).once('error', reject))
}

async function bytesOf(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`)
  return Buffer.concat(parts)
}

/** The processor time that was spent while something was waited for, this program's own among it. */
interface Spent extends CpuTime {
  readonly generatorMs: number
}

async function meanwhile<Value>(spent: () => CpuTime, work: () => Promise<Value>): Promise<[Value, Spent]> {
  const [before, own] = [spent(), process.cpuUsage()]
  const value = await work()
  const [after, { user, system }] = [spent(), process.cpuUsage(own)]
  return [
    value,
    {
      productMs: after.productMs - before.productMs,
      databaseMs: after.databaseMs - before.databaseMs,
      generatorMs: (user + system) / 1000,
    },
  ]
}

/** Milliseconds from the moment each view was due, each of another reader. What is late does not hold back what comes after. */
async function views(
  page: string,
  signedIn: readonly string[],
  { rate, count }: { rate: number; count: number },
): Promise<number[]> {
  const start = performance.now()
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const due = start + (index * 1000) / rate
      await wait(due - start)
      await bytesOf(await ask(page, signedIn[index % signedIn.length]!))
      return performance.now() - due
    }),
  )
}

async function bareSelects(store: Store, count: number): Promise<number[]> {
  const times: number[] = []
  for (let asked = 0; asked < count; asked++) {
    const from = performance.now()
    await store.db.selectFrom('organisation').select('id').limit(1).execute()
    times.push(performance.now() - from)
  }
  return times
}

/** The page as it travels, compressed, and with everything that it has a first visitor fetch. */
async function weigh(page: string, cookie: string): Promise<{ html: number; all: number }> {
  const html = await bytesOf(await ask(page, cookie))
  const plain = String(await bytesOf(await plainly(page, cookie)))
  const fetched = new Map<string, number>()
  const queue = addressesIn(plain, page)
  for (const address of queue) {
    if (fetched.has(address)) continue
    fetched.set(address, (await bytesOf(await ask(address, cookie, '*/*'))).length)
    if (address.includes('.css'))
      queue.push(...addressesIn(String(await bytesOf(await plainly(address, cookie))), address))
  }
  return { html: html.length, all: [...fetched.values()].reduce((sum, size) => sum + size, html.length) }
}

function plainly(url: string, cookie: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => get(url, { agent, headers: { cookie } }, resolve).once('error', reject))
}

/** Style sheets, scripts, pictures and icons of a page; typefaces of a style sheet. */
function addressesIn(text: string, from: string): string[] {
  const ofPage = [...text.matchAll(/<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g)]
  const ofSheet = [...text.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)]
  return [...ofPage, ...ofSheet].map(([, address = '']) => new URL(address, from).href)
}

/** Everybody's open page: what came of a change is heard at each, milliseconds after `written` says that it began. */
interface Watching {
  readonly heard: number[]
  /** The moment before each change was written, by its words. */
  readonly written: Map<string, number>
  close(): void
}

async function openStreams(page: string, signedIn: readonly string[]): Promise<Watching> {
  const heard: number[] = []
  const written = new Map<string, number>()
  const streams = await Promise.all(
    signedIn.map(async cookie => {
      const stream = await ask(`${page}/live`, cookie, 'text/event-stream')
      let text = ''
      stream.on('data', (part: Buffer) => {
        const now = performance.now()
        const events = (text + part).split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) {
          const at = written.get(/Mesur-\d+/.exec(event)?.[0] ?? '')
          if (event.startsWith('event: row') && at !== undefined) heard.push(now - at)
        }
      })
      stream.on('error', () => {})
      return stream
    }),
  )
  const close = () => {
    for (const stream of streams) stream.destroy()
  }
  return { heard, written, close }
}

/** Writes one change after another, whether or not the one before has been heard; then waits until all have, or long enough. */
async function change(
  store: Store,
  { items }: FullPlan,
  { heard, written }: Watching,
  { edits, watchers }: { edits: number; watchers: number },
): Promise<void> {
  for (let edit = 0; edit < edits; edit++) {
    const words = `Mesur-${edit}`
    written.set(words, performance.now())
    const itemId = items[edit % items.length]!
    await transaction(store, async tx => {
      await writeAnew(tx, itemId, words)
      await announce(tx, { topic: 'plan', id: itemId })
    })
    await wait(EDIT_EVERY_MS)
  }
  for (let waited = 0; heard.length < watchers * edits && waited < HEARD_WITHIN_MS; waited += 100) await wait(100)
}
