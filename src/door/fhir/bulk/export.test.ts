import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import { region, whoIsNamed } from '#test/kit.ts'
import { codeOf, testDoor } from '../test-door.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())

const NOBODYS = idFor('nobody has this')
const SURGERY = 'cyfeirio-llanfeilir'
const system = (client = SURGERY, scope = 'system/*.cruds') =>
  door.issuer.token({ ...door.issuer.claims(client, here.clock.now()), client_id: client, scope })
const ask = async (path: string, method?: 'POST' | 'DELETE', token = system()) =>
  door.ask(path.replace(/^https:\/\/[^/]+/, ''), await token, { ...(method && { method }), headers: { accept: '*/*' } })
const send = async (type: string, resource: object, id?: string) =>
  door.ask(`/fhir/${type}${id === undefined ? '' : `/${id}`}`, await system(), {
    method: id === undefined ? 'POST' : 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType: type, ...resource }),
  })

/** What was sent is settled once a minute has gone by. */
let minute = 0
const wait = () => here.clock.move(new Date(here.clock.now().getTime() + 61_000 + minute++).toISOString())

interface Manifest {
  readonly transactionTime: string
  readonly requiresAccessToken: boolean
  readonly output: readonly { readonly type: string; readonly url: string; readonly count: number }[]
}

async function exported(query = '', path = '/fhir/$export'): Promise<{ manifest: Manifest; at: string }> {
  const begun = await ask(`${path}${query}`)
  assert.equal(begun.status, 202, begun.text)
  const at = begun.headers['content-location'] ?? ''
  const status = await ask(at)
  assert.equal(status.status, 200, status.text)
  return { manifest: status.resource as unknown as Manifest, at }
}
/** A manifest is no resource: read as it is. */
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
const file = async (manifest: Manifest, type: string) => {
  const output = manifest.output.find(one => one.type === type)
  if (output === undefined) return []
  const text = await textOf(output.url)
  const lines = linesOf(text)
  assert.equal(lines.length, output.count)
  return lines
}
async function textOf(url: string): Promise<string> {
  return (await door.ask(url.replace(/^https:\/\/[^/]+/, ''), await system())).text
}

const mair = {
  identifier: [{ system: 'urn:llanfeilir', value: 'bulk-1' }],
  name: [{ family: 'Allforio', given: ['Mari'] }],
  birthDate: '1950-02-03',
}
const patient = await send('Patient', mair)
assert.equal(patient.status, 201, patient.text)
const patientId = (patient.resource as { id: string }).id
const goal = (text: string) => ({
  lifecycleStatus: 'active',
  description: { text },
  subject: { reference: `Patient/${patientId}` },
})
const first = await send('Goal', goal('Cerdded i’r capel'))
assert.equal(first.status, 201, first.text)
const goalId = (first.resource as { id: string }).id
assert.equal((await send('Organization', { name: 'Meddygfa Llanfeilir' })).status, 201)
wait()

test('a surgery’s system takes away all that the surgery has contributed, a line each, and nothing of anybody else’s', async () => {
  const { manifest } = await exported()
  assert.equal(manifest.requiresAccessToken, true)
  const goals = await file(manifest, 'Goal')
  assert.deepEqual(
    goals.map(({ id }) => id),
    [goalId],
  )
  assert.ok((await file(manifest, 'Patient')).some(({ id }) => id === patientId))
  const ids = (await Promise.all(manifest.output.map(({ type }) => file(manifest, type)))).flat().map(({ id }) => id)
  const { rows } = await sql<{ id: string }>`
    select coalesce(logical_id, id::text) as id from chart_resource
    where not deleted and contributor_id = (select organisation_id from sender where application = ${SURGERY})`.execute(
    here.store.db,
  )
  assert.deepEqual(ids.toSorted(), rows.map(({ id }) => id).toSorted())
})

test('each whose data leaves reads of it in their trail, in the system’s name', async () => {
  const { manifest } = await exported('?_type=Goal')
  assert.deepEqual(
    manifest.output.map(({ type }) => type),
    ['Goal'],
  )
  const entries = async () =>
    (await here.store.db.selectFrom('trailEntry').select('id').where('action', '=', 'export').execute()).length
  const before = await entries()
  await file(manifest, 'Goal')
  assert.equal(await entries(), before + 1)
})

test('what is written or taken away afterwards changes nothing of an export, however often it is fetched', async () => {
  const { manifest } = await exported('?_type=Goal')
  assert.equal((await send('Goal', goal('Rhywbeth arall'), goalId)).status, 200)
  const added = await send('Goal', goal('Un arall'))
  assert.equal(added.status, 201)
  wait()
  const [again] = await file(manifest, 'Goal')
  assert.equal(again.description.text, 'Cerdded i’r capel')
  const { manifest: since } = await exported(`?_type=Goal&_since=${manifest.transactionTime}`)
  const news = await file(since, 'Goal')
  assert.deepEqual(news.map(({ description }) => description.text).toSorted(), ['Rhywbeth arall', 'Un arall'])
  assert.equal((await ask(`/fhir/Goal/${goalId}`, 'DELETE')).status, 204)
  assert.equal((await file(since, 'Goal')).length, 2)
  wait()
  await endAll()
  const { manifest: later } = await exported('?_type=Goal')
  assert.equal((await file(later, 'Goal')).length, 1)
})

test('after a new start the same file is the same, byte for byte: nothing of it was kept in between', async () => {
  await endAll()
  const { manifest } = await exported('?_type=Goal,Patient')
  const again = await testDoor(here.store, whoIsNamed)
  const token = again.issuer.token({
    ...again.issuer.claims(SURGERY, here.clock.now()),
    client_id: SURGERY,
    scope: 'system/*.r',
  })
  assert.equal(manifest.output.length, 2)
  for (const { url } of manifest.output) {
    const accept = { accept: 'application/fhir+ndjson' }
    const { text, headers } = await again.ask(url.replace(/^https:\/\/[^/]+/, ''), await token, { headers: accept })
    assert.equal(text, await textOf(url))
    assert.match(headers['content-type'] ?? '', /^application\/fhir\+ndjson/)
  }
  await again.stop()
})

test('an export is of one client, until it is ended or a day has gone by; for anybody else it is not there', async () => {
  await endAll()
  const { manifest, at } = await exported('?_type=Organization')
  const url = manifest.output[0]?.url ?? assert.fail()
  const none = await ask(`/fhir/$export/${NOBODYS}`)
  for (const path of [at, url]) {
    const others = await ask(path, undefined, system('another-system'))
    assert.equal(others.status, 401)
  }
  assert.equal((await ask(at, 'DELETE')).status, 202)
  for (const path of [at, url]) {
    const gone = await ask(path)
    assert.deepEqual([gone.status, gone.text], [404, none.text])
  }
  const { at: kept } = await exported()
  here.clock.move(new Date(here.clock.now().getTime() + 25 * 3_600_000).toISOString())
  assert.equal((await ask(kept)).status, 404)
})

test('four at once are enough, and a token for less, a person’s or none begins nothing', async () => {
  for (let n = 0; n < 4; n++) assert.equal((await ask('/fhir/Patient/$export')).status, 202)
  const fifth = await ask('/fhir/$export')
  assert.deepEqual([fifth.status, codeOf(fifth)], [429, 'too-many-exports'])
  await endAll()
  assert.equal(codeOf(await ask('/fhir/$export', undefined, system(SURGERY, 'system/Goal.r'))), 'scope-too-narrow')
  assert.equal((await ask('/fhir/$export?_type=Goal', undefined, system(SURGERY, 'system/Goal.r'))).status, 202)
  assert.equal(codeOf(await door.ask('/fhir/$export')), 'no-token')
  const asMair = door.issuer.token({ ...door.issuer.claims('mair-pritchard', here.clock.now()), scope: 'system/*.r' })
  assert.equal(codeOf(await ask('/fhir/$export', undefined, asMair)), 'token-refused')
  for (const [query, code] of [
    ['_type=Gool', 'wrong-value'],
    ['_since=ddoe', 'wrong-value'],
    ['_outputFormat=csv', 'wrong-value'],
    ['_typeFilter=Goal%3Fx', 'wrong-value'],
    ['_typeFilter=Goal%3Fcolour%3Dred', 'wrong-value'],
    ['_typeFilter=Goal%3F_count%3D1', 'wrong-value'],
    ['_typeFilter=Goal%3Fdescription:contains%3Dx', 'wrong-value'],
    ['_typeFilter=Goal%3Fpatient.name%3DMari', 'wrong-value'],
    ['_type=Patient&_typeFilter=Goal%3Flifecycle-status%3Dactive', 'wrong-value'],
  ])
    assert.equal(codeOf(await ask(`/fhir/$export?${query}`)), code)
})

test('of a group of its own, its members alone; another’s group is not there', async () => {
  await endAll()
  const other = await send('Patient', {
    ...mair,
    identifier: [{ system: 'urn:llanfeilir', value: 'bulk-2' }],
    name: [{ family: 'Arall' }],
    birthDate: '1961-01-01',
  })
  assert.equal(other.status, 201, other.text)
  const group = await send('Group', {
    type: 'person',
    actual: true,
    member: [{ entity: { reference: `Patient/${patientId}` } }],
  })
  assert.equal(group.status, 201, group.text)
  wait()
  const { manifest } = await exported('', `/fhir/Group/${(group.resource as { id: string }).id}/$export`)
  assert.deepEqual(
    (await file(manifest, 'Patient')).map(({ id }) => id),
    [patientId],
  )
  assert.equal((await ask(`/fhir/Group/${NOBODYS}/$export`)).status, 404)
})

async function endAll(): Promise<void> {
  for (const { id } of await here.store.db.selectFrom('bulkExport').select('id').execute()) {
    await ask(`/fhir/$export/${id}`, 'DELETE')
  }
}

test('of a type as much is taken away as a search would find, by codes, dates and references, and is counted so', async () => {
  await endAll()
  const due = (text: string, startDate: string, lifecycleStatus: string) =>
    send('Goal', { ...goal(text), startDate, lifecycleStatus })
  await due('filter early', '2024-03-01', 'active')
  await due('filter late', '2026-03-01', 'active')
  await due('filter done', '2026-03-02', 'completed')
  wait()
  const filter = (...searches: string[]) => searches.map(one => `_typeFilter=${encodeURIComponent(one)}`).join('&')
  for (const [query, found] of [
    [filter('Goal?start-date=ge2026-01-01'), ['filter done', 'filter late']],
    [filter('Goal?start-date=ge2026-01-01&lifecycle-status=active'), ['filter late']],
    [filter('Goal?start-date=lt2025', 'Goal?lifecycle-status=completed'), ['filter done', 'filter early']],
    [filter('Goal?start-date=lt2025,Goal?lifecycle-status=completed'), ['filter done', 'filter early']],
    [filter('Goal?start-date=ge2026-01-01&lifecycle-status:not=active'), ['filter done']],
    [filter(`Goal?start-date=ge2024&patient=${patientId}`), ['filter done', 'filter early', 'filter late']],
    [filter(`Goal?start-date=ge2024&patient=${NOBODYS}`), []],
  ] as const) {
    const { manifest } = await exported(`?_type=Goal&${query}`)
    const lines = await file(manifest, 'Goal')
    assert.deepEqual(lines.map(line => line.description.text).toSorted(), found, query)
    await endAll()
  }
  assert.deepEqual((await exported(`?_type=Goal&${filter('Goal?start-date=lt1900')}`)).manifest.output, [])
})

test('a receiver that was cut off goes on after the last line that it has', async () => {
  await endAll()
  const { manifest } = await exported('?_type=Goal')
  const { url = '' } = manifest.output[0] ?? {}
  const lines = linesOf(await textOf(url))
  assert.ok(lines.length > 2)
  for (const [at, { id }] of lines.entries())
    assert.deepEqual(linesOf(await textOf(`${url}?_after=${id}`)), lines.slice(at + 1))
  const wrong = await ask(`${url}?_after=${NOBODYS}`)
  assert.deepEqual([wrong.status, codeOf(wrong)], [400, 'wrong-value'])
})
