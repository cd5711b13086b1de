import { difference, type Exact, type ExactFields, isFields, readExact, writeExact } from './exact.ts'
import type { Answered, FhirDoor, Form } from './fhir-door.ts'
import { plainDifference, plainFromJson, plainFromXml } from './plain.ts'

/** What is sent, and in which form. */
export interface Sent {
  readonly resource: ExactFields
  readonly form: Form
  /** What is sent where that is XML. */
  readonly xml?: string
}

/** What became of it. */
export interface Trip {
  /** Why it was not kept, by the code that was answered; undefined where it was. */
  readonly refusal: string | undefined
  /** Every way in which it came back otherwise than it was sent. */
  readonly faults: readonly string[]
}

const ID = /^[A-Za-z0-9.-]{1,64}$/

/**
 * Sends a resource to the store, under its own id where it has one that it may have, and takes it from there by every way that
 * there is: read in JSON and in XML, the version that was written, a search by its id; then changes one element, and reads both
 * versions again. It must be what was sent but for `id`, and of `meta` the version and its time.
 */
export async function trip(door: FhirDoor, sent: Sent): Promise<Trip> {
  const { resource } = sent
  const type = String(resource.resourceType)
  const written = await send(door, sent, type)
  if (written.status >= 300) return { refusal: refusalOf(written), faults: [] }
  const [, id = '', version = ''] = /\/fhir\/\w+\/([^/]+)\/_history\/([^/]+)$/.exec(written.location) ?? []
  const at = `${type}/${id}`
  const faults: string[] = []
  const check = (way: string, found: string | undefined) => {
    if (found !== undefined) faults.push(`${way}: ${found}`)
  }
  const compare = async (way: string, path: string, expected: ExactFields) => {
    const answer = await door.ask({ path })
    check(way, sameAs(expected, answer))
  }
  check('as it was answered', sameAs(resource, written))
  await compare('read', at, resource)
  check('read in XML', sameInXml(resource, await door.ask({ path: at, wants: 'xml' })))
  await compare('version', `${at}/_history/${version}`, resource)
  check('searched', foundIn(await door.ask({ path: `${type}?_id=${id}` }), id, resource))
  const changed = { ...resource, id, language: resource.language === 'cy' ? 'en' : 'cy' }
  const updated = await door.ask({ method: 'PUT', path: at, body: writeExact(changed) })
  check('changed', sameAs(changed, updated))
  await compare('read after it was changed', at, changed)
  await compare('version before it was changed', `${at}/_history/${version}`, resource)
  return { refusal: undefined, faults }
}

function send(door: FhirDoor, { resource, form, xml }: Sent, type: string): Promise<Answered> {
  const { id } = resource
  const own = typeof id === 'string' && ID.test(id) ? id : undefined
  const body = form === 'xml' ? (xml ?? '') : writeExact(resource)
  const where = own === undefined ? { method: 'POST', path: type } : { method: 'PUT', path: `${type}/${own}` }
  return door.ask({ ...(where as { method: 'POST' | 'PUT'; path: string }), body, sends: form })
}

/** The code by which programs know a refusal; its status, where there is none. */
export function refusalOf({ status, text }: Answered): string {
  // How much was too much is not always said before the connection ends.
  if (status === 413) return 'too-large'
  const [, code] = /"details":\{"coding":\[\{[^}]*"code":"([^"]+)"/.exec(text) ?? []
  return code ?? String(status)
}

function sameAs(sent: ExactFields, { status, text }: Answered): string | undefined {
  if (status >= 300) return `${status} ${text.slice(0, 300)}`
  return difference(own(sent), own(readExact(text)))
}

function sameInXml(sent: ExactFields, { status, text }: Answered): string | undefined {
  if (status >= 300) return `${status} ${text.slice(0, 300)}`
  const got = plainFromXml(text) as Record<string, readonly never[]>
  return plainDifference(withoutOurs(plainFromJson(own(sent) as Exact)), withoutOurs(got))
}

function foundIn({ status, text }: Answered, id: string, sent: ExactFields): string | undefined {
  if (status >= 300) return `${status} ${text.slice(0, 300)}`
  const { entry = [] } = readExact(text) as { entry?: readonly ExactFields[] }
  const found = entry.flatMap(({ resource }) => (isFields(resource) && resource.id === id ? [resource] : []))
  if (found.length === 0) return 'not found by its id'
  const differences = found.map(one => difference(own(sent), own(one)))
  return differences.includes(undefined) ? undefined : differences[0]
}

/** All of a resource that is its sender's. */
function own(resource: Exact): Exact {
  if (!isFields(resource)) return resource
  const { id: _, meta, ...rest } = resource
  const { versionId: __, lastUpdated: ___, ...said } = isFields(meta) ? meta : ({} as ExactFields)
  return Object.keys(said).length === 0 ? rest : { ...rest, meta: said }
}

function withoutOurs(plain: ReturnType<typeof plainFromJson>): ReturnType<typeof plainFromJson> {
  if (typeof plain === 'string') return plain
  const { id: _, meta, ...rest } = plain
  const [said] = meta ?? []
  if (said === undefined || typeof said === 'string') return rest
  const { versionId: __, lastUpdated: ___, ...left } = said
  return Object.keys(left).length === 0 ? rest : { ...rest, meta: [left] }
}
