import { repeatableChance } from '#ground/chance.ts'
import type { Clock } from '#ground/clock.ts'
import { freshDatabase } from '#test/database.ts'
import type { Evidence, Size } from '../evidence.ts'
import { type Served, served } from '../served.ts'
import { type Change, sown } from '../sow.ts'
import { FAULTS } from './faults.ts'
import { type Raced, race } from './race.ts'
import { AGREEMENT_ENDS, REVOCATIONS } from './revocations.ts'

/** A clock that goes on from the day the region is tried at: pages that listen ask how old they are. */
const FROM_NOW: Clock = { now: () => new Date(Date.parse('2026-11-22T09:00:00Z') + performance.now()) }
/** How many races one region sees, the last of them about an agreement. */
const RACES_EACH = 50
const REGIONS: Readonly<Record<Size, number>> = { smoke: 4, nightly: 200, soak: 2000 }

/**
 * Races between whoever revokes something (a wish, a pause, a choice taken back, the end of a tie, of a post, of an
 * agreement) and sixteen who read and one who listens. Nobody reads late, whichever order chance makes of it.
 */
export const revocation: Evidence = async ({ size, seed, say }) => {
  const failures: string[] = []
  let [races, reads] = [0, 0]
  for (let region = 0; region < REGIONS[size]; region++) {
    for await (const raced of racesIn([], seed * 1_000_000 + region * RACES_EACH)) {
      races++
      reads += raced.reads
      failures.push(...raced.late)
    }
    say(`${races} races, ${reads} reads, ${failures.length} late: ${failures.at(-1) ?? ''}`)
  }
  const kills: Record<string, boolean> = {}
  for (const [name, changes] of Object.entries(FAULTS)) {
    const first = await firstLate(changes, seed)
    kills[name] = first !== undefined
    say(`${name}: ${first ?? 'was not seen'}`)
  }
  return { trials: races, failures, kills, figures: { reads, readers: 16 } }
}

async function firstLate(changes: readonly Change[], seed: number): Promise<string | undefined> {
  for await (const { late } of racesIn(changes, seed * 1_000_000)) if (late.length > 0) return late[0]
  return undefined
}

/** The races of one region, whose kinds take turns. Numbers make them: the same number is the same race, but for the machine. */
async function* racesIn(changes: readonly Change[], from: number): AsyncGenerator<Raced> {
  const kinds = Object.values(REVOCATIONS)
  const here = await region(changes)
  for (const { prepare } of kinds) await prepare?.(here.store)
  try {
    for (let number = 0; number < RACES_EACH - 1; number++) {
      const kind = kinds[number % kinds.length]!
      yield await race(here, kind, from + number)
      await kind.restore(here.store)
    }
    yield await race(here, AGREEMENT_ENDS, from + RACES_EACH - 1)
  } finally {
    await here.stop()
  }
}

async function region(changes: readonly Change[]): Promise<Served> {
  const database = await freshDatabase('region')
  const means = { clock: FROM_NOW, chance: repeatableChance('revocation') }
  const here = await served(database.url, changes.length === 0 ? means : { ...means, product: await sown(changes) })
  const stop = async () => {
    await here.stop()
    await database.drop()
  }
  return { ...here, stop }
}
