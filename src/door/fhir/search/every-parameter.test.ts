import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { after, test } from 'node:test'
import type { FhirResource } from 'fhir/r4.js'
import { sql } from 'kysely'
import { transactionInTurn } from '#ground/db/store.ts'
import { resourceTypes } from '#ground/fhir/definitions/types.ts'
import { type Parameter, parametersOf } from '#ground/fhir/search/parameters.ts'
import { writeVersions } from '#record/chart/write-version.ts'
import { writeIndex } from '#record/index/write-index.ts'
import { published } from '#test/generate/fhir/package.ts'
import { actorOf } from '#test/kit.ts'
import { isKept } from '../resource/types.ts'
import { bundleOf } from '../test-door.ts'
import { ids, searchedRegion } from './test-search.ts'
import { type Asked, asksOf } from './test-values.ts'

// Every search parameter that HL7 publishes for R4 is asked of the real database: an official example that has a value is
// written down, and found by that value. Where the values stand is judged in official-examples.test.ts.

/** What is not answered, and why. */
const NOT_ANSWERED: Readonly<Record<string, string>> = {
  AuditEvent: 'told from the trail, with parameters of its own',
  Subscription: 'a system’s own, which are listed and not searched',
  Parameters: 'is sent and never kept',
  OperationOutcome: 'is an answer and never kept',
  _query: 'no named query is served',
}

const { here, door, surgery } = await searchedRegion()
after(() => door.stop())

test('every parameter that HL7 publishes for a type that is kept may be asked, but for those that are named', () => {
  const byBase = new Map<string, Set<string>>()
  for (const { code, base } of published<{ code: string; base: string[] }>('search-parameters.json', 'SearchParameter'))
    for (const one of base) byBase.set(one, (byBase.get(one) ?? new Set()).add(code))
  const missing = resourceTypes().flatMap(type => {
    if (!isKept(type)) return [type]
    const bases = ['Binary', 'Bundle', 'Parameters'].includes(type)
      ? ['Resource', type]
      : ['Resource', 'DomainResource', type]
    const codes = bases.flatMap(base => [...(byBase.get(base) ?? [])])
    return codes.filter(code => !parametersOf(type).has(code))
  })
  assert.deepEqual([...new Set(missing)].toSorted(), Object.keys(NOT_ANSWERED).toSorted())
})

test('each finds an official example by the value that it has there, and what none has finds nothing', async () => {
  const asked = new Map<string, Set<string>>()
  let answered = 0
  for (const [type, examples] of await examplesByType()) {
    for (const example of examples) {
      await checkAnswers(type, example)
      asked.set(type, new Set([...(asked.get(type) ?? []), ...example.of.map(({ code }) => code)]))
      answered += example.of.length
    }
  }
  assert.ok(answered > 1_500, `${answered} answered`)
  for (const type of resourceTypes().filter(isKept)) {
    const others = [...parametersOf(type).values()].filter(({ code }) => !asked.get(type)?.has(code))
    const of = others.map(one => ({ code: one.code, query: `${one.code}=${VALUE_OF[one.type](one)}` }))
    for (const some of portions(of)) await finds(type, queriesOf(some), [])
  }
})

test('a value that were not kept would be noticed', async () => {
  const resource: FhirResource = {
    resourceType: 'Location',
    name: 'Cartref',
    status: 'active',
    address: { city: 'Llan' },
  }
  const example = { id: await written(resource), of: asksOf(resource) }
  await checkAnswers('Location', example)
  await transactionInTurn(here.store, async tx => {
    await sql`delete from index_token where resource_id = ${example.id} and parameter = 'status'`.execute(tx.db)
  })
  await assert.rejects(checkAnswers('Location', example), /status/)
})

/** That an example is found by each value that it has, and that of none of them it is said to be missing. */
async function checkAnswers(type: string, { id, of }: Example): Promise<void> {
  for (const some of portions(of)) await finds(type, [`_id=${id}`, ...queriesOf(some)], [id])
  const kept = of.filter(({ code }) => !code.startsWith('_') && code !== 'near')
  for (const some of portions(kept.map(({ code }) => ({ code, query: `${code} pr false` })))) {
    const filter = encodeURIComponent(queriesOf(some).join(' or '))
    await finds(type, [`_id=${id}`, `_filter=${filter}`], [])
  }
}

function queriesOf(some: readonly Asked[]): string[] {
  return some.map(({ query }) => query)
}

/** That a search finds what it should. In a form, since at the address of `CarePlan` plans answer. */
async function finds(type: string, query: readonly string[], expected: readonly string[]): Promise<void> {
  const body = query.join('&')
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await door.ask(`/fhir/${type}/_search`, surgery, { method: 'POST', headers, body })
  assert.equal(answer.status, 200, `${type} ${body} ${answer.text}`)
  assert.deepEqual(ids(bundleOf(answer)), expected, `${type} ${body}`)
}

/** A value of each type of parameter that nothing has. */
const VALUE_OF: Readonly<Record<Parameter['type'], (parameter: Parameter) => string>> = {
  composite: ({ parts }) => parts.map(part => VALUE_OF[part.type](part as Parameter)).join('$'),
  date: () => '1800',
  number: () => '-77',
  quantity: () => '-77',
  reference: () => 'Basic/none',
  special: () => '80|80|1',
  string: () => 'dim-byd',
  token: () => 'dim-byd',
  uri: () => 'urn:dim-byd',
}

/** As many to a query as it may have. */
function portions(of: readonly Asked[]): Asked[][] {
  const all: Asked[][] = []
  let length = Number.POSITIVE_INFINITY
  for (const one of of) {
    length += one.query.length + 4
    if (length > 1_500 || (all.at(-1)?.length ?? 0) >= 12) {
      all.push([])
      length = one.query.length
    }
    all.at(-1)?.push(one)
  }
  return all
}

interface Example {
  readonly id: string
  readonly of: readonly Asked[]
}

/** For each type as few official examples as have a value of each parameter that any of them has, written down. */
async function examplesByType(): Promise<Map<string, Example[]>> {
  const folder = new URL('../../../../node_modules/hl7.fhir.r4.examples/', import.meta.url)
  const files = readdirSync(folder).filter(file => /^[A-Z].*\.json$/.test(file))
  const byType = Map.groupBy(files, file => file.split('-')[0]!)
  const all = new Map<string, Example[]>()
  for (const [type, own] of byType) {
    if (!isKept(type)) continue
    const asked = new Set<string>()
    for (const file of own.slice(0, EXAMPLES_MAX)) {
      const address = new URL(file, folder)
      if (statSync(address).size > EXAMPLE_BYTES_MAX) continue
      const resource = JSON.parse(readFileSync(address, 'utf8')) as FhirResource
      const of = asksOf(resource).filter(({ code }) => !asked.has(code))
      if (of.length === 0) continue
      for (const { code } of of) asked.add(code)
      all.set(type, [...(all.get(type) ?? []), { id: await written(resource), of }])
    }
  }
  return all
}

const EXAMPLES_MAX = 60
const EXAMPLE_BYTES_MAX = 100_000

/** Writes an example down as open to everybody, whoever it refers to. */
async function written(resource: FhirResource): Promise<string> {
  const { resourceType: type } = resource
  const patient = type === 'Patient' ? await door.ask('/fhir/Patient', surgery, NEW_PATIENT) : undefined
  return transactionInTurn(here.store, async tx => {
    if (patient !== undefined) {
      const id = String(patient.resource.id)
      await tx.db
        .updateTable('sourceRecord')
        .set({ content: JSON.stringify(resource) })
        .where('id', '=', id)
        .execute()
      writeIndex(tx, [{ id, type, sourceRecordId: id, content: resource, isNew: false }])
      return id
    }
    const id = tx.newId()
    const writtenBy = actorOf('sioned-evans')
    assert.equal(writtenBy.kind, 'worker')
    writeVersions(tx, [
      {
        id,
        type,
        version: 1,
        sourceRecordId: undefined,
        contributorId: writtenBy.kind === 'worker' ? writtenBy.organisationId : '',
        dataClass: 'directory',
        businessKey: id,
        content: resource,
        writtenBy,
      },
    ])
    return id
  })
}

const NEW_PATIENT = {
  method: 'POST',
  headers: { 'content-type': 'application/fhir+json' },
  body: JSON.stringify({ resourceType: 'Patient', name: [{ text: 'Rhywun' }] }),
} as const
