import type { FhirResource } from 'fhir/r4.js'
import type { World } from './corpus.ts'
import { includedWith } from './included.ts'
import { subjectOf } from './oracle.ts'
import type { Ask, Query, Searcher } from './searcher.ts'
import { queryOf, type Trial, told } from './trial.ts'

const PAGES = [1, 5, 16, 100]
/** More pages than these are not turned. */
const TURNED_MAX = 10
/** More than there are of any type. */
const ALL = 500
/** How many to a page where something comes with them. */
const INCLUDING = 20

/** Tries one query in every way; answers what was wrong with it. */
export async function tryOne(searcher: Searcher, world: World, trial: Trial): Promise<string | undefined> {
  const expected = wanted(world, trial)
  const wrong =
    (await searcher.within(async ask => {
      const found = await tryFound(ask, trial, expected)
      if (found !== undefined) return found
      return (
        (await tryPages(ask, trial, expected)) ??
        (await tryParts(ask, trial, expected)) ??
        (await tryIncluded(ask, world, trial))
      )
    })) ?? (trial.isAtDoor ? await tryDoor(searcher, world, trial, expected) : undefined)
  return wrong && `${told(trial)}: ${wrong}`
}

/** What somebody would keep who read all of them. */
function wanted(world: World, { type, atoms }: Trial): ReadonlySet<string> {
  const kept = [...world.get(type)!.values()].filter(one => atoms.every(atom => atom.holds(one, world)))
  return new Set(kept.map(({ id }) => id!))
}

async function tryFound(ask: Ask, trial: Trial, expected: ReadonlySet<string>): Promise<string | undefined> {
  const query = queryOf(trial)
  const found = await all(ask, trial, [...query, ['_total', 'accurate']], ALL)
  if (!isSame(new Set(found.ids), expected))
    return `not what a reader would keep, ${found.ids.length} of ${expected.size}`
  if (found.total !== expected.size || found.ids.length !== expected.size)
    return `${found.total} counted, ${expected.size} met`
  if (query.length < 2) return undefined
  const turned = await all(ask, trial, query.toReversed(), ALL)
  return isSame(new Set(turned.ids), expected) ? undefined : 'another answer in another order'
}

async function tryPages(ask: Ask, trial: Trial, expected: ReadonlySet<string>): Promise<string | undefined> {
  const query = queryOf(trial)
  const sorted: Query = trial.sort === '' ? query : [...query, ['_sort', trial.sort]]
  const whole = await all(ask, trial, sorted, ALL)
  if (!isSame(new Set(whole.ids), expected)) return 'sorted, others are met'
  const sizes = PAGES.filter(size => expected.size / size <= TURNED_MAX)
  const count = sizes[Math.floor(trial.page * sizes.length)] ?? ALL
  const paged = await all(ask, trial, sorted, count)
  return String(paged.ids) === String(whole.ids) ? undefined : `another list in pages of ${count}`
}

/** What is asked falls into three parts by any other thing: it is so, it is not so, there is nothing of which it could be. */
async function tryParts(ask: Ask, trial: Trial, expected: ReadonlySet<string>): Promise<string | undefined> {
  const { name, value, filter, parameter } = trial.more
  const isIn = async (more: Query) => (await all(ask, trial, [...queryOf(trial), ...more], ALL)).ids
  if (filter === undefined) return undefined
  if (parameter === undefined) {
    const parts = [await isIn([[name, value]]), await isIn([['_filter', `not (${filter})`]])]
    return areTogether(parts, expected)
  }
  return areTogether(
    [
      await isIn([
        [name, value],
        [`${parameter}:missing`, 'false'],
      ]),
      await isIn([['_filter', `not (${filter}) and ${parameter} pr true`]]),
      await isIn([[`${parameter}:missing`, 'true']]),
    ],
    expected,
  )
}

function areTogether(parts: readonly (readonly string[])[], expected: ReadonlySet<string>): string | undefined {
  const together = parts.flat()
  if (together.length === expected.size && isSame(new Set(together), expected)) return undefined
  return `${parts.map(({ length }) => length).join(' + ')} are not ${expected.size}`
}

/** With what is found comes what it leads to, or what leads to it, once, as far as is asked. */
async function tryIncluded(ask: Ask, world: World, trial: Trial): Promise<string | undefined> {
  if (trial.includes.length === 0) return undefined
  const first = await ask(trial.type, [...queryOf(trial), ...trial.includes, ['_count', String(INCLUDING)]])
  const expected = includedWith(world, trial, first.ids)
  if (first.included.length === expected.size && isSame(new Set(first.included), expected)) return undefined
  return `${first.included.length} came with it, and not ${expected.size}`
}

/** The door answers what the search does, to an address as to a form; within somebody's compartment, of that what is theirs. */
async function tryDoor(
  searcher: Searcher,
  world: World,
  trial: Trial,
  expected: ReadonlySet<string>,
): Promise<string | undefined> {
  const query: Query = [...queryOf(trial), ['_count', String(ALL)]]
  for (const way of ['GET', 'POST'] as const) {
    const found = await searcher.askDoor(trial.type, query, way)
    if (!isSame(new Set(found), expected)) return `another answer by ${way} at the door`
    if (trial.type === 'Location') continue
    const whose = patientOf(world, trial, expected)
    const theirs = [...expected].filter(id => isAbout(world.get(trial.type)!.get(id)!, whose))
    const within = await searcher.askDoor(`Patient/${whose}/${trial.type}`, query, way)
    if (!isSame(new Set(within), new Set(theirs))) return `another answer by ${way} in the compartment of ${whose}`
  }
  return undefined
}

/** Somebody whom something is about that is found, where anything is. */
function patientOf(world: World, { type }: Trial, expected: ReadonlySet<string>): string {
  const [first] = expected
  const found = first === undefined ? undefined : world.get(type)!.get(first)
  const whose = type === 'Patient' ? first : found && subjectOf(found)
  return whose ?? [...world.get('Patient')!.keys()][0]!
}

function isAbout(resource: FhirResource, patient: string): boolean {
  return resource.resourceType === 'Patient' ? resource.id === patient : subjectOf(resource) === patient
}

/** All that a query finds, page by page. */
async function all(
  ask: Ask,
  { type }: Trial,
  query: Query,
  count: number,
): Promise<{ readonly ids: readonly string[]; readonly total: number | undefined }> {
  const first = await ask(type, [...query, ['_count', String(count)]])
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
