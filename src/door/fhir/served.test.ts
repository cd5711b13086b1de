import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { CapabilityStatement } from 'fhir/r4.js'
import { personId, region, whoIsNamed } from '#test/kit.ts'
import { codeOf, ORIGIN, testDoor } from './test-door.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())

const statement = (await door.ask('/fhir/metadata')).resource as CapabilityStatement
const resources = statement.rest?.[0]?.resource ?? []
const token = () => door.issuer.token({ ...door.issuer.claims('mair-pritchard', here.clock.now()), scope: 'user/*.rs' })

/** Of the types that are kept these stand for all: each of their parameters is asked. */
const TRIED = new Set(['AuditEvent', 'CarePlan', 'Location', 'Observation', 'Patient', 'Provenance'])

/** A value of each type of parameter. */
const OF_TYPE: Readonly<Record<string, string>> = {
  composite: '2026$2026',
  date: '2026',
  number: '1',
  quantity: '1',
  special: '52|-3|1',
}

/** A value of those parameters that all types have, and that take no other. */
const OF_ALL: Readonly<Record<string, string>> = { _filter: '_id%20eq%20x', _list: 'x' }

/** A value of each parameter that takes no other. */
const VALUES: Readonly<Record<string, string>> = {
  patient: personId('mair-pritchard'),
  date: 'ge2026',
  agent: personId('mair-pritchard'),
  outcome: '0',
  _count: '1',
}

test('anybody may read what is served, in the language they ask for', async () => {
  assert.deepEqual(
    [statement.fhirVersion, statement.kind, statement.implementation?.url],
    ['4.0.1', 'instance', `${ORIGIN}/fhir`],
  )
  const welsh = await door.ask('/fhir/metadata', undefined, { headers: { 'accept-language': 'cy' } })
  assert.match(welsh.text, /Y trywydd/)
  assert.equal(codeOf(await door.ask('/fhir/metadata?since=1')), 'unknown-parameter')
})

/** Those that are read and searched alone. Subscriptions are a system's own; of the others there are operations alone. */
const searched = resources.filter(({ searchParam }) => searchParam !== undefined)
const subscriptions = resources.find(({ type }) => type === 'Subscription')

test('all that is said to be served is served, and nothing else is', async () => {
  assert.ok(resources.length > 0)
  for (const { type, interaction, searchParam = [] } of searched.filter(({ type }) => TRIED.has(type))) {
    const codes = interaction?.map(({ code }) => code) ?? []
    assert.ok(codes.includes('read') && codes.includes('search-type'))
    const isApart = type === 'AuditEvent' || type === 'CarePlan'
    for (const { name, type: of } of searchParam) {
      const value = (isApart ? VALUES[name] : OF_ALL[name]) ?? OF_TYPE[of] ?? 'x'
      const query = name === 'patient' || !isApart ? '' : `patient=${VALUES.patient}&`
      const answer = await door.ask(`/fhir/${type}?${query}${name}=${value}`, token())
      assert.equal(answer.status, name === '_cursor' ? 400 : 200, name)
      assert.equal(codeOf(answer), name === '_cursor' ? 'cursor-not-taken' : undefined)
    }
    const other = await door.ask(`/fhir/${type}?patient=${VALUES.patient}&unserved=1`, token())
    assert.equal(codeOf(other), 'unknown-parameter')
  }
  for (const path of ['/fhir/Gool', '/fhir/Gool/1', '/fhir/AuditEvent/1/_history', '/fhir/$nothing']) {
    const answer = await door.ask(path, token())
    assert.deepEqual([answer.status, codeOf(answer)], [404, 'not-served'], path)
  }
})

test('what is kept is kept of every type that FHIR R4 keeps anywhere', () => {
  const kept = resources.filter(({ interaction = [] }) => interaction.some(({ code }) => code === 'create'))
  assert.equal(kept.length, 143)
  for (const type of ['AuditEvent', 'Parameters', 'OperationOutcome'])
    assert.ok(!kept.some(one => one.type === type), type)
})

test('of everything that is kept it is said that it is done on a condition, and of nothing else', () => {
  for (const { type, interaction = [], conditionalCreate, conditionalUpdate, conditionalDelete } of resources) {
    const isKept = type !== 'Subscription' && interaction.some(({ code }) => code === 'create')
    const said = [conditionalCreate, conditionalUpdate, conditionalDelete]
    const deletes = interaction.some(({ code }) => code === 'delete') ? 'single' : undefined
    assert.deepEqual(said, isKept ? [true, true, deletes] : [undefined, undefined, undefined], type)
  }
})

/** A document and a summary are of one; the other operations are of the whole kind. */
const OF_ONE = new Set(['document', 'summary'])

test('nothing that is said to be served is served without a token', async () => {
  for (const { type, operation = [] } of resources.filter(one => one !== subscriptions)) {
    for (const { name } of operation) {
      if (type === 'Group') continue
      const [path, method] = OF_ONE.has(name) ? [`1/$${name}`, {}] : [`$${name}`, { method: 'POST' } as const]
      assert.equal(codeOf(await door.ask(`/fhir/${type}/${path}`, undefined, method)), 'no-token', name)
    }
  }
  const own = (subscriptions?.operation ?? []).map(({ name }) => `/fhir/Subscription/1/$${name}`)
  assert.equal(own.length, 3)
  for (const path of ['/fhir/Subscription', '/fhir/Subscription/1', ...own])
    assert.equal(codeOf(await door.ask(path)), 'no-token', path)
  for (const { type } of searched.filter(({ type }) => TRIED.has(type))) {
    for (const path of [`/fhir/${type}`, `/fhir/${type}/1`])
      assert.equal(codeOf(await door.ask(path)), 'no-token', path)
  }
})
