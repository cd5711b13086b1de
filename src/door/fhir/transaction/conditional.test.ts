import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Encounter, Observation } from 'fhir/r4.js'
import { region, whoIsNamed } from '#test/kit.ts'
import { atOnce } from '../resource/test-race.ts'
import { bundleOf, codeOf, testDoor } from '../test-door.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())

const SURGERY = 'cyfeirio-llanfeilir'
const token = () =>
  door.issuer.token({
    ...door.issuer.claims(SURGERY, here.clock.now()),
    client_id: SURGERY,
    scope: 'system/*.cruds',
  })
const send = (type: 'batch' | 'transaction', ...entry: object[]) =>
  door.ask('/fhir', token(), {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType: 'Bundle', type, entry }),
  })
const read = (path: string) => door.ask(`/fhir/${path}`, token())
const held = async () => (await here.store.db.selectFrom('resource').select('id').execute()).length

const NUMBERS = 'urn:surgery'
const urn = (number: number) => `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const by = (type: string, value: string) => `${type}?identifier=${NUMBERS}|${value}`
const post = (resource: object, more = {}, fullUrl?: string) => ({
  ...(fullUrl && { fullUrl }),
  resource,
  request: { method: 'POST', url: (resource as { resourceType: string }).resourceType, ...more },
})
const unless = (value: string) => ({ ifNoneExist: `identifier=${NUMBERS}|${value}` })
const patient = (value: string) => ({
  resourceType: 'Patient',
  identifier: [{ system: NUMBERS, value }],
  name: [{ family: 'Bowen', given: ['Megan'] }],
})
const visit = (value: string, subject: string) => ({
  resourceType: 'Encounter',
  identifier: [{ system: NUMBERS, value }],
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  subject: { reference: subject },
})
const weight = (subject: string, encounter?: string) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'weight' },
  subject: { reference: subject },
  ...(encounter && { encounter: { reference: encounter } }),
})
const statuses = (answer: Parameters<typeof bundleOf>[0]) =>
  bundleOf(answer).entry?.map(({ response }) => response?.status)
const placesOf = (answer: Parameters<typeof bundleOf>[0]) =>
  bundleOf(answer).entry?.map(({ response }) => response?.location?.split('/_')[0] ?? '') ?? []

test('a bundle that is sent again creates nothing twice, and what refers to its entries means what is there', async () => {
  const entries = [
    post(patient('1'), unless('1'), urn(1)),
    post(visit('v1', urn(1)), unless('v1'), urn(2)),
    post(weight(urn(1), urn(2))),
  ]
  const first = await send('transaction', ...entries)
  assert.deepEqual(statuses(first), ['201 Created', '201 Created', '201 Created'], first.text)
  const again = await send('transaction', ...entries)
  assert.deepEqual(statuses(again), ['200 OK', '200 OK', '201 Created'], again.text)
  const [who, seen, measured] = placesOf(again)
  assert.deepEqual([who, seen], placesOf(first).slice(0, 2))
  const { subject, encounter } = (await read(measured ?? '')).resource as Observation
  assert.deepEqual([subject?.reference, encounter?.reference], [who, seen])
})

test('a reference says whom it means by a number, of those that are there or come with it', async () => {
  const answer = await send(
    'transaction',
    post(patient('2')),
    post(weight(by('Patient', '2'))),
    post(weight(by('Patient', '1'), by('Encounter', 'v1'))),
  )
  assert.equal(answer.status, 200, answer.text)
  const [who, first, second] = placesOf(answer)
  assert.equal(((await read(first ?? '')).resource as Observation).subject?.reference, who)
  const { encounter } = (await read(second ?? '')).resource as Observation
  assert.match(encounter?.reference ?? '', /^Encounter\/[\w-]+$/)
})

test('a reference that means nobody, or several, undoes all of its transaction', async () => {
  const who = placesOf(await send('transaction', post(patient('3'))))[0] ?? ''
  for (const _ of [1, 2]) assert.equal((await send('transaction', post(visit('double', who)))).status, 200)
  const before = await held()
  for (const reference of [by('Encounter', 'nothing'), by('Encounter', 'double')]) {
    const answer = await send('transaction', post(visit('v3', who)), post(weight(who, reference)))
    assert.deepEqual([answer.status, codeOf(answer)], [412, 'reference-not-one'], answer.text)
  }
  const unknown = await send('transaction', post(weight(who, 'Encounter?colour=red')))
  assert.deepEqual([unknown.status, codeOf(unknown)], [400, 'unknown-parameter'])
  assert.equal(await held(), before)
})

test('what is changed and deleted by what it is known by is one, and nothing else is done where it is not', async () => {
  const who = placesOf(await send('transaction', post(patient('4'))))[0] ?? ''
  const put = (value: string) => ({
    resource: visit(value, who),
    request: { method: 'PUT', url: by('Encounter', value) },
  })
  const remove = (value: string) => ({ request: { method: 'DELETE', url: by('Encounter', value) } })
  const made = await send('transaction', put('v4'), put('v5'))
  assert.deepEqual(statuses(made), ['201 Created', '201 Created'], made.text)
  const changed = await send('transaction', put('v4'), remove('v5'))
  assert.deepEqual(statuses(changed), ['200 OK', '204 No Content'], changed.text)
  assert.equal(placesOf(changed)[0], placesOf(made)[0])
  assert.equal(((await read(placesOf(made)[0] ?? '')).resource as Encounter).meta?.versionId, '2')
  const none = await send('transaction', put('v4'), remove('v5'))
  assert.deepEqual([none.status, codeOf(none)], [404, 'not-found'])
  const twice = await send('transaction', put('v4'), put('v4'))
  assert.deepEqual([twice.status, codeOf(twice)], [400, 'bundle-not-taken'])
  assert.equal(((await read(placesOf(made)[0] ?? '')).resource as Encounter).meta?.versionId, '2')
})

test('in a batch each condition is by itself', async () => {
  const who = placesOf(await send('transaction', post(patient('6'))))[0] ?? ''
  const answer = await send(
    'batch',
    post(visit('v6', who), unless('v6')),
    post(visit('v6', who), unless('v6')),
    { resource: visit('v6', who), request: { method: 'PUT', url: by('Encounter', 'v6') } },
    { request: { method: 'DELETE', url: by('Encounter', 'v6') } },
    { request: { method: 'DELETE', url: by('Encounter', 'v6') } },
  )
  assert.deepEqual(statuses(answer), ['201 Created', '200 OK', '200 OK', '204 No Content', '404'], answer.text)
})

test('bundles that are sent at once and create the same on a condition make one of it', async () => {
  const who = placesOf(await send('transaction', post(patient('7'))))[0] ?? ''
  // In either order, so that each would hold what the other waits for.
  const one = post(visit('v7', who), unless('v7'))
  const other = post(visit('v8', who), unless('v8'))
  const before = await held()
  const ways = [
    [one, other],
    [other, one],
  ]
  const answers = await atOnce(
    here.store,
    ways.map(entries => () => send('transaction', ...entries)),
  )
  for (const answer of answers) assert.equal(answer.status, 200, answer.text)
  assert.equal(await held(), before + 2)
})
