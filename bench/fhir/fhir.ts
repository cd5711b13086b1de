import { loadavg } from 'node:os'
import { type TestIssuer, testIssuer } from '#door/fhir/test-issuer.ts'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { migrate } from '#ground/db/migrate.ts'
import { learnSizes, openStore, transaction } from '#ground/db/store.ts'
import { plantRegion } from '#seed/plant.ts'
import { type CpuTime, cpuTimes } from '../cpu-time.ts'
import { withDatabase } from '../database.ts'
import { numberOption, percentile, rounded } from '../figures.ts'
import { committers } from '../ingest/ceiling.ts'
import { startProduct } from '../product.ts'
import { BARE, type Bare, startBare } from './bare.ts'
import { type Job, type Load, startLoad } from './load.ts'
import { NAMES } from './requests.ts'
import { type Cell, type Figures, figuresOf, type Measured, type Price, pricesOf, printed } from './table.ts'

/** A system of the invented region that was let in. */
const SURGERY = 'cyfeirio-llanfeilir'
const CONCURRENCIES = [1, 8, 32]
/** So many at once commit a row of a kilobyte each: what the database can do at all. */
const COMMITTERS = 8

/**
 * How many requests a second the FHIR door answers, each kind by itself at concurrency 1, 8 and 32, and how late all of them
 * together are at a fixed rate. Over HTTP from a process of its own to the product in one of its own, by a system that was let
 * in: validation, policy, trail and durable commit are on. Policy and trail have no switch; what they cost is told by another
 * process, of the bench alone, that answers a read, a new Observation and a search without them (`bare-process.ts`), each
 * right after the product. Beside each, the processor time of product and database; beside all, how many bare rows the database commits.
 * Rounds of all kinds follow one another, so that whatever else the machine does meets all; medians of the rounds.
 * Options: --against URL sends the same in turn to another FHIR server (its base address; a token of its own in
 * BENCH_FHIR_TOKEN) and tells the ratios. --seconds of a kind in a round (0.8), --rounds (3), --transactions of ten that are
 * there before (200), --rate of all together a second (40), --open-seconds (10); --short is a round of a quarter second.
 */
export async function fhirBench(args: readonly string[]): Promise<object> {
  const isShort = args.includes('--short')
  const wanted = {
    seconds: numberOption(args, 'seconds', isShort ? 0.25 : 0.8),
    rounds: numberOption(args, 'rounds', isShort ? 1 : 3),
    transactions: numberOption(args, 'transactions', isShort ? 30 : 200),
    rate: numberOption(args, 'rate', 40),
    openSeconds: numberOption(args, 'open-seconds', isShort ? 2 : 10),
  }
  const against = args.includes('--against') ? args[args.indexOf('--against') + 1] : undefined
  const theirs = against === undefined ? undefined : startLoad(against.replace(/\/$/, ''), process.env.BENCH_FHIR_TOKEN)
  try {
    return await withDatabase(async url => {
      await migrate(url)
      const store = openStore(url, { clock: machineClock, chance: machineChance })
      await transaction(store, plantRegion)
      await store.close()
      return measureFhir(url, wanted, theirs)
    })
  } finally {
    theirs?.stop()
  }
}

/** How long of what is measured, and how often. */
export interface Wanted {
  readonly seconds: number
  readonly rounds: number
  readonly transactions: number
  readonly rate: number
  readonly openSeconds: number
}

interface Means {
  readonly ours: Load
  readonly theirs: Load | undefined
  readonly wanted: Wanted
  readonly spent: () => CpuTime
  readonly bare: Bare
}

/** What was measured, with a line for each kind of request and each concurrency. */
export interface Outcome {
  readonly [figure: string]: unknown
  readonly figures: readonly Figures[]
  readonly prices: readonly Price[]
}

/** The same on a database that holds the invented region. */
export async function measureFhir(url: string, wanted: Wanted, theirs?: Load): Promise<Outcome> {
  const issuer = await testIssuer()
  const store = openStore(url, { clock: machineClock, chance: machineChance })
  console.log('Starting the product ...')
  const product = await startProduct(asARegion(url, issuer))
  const bare = await startBare(url, store, SURGERY)
  const token = issuer.token({
    ...issuer.claims(SURGERY, machineClock.now()),
    client_id: SURGERY,
    scope: 'system/*.cruds',
  })
  const ours = startLoad(`${product.url}/fhir`, token)
  try {
    const spent = await cpuTimes(store, product.process.pid ?? 0)
    return await measure(url, { ours, theirs, wanted, spent, bare })
  } finally {
    ours.stop()
    bare.stop()
    await store.close()
    await product.stop()
    await issuer.stop()
  }
}

/** Settings of a real region: its apps' tokens are somebody else's, as the demo's are not. */
function asARegion(url: string, { issuer, audience }: TestIssuer): NodeJS.ProcessEnv {
  const provider = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'bench', OIDC_CLIENT_SECRET: 'bench' }
  const trust = { FHIR_ISSUER: issuer, FHIR_AUDIENCE: audience }
  return { DATABASE_URL: url, PORT: '0', MLLP_PORT: '0', SEED: 'none', ...provider, ...trust }
}

async function measure(url: string, { ours, theirs, wanted, spent, bare }: Means): Promise<Outcome> {
  const { seconds, rounds, transactions, rate, openSeconds } = wanted
  console.log(`Planting ${transactions * 10} resources ...`)
  for (const load of [ours, theirs]) await load?.run({ kind: 'plant', transactions })
  await learnSizes(url)
  const rows = await committers(url, COMMITTERS)
  const commits: number[] = []
  const cells: Cell[] = []
  for (const load of [ours, theirs]) await load?.run({ kind: 'closed', operation: 'mix', concurrency: 8, seconds })
  for (let round = 1; round <= rounds; round++) {
    console.log(`Round ${round} of ${rounds} ...`)
    commits.push(await rows.commit(seconds))
    for (const concurrency of CONCURRENCIES) {
      for (const operation of NAMES) {
        const job = { kind: 'closed', operation, concurrency, seconds } as const
        const own = await measured(ours, job, spent)
        const without = BARE.has(operation)
          ? await measured(ours, { ...job, address: bare.address }, bare.spent)
          : undefined
        cells.push({ operation, concurrency, ...own, bare: without, theirs: await theirs?.run(job) })
      }
    }
  }
  await rows.close()
  const [figures, prices] = [figuresOf(cells), pricesOf(cells)]
  console.log(printed(figures))
  console.log('With policy and trail, how many times what it is without:')
  console.log(printed(prices))
  console.log(`All together, ${rate} a second ...`)
  const open = async (load: Load | undefined) =>
    load && (await load.run({ kind: 'open', rate, seconds: openSeconds })).times
  const [own, other] = [await open(ours), await open(theirs)]
  const late = (times: readonly number[], name: string) => ({
    [`${name}_p50_ms`]: rounded(percentile(times, 0.5)),
    [`${name}_p99_ms`]: rounded(percentile(times, 0.99)),
  })
  return {
    bench: 'fhir',
    seconds,
    rounds,
    commit_ceiling_per_s: Math.round(percentile(commits, 0.5)),
    load_1_min: rounded(loadavg()[0] ?? 0),
    open_rate_per_s: rate,
    ...late(own ?? [], 'open'),
    ...(other && late(other, 'their_open')),
    figures,
    prices,
  }
}

async function measured(load: Load, job: Job, spent: () => CpuTime): Promise<Measured> {
  const before = spent()
  const ours = await load.run(job)
  const after = spent()
  const each = (ms: (time: CpuTime) => number) => (ms(after) - ms(before)) / ours.times.length
  return { ours, productMs: each(({ productMs }) => productMs), databaseMs: each(({ databaseMs }) => databaseMs) }
}
