import type { FastifyRequest } from 'fastify'
import type { BundleLink } from 'fhir/r4.js'
import { BeginAgain } from '#record/chart/search/find.ts'
import { TooMuchIncluded } from '#record/chart/search/include.ts'
import { type Results, searchChart } from '#record/chart/search/search.ts'
import { onLines } from '../answer.ts'
import type { Cursors } from '../cursor.ts'
import type { FhirMeans } from '../means.ts'
import { searchBeginAgain, searchTooMuch } from '../problem.ts'
import { readingAs } from '../resource/as-any-caller.ts'
import { mayInclude, searchAsked, type Where } from './asked.ts'
import { searchBundle } from './bundle.ts'
import { boundTo, openMark, sealMark } from './mark.ts'

/** What a search needs besides what it asks. */
export interface SearchMeans extends FhirMeans {
  readonly cursors: Cursors
}

/** One page of what a search finds of what is open to whoever asks, as a Bundle in JSON. */
export async function searchAnswer(request: FastifyRequest, means: SearchMeans, where: Where): Promise<string> {
  const { search, about, only } = searchAsked(request, means, where, request.fhir.query)
  const path = pathOf(where)
  const isServed = mayInclude(request, only)
  const { results, bound } = await readingAs(request, means, async ({ tx, ...caller }) => {
    const bound = boundTo(caller, path, search)
    const mark = openMark(means.cursors, search.cursor, bound)
    return {
      bound,
      results: await searchChart(tx, caller, {
        search,
        mark,
        about,
        only,
        isServed,
        isWithin: where.patient !== undefined,
      }),
    }
  }).catch((fault: unknown) => {
    if (fault instanceof BeginAgain) throw searchBeginAgain()
    throw fault instanceof TooMuchIncluded ? searchTooMuch('_include') : fault
  })
  const here = `${means.origin()}/fhir`
  const links = linksOf(`${here}${path}`, search.used, results, mark => sealMark(means.cursors, mark, bound))
  const subset = { how: search.summary === 'count' ? ('false' as const) : search.summary, elements: search.elements }
  return onLines(
    request,
    searchBundle(results, { here, links, leftOut: search.leftOut, subset, say: request.fhir.say }),
  )
}

/** Where a search is asked, below the door. */
function pathOf({ type, patient }: Where): string {
  if (patient === undefined) return type === undefined ? '' : `/${type}`
  return `/Patient/${patient}/${type ?? '*'}`
}

function linksOf(
  path: string,
  used: readonly (readonly [string, string])[],
  { next, previous }: Results,
  seal: (mark: NonNullable<Results['next']>) => string,
): BundleLink[] {
  const without = used.filter(([name]) => name !== '_cursor')
  const to = (pairs: readonly (readonly [string, string])[]) => {
    const text = String(new URLSearchParams(pairs.map(([name, value]) => [name, value])))
    return text === '' ? path : `${path}?${text}`
  }
  return [
    { relation: 'self', url: to(used) },
    { relation: 'first', url: to(without) },
    ...(previous === undefined ? [] : [{ relation: 'previous', url: to([...without, ['_cursor', seal(previous)]]) }]),
    ...(next === undefined ? [] : [{ relation: 'next', url: to([...without, ['_cursor', seal(next)]]) }]),
  ]
}
