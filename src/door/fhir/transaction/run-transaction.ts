import type { FastifyRequest } from 'fastify'
import type { Tx } from '#ground/db/store.ts'
import { validate } from '#ground/fhir/validate/validate.ts'
import type { Outcome } from '#ground/outcome.ts'
import { deleteFromChart } from '#record/chart/store/delete.ts'
import type { Named } from '#record/chart/store/place.ts'
import type { ToWrite, WriteProblem } from '#record/chart/store/to-write.ts'
import { writeChart } from '#record/chart/store/write.ts'
import type { FhirMeans } from '../means.ts'
import { keepPatient } from '../patient/keep.ts'
import { bundleNotTaken, notValid } from '../problem.ts'
import { type AnyCaller, writingAs } from '../resource/as-any-caller.ts'
import { namedAsked, typeAsked } from '../resource/asked-type.ts'
import { returnAsked, tagsIn } from '../resource/preferences.ts'
import { writeProblem } from '../resource/write-problem.ts'
import { type AnsweredEntry, answerWritten } from './answered.ts'
import type { AskedEntry } from './bundle.ts'
import { readEntry, toRead } from './read-entry.ts'
import { withNames } from './references.ts'

/** An entry with its place in the bundle and what it is to write. */
interface Placed {
  readonly place: number
  readonly entry: AskedEntry
  readonly type: string
  readonly named: Named | undefined
}

/**
 * Does all that the entries of a transaction ask, or none of it: what is deleted, created, changed and read, in that order,
 * whatever the order they stand in. They may refer to one another, in a circle too. In one transaction of the database.
 * Source: FHIR R4, 3.1.0.11.
 */
export async function runTransaction(
  request: FastifyRequest,
  means: FhirMeans,
  entries: readonly AskedEntry[],
  sent: unknown,
): Promise<readonly AnsweredEntry[]> {
  const issues = validate(sent)
  if (issues.some(({ severity }) => severity === 'error')) throw notValid(issues)
  const placed = entries.map((entry, place) => placedOf(request, entry, place))
  refuseTwice(placed)
  return writingAs(request, means, caller => runAll(request, means, caller, placed))
}

async function runAll(
  request: FastifyRequest,
  means: FhirMeans,
  { tx, ...caller }: AnyCaller,
  placed: readonly Placed[],
): Promise<readonly AnsweredEntry[]> {
  const answers = new Map<number, AnsweredEntry>()
  for (const { place, entry, named } of placed.filter(({ entry }) => entry.method === 'DELETE')) {
    const removed = taken(await deleteFromChart(tx, caller, named!, tagsIn(entry.ifMatch)))
    answers.set(place, { status: '204 No Content', versionId: removed.versionId })
  }
  const wantsBack = returnAsked(request, 'minimal') === 'representation'
  const writes = writesOf(tx, placed)
  for (const { place, asked } of writes.filter(({ asked }) => asked.resource.resourceType === 'Patient')) {
    answers.set(place, answerWritten(taken(await keepPatient(tx, caller, asked)), wantsBack))
  }
  const others = writes.filter(({ asked }) => asked.resource.resourceType !== 'Patient')
  const all = others.map(({ asked }) => asked)
  const written = all.length === 0 ? [] : taken(await writeChart(tx, caller, all, `${means.origin()}/fhir`))
  for (const [index, { place }] of others.entries()) answers.set(place, answerWritten(written[index]!, wantsBack))
  for (const { place, entry } of placed.filter(({ entry }) => entry.method === 'GET' || entry.method === 'HEAD')) {
    answers.set(place, await readEntry({ tx, ...caller }, toRead(request, entry), entry))
  }
  return placed.map(({ place }) => answers.get(place)!)
}

/** What is to be written: under which id each will stand is known before any of it is. */
function writesOf(tx: Tx, placed: readonly Placed[]): { readonly place: number; readonly asked: ToWrite }[] {
  const writing = placed.filter(({ entry }) => entry.method === 'POST' || entry.method === 'PUT')
  const ids = writing.map(({ named }) => named?.id ?? tx.newId())
  const names = new Map(
    writing.flatMap(({ entry, type }, index) =>
      entry.fullUrl === undefined ? [] : [[entry.fullUrl, `${type}/${ids[index]}`] as const],
    ),
  )
  return writing.map(({ place, entry, named }, index) => {
    const resource = withNames(entry.resource!, names)
    const ifMatch = tagsIn(entry.ifMatch)
    const asked =
      named === undefined ? ({ method: 'create', newId: ids[index]! } as const) : ({ method: 'update', named } as const)
    return { place, asked: { ...asked, resource, ...(ifMatch && { ifMatch }), ifNoneMatch: entry.ifNoneMatch === '*' } }
  })
}

const LETTERS = { GET: 'r', HEAD: 'r', POST: 'c', PUT: 'u', PATCH: 'u', DELETE: 'd' } as const

/** What an entry is about; throws where it asks for what is not served, or the token was not given for. */
function placedOf(request: FastifyRequest, entry: AskedEntry, place: number): Placed {
  const [type = '', id] = entry.path
  const letter = LETTERS[entry.method]
  const isRead = entry.method === 'GET' || entry.method === 'HEAD'
  const fault = () => bundleNotTaken(`Bundle.entry[${place}].request`)
  if (entry.query !== '' || entry.ifNoneExist !== undefined || entry.method === 'PATCH') throw fault()
  if (!isRead && entry.path.length !== (entry.method === 'POST' ? 1 : 2)) throw fault()
  if (entry.resource !== undefined && !isRead && entry.resource.resourceType !== type) throw fault()
  typeAsked(request, type, letter)
  return { place, entry, type, named: id === undefined ? undefined : namedAsked(request, { type, id }, letter) }
}

/** Nothing may be written twice by one transaction. Source: FHIR R4, 3.1.0.11.2. */
function refuseTwice(placed: readonly Placed[]): void {
  const met = new Set<string>()
  for (const { place, entry, named } of placed) {
    if (named === undefined || entry.method === 'GET' || entry.method === 'HEAD') continue
    const name = `${named.type}/${named.id}`
    if (met.has(name)) throw bundleNotTaken(`Bundle.entry[${place}].request.url`)
    met.add(name)
  }
}

/** Thrown while the transaction runs: all of it is undone. */
function taken<Value>(outcome: Outcome<Value, WriteProblem>): Value {
  if (!outcome.ok) throw writeProblem(outcome.problem)
  return outcome.value
}
