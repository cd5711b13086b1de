import { listAt, textAt, valueAt } from '#ground/fhir/any.ts'
import { isFields } from '#ground/fhir/validate/fields.ts'
import type { Resource } from '#record/chart/store/to-write.ts'
import { bundleNotTaken } from '../problem.ts'

/** What a bundle asks to have done: all or nothing, or each by itself. */
export interface AskedBundle {
  readonly type: 'transaction' | 'batch'
  readonly entries: readonly AskedEntry[]
}

/** One thing that is asked to be done. */
export interface AskedEntry {
  /** By what the other entries refer to it. */
  readonly fullUrl: string | undefined
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The parts of its address, below our own. */
  readonly path: readonly string[]
  readonly query: string
  readonly resource: Resource | undefined
  readonly ifMatch: string | undefined
  readonly ifNoneMatch: string | undefined
  readonly ifNoneExist: string | undefined
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
/** More than any app does at once; each is a resource, its version and what it is searched by. */
const ENTRIES_MAX = 500

/** Reads what a bundle asks. Throws what of its envelope cannot be read. */
export function bundleAsked(sent: unknown, base: string): AskedBundle {
  const type = textAt(sent, 'type')
  // A list of one bundle is no bundle, though what stands in it could be found.
  if (!isFields(sent) || textAt(sent, 'resourceType') !== 'Bundle' || (type !== 'transaction' && type !== 'batch')) {
    throw bundleNotTaken('Bundle.type')
  }
  const entries = listAt(sent, 'entry')
  if (entries.length > ENTRIES_MAX) throw bundleNotTaken('Bundle.entry')
  return { type, entries: entries.map((entry, place) => entryAsked(entry, `Bundle.entry[${place}]`, base)) }
}

function entryAsked(entry: unknown, place: string, base: string): AskedEntry {
  const request = valueAt(entry, 'request')
  const method = METHODS.find(one => one === textAt(request, 'method'))
  if (method === undefined) throw bundleNotTaken(`${place}.request.method`)
  const url = textAt(request, 'url') ?? ''
  const local = (url.startsWith(`${base}/`) ? url.slice(base.length + 1) : url).replace(/^\//, '')
  const [path = '', ...query] = local.split('?')
  if (path === '' || /^[a-z]+:/i.test(path)) throw bundleNotTaken(`${place}.request.url`)
  const resource = valueAt(entry, 'resource') as Resource | undefined
  if ((method === 'POST' || method === 'PUT' || method === 'PATCH') && resource === undefined) {
    throw bundleNotTaken(`${place}.resource`)
  }
  return {
    method,
    resource,
    path: path.split('/'),
    query: query.join('?'),
    fullUrl: textAt(entry, 'fullUrl'),
    ifMatch: textAt(request, 'ifMatch'),
    ifNoneMatch: textAt(request, 'ifNoneMatch'),
    ifNoneExist: textAt(request, 'ifNoneExist'),
  }
}
