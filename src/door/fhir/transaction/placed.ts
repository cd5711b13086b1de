import type { FastifyRequest } from 'fastify'
import type { Condition } from '#record/chart/search/match.ts'
import type { Named } from '#record/chart/store/place.ts'
import type { FhirMeans } from '../means.ts'
import { bundleNotTaken } from '../problem.ts'
import { namedAsked, typeAsked } from '../resource/asked-type.ts'
import { conditionIn } from '../resource/condition.ts'
import type { AskedEntry } from './bundle.ts'

/** An entry with its place in the bundle and what it is about. */
export interface Placed {
  readonly place: number
  readonly entry: AskedEntry
  readonly type: string
  readonly named: Named | undefined
  /** What must meet it, for what is changed or deleted; what must not, for what is created. */
  readonly condition: Condition | undefined
}

const LETTERS = { GET: 'r', HEAD: 'r', POST: 'c', PUT: 'u', PATCH: 'u', DELETE: 'd' } as const

/** What an entry is about; throws where it asks for what is not served, or the token was not given for. */
export function placedOf(request: FastifyRequest, means: FhirMeans, entry: AskedEntry, place: number): Placed {
  const { method, path, query, resource } = entry
  const [type = '', id] = path
  const letter = LETTERS[method]
  const isRead = method === 'GET' || method === 'HEAD'
  const isConditional = !isRead && id === undefined && method !== 'POST'
  const fault = () => bundleNotTaken(`Bundle.entry[${place}].request`)
  if (query !== '' && !isConditional) throw fault()
  if (entry.ifNoneExist !== undefined && method !== 'POST') throw fault()
  if (!isRead && path.length !== (method === 'POST' || isConditional ? 1 : 2)) throw fault()
  // A patch is sent as a resource of another type than what it changes.
  if (resource !== undefined && !isRead && method !== 'PATCH' && resource.resourceType !== type) throw fault()
  typeAsked(request, type, letter)
  const asked = isConditional ? query : entry.ifNoneExist
  return {
    place,
    entry,
    type,
    named: id === undefined ? undefined : namedAsked(request, { type, id }, letter),
    condition: asked === undefined ? undefined : conditionIn(request, means, type, asked),
  }
}

/** Nothing may be written twice by one transaction, by name or by condition. Source: FHIR R4, 3.1.0.11.2. */
export function refuseTwice(placed: readonly Pick<Placed, 'condition' | 'entry' | 'named' | 'place'>[]): void {
  const met = new Set<string>()
  for (const { place, entry, named, condition } of placed) {
    if (entry.method === 'GET' || entry.method === 'HEAD') continue
    const name = named === undefined ? condition?.text : `${named.type}/${named.id}`
    if (name === undefined) continue
    if (met.has(name)) throw bundleNotTaken(`Bundle.entry[${place}].request.url`)
    met.add(name)
  }
}
