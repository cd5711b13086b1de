import { sql } from 'kysely'
import type { Store } from '#ground/db/store.ts'
import type { Answer, Served, ServedRoute } from '../served.ts'
import { fillingsFor } from './addresses.ts'
import { type Callers, type Trial, trialsOf } from './cells.ts'
import type { Caller } from './everybody.ts'
import { judge } from './judge.ts'
import { changedSince, digest } from './kept.ts'

/** What became of one request. */
export interface Asked {
  readonly route: ServedRoute
  /** Whether there was a page, a stream or a way on, and not a refusal. */
  readonly answered: boolean
  /** What was not as declared, in a sentence; undefined when all was. */
  readonly fault: string | undefined
}

/** What a session leaves in the trail by itself, whatever was asked. */
const OF_THE_SESSION = ['leave-post', 'take-post', 'switch', 'sign-in', 'sign-out']
const NOWHERE = '/nothing-is-here'

/** Asks everything of every route, or of those at one path alone, and judges each answer. */
export async function* askAll(here: Served, callers: Callers, at?: string): AsyncGenerator<Asked> {
  const routes = here.routes.filter(({ method, path }) => method !== 'HEAD' && (at ?? path) === path)
  const fillings = await fillingsFor(
    here.store,
    routes.map(({ path }) => path),
  )
  const nothings = new Map<string, Promise<Answer>>()
  const nothingFor = (caller: Caller) => {
    const asked = nothings.get(caller.name) ?? here.ask({ path: NOWHERE, session: caller.session })
    nothings.set(caller.name, asked)
    return asked
  }
  const trail = new Trail(here.store)
  await trail.doings()
  for (const route of routes) {
    if (route.declared === undefined) yield told(route, `${route.method} ${route.path} is not declared`)
    const before = await digest(here.store)
    let isQuiet = true
    for (const trial of trialsOf(route, here, fillings, callers)) {
      if (isQuiet && trial.mayChange) {
        isQuiet = false
        yield* changes(route, before, await digest(here.store))
      }
      yield await askOne(here, { route, trial, trail, nothingThere: await nothingFor(trial.caller) })
    }
    if (isQuiet) yield* changes(route, before, await digest(here.store))
  }
}

interface One {
  readonly route: ServedRoute
  readonly trial: Trial
  readonly trail: Trail
  /** What this caller is answered where there is nothing. */
  readonly nothingThere: Answer
}

async function askOne(here: Served, { route, trial, trail, nothingThere }: One): Promise<Asked> {
  const { caller, method, address, origin } = trial
  const session = trial.mayChange ? await again(here, caller) : caller.session
  const asked = `${caller.name}: ${method} ${address}${origin ? ` from ${JSON.stringify(origin)}` : ''}`
  try {
    const answer = await here.ask({ method, path: address, session, ...(origin && { origin }) })
    const doings = await trail.doings()
    const fault = trial.oddly ? oddFault(answer) : judge(trial, { answer, doings, nothingThere })
    const answered = answer.status < 400 && trial.method === route.method
    return { route, answered, fault: fault && `${asked}: ${fault}` }
  } catch (fault) {
    return told(route, `${asked}: ${fault}`)
  }
}

/** Signing out is one of the things that are tried: whoever may change something has a session for it alone. */
async function again({ signIn, store }: Served, { accountId, session }: Caller): Promise<string | undefined> {
  return accountId === undefined ? session : signIn(accountId, store.chance.secret())
}

/** Where an odd spelling leads, it is to somebody for whom the route is not: anything but a refusal lets them in. */
function oddFault({ status, headers }: Answer): string | undefined {
  const isClosed = [400, 404].includes(status) || String(headers.location).startsWith('/sign-in?return_to=')
  return isClosed ? undefined : `an odd spelling was answered ${status}`
}

function* changes(
  route: ServedRoute,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Generator<Asked> {
  const changed = changedSince(before, after)
  if (changed.length > 0) yield told(route, `${route.method} ${route.path} changed ${changed} without being let`)
}

function told(route: ServedRoute, fault: string): Asked {
  return { route, answered: false, fault }
}

/** What was done, as the trail says, since it was last asked. */
class Trail {
  readonly #store: Store
  #read = -1

  constructor(store: Store) {
    this.#store = store
  }

  async doings(): Promise<string[]> {
    const { rows } = await sql<{ sequence: number; action: string }>`
      select sequence, action from trail_entry where sequence > ${this.#read} order by sequence`.execute(this.#store.db)
    this.#read = rows.at(-1)?.sequence ?? this.#read
    return [...new Set(rows.map(({ action }) => action))].filter(action => !OF_THE_SESSION.includes(action))
  }
}
