import type { Declaration } from '#door/route/declaration.ts'
import type { Served, ServedRoute } from '../served.ts'
import { type Fillings, filled, ODD_SPELLINGS } from './addresses.ts'
import type { Caller } from './everybody.ts'
import { type Cell, isFor } from './judge.ts'

/** One request to try: by whom, how, and as what it is to be judged. */
export interface Trial extends Cell {
  readonly caller: Caller
  readonly origin?: Readonly<Record<string, string>>
  /** Whether it is let change something. Everything else must leave every table as it was. */
  readonly mayChange: boolean
  /** A way of writing the address that leads nowhere, or where it leads must still be closed. */
  readonly oddly: boolean
}

/** Who asks: everybody at every route, and a few of them in all the other ways there are. */
export interface Callers {
  readonly everybody: readonly Caller[]
  readonly few: readonly Caller[]
  /** Those for whom one would do: by methods that are not there, from elsewhere, and in odd spellings. */
  readonly fewest: readonly Caller[]
  readonly spent: readonly Caller[]
}

const ELSEWHERE: readonly Readonly<Record<string, string>>[] = [
  { 'sec-fetch-site': 'cross-site', origin: 'https://thief.example' },
  { 'sec-fetch-site': 'same-site', origin: 'https://sister.invalid' },
  { origin: 'null' },
  {},
]
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Everything that is asked of one route. Those that may change nothing come first. */
export function trialsOf(route: ServedRoute, { routes }: Served, fillings: Fillings, callers: Callers): Trial[] {
  const { method, path } = route
  const has = (one: string) => routes.some(other => other.path === path && other.method === one)
  const trial = (caller: Caller, more: Partial<Trial> = {}): Trial => {
    const { declared } = route
    const is = { method, declared, fromHere: true, standing: caller.standing, address: filled(path, fillings) }
    const cell = { ...is, ...more }
    return { caller, mayChange: mayChange(cell, caller), oddly: false, ...cell }
  }
  const asked = [...callers.everybody, ...callers.spent].map(caller => trial(caller))
  const known = [1, Number.POSITIVE_INFINITY].map(number => filled(path, fillings, number))
  const elsewhere = [...new Set([...known, path.replaceAll(/:\w+|\*/g, 'x')])].filter(
    one => one !== filled(path, fillings),
  )
  const others = callers.few.flatMap(caller => [
    ...elsewhere.map(address => trial(caller, { address })),
    ...(method === 'GET' ? [trial(caller, { method: 'HEAD', declared: forHead(route, routes) })] : []),
  ])
  const otherwise = callers.fewest.flatMap(caller =>
    METHODS.filter(one => !has(one)).map(one =>
      trial(caller, { method: one, declared: widerRoute(routes, one, path) }),
    ),
  )
  const forged =
    method === 'POST'
      ? [...callers.fewest, ...callers.spent.slice(0, 1)].flatMap(caller =>
          ELSEWHERE.map(origin =>
            trial(caller, { origin, fromHere: false, mayChange: route.declared?.for === 'systems' }),
          ),
        )
      : []
  const odd = method === 'GET' ? oddTrials(trial, route, callers) : []
  return [...asked, ...others, ...otherwise, ...forged, ...odd].toSorted(
    (one, other) => Number(one.mayChange) - Number(other.mayChange),
  )
}

/** What a route of a wider address declares, that is for this one too: `/fhir/:type/:id` for `/fhir/CarePlan/:id`. */
function widerRoute(routes: readonly ServedRoute[], method: string, path: string): Declaration | undefined {
  const isWider = (wide: string) =>
    new RegExp(`^${wide.replaceAll(/:\w+/g, '[^/]+').replaceAll('$', '\\$').replaceAll('*', '.*')}$`).test(path)
  // What a browser asks first is answered for a whole door at once.
  const isWide = (path: string) => path.includes(':') || (method === 'OPTIONS' && path.endsWith('*'))
  return routes.find(other => other.method === method && isWide(other.path) && isWider(other.path))?.declared
}

/** HEAD is as GET, but where asking would change something or open a stream there is at most what a wider address answers. */
function forHead({ declared, path }: ServedRoute, routes: readonly ServedRoute[]): Declaration | undefined {
  return declared?.changes === true || declared?.does === 'tell' ? widerRoute(routes, 'HEAD', path) : declared
}

/** A form that is let in changes something; one whose session ran out is kept. Of GET, only what says so does. */
function mayChange({ method, declared, standing }: Cell, { session }: Caller): boolean {
  if (declared === undefined) return false
  if (method === 'POST') return isFor(declared.for, standing) || session !== undefined
  return declared.changes === true && isFor(declared.for, standing)
}

function oddTrials(
  trial: (caller: Caller, more: Partial<Trial>) => Trial,
  route: ServedRoute,
  callers: Callers,
): Trial[] {
  const { declared } = route
  if (declared === undefined) return []
  const kept = [...callers.spent.slice(0, 1), ...callers.fewest].filter(
    ({ standing }) => !isFor(declared.for, standing),
  )
  return kept.flatMap(caller =>
    Object.values(ODD_SPELLINGS).map(oddly => {
      const { address } = trial(caller, {})
      return trial(caller, { address: oddly(address), oddly: true })
    }),
  )
}
