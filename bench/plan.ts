import { Agent, get, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { announce } from '#ground/db/announce.ts'
import { learnSizes, openStore, type Store, transaction } from '#ground/db/store.ts'
import { withDatabase } from './database.ts'
import { numberOption, percentile, rounded } from './figures.ts'
import { type FullPlan, ITEMS, plantFullPlan, signIn, writeAnew } from './full-plan.ts'
import { startProduct } from './product.ts'

/** Views before the clock starts, so that neither the code nor the database is met cold. */
const WARM_UP = 100
const EDIT_EVERY_MS = 500
const HEARD_WITHIN_MS = 5000

/**
 * A plan of sixty items with ten years of history. Opens it at a fixed open-loop rate and measures from the moment a view
 * was due to the last byte; weighs the page with its assets, compressed, as a first visitor fetches them; and changes it
 * while many have it open, each somebody else and decided on their own, measuring from before the change is written to its
 * row on each stream. A bare select of the same run is measured beside the views.
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
      const own = await signIn(store, plan.readers[0]!)
      await views(page, own, { rate, count: WARM_UP })
      console.log(`Opening it ${rate} times a second, for ${seconds} seconds ...`)
      const times = await views(page, own, { rate, count: rate * seconds })
      const selects = await bareSelects(store, 500)
      const size = await weigh(page, own)
      console.log(`Changing it ${edits} times before ${watchers} ...`)
      const heard = await watch(store, plan, { page, watchers, edits })
      return {
        bench: 'plan',
        items: ITEMS,
        rate_per_s: rate,
        views: times.length,
        p50_ms: rounded(percentile(times, 0.5)),
        p99_ms: rounded(percentile(times, 0.99)),
        select_p50_ms: rounded(percentile(selects, 0.5)),
        page_ratio: rounded(percentile(times, 0.5) / percentile(selects, 0.5)),
        html_kb: rounded(size.html / 1024),
        page_kb: rounded(size.all / 1024),
        watchers,
        rows_missing: watchers * edits - heard.length,
        watch_p50_ms: rounded(percentile(heard, 0.5)),
        watch_p99_ms: rounded(percentile(heard, 0.99)),
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

/** Milliseconds from the moment each view was due. What is late does not hold back what comes after. */
async function views(
  page: string,
  cookie: string,
  { rate, count }: { rate: number; count: number },
): Promise<number[]> {
  const start = performance.now()
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const due = start + (index * 1000) / rate
      await wait(due - start)
      await bytesOf(await ask(page, cookie))
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

/** Milliseconds from before each change was written to its row, on every stream. */
async function watch(
  store: Store,
  plan: FullPlan,
  { page, watchers, edits }: { page: string; watchers: number; edits: number },
): Promise<number[]> {
  const heard: number[] = []
  const written = new Map<string, number>()
  const streams = await Promise.all(
    plan.readers.slice(0, watchers).map(async reader => {
      const stream = await ask(`${page}/live`, await signIn(store, reader), 'text/event-stream')
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
  await wait(1000)
  for (let edit = 0; edit < edits; edit++) {
    const words = `Mesur-${edit}`
    written.set(words, performance.now())
    const itemId = plan.items[edit % plan.items.length]!
    await transaction(store, async tx => {
      await writeAnew(tx, itemId, words)
      await announce(tx, { topic: 'plan', id: itemId })
    })
    await wait(EDIT_EVERY_MS)
  }
  for (let waited = 0; heard.length < watchers * edits && waited < HEARD_WITHIN_MS; waited += 100) await wait(100)
  for (const stream of streams) stream.destroy()
  return heard
}
