import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Bundle, OperationOutcome, Provenance } from 'fhir/r4.js'
import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import { parseScope, scopeText } from '#ground/fhir/scope.ts'
import { region, whoIsNamed } from '#test/kit.ts'
import { codeOf, ORIGIN, testDoor } from '../test-door.ts'
import { takeNextLine } from './take-line.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())

const SURGERY = 'cyfeirio-llanfeilir'
const failures: unknown[] = []
const system = (scope = 'system/*.cruds', client = SURGERY) =>
  door.issuer.token({ ...door.issuer.claims(client, here.clock.now()), client_id: client, scope })
const send = async (body: string | Buffer, token = system(), type = 'application/fhir+ndjson') =>
  door.ask('/fhir/$import', await token, { method: 'POST', headers: { 'content-type': type }, body: body.toString() })
const ask = async (path: string, method: 'GET' | 'DELETE' = 'GET', token = system()) =>
  door.ask(path.replace(ORIGIN, ''), await token, { method, headers: { accept: '*/*' } })
const takeNext = () =>
  takeNextLine(here.store, { origin: () => ORIGIN, profiles: undefined }, fault => failures.push(fault))
const takeAll = async () => {
  while (await takeNext());
  assert.deepEqual(failures, [])
}
const begun = async (lines: readonly object[], token = system()) => {
  const answer = await send(lines.map(line => JSON.stringify(line)).join('\n'), token)
  assert.equal(answer.status, 202, answer.text)
  return answer.headers['content-location'] ?? ''
}
const refusals = async (at: string) =>
  (await ask(`${at}/outcome.ndjson`)).text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as OperationOutcome)
const codes = async (at: string) => (await refusals(at)).map(one => [one.id, one.issue[0]?.details?.coding?.[0]?.code])

const patient = { resourceType: 'Patient', id: 'mewn-1', identifier: [{ system: 'urn:llanfeilir', value: 'mewn-1' }] }
const goal = (text: string, more = {}) => ({
  resourceType: 'Goal',
  lifecycleStatus: 'active',
  description: { text },
  subject: { reference: 'Patient/mewn-1' },
  ...more,
})

test('a file is answered when it is safe, is taken in line by line, and is told of as it goes', async () => {
  const at = await begun([patient, goal('Cerdded', { id: 'nod-1' }), goal('Garddio')])
  const waiting = await ask(at)
  assert.deepEqual([waiting.status, waiting.headers['x-progress'], waiting.text], [202, '0/3', ''])
  assert.equal(await takeNext(), true)
  assert.equal((await ask(at)).headers['x-progress'], '1/3')
  await takeAll()
  const { status, text } = await ask(at)
  const manifest = JSON.parse(text)
  assert.deepEqual(
    [status, manifest.output, manifest.error],
    [
      200,
      [
        { type: 'Goal', count: 2 },
        { type: 'Patient', count: 1 },
      ],
      [],
    ],
  )
  const read = await ask('/fhir/Goal/nod-1')
  assert.equal((read.resource as { description?: { text?: string } }).description?.text, 'Cerdded')
  assert.equal(await waitingLines(), 0)
  const told = (await ask('/fhir/Provenance?target=Goal/nod-1')).resource as Bundle<Provenance>
  assert.deepEqual(
    told.entry?.map(({ resource }) => resource?.agent.map(({ type, who }) => [type?.coding?.[0]?.code, who.type])),
    [
      [
        ['author', 'Organization'],
        ['transmitter', 'Device'],
      ],
    ],
  )
})

test('a line that is refused is told by its number, as a single one would be, and stops no other', async () => {
  const at = await begun([
    goal('Iawn', { id: 'nod-2' }),
    { ...goal('Anghywir'), lifecycleStatus: 'gone' },
    goal('Neb', { subject: { reference: `Patient/${idFor('nobody has this')}` } }),
    { resourceType: 'AuditEvent' },
    { ...patient, id: 'mewn-2' },
    goal('Iawn eto', { id: 'nod-1' }),
  ])
  const broken = await send('{"resourceType":', system())
  await takeAll()
  assert.deepEqual(await codes(at), [
    ['line-2', 'invalid.unknownCode'],
    ['line-3', 'about-whom'],
    ['line-4', 'wrong-type'],
    ['line-5', 'patient-known'],
  ])
  const manifest = JSON.parse((await ask(at)).text)
  assert.deepEqual([manifest.output, manifest.error[0].count], [[{ type: 'Goal', count: 2 }], 4])
  assert.deepEqual(await codes(broken.headers['content-location'] ?? ''), [['line-1', 'json-malformed']])
})

test('no line is written for which the token was not given, or once the system is let in no more', async () => {
  const narrow = await begun([goal('Dim ond darllen', { id: 'nod-3' }), goal('Creu')], system('system/Goal.cr'))
  await takeAll()
  assert.deepEqual(await codes(narrow), [['line-1', 'scope-too-narrow']])
  assert.equal((await ask('/fhir/Goal/nod-3')).status, 404)
  for (const text of ['system/Goal.cr', 'user/*.cruds', 'system/Observation.rs?category=laboratory'])
    assert.deepEqual(parseScope(scopeText(parseScope(text)!)), parseScope(text))
  const asMair = door.issuer.token({ ...door.issuer.claims('mair-pritchard', here.clock.now()), scope: 'user/*.cruds' })
  assert.equal(codeOf(await send(JSON.stringify(patient), asMair)), 'token-refused')
})

test('a line that was interrupted is taken in once: by the one that comes after', async () => {
  const at = await begun([goal('Unwaith', { id: 'nod-4' }), goal('Unwaith', { id: 'nod-5' })])
  const broken = { ...here.store, hold: () => Promise.reject(new Error('cut off')) }
  await assert.rejects(takeNextLine(broken, { origin: () => ORIGIN, profiles: undefined }, () => {}))
  await Promise.all([takeNext(), takeNext(), takeNext()])
  await takeAll()
  assert.equal(JSON.parse((await ask(at)).text).output[0].count, 2)
  const { rows } = await sql<{ versions: number }>`
    select count(*)::integer as versions from resource_version as version
    join resource on resource.id = version.resource_id
    where resource.logical_id in ('nod-4', 'nod-5')`.execute(here.store.db)
  assert.equal(rows[0]?.versions, 2)
})

test('an import is of one client until it is ended; four may wait; nothing is fetched, and what is no text is refused', async () => {
  const at = await begun([goal('Yn aros', { id: 'nod-6' })])
  const none = await ask(`/fhir/$import/${idFor('nothing')}`)
  assert.equal((await ask(at, 'DELETE')).status, 202)
  await takeAll()
  assert.deepEqual([(await ask(at)).status, (await ask(at)).text], [404, none.text])
  assert.equal((await ask('/fhir/Goal/nod-6')).status, 404)
  const many = await Promise.all([1, 2, 3, 4].map(() => begun([goal('Aros')])))
  assert.equal(codeOf(await send(JSON.stringify(goal('Un yn ormod')))), 'too-many-imports')
  for (const one of many) await ask(one, 'DELETE')
  const manifest = { resourceType: 'Parameters', parameter: [{ name: 'input' }] }
  const asked = await send(JSON.stringify(manifest), system(), 'application/fhir+json')
  assert.deepEqual([asked.status, codeOf(asked)], [422, 'import-by-upload'])
  assert.equal(codeOf(await send('\n\n')), 'json-malformed')
  assert.equal(codeOf(await send('{}\0')), 'json-nul')
  assert.equal(codeOf(await send('{}\n'.repeat(20_001))), 'import-too-long')
  assert.equal(await waitingLines(), 0)
})

async function waitingLines(): Promise<number> {
  const { rows } = await sql<{ all: number }>`select count(*)::integer as all from bulk_import_line`.execute(
    here.store.db,
  )
  return rows[0]?.all ?? -1
}
