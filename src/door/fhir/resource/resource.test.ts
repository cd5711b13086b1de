import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Goal, OperationOutcome, Patient } from 'fhir/r4.js'
import { readResource } from '#ground/fhir/xml/read.ts'
import { writeResource } from '#ground/fhir/xml/write.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { type Answer, bundleOf, codeOf, ORIGIN } from '../test-door.ts'
import { tagOf, testChart } from './test-chart.ts'

const here = await region()
const { door, mairs, subject, as, system, send, read, goal } = await testChart(here)
after(() => door.stop())

const json = { 'content-type': 'application/fhir+json' }
const mair = personId('mair-pritchard')
const sioned = (await here.visitorOf('sioned-evans')).post?.id
const ffion = (await here.visitorOf('ffion-gittins')).post?.id

test('a social worker writes down a goal of Mair’s, and reads it back as it was sent', async () => {
  const made = await send('POST', 'Goal', as('sioned-evans', sioned), goal('To walk to the chapel'))
  assert.equal(made.status, 201, made.text)
  const { id = '', meta, ...rest } = made.resource as Goal
  assert.deepEqual(rest, goal('To walk to the chapel'))
  assert.equal(made.headers.location, `${ORIGIN}/fhir/Goal/${id}/_history/1`)
  assert.equal(tagOf(made), 'W/"1"')
  assert.equal(meta?.versionId, '1')
  const again = await read(`Goal/${id}`, as('sioned-evans', sioned))
  assert.deepEqual([again.status, again.resource], [200, made.resource])
  assert.equal(again.headers['last-modified'], here.clock.now().toUTCString())
})

test('a goal that is changed keeps every version, and whoever changes what has moved on is told', async () => {
  const token = as('sioned-evans', sioned)
  const made = await send('POST', 'Goal', token, goal('To sleep'))
  const { id = '' } = made.resource as Goal
  const next = { ...goal('To sleep through the night'), id }
  const stale = await send('PUT', `Goal/${id}`, token, next, { 'if-match': 'W/"7"' })
  assert.deepEqual([stale.status, codeOf(stale)], [412, 'has-changed'])
  const changed = await send('PUT', `Goal/${id}`, token, next, { 'if-match': tagOf(made) })
  assert.deepEqual([changed.status, tagOf(changed)], [200, 'W/"2"'])
  const first = await read(`Goal/${id}/_history/1`, token)
  assert.equal((first.resource as Goal).description.text, 'To sleep')
  assert.equal((await read(`Goal/${id}/_history/3`, token)).status, 404)
  const history = bundleOf(await read(`Goal/${id}/_history`, token))
  assert.deepEqual(
    history.entry?.map(({ request, response }) => [request?.method, request?.url, response?.etag]),
    [
      ['PUT', `Goal/${id}`, 'W/"2"'],
      ['POST', 'Goal', 'W/"1"'],
    ],
  )
  const page = bundleOf(await read(`Goal/${id}/_history?_count=1`, token))
  const onward = page.link?.find(({ relation }) => relation === 'next')?.url ?? ''
  const rest = bundleOf(await door.ask(onward.replace(ORIGIN, ''), token))
  assert.deepEqual([...(page.entry ?? []), ...(rest.entry ?? [])], history.entry)
})

test('whoever has a version already is not sent it again', async () => {
  const token = as('sioned-evans', sioned)
  const made = await send('POST', 'Goal', token, goal('To see Elin'))
  const path = `Goal/${(made.resource as Goal).id}`
  assert.equal((await read(path, token, { 'if-none-match': tagOf(made) })).status, 304)
  assert.equal((await read(path, token, { 'if-none-match': 'W/"9"' })).status, 200)
  const day = here.clock.now().toUTCString()
  assert.equal((await read(path, token, { 'if-modified-since': day })).status, 304)
  assert.equal((await read(path, token, { 'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' })).status, 200)
  const head = await door.ask(`/fhir/${path}`, token, { method: 'HEAD' })
  assert.deepEqual([head.status, head.text, tagOf(head)], [200, '', tagOf(made)])
})

test('as much comes back as is asked for', async () => {
  const token = as('sioned-evans', sioned)
  const minimal = await send('POST', 'Goal', token, goal('Tea'), { prefer: 'return=minimal' })
  assert.deepEqual([minimal.status, minimal.text], [201, ''])
  const path = minimal.headers.location?.replace(`${ORIGIN}/fhir/`, '').replace(/\/_history.*/, '') ?? ''
  const outcome = await send(
    'PUT',
    path,
    token,
    { ...goal('Tea'), id: path.split('/')[1] },
    { prefer: 'return=OperationOutcome' },
  )
  assert.equal((outcome.resource as OperationOutcome).issue[0]?.severity, 'information')
  const part = (await read(`${path}?_elements=description`, token)).resource as Goal
  assert.deepEqual(Object.keys(part).sort(), [
    'description',
    'id',
    'lifecycleStatus',
    'meta',
    'resourceType',
    'subject',
  ])
  assert.equal(part.meta?.tag?.[0]?.code, 'SUBSETTED')
  assert.equal(((await read(`${path}?_summary=text`, token)).resource as Goal).description.text, 'Tea')
  assert.equal((await read(`${path}?_summary=much`, token)).status, 400)
  assert.match((await read(`${path}?_pretty=true`, token)).text, /\n {2}"/)
})

test('what was deleted is gone, its versions stay, and a new version brings it back', async () => {
  const token = as('sioned-evans', sioned)
  const { id = '' } = (await send('POST', 'Goal', token, goal('To drive'))).resource as Goal
  const removed = await door.ask(`/fhir/Goal/${id}`, token, { method: 'DELETE' })
  assert.deepEqual([removed.status, tagOf(removed)], [204, 'W/"2"'])
  const gone = await read(`Goal/${id}`, token)
  assert.deepEqual([gone.status, codeOf(gone)], [410, 'gone'])
  assert.equal((await read(`Goal/${id}/_history/1`, token)).status, 200)
  assert.equal((await door.ask(`/fhir/Goal/${id}`, token, { method: 'DELETE' })).status, 204)
  const back = await send('PUT', `Goal/${id}`, token, { ...goal('To be driven'), id })
  assert.deepEqual([back.status, tagOf(back)], [201, 'W/"3"'])
  assert.deepEqual(
    bundleOf(await read(`Goal/${id}/_history`, token)).entry?.map(({ request }) => request?.method),
    ['PUT', 'DELETE', 'POST'],
  )
})

test('for whom it is not open, it is not there: to read, to change, to delete, and to refer to', async () => {
  const { id = '' } = (await send('POST', 'Goal', as('sioned-evans', sioned), goal('To be left alone')))
    .resource as Goal
  const nobody = 'b0b0b0b0-0000-4000-8000-000000000000'
  const stranger = as('owen-griffiths')
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/_history'],
    ['GET', '/_history/1'],
    ['DELETE', ''],
    ['PUT', ''],
  ] as const) {
    const body = (id: string) => ({ headers: json, body: JSON.stringify({ ...goal('x'), subject: undefined, id }) })
    const ask = (id: string) =>
      door.ask(`/fhir/Goal/${id}${path}`, stranger, { method, ...(method === 'PUT' && body(id)) })
    const [hidden, absent] = [await ask(id), await ask(nobody)]
    const plain = ({ status, headers, text }: Answer, id: string) => {
      const { date: _, ...rest } = headers
      return JSON.stringify([status, rest, text]).replaceAll(id, 'ID')
    }
    assert.equal(plain(hidden, id), plain(absent, nobody), `${method} ${path}`)
  }
  const about = await send('POST', 'Goal', stranger, goal('To pry'))
  const aboutNobody = await send('POST', 'Goal', stranger, {
    ...goal('To pry'),
    subject: { reference: `Patient/${nobody}` },
  })
  assert.deepEqual([about.status, about.text], [aboutNobody.status, aboutNobody.text])
  assert.equal(codeOf(about), 'about-whom')
  const refused = await here.store.db
    .selectFrom('trailEntry')
    .select('allowed')
    .where('personId', '=', mair)
    .where('accountId', '=', actorOf('owen-griffiths').accountId)
    .execute()
  assert.ok(refused.length > 0 && refused.every(({ allowed }) => !allowed))
})

test('what refers to something sensitive of the same person is as private as that', async () => {
  const surgery = system()
  const patient = {
    resourceType: 'Patient',
    identifier: [{ system: 'urn:surgery', value: '17' }],
    name: [{ family: 'Parry', given: ['Nest'] }],
    birthDate: '1950-02-03',
  }
  const kept = await send('POST', 'Patient', surgery, patient)
  assert.equal(kept.status, 201, kept.text)
  const nest = { reference: `Patient/${(kept.resource as Patient).id}` }
  const coding = [{ system: 'http://snomed.info/sct', code: '86406008' }]
  const clinicalStatus = {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
  }
  const condition = await send('POST', 'Condition', surgery, {
    resourceType: 'Condition',
    clinicalStatus,
    code: { coding },
    subject: nest,
  })
  assert.equal(condition.status, 201, condition.text)
  const medicine = {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'a tablet' },
    subject: nest,
  }
  const plain = await send('POST', 'MedicationRequest', surgery, medicine)
  const betraying = await send('POST', 'MedicationRequest', surgery, {
    ...medicine,
    reasonReference: [{ reference: `Condition/${condition.resource.id}` }],
  })
  assert.equal(betraying.status, 201, betraying.text)
  const classes = await here.store.db
    .selectFrom('resource')
    .select(['id', 'dataClass'])
    .where('id', 'in', [plain.resource.id ?? '', betraying.resource.id ?? '', condition.resource.id ?? ''])
    .execute()
  const classOf = (answer: Answer) => classes.find(({ id }) => id === answer.resource.id)?.dataClass
  assert.deepEqual([condition, plain, betraying].map(classOf), ['sexual-health', 'clinical-summary', 'sexual-health'])
})

test('a system reads its own organisation’s Patients, chooses their ids, and nobody else’s', async () => {
  const surgery = system()
  const gwen = {
    resourceType: 'Patient',
    id: 'gwen-1',
    name: [{ family: 'Rees', given: ['Gwen'] }],
    address: [{ city: 'Llanfeilir' }],
  }
  const made = await send('PUT', 'Patient/gwen-1', surgery, gwen)
  assert.equal(made.status, 201, made.text)
  const { meta: _, ...rest } = (await read('Patient/gwen-1', surgery)).resource as Patient
  assert.deepEqual(rest, gwen)
  const moved = await send('PUT', 'Patient/gwen-1', surgery, { ...gwen, address: [{ city: 'Banadl' }] })
  assert.deepEqual([moved.status, tagOf(moved)], [200, 'W/"2"'])
  assert.equal((await read('Patient/gwen-1', as('sioned-evans', sioned))).status, 404)
  assert.equal((await read(`Patient/${mairs?.id}`, surgery)).status, 404)
  assert.equal(codeOf(await send('POST', 'Patient', as('sioned-evans', sioned), gwen)), 'patient-by-system')
  assert.equal(codeOf(await door.ask('/fhir/Patient/gwen-1', surgery, { method: 'DELETE' })), 'patient-stays')
})

test('Mair’s Patient says where she lives to whom contacts are open, and has another version where not', async () => {
  const full = await read(`Patient/${mairs?.id}`, as('sioned-evans', sioned))
  assert.ok((full.resource as Patient).address)
  assert.equal(tagOf(full), 'W/"1"')
  const own = await read(`Patient/${mairs?.id}`, as('mair-pritchard'))
  assert.deepEqual(own.resource, full.resource)
})

test('what says nothing about anybody is read by all, and changed by who wrote it', async () => {
  const token = as('sioned-evans', sioned)
  const made = await send('POST', 'Organization', token, { resourceType: 'Organization', name: 'Siop y Bont' })
  assert.equal(made.status, 201, made.text)
  const path = `Organization/${made.resource.id}`
  assert.equal((await read(path, as('owen-griffiths'))).status, 200)
  const other = { resourceType: 'Organization', id: made.resource.id, name: 'Bont' }
  assert.equal(codeOf(await send('PUT', path, as('ffion-gittins', ffion), other)), 'not-yours')
  assert.equal(codeOf(await send('POST', 'Organization', as('owen-griffiths'), other)), 'no-organisation')
  const group = { resourceType: 'Group', type: 'person', actual: true, member: [{ entity: subject }] }
  const own = await send('POST', 'Group', token, group)
  assert.equal(own.status, 201, own.text)
  assert.equal((await read(`Group/${own.resource.id}`, as('ffion-gittins', ffion))).status, 404)
})

test('what is wrong with a resource is told by its element, and nothing of it is kept', async () => {
  const count = async () => (await here.store.db.selectFrom('resource').select('id').execute()).length
  const before = await count()
  const answer = await send('POST', 'Goal', as('sioned-evans', sioned), {
    ...goal('x'),
    lifecycleStatus: 'soon',
    colour: 'red',
  })
  assert.equal(answer.status, 422)
  const { issue } = answer.resource as OperationOutcome
  assert.deepEqual(issue.map(({ expression }) => expression?.[0]).sort(), ['Goal.colour', 'Goal.lifecycleStatus'])
  assert.equal(
    codeOf(await send('POST', 'Goal', as('sioned-evans', sioned), { resourceType: 'Flag' })),
    'invalid.missing',
  )
  assert.equal((await send('POST', 'Gool', as('sioned-evans', sioned), goal('x'))).status, 405)
  assert.equal(await count(), before)
})

test('what is sent in XML is the same in JSON, and the other way about, in reading, searching and a transaction', async () => {
  const token = as('sioned-evans', sioned)
  const type = { 'content-type': 'application/fhir+xml' }
  const sent = goal('I gerdded i’r capel')
  const made = await door.ask('/fhir/Goal', token, { method: 'POST', headers: type, body: writeResource(sent) })
  assert.equal(made.status, 201, made.text)
  const { id = '', meta, ...rest } = made.resource as Goal
  assert.deepEqual(rest, sent)
  const read = await door.ask(`/fhir/Goal/${id}`, token, { headers: { accept: 'application/fhir+xml' } })
  assert.equal(read.headers['content-type'], 'application/fhir+xml; charset=utf-8')
  const inJson = readResource(read.text)
  assert.deepEqual(inJson.ok && inJson.value, { ...rest, id, meta })
  const found = await door.ask(`/fhir/Goal?_id=${id}&_format=xml`, token)
  assert.match(found.text, /^<\?xml.*<Bundle.*capel/)
  const entry = [{ resource: { ...sent, id }, request: { method: 'PUT', url: `Goal/${id}` } }]
  const body = writeResource({ resourceType: 'Bundle', type: 'transaction', entry })
  const done = await door.ask('/fhir', token, { method: 'POST', headers: { ...type, accept: 'application/xml' }, body })
  assert.match(done.text, /<status value="200 OK"\/>/)
  const gone = await door.ask('/fhir/Goal/nothing?_format=xml', token)
  assert.deepEqual([gone.status, /<OperationOutcome/.test(gone.text)], [404, true])
})
