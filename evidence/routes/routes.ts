import { receiveFrame } from '#door/feeds/hl7/receive.ts'
import { repeatableChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { accounts } from '#seed/region/staff.ts'
import { freshDatabase } from '#test/database.ts'
import { asSent } from '#test/kit.ts'
import type { Evidence } from '../evidence.ts'
import { type Served, served } from '../served.ts'
import { type Change, sown } from '../sow.ts'
import { type Asked, askAll } from './ask.ts'
import { everybody, spent, withoutPosts } from './everybody.ts'
import { FAULTS, type RouteFault } from './faults.ts'

const NOW = '2026-11-22T09:00:00Z'
/** Everybody a route may take for somebody else: each role, the person, her daughter, and citizens of no concern to her. */
const KINDS = [
  ...accounts.filter(
    ({ posts }, place) =>
      posts?.[0] !== undefined && accounts.findIndex(other => other.posts?.[0]?.role === posts[0]?.role) === place,
  ),
  ...accounts.filter(({ key }) => ['dewi-prosser', 'mair-pritchard', 'elin-pritchard', 'owen-griffiths'].includes(key)),
].map(({ key }) => key)
/** One of each kind that routes tell apart, for the ways to ask that are not tried by everybody. */
const A_FEW = ['steffan-howells', 'elin-pritchard', 'sioned-evans', 'alun-meredith']

/** Whose sessions are also tried in every state in which they are worth nothing. */
const SPENT_MAX = 1

/**
 * Every route of the product as it is really served, asked by everybody in every state of a session, from here and from
 * elsewhere, by every method and in odd spellings: each answer as the route declares, and no route undeclared.
 */
export const routes: Evidence = async ({ size, say }) => {
  const everyone = accounts.map(({ key }) => key)
  const { unanswered, ...found } = await onRegion([], here =>
    size === 'smoke'
      ? tryAll(here, { few: A_FEW.slice(0, 2), all: KINDS })
      : tryAll(here, { few: everyone, all: everyone }),
  )
  say(`At these nobody was let further: ${unanswered.join(', ') || 'none'}`)
  const kills: Record<string, boolean> = {}
  for (const [name, sowed] of Object.entries(FAULTS)) {
    const first = await firstFault(sowed)
    kills[name] = first !== undefined
    say(`${name}: ${first ?? 'was not seen'}`)
  }
  const { trials, failures, ...figures } = found
  return { trials, failures, kills, figures }
}

async function tryAll(
  here: Served,
  { few, all }: { readonly few: readonly string[]; readonly all: readonly string[] },
) {
  const asked: Asked[] = []
  for await (const one of askInTurn(here, { few, all })) asked.push(one)
  const answered = new Set(asked.flatMap(one => (one.answered ? [one.route] : [])))
  const tried = here.routes.filter(({ method }) => method !== 'HEAD')
  return {
    trials: asked.length,
    failures: asked.flatMap(({ fault }) => fault ?? []),
    callers: all.length + 1,
    routes: here.routes.length,
    undeclared: here.routes.filter(({ declared }) => declared === undefined).length,
    answered: answered.size,
    unanswered: tried.filter(route => !answered.has(route)).map(({ method, path }) => `${method} ${path}`),
  }
}

/** What a sown product does wrong first. That it does not even start, for want of a declaration, counts. */
function firstFault({ changes, at }: RouteFault): Promise<string | undefined> {
  return onRegion(changes, async here => {
    for await (const { fault } of askInTurn(here, { few: A_FEW, all: A_FEW, at })) if (fault !== undefined) return fault
    return undefined
  }).catch((fault: Error) => {
    if (!fault.message.includes('does not declare')) throw fault
    return fault.message
  })
}

interface Wanted {
  readonly few: readonly string[]
  /** Everybody; when they are the few as well, nothing at all is left out. */
  readonly all: readonly string[]
  /** The one path to ask at; everywhere when there is none. */
  readonly at?: string
}

/** First while everybody holds their posts, then after those few have lost theirs. */
async function* askInTurn(here: Served, { few, all, at }: Wanted): AsyncGenerator<Asked> {
  const callers = await everybody(here, all)
  const some = callers.filter(({ name }) => few.includes(name))
  yield* askAll(
    here,
    {
      everybody: callers,
      few: some,
      fewest: few === all ? some : some.slice(0, 1),
      spent: await spent(here, few.slice(0, SPENT_MAX)),
    },
    at,
  )
  const workers = some.filter(({ standing }) => standing !== 'citizen')
  yield* askAll(here, { everybody: await withoutPosts(here, workers), few: [], fewest: [], spent: [] }, at)
}

/** The region in the midst of things: somebody is in hospital, and a message waits. Dropped when the work is done. */
async function onRegion<Value>(changes: readonly Change[], work: (here: Served) => Promise<Value>): Promise<Value> {
  const database = await freshDatabase('region')
  try {
    const means = { clock: stoppedClock(NOW), chance: repeatableChance('routes') }
    const here = await served(database.url, changes.length === 0 ? means : { ...means, product: await sown(changes) })
    try {
      for (const message of ['mair-admitted.hl7', 'wrong-person.hl7']) {
        await receiveFrame(here.store, Buffer.from(asSent(message)), '127.0.0.1')
      }
      return await work(here)
    } finally {
      await here.stop()
    }
  } finally {
    await database.drop()
  }
}
