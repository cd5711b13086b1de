import { Draw } from '../draw.ts'
import type { Evidence, Size } from '../evidence.ts'
import type { Extent, World } from './corpus.ts'
import { FAULTS, type Fault } from './faults.ts'
import { openCorpus } from './record.ts'
import { openSearcher, type Searcher } from './searcher.ts'
import { drawTrial, type Trial } from './trial.ts'
import { tryOne } from './try-one.ts'

interface Whole extends Extent {
  /** How many queries are tried. */
  readonly queries: number
}

const EXTENTS: Readonly<Record<Size, Whole>> = {
  smoke: { patients: 30, observations: 90, encounters: 30, assessments: 30, locations: 12, queries: 60 },
  nightly: { patients: 60, observations: 240, encounters: 80, assessments: 60, locations: 20, queries: 200_000 },
  soak: { patients: 150, observations: 450, encounters: 200, assessments: 150, locations: 40, queries: 1_000_000 },
}

/** So many queries are asked of a search that was sown before its fault counts as not caught. */
const FOR_A_FAULT_MAX = 60
/** How many are drawn for one in which a fault could show. */
const DRAWN_MAX = 20_000
/** How many failures are told. */
const TOLD_MAX = 20
/** So many queries are tried at once. */
const AT_ONCE = 4
const TELL_EACH = 5_000

/**
 * Searching answers what it should: what is asked and one thing more, and what is asked and not that, and what is asked where
 * there is no such thing, are together what is asked; pages of any size are the same list; the order of parameters makes no
 * difference; the total is how many there are; what is found is what somebody would keep who read all of them one by one
 * (oracle.ts, which shares no code), and what comes with it is what they would gather; and the door answers the same to an
 * address, to a form and within a compartment. Source: reliability.md, T22.
 */
export const searchMetamorphic: Evidence = async ({ size, seed, say }) => {
  const { queries, ...extent } = EXTENTS[size]
  const corpus = await openCorpus(new Draw(seed), extent)
  try {
    const failures = await tryAll(await openSearcher(corpus, []), corpus.world, { queries, seed, say })
    const kills: Record<string, boolean> = {}
    for (const [name, fault] of Object.entries(FAULTS)) {
      const sick = await openSearcher(corpus, fault.changes)
      kills[name] = await isCaught(sick, corpus.world, fault, seed)
      await sick.close()
      say(`${name}: ${kills[name] ? 'caught' : 'NOT CAUGHT'}`)
    }
    return { trials: queries, failures, kills }
  } finally {
    await corpus.close()
  }
}

interface Run {
  readonly queries: number
  readonly seed: number
  say(line: string): void
}

/** Tries so many, several at once, each drawn from a seed of its own so that it can be tried again. */
async function tryAll(searcher: Searcher, world: World, { queries, seed, say }: Run): Promise<readonly string[]> {
  const failures: string[] = []
  let tried = 0
  const next = async () => {
    while (tried < queries) {
      const trial = trialOf(world, seed, tried++)
      const wrong = await tryOne(searcher, world, trial)
      if (wrong !== undefined && failures.length < TOLD_MAX) failures.push(wrong)
      if (tried % TELL_EACH === 0) say(`${tried} queries, ${failures.length} answered wrongly`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  await searcher.close()
  return failures
}

/** The same trials as of a sound search, of those in which the fault could show. */
async function isCaught(searcher: Searcher, world: World, { shows }: Fault, seed: number): Promise<boolean> {
  let tried = 0
  for (let at = 0; at < DRAWN_MAX && tried < FOR_A_FAULT_MAX; at++) {
    const trial = trialOf(world, seed, at)
    if (!shows(trial)) continue
    tried++
    const wrong = await tryOne(searcher, world, trial).catch((fault: unknown) => `threw ${fault}`)
    if (wrong !== undefined) return true
  }
  return false
}

function trialOf(world: World, seed: number, at: number): Trial {
  return drawTrial(new Draw(seed * 1_000_003 + at * 7_919), world)
}
