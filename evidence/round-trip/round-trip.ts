import { readJson } from '#ground/fhir/json/read.ts'
import { writeResource } from '#ground/fhir/xml/write.ts'
import { saysWhom } from '#record/chart/scope-of.ts'
import type { Case } from '../conformance/case.ts'
import { type ExactFields, isFields, readExact } from './exact.ts'
import type { FhirDoor } from './fhir-door.ts'
import { refusalOf, type Sent, type Trip, trip } from './trip.ts'

/** So many at once, where the order makes no difference. */
const AT_ONCE = 4
/** One in so many is sent in XML. */
const IN_XML = 4
const TELL_EACH = 500

/** How one case went through the store. */
export interface Tripped {
  readonly name: string
  readonly type: string
  /** Whether it had to be told whom it is about (`nameWhom`) before it was kept. */
  readonly isNamed: boolean
  readonly refusal: string | undefined
  readonly faults: readonly string[]
}

/**
 * Sends every case that is a resource to the store, and takes it from there again (`trip`). People first, as what is about them
 * needs them: those of the cases, and a stand-in for each whom a case names and who is none of them. What says of nobody whom it
 * is about follows one by one, as whom it is about is seen from what is there already.
 */
export async function roundTrip(
  door: FhirDoor,
  cases: readonly Case[],
  say: (line: string) => void = () => {},
): Promise<readonly Tripped[]> {
  const all = cases.flatMap((one, at) => readyOf(one, at % IN_XML === 0))
  const people = all.filter(({ type }) => type === 'Patient')
  const others = all.filter(({ type }) => type !== 'Patient')
  const alone = others.filter(({ whom }) => whom.length === 0)
  const tripped: Tripped[] = []
  const send = async (some: readonly Ready[], atOnce: number) => {
    const waiting = [...some]
    const next = async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
        tripped.push({ name: one.name, type: one.type, ...(await tripNamed(door, one.sent())) })
        if (tripped.length % TELL_EACH === 0) say(`${tripped.length} of ${all.length} ...`)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, next))
  }
  await send(people, 1)
  await standIn(door, new Set([`Patient/${STAND_IN}`, ...others.flatMap(({ whom }) => whom)]))
  await send(
    others.filter(({ whom }) => whom.length > 0),
    AT_ONCE,
  )
  await send(alone, 1)
  return tripped
}

/** Where a resource leaves open whom it is about, which the store must know, it is sent again about the stand-in. */
async function tripNamed(door: FhirDoor, sent: Sent): Promise<Trip & Pick<Tripped, 'isNamed'>> {
  const first = await trip(door, sent)
  if (first.refusal !== ABOUT_WHOM) return { ...first, isNamed: false }
  const second = await trip(door, { resource: nameWhom(sent.resource), form: 'json' })
  return second.refusal === undefined ? { ...second, isNamed: true } : { ...first, isNamed: false }
}

const ABOUT_WHOM = 'about-whom'

/** The elements that say whom a resource is about. Source: FHIR R4, CompartmentDefinition/patient. */
const WHOM = new Set(['subject', 'patient', 'beneficiary', 'for', 'individual'])
const STAND_IN = 'example'

/** A resource that leaves open whom it is about, in words or by a number alone, with a reference besides. */
function nameWhom(resource: ExactFields): ExactFields {
  return Object.fromEntries(
    Object.entries(resource).map(([name, value]) => [
      name,
      WHOM.has(name) && isFields(value) ? { ...value, reference: `Patient/${STAND_IN}` } : value,
    ]),
  )
}

interface Ready {
  readonly name: string
  readonly type: string
  /** The Patients that it names, as whom it is about: `Patient/example`. */
  readonly whom: readonly string[]
  sent(): Sent
}

/** A case ready to be sent; read only when it is, as the examples together are many. */
function readyOf(one: Case, inXml: boolean): Ready[] {
  const read = readJson(one.bytes())
  if (!read.ok || !isFields(read.value) || typeof read.value.resourceType !== 'string') return []
  const { patients } = saysWhom(read.value as unknown as { resourceType: string })
  const sent = () => {
    const resource = readExact(Buffer.from(one.bytes()).toString('utf8')) as ExactFields
    const again = readJson(one.bytes())
    return inXml && again.ok
      ? ({ resource, form: 'xml', xml: writeResource(again.value) } as const)
      : ({ resource, form: 'json' } as const)
  }
  return [{ name: one.name, type: one.type, whom: patients, sent }]
}

/** Keeps somebody of whom nothing is known but an id, for each who is named and not there. */
async function standIn(door: FhirDoor, named: ReadonlySet<string>): Promise<void> {
  for (const name of named) {
    const [, id] = /^Patient\/([A-Za-z0-9.-]{1,64})(\/_history\/.*)?$/.exec(name) ?? []
    if (id === undefined || (await door.ask({ path: `Patient/${id}` })).status === 200) continue
    const body = JSON.stringify({ resourceType: 'Patient', id, name: [{ text: id }] })
    const kept = await door.ask({ method: 'PUT', path: `Patient/${id}`, body })
    if (kept.status >= 300) throw new Error(`nobody stands in for ${name}: ${refusalOf(kept)} ${kept.text}`)
  }
}
