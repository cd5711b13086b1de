import type { FastifyRequest } from 'fastify'
import { dateRange } from '#ground/fhir/search/date-range.ts'
import { COUNT_MAX } from '#ground/fhir/search/query/search.ts'
import { TooMuchIncluded } from '#record/chart/search/include.ts'
import { type EverythingWanted, readEverything } from '#record/chart/whole/everything.ts'
import { onLines } from '../answer.ts'
import { type OperationAsked, operationAsked } from '../operation/asked.ts'
import { notFound, searchTooMuch, wrongValue } from '../problem.ts'
import { readingAs } from '../resource/as-any-caller.ts'
import { namedAsked } from '../resource/asked-type.ts'
import { isKept, keptTypes } from '../resource/types.ts'
import type { SearchMeans } from '../search/answer.ts'
import { mayInclude } from '../search/asked.ts'
import { searchBundle } from '../search/bundle.ts'
import { boundTo, openMark, sealMark } from '../search/mark.ts'

const SERVED = new Set(['start', 'end', '_since', '_type', '_count', '_cursor'])

/**
 * One page of all that is held of one person and is open to whoever asks, as a Bundle in JSON. A type that the token was not
 * given for is as if it were not open, but where it is asked for by its name. Source: FHIR R4, Patient-everything.
 */
export async function everythingAnswer(request: FastifyRequest, means: SearchMeans, id: string): Promise<string> {
  const named = namedAsked(request, { type: 'Patient', id }, 'r')
  const asked = operationAsked(request, SERVED)
  const wanted = wantedBy(request, asked)
  const used = usedOf(asked)
  const here = `${means.origin()}/fhir`
  const path = `/Patient/${id}/$everything`
  const read = await readingAs(request, means, async ({ tx, ...caller }) => {
    const bound = boundTo(caller, path, { used })
    const after = openMark(means.cursors, asked.text('_cursor'), bound)?.id
    const everything = await readEverything(tx, caller, named, { ...wanted, after, base: here })
    return everything && { everything, bound }
  }).catch((fault: unknown) => {
    throw fault instanceof TooMuchIncluded ? searchTooMuch('_count') : fault
  })
  // Thrown when the transaction has committed: what was asked stays written.
  if (read === undefined) throw notFound()
  const { everything, bound } = read
  const to = (cursor?: string) =>
    addressOf(`${here}${path}`, cursor === undefined ? used : [...used, ['_cursor', cursor]])
  const next = everything.last && { keys: [], id: everything.last, seen: '', isBackwards: false }
  const links = [
    { relation: 'self', url: to(asked.text('_cursor')) },
    ...(next ? [{ relation: 'next', url: to(sealMark(means.cursors, next, bound)) }] : []),
  ]
  const results = { ...everything, total: undefined, next: undefined, previous: undefined }
  const whole = { how: 'false', elements: [] } as const
  return onLines(request, searchBundle(results, { here, links, leftOut: [], subset: whole, say: request.fhir.say }))
}

function wantedBy(request: FastifyRequest, asked: OperationAsked): Omit<EverythingWanted, 'after' | 'base'> {
  const count = asked.whole('_count') ?? COUNT_MAX
  if (count === 0) throw wrongValue('_count')
  const from = dateAsked(asked, 'start')?.from
  const until = dateAsked(asked, 'end')?.until
  return {
    types: typesAsked(request, asked),
    care: { ...(from && { from }), ...(until && { until }) },
    since: sinceAsked(asked),
    limit: Math.min(count, COUNT_MAX),
  }
}

/** Those of the types that the token was given for; one that is named and was not given is refused. */
function typesAsked(request: FastifyRequest, asked: OperationAsked): readonly string[] {
  const said = asked.texts('_type').flatMap(list => list.split(','))
  if (!said.every(isKept)) throw wrongValue('_type')
  for (const type of said) namedAsked(request, { type, id: 'any' }, 'r')
  return said.length > 0 ? said : keptTypes().filter(mayInclude(request, request.fhir.onlyAbout, 'r'))
}

function dateAsked(asked: OperationAsked, name: 'start' | 'end') {
  const said = asked.text(name)
  const range = said === undefined ? undefined : dateRange(said)
  if (said !== undefined && range === undefined) throw wrongValue(name)
  return range
}

function sinceAsked(asked: OperationAsked): Date | undefined {
  // A plus in a query has come as a space.
  const said = asked.text('_since')?.replace(' ', '+')
  const range = said === undefined ? undefined : dateRange(said)
  if (said !== undefined && (range === undefined || !said.includes('T'))) throw wrongValue('_since')
  return range?.from
}

/** What was asked, as the link to the next page asks it again. */
function usedOf(asked: OperationAsked): (readonly [string, string])[] {
  return [...SERVED]
    .filter(name => name !== '_cursor')
    .flatMap(name => asked.texts(name).map(value => [name, value] as const))
}

function addressOf(path: string, used: readonly (readonly [string, string])[]): string {
  const query = String(new URLSearchParams(used.map(([name, value]) => [name, value])))
  return query === '' ? path : `${path}?${query}`
}
