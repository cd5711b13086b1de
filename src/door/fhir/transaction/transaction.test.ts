import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Bundle, BundleEntry, Condition, MedicationRequest, OperationOutcome } from 'fhir/r4.js'
import { region, whoIsNamed } from '#test/kit.ts'
import { bundleOf, codeOf, testDoor } from '../test-door.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())

const SURGERY = 'cyfeirio-llanfeilir'
const token = (scope = 'system/*.cruds') =>
  door.issuer.token({ ...door.issuer.claims(SURGERY, here.clock.now()), client_id: SURGERY, scope })
const send = (bundle: object, headers = {}, scope?: string) =>
  door.ask('/fhir', token(scope), {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json', ...headers },
    body: JSON.stringify(bundle),
  })
const read = (path: string) => door.ask(`/fhir/${path}`, token())

const urn = (number: number) => `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const active = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] }
const post = (number: number, resource: object): object => ({
  fullUrl: urn(number),
  resource,
  request: { method: 'POST', url: (resource as { resourceType: string }).resourceType },
})
const patient = (value: string) => ({
  resourceType: 'Patient',
  identifier: [{ system: 'urn:surgery', value }],
  name: [{ family: 'Bowen', given: ['Megan'] }],
})
const condition = (subject: string, code = '38341003', more = {}) => ({
  resourceType: 'Condition',
  clinicalStatus: active,
  code: { coding: [{ system: 'http://snomed.info/sct', code }] },
  subject: { reference: subject },
  ...more,
})
const medicine = (subject: string, reason: string) => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: 'a tablet' },
  subject: { reference: subject },
  reasonReference: [{ reference: reason }],
})
const transaction = (...entry: object[]) => ({ resourceType: 'Bundle', type: 'transaction', entry })
const batch = (...entry: object[]) => ({ resourceType: 'Bundle', type: 'batch', entry })
const held = async () => (await here.store.db.selectFrom('resource').select('id').execute()).length

test('a surgery registers somebody with what ails her and what she takes for it, all at once', async () => {
  const sent = transaction(post(3, medicine(urn(1), urn(2))), post(2, condition(urn(1))), post(1, patient('1')))
  const answer = await send(sent, { prefer: 'return=representation' })
  assert.equal(answer.status, 200, answer.text)
  const { entry = [], type } = bundleOf(answer)
  assert.equal(type, 'transaction-response')
  assert.deepEqual(
    entry.map(({ response }) => response?.status),
    ['201 Created', '201 Created', '201 Created'],
  )
  const [given, ails, who] = entry.map(({ resource }) => resource)
  assert.deepEqual((given as MedicationRequest).subject, { reference: `Patient/${who?.id}` })
  assert.deepEqual((given as MedicationRequest).reasonReference, [{ reference: `Condition/${ails?.id}` }])
  for (const { response } of entry as BundleEntry[]) assert.equal((await read(response?.location ?? '')).status, 200)
})

test('a bundle changes what is there by patches, all of them or each by itself', async () => {
  const made = bundleOf(await send(transaction(post(1, patient('11')), post(2, condition(urn(1))))))
  const [who = '', ails = ''] = made.entry?.map(({ response }) => response?.location?.split('/_history')[0] ?? '') ?? []
  const patch = (url: string, resource: object) => ({ resource, request: { method: 'PATCH', url } })
  const byPath = (url: string, path: string, value: object) => {
    const parts = [
      { name: 'type', valueCode: 'replace' },
      { name: 'path', valueString: path },
      { name: 'value', ...value },
    ]
    return patch(url, { resourceType: 'Parameters', parameter: [{ name: 'operation', part: parts }] })
  }
  const byJson = (url: string, path: string, value: unknown) => {
    const data = Buffer.from(JSON.stringify([{ op: 'add', path, value }])).toString('base64')
    return patch(url, { resourceType: 'Binary', contentType: 'application/json-patch+json', data })
  }
  const both = (text: string, field = 'code') =>
    [byPath(who, 'Patient.name.family', { valueString: text }), byJson(ails, `/${field}/text`, text)] as const
  const answer = await send(transaction(...both('Rees')), { prefer: 'return=representation' })
  assert.equal(answer.status, 200, answer.text)
  assert.deepEqual(
    bundleOf(answer).entry?.map(({ response }) => [response?.status, response?.etag]),
    [
      ['200 OK', 'W/"2"'],
      ['200 OK', 'W/"2"'],
    ],
  )
  assert.match((await read(who)).text, /Rees/)
  assert.match((await read(ails)).text, /Rees/)
  const refused = await send(transaction(...both('Prys', 'nothing')))
  assert.deepEqual([refused.status, codeOf(refused)], [422, 'patch-does-not-fit'])
  assert.match(refused.text, /Bundle\.entry\[1\]: \[0\]/)
  assert.doesNotMatch((await read(who)).text, /Prys/, 'none of it was done')
  const each = bundleOf(await send(batch(...both('Hopcyn', 'nothing'))))
  assert.deepEqual(
    each.entry?.map(({ response }) => response?.status),
    ['200 OK', '422'],
  )
  const twice = await send(transaction(...both('A'), both('B')[0]))
  assert.equal(codeOf(twice), 'bundle-not-taken')
})

test('what refers to something sensitive that comes with it is as private, in a circle too', async () => {
  const circle = transaction(
    post(1, patient('2')),
    post(2, condition(urn(1), '86406008', { evidence: [{ detail: [{ reference: urn(3) }] }] })),
    post(3, condition(urn(1), '38341003', { evidence: [{ detail: [{ reference: urn(2) }] }] })),
    post(4, medicine(urn(1), urn(3))),
  )
  const answer = await send(circle)
  assert.equal(answer.status, 200, answer.text)
  const ids = bundleOf(answer).entry?.map(({ response }) => response?.location?.split('/')[1] ?? '') ?? []
  const rows = await here.store.db.selectFrom('resource').select(['dataClass']).where('id', 'in', ids).execute()
  assert.deepEqual(
    rows.map(({ dataClass }) => dataClass),
    ['sexual-health', 'sexual-health', 'sexual-health'],
  )
  const third = (await read(`Condition/${ids[2]}`)).resource as Condition
  assert.deepEqual(third.evidence, [{ detail: [{ reference: `Condition/${ids[1]}` }] }])
})

test('all of a transaction is done or none of it: what one entry may not do undoes the others', async () => {
  const [before, people] = [await held(), (await here.store.db.selectFrom('person').select('id').execute()).length]
  for (const wrong of [
    condition('Patient/nobody-here'),
    condition(urn(1), '38341003', {
      clinicalStatus: { coding: [{ system: 'urn:x', code: 'soon' }] },
      onsetDateTime: 'soon',
    }),
    { resourceType: 'Gool' },
  ]) {
    const answer = await send(transaction(post(1, patient('3')), post(2, condition(urn(1))), post(4, wrong)))
    assert.ok(answer.status >= 400 && answer.status < 500, answer.text)
    assert.equal(await held(), before)
  }
  const twice = { resource: { ...condition('Patient/x'), id: 'a' }, request: { method: 'PUT', url: 'Condition/a' } }
  assert.equal(codeOf(await send(transaction(twice, twice))), 'bundle-not-taken')
  assert.equal((await here.store.db.selectFrom('person').select('id').execute()).length, people)
})

test('what is deleted, created, changed and read in one transaction is done in that order', async () => {
  const made = await send(transaction(post(1, patient('4')), post(2, condition(urn(1)))))
  const [who, ails] = bundleOf(made).entry?.map(({ response }) => response?.location?.split('/_')[0] ?? '') ?? []
  const changed = { ...condition(who ?? '', '73211009'), id: ails?.split('/')[1] }
  const answer = await send(
    transaction(
      { request: { method: 'GET', url: ails } },
      { resource: changed, request: { method: 'PUT', url: ails, ifMatch: 'W/"1"' } },
      { resource: { ...condition(who ?? ''), id: 'ours' }, request: { method: 'PUT', url: 'Condition/ours' } },
    ),
  )
  assert.equal(answer.status, 200, answer.text)
  const [got, put, asCreated] = bundleOf(answer).entry ?? []
  assert.equal((got?.resource as Condition | undefined)?.code?.coding?.[0]?.code, '73211009')
  assert.deepEqual([put?.response?.status, asCreated?.response?.status], ['200 OK', '201 Created'])
  const stale = await send(transaction({ resource: changed, request: { method: 'PUT', url: ails, ifMatch: 'W/"1"' } }))
  assert.deepEqual([stale.status, codeOf(stale)], [412, 'has-changed'])
  const removed = await send(transaction({ request: { method: 'DELETE', url: ails } }))
  assert.equal(bundleOf(removed).entry?.[0]?.response?.status, '204 No Content')
  assert.equal((await read(ails ?? '')).status, 410)
})

test('each entry of a batch is by itself: what is wrong with one is no matter to the others', async () => {
  const answer = await send(
    batch(
      { resource: { resourceType: 'Organization', name: 'Y Bont' }, request: { method: 'POST', url: 'Organization' } },
      { resource: { resourceType: 'Flag' }, request: { method: 'POST', url: 'Flag' } },
      { request: { method: 'GET', url: 'Observation/nobody' } },
      { request: { method: 'GET', url: 'Gool/1' } },
    ),
  )
  const entries = bundleOf(answer).entry ?? []
  assert.deepEqual(
    entries.map(({ response }) => response?.status),
    ['201 Created', '422', '404', '405'],
  )
  assert.equal(
    (entries[1]?.response?.outcome as OperationOutcome | undefined)?.issue[0]?.expression?.[0]?.split('.')[0],
    'Flag',
  )
})

test('a scope bounds each entry, and a system whose scope is for Bundles sends messages', async () => {
  const narrow = await send(transaction(post(1, patient('5'))), {}, 'system/Condition.c')
  assert.deepEqual([narrow.status, codeOf(narrow)], [403, 'scope-too-narrow'])
  const message = await send(transaction(post(1, patient('6'))), {}, 'system/Bundle.c')
  assert.equal((message.resource as OperationOutcome | Bundle).resourceType, 'OperationOutcome')
})
