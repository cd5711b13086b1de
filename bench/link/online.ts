import type { Patient } from 'fhir/r4.js'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { migrate } from '#ground/db/migrate.ts'
import { openStore, type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { findNear } from '#record/person/identify/find-near.ts'
import { identify } from '#record/person/identify/identify.ts'
import { comparableOf } from '#record/person/identify/keep-standards.ts'
import { settle } from '#record/person/identify/settle.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { modelInForce } from '#record/person/model/in-force.ts'
import { nhsNumberIdentifier } from '#record/person/patient.ts'
import type { RawIdentity } from '#record/person/standard/standard.ts'
import { standardise } from '#record/person/standard/standardise.ts'
import { plantRegion } from '#seed/plant.ts'
import { seedId } from '#seed/seed-id.ts'
import { withDatabase } from '../database.ts'
import { numberOption, percentile } from '../figures.ts'
import { arrivalsAmong, type MadeUp } from './neighbours.ts'
import { plantNeighbours } from './plant-neighbours.ts'

/** Matched before the clock starts, so that neither the code nor the database is met cold. */
const WARM_UP = 300
/** So many in a hundred of those who arrive nobody has met before. */
const NEWCOMERS = 30

/**
 * Finds whose a record is among millions, in PostgreSQL: without writing anything, and as a message does it, with the
 * record, its keys, the link or the question, and a durable commit. One after another for the times, several at once for
 * the rate. Options: --records held (3,000,000), --matches measured each way (3,000), --connections at once (4).
 */
export async function onlineBench(args: readonly string[]): Promise<object> {
  const records = numberOption(args, 'records', 3_000_000)
  const matches = numberOption(args, 'matches', 3000)
  const connections = numberOption(args, 'connections', 4)
  return withDatabase(async url => {
    await migrate(url)
    const store = openStore(url, { clock: machineClock, chance: machineChance })
    await transaction(store, plantRegion)
    console.log(`Planting ${records} records ...`)
    const from = performance.now()
    const known = await plantNeighbours(url, records, matches * 4 + WARM_UP * 2)
    const plantedSeconds = Math.round((performance.now() - from) / 1000)
    const figures = await measure(store, known, { matches, connections })
    await store.close()
    return { bench: 'online', records, planted_s: plantedSeconds, ...figures }
  })
}

async function measure(
  store: Store,
  known: readonly MadeUp[],
  { matches, connections }: { matches: number; connections: number },
): Promise<object> {
  const arrivals = arrivalsAmong(known, NEWCOMERS, 77)
  const take = (count: number) => arrivals.splice(0, count)
  console.log(`Matching ${matches} records, without writing and with ...`)
  await timed(take(WARM_UP), 1, raw => match(store, raw))
  const read = await timed(take(matches), 1, raw => match(store, raw))
  const readAtOnce = await timed(take(matches), connections, raw => match(store, raw))
  await timed(take(WARM_UP), 1, raw => keepAndIdentify(store, raw))
  const written = await timed(take(matches), 1, raw => keepAndIdentify(store, raw))
  const writtenAtOnce = await timed(take(matches), connections, raw => keepAndIdentify(store, raw))
  return {
    match_p50_ms: hundredths(percentile(read.ms, 0.5)),
    match_p99_ms: hundredths(percentile(read.ms, 0.99)),
    match_per_s: Math.round(readAtOnce.perSecond),
    match_and_write_p50_ms: hundredths(percentile(written.ms, 0.5)),
    match_and_write_p99_ms: hundredths(percentile(written.ms, 0.99)),
    match_and_write_per_s: Math.round(writtenAtOnce.perSecond),
    connections,
    linked_share: hundredths(written.of('linked')),
    asked_share: hundredths(written.of('undecided')),
    candidates_p50: percentile(read.counts, 0.5),
  }
}

interface Timed {
  readonly ms: readonly number[]
  readonly counts: readonly number[]
  readonly perSecond: number
  /** The share that ended so. */
  of(how: string): number
}

/** Does it with each record, so many at once, and says how long each took and how many were done in a second. */
async function timed(
  raws: readonly RawIdentity[],
  atOnce: number,
  work: (raw: RawIdentity) => Promise<{ how: string; count: number }>,
): Promise<Timed> {
  const ms: number[] = []
  const became: { how: string; count: number }[] = []
  const waiting = [...raws]
  const start = performance.now()
  const one = async () => {
    for (let raw = waiting.pop(); raw !== undefined; raw = waiting.pop()) {
      const from = performance.now()
      became.push(await work(raw))
      ms.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return {
    ms,
    counts: became.map(({ count }) => count),
    perSecond: (raws.length / (performance.now() - start)) * 1000,
    of: how => became.filter(one => one.how === how).length / became.length,
  }
}

/** From what was received to what is to be done about it, without doing it. */
function match(store: Store, raw: RawIdentity): Promise<{ how: string; count: number }> {
  return transaction(store, async tx => {
    const { matcher } = await modelInForce(tx)
    const found = await findNear(tx, matcher, comparableOf(tx.newId(), standardise(raw)), true)
    const { joins, asks } = settle(matcher, found)
    return { how: joins.length > 0 ? 'linked' : asks.length > 0 ? 'undecided' : 'new', count: found.candidates.length }
  })
}

/** As a message does. */
function keepAndIdentify(store: Store, raw: RawIdentity): Promise<{ how: string; count: number }> {
  return transactionInTurn(store, async tx => {
    const key = { organisationId: seedId.organisation('bwrdd-iechyd'), localId: tx.newId() }
    const record = await keepSourceRecord(tx, key, () => patientOf(raw), undefined)
    const identified = await identify(tx, record, seedId.team('tim-integreiddio'))
    return { how: identified.ok ? identified.value.how : identified.problem, count: 0 }
  })
}

function patientOf(raw: RawIdentity): Patient {
  const number = parseNhsNumber(raw.nhsNumber ?? '')
  const given = [raw.given, raw.middle].filter(name => name !== undefined)
  const telecom = [
    ...(raw.phones ?? []).map(value => ({ system: 'phone' as const, value })),
    ...(raw.emails ?? []).map(value => ({ system: 'email' as const, value })),
  ]
  return {
    resourceType: 'Patient',
    identifier: number === undefined ? [] : [nhsNumberIdentifier(number, raw.nhsNumberStatus === '01')],
    name: [{ use: 'official', given, ...(raw.surname !== undefined && { family: raw.surname }) }],
    ...(raw.born !== undefined && { birthDate: raw.born }),
    gender: raw.sex === 'female' ? 'female' : 'male',
    address: (raw.addresses ?? []).map(({ lines = [], town = '', postcode = '' }) => ({
      use: 'home',
      line: [...lines],
      city: town,
      postalCode: postcode,
    })),
    telecom,
  }
}

function hundredths(figure: number): number {
  return Math.round(figure * 100) / 100
}
