import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { personId, region } from '#test/kit.ts'
import { type Answer, bundleOf, codeOf, ORIGIN } from '../test-door.ts'
import { testChart } from './test-chart.ts'

const here = await region()
const { door, as, send, read, goal } = await testChart(here)
after(() => door.stop())

// Sioned works with Mair and with Morfudd, and uses an app that was opened for Mair.
const [mair, other] = [personId('mair-pritchard'), personId('morfudd-bevan')]
const post = (await here.visitorOf('sioned-evans')).post?.id
const sioned = as('sioned-evans', post)
const morfudd = { reference: `Patient/${await recordOf(other)}` }
const nobody = 'b0b0b0b0-0000-4000-8000-000000000000'
const bound = opened('bound', mair)

test('an app that was opened for Mair writes, changes and deletes what is about her', async () => {
  const made = await send('POST', 'Goal', bound, goal('To walk to chapel'))
  assert.equal(made.status, 201, made.text)
  const path = `Goal/${made.resource.id}`
  const next = { ...goal('To walk to chapel and back'), id: made.resource.id }
  assert.equal((await send('PUT', path, bound, next)).status, 200)
  assert.equal((await patched(path, bound)).status, 200)
  assert.equal((await read(path, bound)).status, 200)
  assert.equal(bundleOf(await read(`${path}/_history`, bound)).entry?.length, 3)
  assert.equal((await door.ask(`/fhir/${path}`, bound, { method: 'DELETE' })).status, 204)
})

test('anybody else’s is to it as what is not there, by every interaction, and stays as it was', async () => {
  const { id = '' } = (await send('POST', 'Goal', sioned, { ...goal('To fish'), subject: morfudd })).resource
  assert.equal((await read(`Goal/${id}`, sioned)).status, 200)
  for (const [method, path] of [
    ['GET', ''],
    ['HEAD', ''],
    ['GET', '/_history'],
    ['GET', '/_history/1'],
    ['DELETE', ''],
    ['PATCH', ''],
  ] as const) {
    const ask = (id: string) => (method === 'PATCH' ? patched(`Goal/${id}`, bound) : asked(method, `Goal/${id}${path}`))
    assert.equal(plain(await ask(id), id), plain(await ask(nobody), nobody), `${method} ${path}`)
    assert.equal((await ask(id)).status, 404, `${method} ${path}`)
  }
  const over = (id: string) => send('PUT', `Goal/${id}`, bound, { ...goal('To fish'), subject: morfudd, id })
  const ofNobody = { reference: `Patient/${nobody}` }
  const about = await send('POST', 'Goal', bound, { ...goal('To fish'), subject: morfudd })
  const aboutNobody = await send('POST', 'Goal', bound, { ...goal('To fish'), subject: ofNobody })
  assert.deepEqual([about.status, about.text], [aboutNobody.status, aboutNobody.text])
  assert.equal(plain(await over(id), id), plain(await over(nobody), nobody))
  const still = await read(`Goal/${id}`, sioned)
  assert.match(still.headers.etag ?? '', /"1"/)
})

test('nothing of it is in what was written of a type and of all, in a search, a batch or a transaction', async () => {
  const { id: theirs } = (await send('POST', 'Goal', sioned, { ...goal('To sing'), subject: morfudd })).resource
  later()
  const { id: hers } = (await send('POST', 'Goal', sioned, goal('To dance'))).resource
  later()
  await send('PUT', `Goal/${theirs}`, sioned, { ...goal('To sing'), subject: morfudd, id: theirs } as object)
  for (const path of ['Goal/_history', '_history', 'Goal']) {
    const all = await read(path, sioned)
    assert.ok(all.text.includes(`Goal/${theirs}`) && all.text.includes(`Goal/${hers}`), path)
    const some = await read(path, bound)
    assert.equal(some.status, 200, some.text)
    assert.ok(some.text.includes(`Goal/${hers}`) && !some.text.includes(`Goal/${theirs}`), path)
  }
  // Nor is there a gap where it would stand.
  const all = bundleOf(await read('Goal/_history', bound)).entry ?? []
  let seen = 0
  for (let next: string | undefined = 'Goal/_history?_count=1'; next !== undefined; seen++) {
    const { entry = [], link } = bundleOf(await read(next, bound))
    assert.deepEqual(entry, [all[seen]])
    next = link?.find(({ relation }) => relation === 'next')?.url.replace(`${ORIGIN}/fhir/`, '')
  }
  assert.equal(seen, all.length)
  const requests = [theirs, hers].flatMap(id => [
    { request: { method: 'GET', url: `Goal/${id}` } },
    { request: { method: 'GET', url: `Goal/${id}/_history/1` } },
  ])
  const removal = { request: { method: 'DELETE', url: `Goal/${theirs}` } }
  const batch = await bundled('batch', [...requests, removal])
  assert.deepEqual(
    bundleOf(batch).entry?.map(({ response }) => response?.status.slice(0, 3)),
    ['404', '404', '200', '200', '404'],
  )
  assert.equal((await bundled('transaction', [requests[0]!])).status, 404)
  assert.equal((await bundled('transaction', [removal])).status, 404)
  assert.equal((await bundled('transaction', [requests[2]!])).status, 200)
  assert.equal((await read(`Goal/${theirs}`, sioned)).status, 200)
})

test('what is about no one person it may read where everybody may, and writes none of', async () => {
  const shop = { resourceType: 'Organization', name: 'Siop y Bont' }
  const group = { resourceType: 'Group', type: 'person', actual: true, member: [{ entity: morfudd }] }
  const [directory, own] = [
    await send('POST', 'Organization', sioned, shop),
    await send('POST', 'Group', sioned, group),
  ]
  const [shopPath, groupPath] = [`Organization/${directory.resource.id}`, `Group/${own.resource.id}`]
  assert.equal((await read(groupPath, sioned)).status, 200)
  assert.equal((await read(shopPath, bound)).status, 200)
  assert.equal((await read(groupPath, bound)).status, 404)
  assert.ok(!(await read('Group/_history', bound)).text.includes(groupPath))
  for (const [path, resource] of [
    [shopPath, shop],
    [groupPath, group],
  ] as const) {
    const { resourceType } = resource
    assert.equal(codeOf(await send('POST', resourceType, bound, resource)), 'may-not-add')
    const id = path.split('/')[1]!
    assert.equal(codeOf(await send('PUT', path, bound, { ...resource, id } as object)), 'may-not-add')
  }
  assert.equal(codeOf(await asked('DELETE', shopPath)), 'may-not-add')
  assert.equal((await asked('DELETE', groupPath)).status, 404)
  assert.deepEqual([await versionOf(shopPath), await versionOf(groupPath)], ['W/"1"', 'W/"1"'])
})

test('in a batch each entry is bound by its own scope, in a transaction one that is bound binds them all', async () => {
  const { id } = (await send('POST', 'Goal', sioned, { ...goal('To paint'), subject: morfudd })).resource
  const { id: hers } = (await send('POST', 'Goal', sioned, goal('To paint'))).resource
  const mixed = opened('mixed', mair, ['user/Goal.r', 'patient/Goal.d'])
  const requests = [
    { request: { method: 'DELETE', url: `Goal/${hers}` } },
    { request: { method: 'GET', url: `Goal/${id}` } },
  ]
  assert.equal((await bundled('transaction', requests, mixed)).status, 404)
  const batch = bundleOf(await bundled('batch', requests, mixed))
  assert.deepEqual(
    batch.entry?.map(({ response }) => response?.status.slice(0, 3)),
    ['204', '200'],
  )
})

test('an app that was opened for nobody who is held does nothing with anybody’s', async () => {
  const lost = opened('lost', nobody)
  const { id } = (await send('POST', 'Goal', sioned, goal('To rest'))).resource
  assert.equal((await read(`Goal/${id}`, lost)).status, 404)
  assert.equal(codeOf(await send('POST', 'Goal', lost, goal('To rest'))), 'about-whom')
  assert.equal(bundleOf(await read('Goal/_history', lost)).entry, undefined)
})

test('that it asked for somebody else’s is not in their trail: nothing was decided about them', async () => {
  const { id } = (await send('POST', 'Goal', sioned, { ...goal('To swim'), subject: morfudd })).resource
  const ofMorfudd = sql`select from trail_entry where person_id in (
    select named.id from person_now as named where named.person_id = (select person_id from person_now where id = ${other}))`
  const count = async () => (await ofMorfudd.execute(here.store.db)).rows.length
  const before = await count()
  await read(`Goal/${id}`, bound)
  await asked('DELETE', `Goal/${id}`)
  assert.equal(await count(), before)
  await read(`Goal/${id}`, sioned)
  assert.equal(await count(), before + 1)
})

test('nor does it meet a condition, also where the app may search among everybody', async () => {
  const half = opened('half', mair, ['patient/*.cud', 'user/*.s'])
  const numbered = (subject: object, text: string) => ({
    ...goal(text),
    subject,
    identifier: [{ system: 'urn:goals', value: '1' }],
  })
  await send('POST', 'Goal', sioned, numbered(morfudd, 'To knit'))
  const [asked, headers] = ['identifier=urn:goals|1', { 'if-none-exist': 'identifier=urn:goals|1' }]
  for (const token of [bound, half]) {
    assert.equal((await door.ask(`/fhir/Goal?${asked}`, token, { method: 'DELETE' })).status, 404)
    const { subject } = goal('')
    const made = await send('POST', 'Goal', token, numbered(subject, 'To knit'), headers)
    assert.equal(made.status, 201, made.text)
    assert.equal((await send('POST', 'Goal', token, numbered(subject, 'To knit'), headers)).status, 200)
    assert.equal((await send('POST', 'Goal', sioned, numbered(subject, 'To knit'), headers)).status, 412)
    assert.equal((await door.ask(`/fhir/Goal?${asked}`, token, { method: 'DELETE' })).status, 204)
  }
})

/** A token of an app that Sioned opened for somebody. */
function opened(token: string, patient: string, scopes: readonly string[] = ['patient/*.cruds']): string {
  const who = { subject: 'sioned-evans', postId: post, app: 'dyddiadur-cerdded', grantId: undefined }
  door.given.set(token, { ...who, tokenId: `token ${token}`, patient, scopes })
  return token
}

/** A minute passes. */
function later(): void {
  here.clock.move(new Date(here.clock.now().getTime() + 60_000).toISOString())
}

/** The record of somebody that Sioned's council holds. */
async function recordOf(person: string): Promise<string> {
  const { id } = await here.store.db
    .selectFrom('personLinkNow as link')
    .innerJoin('sourceRecord as record', 'record.id', 'link.sourceRecordId')
    .innerJoin('organisation as body', 'body.id', 'record.organisationId')
    .select('record.id')
    .where('link.personId', '=', person)
    .where('body.code', '=', 'cyngor-dyffryn-banadl')
    .executeTakeFirstOrThrow()
  return id
}

function asked(method: 'GET' | 'HEAD' | 'DELETE', path: string): Promise<Answer> {
  return door.ask(`/fhir/${path}`, bound, { method })
}

function patched(path: string, token: string): Promise<Answer> {
  const body = JSON.stringify([{ op: 'replace', path: '/description/text', value: 'To walk' }])
  const headers = { 'content-type': 'application/json-patch+json' }
  return door.ask(`/fhir/${path}`, token, { method: 'PATCH', headers, body })
}

function bundled(type: 'batch' | 'transaction', entry: readonly object[], token = bound): Promise<Answer> {
  const body = JSON.stringify({ resourceType: 'Bundle', type, entry })
  return door.ask('/fhir', token, { method: 'POST', headers: { 'content-type': 'application/fhir+json' }, body })
}

async function versionOf(path: string): Promise<string | undefined> {
  return (await read(path, sioned)).headers.etag
}

/** All that was answered, but for the id that was asked and the moment. */
function plain({ status, headers: { date: _, ...headers }, text }: Answer, id: string): string {
  return JSON.stringify([status, headers, text]).replaceAll(id, 'ID')
}
