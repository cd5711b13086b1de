import { openOwnerStore } from '#ground/db/store.ts'
import { emptyGround } from '#test/kit.ts'
import { type AskedWorld, askedWorld, differences } from './equality/ask.ts'
import { Coverage } from './equality/coverage.ts'
import { Faults } from './equality/faults.ts'
import { product } from './equality/product.ts'
import type { Evidence } from './evidence.ts'
import { inWorld, plantPlaces } from './worlds/plant.ts'

const WORLDS = { smoke: 80, nightly: 10_000, soak: 100_000 } as const
/** How many worlds are drawn at most for the faults that are left when there have been enough for the claim. */
const WORLDS_FOR_FAULTS_MAX = 1_000
/** What there was in so many worlds is counted: the rest are of the same kind. */
const WORLDS_COUNTED_MAX = 60
const SAY_EVERY = 500
/** Of how many faults a smoke sows one; which of them, the seed decides. All others sow all. */
const SMOKE_SOWS_ONE_OF = 4

/**
 * The decision function, the SQL predicate and an oracle that shares no code with them say the same, about everything
 * that each of eight callers can ask in each of very many small worlds. Source: reliability.md, T1.
 */
export const decisionEquality: Evidence = async ({ size, seed, say }) => {
  const ground = await emptyGround()
  // As the owner: faults are sown in views too. Each world is a transaction of which nothing is left.
  const store = openOwnerStore(ground.url, ground)
  try {
    await plantPlaces(store)
    const real = await product()
    const share = size === 'smoke' ? { oneOf: SMOKE_SOWS_ONE_OF, from: seed } : { oneOf: 1, from: 0 }
    const faults = await Faults.sow(real, share)
    say(`${faults.left} faults are sown, one of ${share.oneOf} that are known; which, the seed decides`)
    const coverage = new Coverage()
    const failures: string[] = []
    let trials = 0
    let worlds = 0
    while (worlds < WORLDS[size] || (faults.left > 0 && worlds < WORLDS_FOR_FAULTS_MAX)) {
      const asked = askedWorld(seed * 1_000_000 + worlds++)
      await inWorld(store, asked.world, async tx => {
        for await (const difference of differences(tx, real, asked)) failures.push(difference)
        await faults.tryIn(tx, asked)
      })
      if (worlds <= WORLDS_COUNTED_MAX) coverage.note(asked)
      trials += questionsIn(asked)
      if (worlds % SAY_EVERY !== 0) continue
      say(`${worlds} worlds, ${trials} questions, ${failures.length} failures; ${faults.left} faults left`)
    }
    return {
      trials,
      failures: [...failures, ...coverage.gaps],
      kills: faults.kills,
      figures: { worlds, ...coverage.figures },
    }
  } finally {
    await store.close()
    await ground.close()
  }
}

function questionsIn({ asked }: AskedWorld): number {
  return asked.reduce((sum, { answers }) => sum + answers.length, 0)
}
