import type { Evidence } from '../evidence.ts'
import { FAULTS } from './faults.ts'
import { type Tried, tryHistory } from './history.ts'
import { type Product, product } from './product.ts'
import { type World, world } from './world.ts'

const HISTORIES = { smoke: 6, nightly: 5000, soak: 100_000 } as const
/** In smoke, one in so many of the faults is sown; which, the seed decides. */
const SMOKE_SOWS_ONE_IN = 7
/** How many histories a sown fault has, at most, to be caught by. */
const CAUGHT_WITHIN = 200
/** How many histories one database has, so that none grows for ever. */
const HISTORIES_EACH = 500

/**
 * Eight act on one plan at once, in turns that are drawn from the seed, between the statements of their transactions:
 * then there is an order in which a small model, to which the same happens one after another, answers each as they were
 * answered and tells everybody what they read. Source: issue of the plan, Proof; decision 47.
 */
export const planConcurrency: Evidence = async ({ size, seed, say }) => {
  const real = await product()
  const failures: string[] = []
  const sums = { acts: 0, refused: 0, reads: 0 }
  for (let tried = 0; tried < HISTORIES[size]; ) {
    const upTo = Math.min(tried + HISTORIES_EACH, HISTORIES[size])
    for await (const { faults, ...counted } of histories(real, {
      from: seed * 1_000_003 + tried,
      count: upTo - tried,
    })) {
      failures.push(...faults)
      for (const name of ['acts', 'refused', 'reads'] as const) sums[name] += counted[name]
      if (++tried % 100 === 0) say(`${tried} histories, ${sums.acts} acts, ${failures.length} failures`)
    }
  }
  const kills: Record<string, boolean> = {}
  const oneOf = size === 'smoke' ? SMOKE_SOWS_ONE_IN : 1
  const sown = Object.entries(FAULTS).filter((_, number) => number % oneOf === seed % oneOf)
  for (const [name, changes] of sown) {
    const first = await firstFault(await product(changes), seed)
    kills[name] = first !== undefined
    say(`${name}: ${first ?? 'was not seen'}`)
  }
  return { trials: HISTORIES[size], failures, kills, figures: sums }
}

interface Which {
  readonly from: number
  readonly count: number
}

async function* histories(faulty: Product, { from, count }: Which): AsyncGenerator<Tried> {
  const here: World = await world()
  try {
    for (let number = 0; number < count; number++) yield await tryHistory(here, faulty, from + number)
  } finally {
    await here.close()
  }
}

async function firstFault(faulty: Product, seed: number): Promise<string | undefined> {
  for await (const { faults } of histories(faulty, { from: seed * 1_000_003, count: CAUGHT_WITHIN })) {
    const [first] = faults
    if (first !== undefined) return first.slice(0, 300)
  }
  return undefined
}
