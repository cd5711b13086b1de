import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Goal } from 'fhir/r4.js'
import { transaction } from '#ground/db/store.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { seedId } from '#seed/seed-id.ts'
import { citizenOf, personId, region } from '#test/kit.ts'
import { testChart } from '../resource/test-chart.ts'
import { type Answer, bundleOf, codeOf } from '../test-door.ts'
import { forgetRequests } from './kept.ts'

const here = await region()
const { door, as, goal } = await testChart(here)
after(() => door.stop())

const sioned = (await here.visitorOf('sioned-evans')).post?.id
const token = as('sioned-evans', sioned)
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const ask = (method: Method, path: string, requestId: string, body?: object, headers = {}) =>
  door.ask(`/fhir/${path}`, token, {
    method,
    headers: { 'content-type': 'application/fhir+json', 'x-request-id': requestId, ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
/** What an answer says, but for when it was sent. */
const said = ({ status, resource, headers: { date: _, 'content-length': __, ...headers } }: Answer) => ({
  status,
  headers,
  resource,
})
const versions = async () => (await here.store.db.selectFrom('resourceVersion').select('resourceId').execute()).length
const twice = async (one: () => Promise<Answer>) => {
  const [first, before] = [await one(), await versions()]
  const again = await one()
  assert.deepEqual(said(again), said(first))
  assert.equal(await versions(), before, 'nothing is written again')
  return first
}

test('whatever is written under a name of its own is written once, and answered the same again', async () => {
  const made = await twice(() => ask('POST', 'Goal', 'r-1', goal('To cook')))
  assert.equal(made.status, 201, made.text)
  const { id } = made.resource as Goal
  const next = { ...goal('To bake'), id }
  const changed = await twice(() => ask('PUT', `Goal/${id}`, 'r-2', next, { 'if-match': 'W/"1"' }))
  assert.equal(changed.headers.etag, 'W/"2"', changed.text)
  const patch = [
    { op: 'test', path: '/description/text', value: 'To bake' },
    { op: 'replace', path: '/description/text', value: 'To fry' },
  ]
  const json = { 'content-type': 'application/json-patch+json' }
  assert.equal((await twice(() => ask('PATCH', `Goal/${id}`, 'r-3', patch, json))).status, 200)
  assert.deepEqual(said(await ask('POST', 'Goal', 'r-1', goal('To cook'))), said(made), 'as of then')
  assert.equal((await twice(() => ask('DELETE', `Goal/${id}`, 'r-4'))).status, 204)
  assert.equal((await ask('POST', 'Goal', 'r-1', goal('To cook'))).status, 201, 'an earlier version is told as it was')
})

test('a transaction is done once, and each entry of a batch', async () => {
  const bundle = (type: string, ...texts: string[]) => ({
    resourceType: 'Bundle',
    type,
    entry: texts.map(text => ({ resource: goal(text), request: { method: 'POST', url: 'Goal' } })),
  })
  const all = await twice(() => ask('POST', '', 'r-5', bundle('transaction', 'a', 'b')))
  assert.equal(bundleOf(all).entry?.length, 2)
  const each = await twice(() => ask('POST', '', 'r-6', bundle('batch', 'c', 'd')))
  assert.deepEqual(
    bundleOf(each).entry?.map(({ response }) => response?.status),
    ['201 Created', '201 Created'],
  )
  assert.notEqual(bundleOf(each).entry?.[0]?.response?.location, bundleOf(each).entry?.[1]?.response?.location)
})

test('two who send the same at once are answered of one, and another request of that name is refused', async () => {
  const before = await versions()
  const [one, other] = await Promise.all([0, 1].map(() => ask('POST', 'Goal', 'r-7', goal('To walk'))))
  assert.deepEqual(said(one!), said(other!))
  assert.equal(await versions(), before + 1)
  const another = await ask('POST', 'Goal', 'r-7', goal('To run'))
  assert.deepEqual([another.status, codeOf(another)], [409, 'request-id-taken'])
  assert.equal(codeOf(await ask('PUT', 'Goal/x', 'r-7', { ...goal('To walk'), id: 'x' })), 'request-id-taken')
  assert.equal(await versions(), before + 1)
  assert.equal((await ask('POST', 'Goal', 'x'.repeat(201), goal('To walk'))).status, 400)
})

test('what was refused is decided anew, and is not kept', async () => {
  const wrong = { ...goal('To sew'), subject: { reference: 'Patient/nobody' } }
  assert.equal((await ask('POST', 'Goal', 'r-8', wrong)).status, 422)
  assert.equal((await ask('POST', 'Goal', 'r-8', goal('To sew'))).status, 201)
})

test('a day later it is forgotten; and whoever may not see it any more is not told of it', async () => {
  const kept = async () => (await here.store.db.selectFrom('fhirRequest').select('requestId').execute()).length
  await forgetRequests(here.store)
  assert.ok((await kept()) > 0)
  assert.equal((await ask('POST', 'Goal', 'r-9', goal('To swim'))).status, 201)
  const wish = await transaction(here.store, tx =>
    makeWish(tx, citizenOf('mair-pritchard'), personId('mair-pritchard'), {
      kind: 'refuse',
      with: { accountId: seedId.account('sioned-evans') },
      dataClasses: ['care-and-support'],
    }),
  )
  assert.ok(wish.ok)
  const closed = await ask('POST', 'Goal', 'r-9', goal('To swim'))
  assert.deepEqual([closed.status, codeOf(closed)], [404, 'not-found'])
  assert.doesNotMatch(closed.text, /swim/)
  here.clock.move(new Date(here.clock.now().getTime() + 25 * 60 * 60 * 1000).toISOString())
  await forgetRequests(here.store)
  assert.equal(await kept(), 0)
})
