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
import { type Load, startLoad } from './load.ts'
import { NAMES } from './requests.ts'
import { type Cell, figuresOf, printed } from './table.ts'

/** A system of the invented region that was let in. */
const SURGERY = 'cyfeirio-llanfeilir'
const CONCURRENCIES = [1, 8, 32]
/** So many at once commit a row of a kilobyte each: what the database can do at all. */
const COMMITTERS = 8

/**
 * How many requests a second the FHIR door answers, each kind by itself at concurrency 1, 8 and 32, and how late all of them
 * together are at a fixed rate. Over HTTP from a process of its own to the product in one of its own, by a system that was let
 * in: validation, policy, trail and durable commit are on. Policy and trail have no switch, so what they cost is not measured
 * here. Beside each, the processor time of product and database; beside all, how many bare rows the database commits.
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
  const issuer = await testIssuer()
  try {
    return await withDatabase(url => measureProduct(url, { issuer, theirs, wanted }))
  } finally {
    theirs?.stop()
    await issuer.stop()
  }
}

interface Wanted {
  readonly seconds: number
  readonly rounds: number
  readonly transactions: number
  readonly rate: number
  readonly openSeconds: number
}

interface Means {
  readonly issuer: TestIssuer
  readonly theirs: Load | undefined
  readonly wanted: Wanted
}

async function measureProduct(url: string, means: Means): Promise<object> {
  const { issuer } = means
  await migrate(url)
  const store = openStore(url, { clock: machineClock, chance: machineChance })
  await transaction(store, plantRegion)
  console.log('Starting the product ...')
  const product = await startProduct(asARegion(url, issuer))
  const token = issuer.token({
    ...issuer.claims(SURGERY, machineClock.now()),
    client_id: SURGERY,
    scope: 'system/*.cruds',
  })
  const ours = startLoad(`${product.url}/fhir`, token)
  try {
    const spent = await cpuTimes(store, product.process.pid ?? 0)
    return await measure(url, { ...means, ours, spent })
  } finally {
    ours.stop()
    await store.close()
    await product.stop()
  }
}

/** Settings of a real region: its apps' tokens are somebody else's, as the demo's are not. */
function asARegion(url: string, { issuer, audience }: TestIssuer): NodeJS.ProcessEnv {
  const provider = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'bench', OIDC_CLIENT_SECRET: 'bench' }
  const trust = { FHIR_ISSUER: issuer, FHIR_AUDIENCE: audience }
  return { DATABASE_URL: url, PORT: '0', MLLP_PORT: '0', SEED: 'none', ...provider, ...trust }
}

async function measure(
  url: string,
  { ours, theirs, wanted, spent }: Means & { readonly ours: Load; readonly spent: () => CpuTime },
): Promise<object> {
  const { seconds, rounds, transactions, rate, openSeconds } = wanted
  console.log(`Planting ${transactions * 10} resources ...`)
  for (const load of [ours, theirs]) await load?.run({ kind: 'plant', transactions })
  await learnSizes(url)
  const bare = await committers(url, COMMITTERS)
  const commits: number[] = []
  const cells: Cell[] = []
  for (const load of [ours, theirs]) await load?.run({ kind: 'closed', operation: 'mix', concurrency: 8, seconds })
  for (let round = 1; round <= rounds; round++) {
    console.log(`Round ${round} of ${rounds} ...`)
    commits.push(await bare.commit(seconds))
    for (const concurrency of CONCURRENCIES) {
      for (const operation of NAMES) {
        const job = { kind: 'closed', operation, concurrency, seconds } as const
        const before = spent()
        const own = await ours.run(job)
        const after = spent()
        cells.push({
          operation,
          concurrency,
          ours: own,
          theirs: await theirs?.run(job),
          productMs: (after.productMs - before.productMs) / own.times.length,
          databaseMs: (after.databaseMs - before.databaseMs) / own.times.length,
        })
      }
    }
  }
  await bare.close()
  const figures = figuresOf(cells)
  console.log(printed(figures))
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
  }
}
