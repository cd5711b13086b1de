import type { FastifyRequest } from 'fastify'
import { type HistoryMark, historyOfMany } from '#record/chart/store/history.ts'
import type { FhirMeans } from '../means.ts'
import { wrongValue } from '../problem.ts'
import { asText, onlyOne, type Query, queryOf } from '../query.ts'
import { readingAs } from './as-any-caller.ts'
import { historyBundle } from './history.ts'

/** How many versions stand on one page unless the app says fewer. */
const COUNT_MAX = 100
const PARAMETERS = new Set(['_count', '_since', '_before'])

/**
 * The versions of everything of one type, or of all, that is open to whoever asks, the newest first, as a Bundle in JSON.
 * The page mark is the last version of the page, which they have seen: what is written meanwhile moves no page.
 */
export async function historyAsked(
  request: FastifyRequest,
  means: FhirMeans,
  type: string | undefined,
): Promise<string> {
  const query = queryOf(request.fhir, PARAMETERS)
  const count = countIn(query)
  const wanted = { type, since: sinceIn(query), after: markIn(query), limit: count + 1 }
  const found = await readingAs(request, means, ({ tx, ...caller }) => historyOfMany(tx, caller, wanted))
  const here = `${means.origin()}/fhir`
  const path = type === undefined ? `${here}/_history` : `${here}/${type}/_history`
  const self = asText(query)
  const last = found.length > count ? found[count - 1]?.mark : undefined
  const rest = new URLSearchParams([
    ...new URLSearchParams(asText(query, ['_before'])),
    ['_before', last ? markOf(last) : ''],
  ])
  return historyBundle(found.slice(0, count), {
    here,
    self: self === '' ? path : `${path}?${self}`,
    next: last && `${path}?${rest}`,
  })
}

function countIn(query: Query): number {
  const said = onlyOne(query, '_count') ?? String(COUNT_MAX)
  if (!/^[1-9]\d{0,8}$/.test(said)) throw wrongValue('_count')
  return Math.min(Number(said), COUNT_MAX)
}

function sinceIn(query: Query): Date | undefined {
  const said = onlyOne(query, '_since')
  if (said === undefined) return undefined
  const at = new Date(said)
  if (!/^\d{4}-\d{2}-\d{2}T/.test(said) || Number.isNaN(at.getTime())) throw wrongValue('_since')
  return at
}

const MARK = /^(\d{4}-[\d:.T-]{1,30}Z)~([0-9a-f-]{36})~(\d{1,9})$/

function markOf({ at, resourceId, version }: HistoryMark): string {
  return `${at.toISOString()}~${resourceId}~${version}`
}

function markIn(query: Query): HistoryMark | undefined {
  const said = onlyOne(query, '_before')
  if (said === undefined) return undefined
  const [, at = '', resourceId = '', version = ''] = MARK.exec(said) ?? []
  const when = new Date(at)
  if (version === '' || Number.isNaN(when.getTime()) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(resourceId))
    throw wrongValue('_before')
  return { at: when, resourceId, version: Number(version) }
}
