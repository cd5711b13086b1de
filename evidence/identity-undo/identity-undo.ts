import { openOwnerStore, type Store, type Tx, transaction } from '#ground/db/store.ts'
import { region } from '#test/kit.ts'
import { Draw } from '../draw.ts'
import type { Evidence } from '../evidence.ts'
import { compare, lostByJoining, otherThanTogether, toldApartByAddress } from './compare.ts'
import { changeView, FAULTS, type Fault } from './faults.ts'
import { letHappen, letHappenUnlinked } from './happen.ts'
import { drawHistory } from './history.ts'
import { type Product, product, sownProduct } from './product.ts'
import { readEverything } from './read.ts'
import { World } from './world.ts'

const HISTORIES = { smoke: 100, nightly: 20_000, soak: 400_000 } as const
/** How many histories happen in one transaction, beside one another. */
const BESIDE = 10
/** In one of so many it is read half-way too, by every id that anybody has. */
const HALF_WAY_ONE_IN = 3
/** In smoke, one in so many of the faults is sown; which, the seed decides. */
const SMOKE_SOWS_ONE_IN = 2
/** How many a sown fault has, at most, to be caught by. */
const CAUGHT_WITHIN = 200

/**
 * Records come, are linked, things happen, links are ended: then all is as in a world in which those links had never
 * been, for everybody who may read anything, and every id names again whom it named. Source: issue of identity, design
 * of linkage, goal 13.
 */
export const identityUndo: Evidence = async ({ size, seed, say }) => {
  const here = await region()
  try {
    const real = await product()
    const failures: string[] = []
    let [drawn, trials, compared] = [0, 0, 0]
    while (drawn < HISTORIES[size]) {
      const found = await tryBeside(here.store, real, seed * 1_000_003 + drawn)
      failures.push(...found.failures)
      drawn += BESIDE
      trials += found.histories
      compared += found.compared
      if (drawn % 1000 === 0) say(`${trials} histories, ${failures.length} differences`)
    }
    const kills: Record<string, boolean> = {}
    const oneOf = size === 'smoke' ? SMOKE_SOWS_ONE_IN : 1
    const sown = Object.entries(FAULTS).filter((_, number) => number % oneOf === seed % oneOf)
    for (const [name, fault] of sown) {
      const first = await firstCaught(real, fault, seed)
      kills[name] = first !== undefined
      say(`${name}: ${first ?? 'was not seen'}`)
    }
    return { trials, failures, kills, figures: { compared } }
  } finally {
    await here.close()
  }
}

interface Tried {
  readonly failures: readonly string[]
  /** How many of them could be compared. */
  readonly histories: number
  /** How many tellings of the one world were held beside those of the other. */
  readonly compared: number
}

/** Some histories beside one another, each in both of its worlds; nothing of them is left behind. */
async function tryBeside(store: Store, product: Product, from: number): Promise<Tried> {
  let tried: Tried | undefined
  const leaveNothing = new Error('the worlds are left as they were found')
  try {
    await transaction(store, async tx => {
      tried = await tryIn(tx, product, from)
      throw leaveNothing
    })
  } catch (thrown) {
    if (thrown !== leaveNothing) return { failures: [`histories from ${from}: ${thrown}`], histories: 0, compared: 0 }
  }
  return tried!
}

async function tryIn(tx: Tx, product: Product, from: number): Promise<Tried> {
  const histories = Array.from({ length: BESIDE }, (_, number) => drawHistory(new Draw(from + number)))
  const linked = histories.map((history, number) => new World(tx, product, history, 2 * number))
  const never = histories.map((history, number) => new World(tx, product, history, 2 * number + 1))
  const failures: string[] = []
  const fail = (number: number, found: readonly string[]) =>
    failures.push(...found.map(difference => `history ${from + number}: ${difference}`))
  for (const [number, world] of linked.entries()) {
    await letHappen(world, 0, middle(world))
    fail(number, await otherThanTogether(world, middle(world)))
  }
  const someLinked = linked.filter((_, number) => number % HALF_WAY_ONE_IN === 0)
  for (const [place, told] of (await readEverything(atEnd(tx), someLinked)).entries()) {
    const world = someLinked[place]!
    const wrong = [...toldApartByAddress(world, told), ...lostByJoining(world, told, middle(world))]
    fail(place * HALF_WAY_ONE_IN, wrong)
  }
  const comparable = new Set<number>()
  for (const [number, world] of linked.entries()) {
    await letHappen(world, middle(world), world.steps.length)
    fail(number, await otherThanTogether(world, world.steps.length))
    const impossible = await letHappenUnlinked(never[number]!, world)
    if (impossible !== undefined) comparable.add(number)
    fail(number, impossible ?? [])
  }
  const [undone, unlinked] = [await readEverything(atEnd(tx), linked), await readEverything(atEnd(tx), never)]
  for (const number of comparable) fail(number, compare(undone[number]!, unlinked[number]!))
  const astray = await product.rebuildPersons(tx)
  const against = await product.peopleAgainstGuards(tx)
  if (astray.length + against.length > 0) {
    failures.push(`histories from ${from}: ${astray.length} ids astray, ${against.length} people against a guard`)
  }
  const compared = [...comparable].reduce((sum, number) => sum + undone[number]!.size, 0)
  return { failures, histories: comparable.size, compared }
}

/** Long after the last step. */
function atEnd(tx: Tx): Tx {
  return { ...tx, now: new Date('2026-11-22T10:00:00Z') }
}

function middle({ steps }: World): number {
  return steps.findIndex(({ does }) => does === 'look')
}

/** The first difference that a fault makes, in a database of its own. */
async function firstCaught(
  real: Product,
  { changes = [], views = [] }: Fault,
  seed: number,
): Promise<string | undefined> {
  const here = await region()
  const owner = openOwnerStore(here.url, here)
  try {
    for (const view of views) await transaction(owner, tx => changeView(tx, view))
    const sown = await sownProduct(real, changes)
    for (let number = 0; number < CAUGHT_WITHIN; number += BESIDE) {
      const [first] = (await tryBeside(here.store, sown, seed * 1_000_003 + number)).failures
      if (first !== undefined) return first.slice(0, 300)
    }
    return undefined
  } finally {
    await owner.close()
    await here.close()
  }
}
