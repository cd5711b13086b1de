import { Draw } from '../draw.ts'
import type { Evidence, Size } from '../evidence.ts'
import { type Atom, drawAtom } from './atoms.ts'
import { type Extent, TYPES, type Type, type World } from './corpus.ts'
import { FAULTS } from './faults.ts'
import { openCorpus, openSearcher, type Searcher } from './searcher.ts'

interface Whole extends Extent {
  /** How many queries are tried. */
  readonly queries: number
}

const EXTENTS: Readonly<Record<Size, Whole>> = {
  smoke: { patients: 30, observations: 90, encounters: 30, queries: 40 },
  nightly: { patients: 100, observations: 500, encounters: 100, queries: 200_000 },
  soak: { patients: 300, observations: 3_000, encounters: 300, queries: 1_000_000 },
}

/** So many queries are asked of a search that was sown before its fault counts as not caught. */
const FOR_A_FAULT_MAX = 400
/** How many failures are told. */
const TOLD_MAX = 20
const PAGES = [1, 5, 16, 100]
const SORTS = [
  '',
  '_id',
  '-_lastUpdated',
  'status',
  '-date',
  'birthdate',
  '-name,gender',
  'date,status',
  'address-city',
]

/**
 * Searching answers what it should: what is asked and one thing more, and what is asked and not that, and what is asked where
 * there is no such thing, are together what is asked; pages of any size are the same list; the order of parameters makes no
 * difference; the total is how many there are; and what is found is what somebody would keep who read all of them one by one
 * (oracle.ts, which shares no code). Source: reliability.md, T22.
 */
export const searchMetamorphic: Evidence = async ({ size, seed, say }) => {
  const extent = EXTENTS[size]
  const corpus = await openCorpus(new Draw(seed), extent)
  try {
    const searcher = await openSearcher(corpus, [])
    const failures: string[] = []
    const draw = new Draw(seed)
    for (let tried = 1; tried <= extent.queries; tried++) {
      const wrong = await tryOne(draw, searcher, corpus.world)
      if (wrong !== undefined && failures.length < TOLD_MAX) failures.push(wrong)
      if (tried % 10_000 === 0) say(`${tried} queries, ${failures.length} answered wrongly`)
    }
    const kills: Record<string, boolean> = {}
    for (const [name, changes] of Object.entries(FAULTS)) {
      const sick = await openSearcher(corpus, changes)
      kills[name] = await isCaught(new Draw(seed), sick, corpus.world)
      say(`${name}: ${kills[name] ? 'caught' : 'NOT CAUGHT'}`)
    }
    return { trials: extent.queries, failures, kills }
  } finally {
    await corpus.close()
  }
}

async function isCaught(draw: Draw, searcher: Searcher, world: World): Promise<boolean> {
  for (let tried = 0; tried < FOR_A_FAULT_MAX; tried++) {
    const wrong = await tryOne(draw, searcher, world).catch((fault: unknown) => `threw ${fault}`)
    if (wrong !== undefined) return true
  }
  return false
}

type Query = readonly (readonly [string, string])[]

/** Tries one query in every way; answers what was wrong with it. */
async function tryOne(draw: Draw, searcher: Searcher, world: World): Promise<string | undefined> {
  const type = draw.one(TYPES)
  const atoms = draw.many(draw.below(3), () => drawAtom(draw, type, world))
  const more = drawAtom(draw, type, world)
  const query: Query = atoms.map(({ name, value }) => [name, value] as const)
  const sort = draw.one(SORTS.filter(one => isSortOf(type, one)))
  const told = `${type}?${new URLSearchParams(query.map(pair => [...pair]))} with ${more.name}=${more.value} by ${sort}`
  const found = await all(searcher, type, [...query, ['_total', 'accurate']], 500)
  const expected = [...world.get(type)!.values()].filter(one => atoms.every(atom => atom.holds(one, world)))
  const ids = new Set(found.ids)
  if (!isSame(ids, new Set(expected.map(({ id }) => id!)))) return `${told}: not what a reader would keep`
  if (found.total !== ids.size || found.ids.length !== ids.size)
    return `${told}: ${found.total} counted, ${ids.size} met`
  const turned = await all(searcher, type, query.toReversed(), 500)
  if (!isSame(ids, new Set(turned.ids))) return `${told}: another answer in another order`
  return (
    (await tryPages(draw, searcher, type, query, sort, ids, told)) ??
    (await tryParts(searcher, type, query, more, ids, told))
  )
}

function isSortOf(type: Type, sort: string): boolean {
  const own: Readonly<Record<Type, RegExp>> = {
    Patient: /^(-?_.*|birthdate|-name,gender|address-city|)$/,
    Observation: /^(-?_.*|status|-date|date,status|)$/,
    Encounter: /^(-?_.*|status|-date|date,status|)$/,
  }
  return own[type].test(sort)
}

async function tryPages(
  draw: Draw,
  searcher: Searcher,
  type: Type,
  query: Query,
  sort: string,
  ids: ReadonlySet<string>,
  told: string,
): Promise<string | undefined> {
  const sorted: Query = sort === '' ? query : [...query, ['_sort', sort]]
  const whole = await all(searcher, type, sorted, 500)
  const count = draw.one(ids.size > 40 ? PAGES.slice(1) : PAGES)
  const paged = await all(searcher, type, sorted, count)
  if (!isSame(new Set(whole.ids), ids)) return `${told}: sorted, others are met`
  return String(paged.ids) === String(whole.ids) ? undefined : `${told}: another list in pages of ${count}`
}

/** What is asked falls into three parts by any other thing: it is so, it is not so, there is nothing of which it could be. */
async function tryParts(
  searcher: Searcher,
  type: Type,
  query: Query,
  { name, value, filter, parameter }: Atom,
  ids: ReadonlySet<string>,
  told: string,
): Promise<string | undefined> {
  if (filter === undefined || parameter === undefined) return undefined
  const isIn = async (more: Query) => (await all(searcher, type, [...query, ...more], 500)).ids
  const isSo = await isIn([
    [name, value],
    [`${parameter}:missing`, 'false'],
  ])
  const isNotSo = await isIn([['_filter', `not (${filter}) and ${parameter} pr true`]])
  const isMissing = await isIn([[`${parameter}:missing`, 'true']])
  const together = [...isSo, ...isNotSo, ...isMissing]
  if (together.length !== ids.size || !isSame(new Set(together), ids))
    return `${told}: ${isSo.length} + ${isNotSo.length} + ${isMissing.length} are not ${ids.size}`
  return undefined
}

/** All that a query finds, page by page. */
async function all(
  searcher: Searcher,
  type: Type,
  query: Query,
  count: number,
): Promise<{ readonly ids: readonly string[]; readonly total: number | undefined }> {
  const first = await searcher.search(type, [...query, ['_count', String(count)]])
  const ids = [...first.ids]
  for (let page = first.next(); page !== undefined; ) {
    const next = await page
    ids.push(...next.ids)
    // A list that does not end is longer than any there is.
    if (ids.length > 10_000) break
    page = next.next()
  }
  return { ids, total: first.total }
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every(id => other.has(id))
}
