import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Observation, OperationOutcome, Patient } from 'fhir/r4.js'
import { personId, region, whoIsNamed } from '#test/kit.ts'
import { type Answer, bundleOf, codeOf, ORIGIN, testDoor } from '../test-door.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())

const SURGERY = 'cyfeirio-llanfeilir'
const mair = personId('mair-pritchard')
const sioned = (await here.visitorOf('sioned-evans')).post?.id
const ffion = (await here.visitorOf('ffion-gittins')).post?.id

/** In the name of somebody in the first of their posts, with leave for everything. */
const as = (account: string, post?: string) =>
  door.issuer.token({ ...door.issuer.claims(account, here.clock.now(), post), scope: 'user/*.cruds' })
/** A system that was let in, for itself. */
const system = (client = SURGERY) =>
  door.issuer.token({ ...door.issuer.claims(client, here.clock.now()), client_id: client, scope: 'system/*.cruds' })

const json = { 'content-type': 'application/fhir+json' }
const send = (method: 'POST' | 'PUT', path: string, token: string, resource: object, headers = {}) =>
  door.ask(`/fhir/${path}`, token, { method, headers: { ...json, ...headers }, body: JSON.stringify(resource) })
const read = (path: string, token: string, headers = {}) => door.ask(`/fhir/${path}`, token, { headers })
const tagOf = ({ headers }: Answer) => headers.etag ?? ''

/** Mair's record at the council, to which Sioned's plan for her hangs. */
const [mairs] = await here.store.db
  .selectFrom('personLinkNow as link')
  .innerJoin('sourceRecord as record', 'record.id', 'link.sourceRecordId')
  .innerJoin('organisation as body', 'body.id', 'record.organisationId')
  .select('record.id')
  .where('link.personId', '=', mair)
  .where('body.code', '=', 'cyngor-dyffryn-banadl')
  .execute()
const subject = { reference: `Patient/${mairs?.id}` }
const goal = (text: string) => ({
  resourceType: 'Goal',
  lifecycleStatus: 'active',
  description: { text },
  subject,
})

test('a social worker writes down a goal of Mair’s, and reads it back as it was sent', async () => {
  const made = await send('POST', 'Goal', as('sioned-evans', sioned), goal('To walk to the chapel'))
  assert.equal(made.status, 201, made.text)
  const { id = '', meta, ...rest } = made.resource as Observation
  assert.deepEqual(rest, goal('To walk to the chapel'))
  assert.equal(made.headers.location, `${ORIGIN}/fhir/Goal/${id}/_history/1`)
  assert.equal(tagOf(made), 'W/"1"')
  assert.equal(meta?.versionId, '1')
  const again = await read(`Goal/${id}`, as('sioned-evans', sioned))
  assert.deepEqual([again.status, again.resource], [200, made.resource])
  assert.equal(again.headers['last-modified'], here.clock.now().toUTCString())
})
