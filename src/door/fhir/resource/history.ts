import type { FastifyRequest } from 'fastify'
import type { Caller } from '#record/chart/store/caller.ts'
import type { Named } from '#record/chart/store/place.ts'
import { readVersions, type SentVersion } from '#record/chart/store/read.ts'
import type { FhirMeans } from '../means.ts'
import { notFound, wrongValue } from '../problem.ts'
import { asText, onlyOne, queryOf } from '../query.ts'
import { readingAs } from './as-any-caller.ts'

/** How many versions stand on one page unless the app says fewer. */
const COUNT_MAX = 100
const PARAMETERS = new Set(['_count', '_before'])

/** The versions of one resource, the newest first, as a Bundle in JSON. The page mark is a version of that very resource. */
export async function instanceHistory(request: FastifyRequest, means: FhirMeans, named: Named): Promise<string> {
  const query = queryOf(request.fhir, PARAMETERS)
  const number = (name: string) => {
    const value = onlyOne(query, name)
    if (value !== undefined && !/^[1-9]\d{0,8}$/.test(value)) throw wrongValue(name)
    return value === undefined ? undefined : Number(value)
  }
  const count = Math.min(number('_count') ?? COUNT_MAX, COUNT_MAX)
  const before = number('_before')
  const found = await readingAs(request, means, ({ tx, ...caller }) =>
    readVersions(tx, caller as Caller, named, { limit: count + 1, ...(before !== undefined && { before }) }),
  )
  if (found === undefined) throw notFound()
  const here = `${means.origin()}/fhir`
  const path = `${here}/${named.type}/${named.id}/_history`
  const last = found.length > count ? found[count - 1] : undefined
  const next = last && `${path}?_before=${last.versionId}&_count=${count}`
  return historyBundle(found.slice(0, count), { here, self: withQuery(path, asText(query)), next })
}

interface AroundHistory {
  readonly here: string
  readonly self: string
  readonly next: string | undefined
}

/** A Bundle of versions; what each holds is put in as it is kept, and not parsed. */
export function historyBundle(versions: readonly SentVersion[], { here, self, next }: AroundHistory): string {
  const link = [{ relation: 'self', url: self }, ...(next === undefined ? [] : [{ relation: 'next', url: next }])]
  const head = JSON.stringify({ resourceType: 'Bundle', type: 'history', link }).slice(0, -1)
  const entries = versions.map(version => entryOf(version, here))
  return entries.length === 0 ? `${head}}` : `${head},"entry":[${entries.join(',')}]}`
}

function entryOf({ type, logicalId, text, versionId, recordedAt, method }: SentVersion, here: string): string {
  const url = `${type}/${logicalId}`
  const request = method === 'create' ? { method: 'POST', url: type } : { method: METHODS[method ?? 'update'], url }
  const status = { create: '201', update: '200', patch: '200', delete: '204' }[method ?? 'update']
  const response = { status, etag: `W/"${versionId}"`, ...(recordedAt && { lastModified: recordedAt.toISOString() }) }
  const resource = text === undefined ? '' : `"resource":${text},`
  const rest = JSON.stringify({ request, response }).slice(1)
  return `{"fullUrl":${JSON.stringify(`${here}/${url}`)},${resource}${rest}`
}

const METHODS = { create: 'POST', update: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const

function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`
}
