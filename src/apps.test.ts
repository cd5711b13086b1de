import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Bundle, CapabilityStatement, CarePlan, Goal, OperationOutcome, Patient } from 'fhir/r4.js'
import { Client } from 'fhir-kit-client'
import { sql } from 'kysely'
import { product, type RunningProduct } from '#test/journeys/product.ts'
import { personId } from '#test/kit.ts'
import { letInApp, SmartApp } from '#test/smart-app.ts'

let running: RunningProduct
before(async () => {
  running = await product()
  await letInApp(running.store)
})
after(() => running.stop())

const mair = personId('mair-pritchard')
const elin = 'elin-pritchard'

function app(): SmartApp {
  return new SmartApp(running.url)
}

test('Mair lets an app in, it is told for whom it was opened, and reads with her name what she may see', async () => {
  const { letIn, redeem } = bound(app())
  const back = await letIn({ person: mair })
  assert.equal(back.get('iss'), `${running.url}/smart`)
  const { status, body } = await redeem(back.get('code') ?? '')
  assert.equal(status, 200, JSON.stringify(body))
  assert.equal(body.patient, mair)
  assert.equal(body.scope, 'openid fhirUser launch/patient patient/AuditEvent.rs')
  assert.equal(body.refresh_token, undefined)
  const who = claimsOf(body.id_token)
  assert.equal(who.fhirUser, `${running.url}/fhir/Patient/${mair}`)
  assert.equal(who.nonce, 'n')
  const trail = await app().ask(`AuditEvent?patient=${mair}`, body.access_token)
  assert.equal(trail.status, 200)
  const again = await app().ask(`AuditEvent?patient=${mair}`, body.access_token)
  assert.equal(JSON.stringify(again.body).includes('"golwg"'), true)
})

test('Cydofal is started anew while somebody is asked, and again before the code is redeemed: the visit goes on, once', async () => {
  const one = app()
  const scope = 'launch/patient patient/AuditEvent.rs offline_access'
  const theirs = await one.browser(elin)
  const asked = await theirs.get(one.asks({ scope }))
  assert.equal(asked.status, 200, asked.text)
  await running.startAnew()
  const done = await theirs.post(asked.at, { answer: 'yes', person: mair })
  const code = new URL(done.at).searchParams.get('code') ?? ''
  assert.notEqual(code, '', `${done.status} ${done.at}`)
  await running.startAnew()
  const { status, body } = await one.redeem(code)
  assert.equal(status, 200, JSON.stringify(body))
  assert.equal((await one.ask(`AuditEvent?patient=${mair}`, body.access_token)).status, 200)
  const refresh = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token), client_id: 'golwg' }
  const next = await one.post('token', refresh)
  assert.equal(next.status, 200, JSON.stringify(next.body))
  const twice = await one.redeem(code)
  assert.deepEqual([twice.status, twice.body.error], [400, 'invalid_grant'])
  assert.equal((await one.ask(`AuditEvent?patient=${mair}`, next.body.access_token)).status, 401)
})

test('what is kept of codes and tokens is of no use to whoever reads the database', async () => {
  const one = app()
  const given = await one.token({ person: mair, scope: 'launch/patient patient/AuditEvent.rs offline_access' })
  const { rows } = await sql<{ row: string }>`select app_held::text as row from app_held`.execute(running.store.db)
  const kept = rows.map(({ row }) => row).join('\n')
  assert.ok(kept.includes('AccessToken') && kept.includes('RefreshToken'))
  for (const secret of [given.access_token, given.refresh_token]) assert.equal(kept.includes(String(secret)), false)
})

test('a code is worth nothing without the verifier, with another address, or a second time, and then neither is its token', async () => {
  const one = app()
  const wrong = async (instead: Record<string, string>) => {
    const back = await one.letIn({ person: mair })
    return (await one.redeem(back.get('code') ?? '', instead)).body.error
  }
  assert.equal(await wrong({ code_verifier: 'x'.repeat(43) }), 'invalid_grant')
  assert.equal(await wrong({ redirect_uri: 'https://app.example/back/' }), 'invalid_grant')
  const code = (await one.letIn({ person: mair })).get('code') ?? ''
  const given = await one.redeem(code)
  assert.equal((await one.ask(`AuditEvent?patient=${mair}`, given.body.access_token)).status, 200)
  assert.equal((await one.redeem(code)).body.error, 'invalid_grant')
  assert.equal((await one.ask(`AuditEvent?patient=${mair}`, given.body.access_token)).status, 401)
})

test('an app that does not ask as it was let in is sent back with a no, or nowhere at all', async () => {
  const one = app()
  const browser = await one.browser('mair-pritchard')
  const at = async (asking: Record<string, string>) => (await browser.get(one.asks({ asking }))).at
  assert.equal(await at({ redirect_uri: 'https://app.example/bacK' }), '/apps/not-opened')
  assert.equal(await at({ client_id: 'nobody' }), '/apps/not-opened')
  assert.match(await at({ aud: 'https://other.example/fhir' }), /error=invalid_request/)
  assert.match(await at({ code_challenge_method: 'plain' }), /error=invalid_request/)
  assert.match(await at({ code_challenge: '', code_challenge_method: '' }), /error=invalid_request/)
  assert.match(await at({ response_type: 'token' }), /error=unsupported_response_type/)
  assert.match(await at({ scope: 'launch patient/*.rs' }), /error=invalid_request/)
  assert.match(await at({ prompt: 'none' }), /error=login_required/)
})

test('an app is opened only for somebody whom its user may see, and shown nobody else with that token', async () => {
  const one = app()
  const browser = await one.browser(elin)
  const page = await browser.get(one.asks({}))
  const stranger = await browser.post(page.at, { answer: 'yes', person: personId('halina-kowalczyk') })
  assert.equal(stranger.status, 422)
  const given = await one.token({ as: 'sioned-evans', person: mair, scope: 'launch/patient patient/CarePlan.rs' })
  const whose = async (patient: string) =>
    ((await one.ask(`CarePlan?patient=${patient}`, given.access_token)).body as { total: number }).total
  assert.equal(await whose(mair), 1)
  assert.equal(await whose(personId('halina-kowalczyk')), 0)
  assert.equal((await one.ask(`AuditEvent?patient=${mair}`, given.access_token)).status, 403)
})

test('an app is given no more than it was registered for, and nothing that it did not ask', async () => {
  const given = await app().token({
    person: mair,
    scope: 'launch/patient patient/*.cruds patient/CarePlan.rs user/*.rs',
  })
  assert.equal(given.scope, 'launch/patient patient/CarePlan.rs')
})

test('a refreshed token is worth its scopes or fewer, each refresh token works once, and twice ends all of it', async () => {
  const one = app()
  const scope = 'launch/patient patient/AuditEvent.rs patient/CarePlan.rs offline_access'
  const first = await one.token({ person: mair, scope })
  const refresh = (token: unknown, more = {}) =>
    one.post('token', { grant_type: 'refresh_token', client_id: 'golwg', refresh_token: String(token), ...more })
  assert.equal(
    (await refresh(first.refresh_token, { scope: `${scope} user/AuditEvent.rs` })).body.error,
    'invalid_scope',
  )
  const second = await refresh(first.refresh_token, { scope: 'patient/AuditEvent.rs' })
  assert.equal(second.body.scope, 'patient/AuditEvent.rs')
  assert.equal(second.body.patient, mair)
  assert.equal((await one.ask(`CarePlan?patient=${mair}`, second.body.access_token)).status, 403)
  assert.equal((await one.ask(`AuditEvent?patient=${mair}`, second.body.access_token)).status, 200)
  assert.equal((await refresh(first.refresh_token)).body.error, 'invalid_grant')
  assert.equal((await refresh(second.body.refresh_token)).body.error, 'invalid_grant')
  assert.equal((await one.ask(`AuditEvent?patient=${mair}`, second.body.access_token)).status, 401)
})

test('a token says to its own app what it is worth, and the app can give it back', async () => {
  const one = app()
  const { access_token, refresh_token } = await one.token({
    person: mair,
    scope: 'launch/patient patient/AuditEvent.rs offline_access',
  })
  const said = (token: unknown) => one.post('introspect', { token: String(token), client_id: 'golwg' })
  const { active, patient, scope } = (await said(access_token)).body
  assert.deepEqual([active, patient, scope], [true, mair, 'launch/patient patient/AuditEvent.rs offline_access'])
  assert.equal((await one.post('revoke', { token: String(refresh_token), client_id: 'golwg' })).status, 200)
  assert.deepEqual((await said(access_token)).body, { active: false })
  assert.equal((await one.ask(`AuditEvent?patient=${mair}`, access_token)).status, 401)
})

test('an app that was let in while somebody is there is shown nothing once they have signed out, or left in a hurry', async () => {
  for (const way of ['/sign-out', '/leave']) {
    const one = app()
    const browser = await one.browser('mair-pritchard')
    const scope = 'launch/patient patient/AuditEvent.rs online_access'
    const { access_token, refresh_token } = await one.token({ person: mair, scope }, browser)
    assert.equal((await one.ask(`AuditEvent?patient=${mair}`, access_token)).status, 200)
    await browser.post(way)
    assert.equal((await one.ask(`AuditEvent?patient=${mair}`, access_token)).status, 401)
    const again = { grant_type: 'refresh_token', client_id: 'golwg', refresh_token: String(refresh_token) }
    assert.equal((await one.post('token', again)).body.error, 'invalid_grant')
  }
})

test('a post that has ended takes the app with it, and a session does not outlive who is in it', async () => {
  const one = app()
  const scope = 'launch/patient patient/CarePlan.rs offline_access'
  const { access_token, refresh_token } = await one.token({ as: 'ffion-gittins', person: mair, scope })
  assert.equal((await one.ask(`CarePlan?patient=${mair}`, access_token)).status, 200)
  await sql`insert into post_end (post_id, ended_at, reason)
    select post.id, now() - interval '1 minute', 'left' from post join account on account.id = post.account_id
    where account.subject = 'ffion-gittins'`.execute(running.store.db)
  assert.equal((await one.ask(`CarePlan?patient=${mair}`, access_token)).status, 401)
  const again = { grant_type: 'refresh_token', client_id: 'golwg', refresh_token: String(refresh_token) }
  assert.equal((await one.post('token', again)).body.error, 'invalid_grant')
})

test('whoever says no leads the app back with a no, and nothing is given', async () => {
  const one = app()
  const browser = await one.browser('mair-pritchard')
  const page = await browser.get(one.asks({}))
  const back = new URL((await browser.post(page.at, { answer: 'no' })).at).searchParams
  assert.deepEqual([back.get('error'), back.get('state'), back.get('code')], ['access_denied', one.state, null])
})

function bound(one: SmartApp) {
  return { letIn: one.letIn.bind(one), redeem: one.redeem.bind(one) }
}

function claimsOf(token: unknown): Record<string, unknown> {
  return JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString())
}

test('a foreign client reads what is served and how to ask, and with its token a person and a plan', async () => {
  const client = new Client({ baseUrl: `${running.url}/fhir` })
  const statement = (await client.capabilityStatement()) as unknown as CapabilityStatement
  assert.equal(statement.fhirVersion, '4.0.1')
  const { authorizeUrl, tokenUrl } = await client.smartAuthMetadata()
  assert.equal(String(authorizeUrl), `${running.url}/smart/authorize`)
  assert.equal(String(tokenUrl), `${running.url}/smart/token`)
  const scope = 'launch/patient patient/CarePlan.rs patient/Patient.rs'
  const { access_token } = await app().token({ as: 'sioned-evans', person: mair, scope })
  client.bearerToken = String(access_token)
  const found = (await client.search({
    resourceType: 'CarePlan',
    searchParams: { patient: mair },
  })) as unknown as Bundle
  const plan = found.entry?.find(({ resource }) => resource?.resourceType === 'CarePlan')?.resource as CarePlan
  const read = (await client.read({ resourceType: 'CarePlan', id: plan.id ?? '' })) as unknown as CarePlan
  assert.equal(read.subject.reference, `Patient/${mair}`)
  const patient = (await client.read({ resourceType: 'Patient', id: mair })) as unknown as Patient
  assert.equal(patient.name?.[0]?.family, 'Pritchard')
  const other = personId('halina-kowalczyk')
  await assert.rejects(client.read({ resourceType: 'Patient', id: other }), /404/)
  await assert.rejects(client.read({ resourceType: 'Observation', id: mair }), /403/)
})

test('a foreign client writes for Mair as for any server: creates, updates, patches, searches, bundles, operates, deletes', async () => {
  await letInApp(running.store, { client: 'llaw', name: 'Llaw', scopes: ['patient/*.cruds'] })
  const scope = 'launch/patient patient/*.cruds'
  const { access_token } = await app().token({ client: 'llaw', as: 'sioned-evans', person: mair, scope })
  const client = new Client({ baseUrl: `${running.url}/fhir`, bearerToken: String(access_token) })
  const subject = { reference: `Patient/${mair}` }
  const goal = (text: string) =>
    ({ resourceType: 'Goal', lifecycleStatus: 'active', description: { text }, subject }) as const
  const textOf = (read: unknown) => (read as Goal).description.text
  const resourceType = 'Goal'

  const { id = '' } = (await client.create({ resourceType, body: goal('Cerdded i’r capel') })) as unknown as Goal
  await client.update({ resourceType, id, body: { ...goal('Cerdded i’r siop'), id } as never })
  const jsonPatch = [{ op: 'replace', path: '/description/text', value: 'Cerdded at y môr' }] as const
  await client.patch({ resourceType, id, jsonPatch: [...jsonPatch] as never })
  assert.equal(textOf(await client.read({ resourceType, id })), 'Cerdded at y môr')
  assert.equal(textOf(await client.vread({ resourceType, id, version: '1' })), 'Cerdded i’r capel')
  assert.equal(((await client.resourceHistory({ resourceType, id })) as unknown as Bundle).entry?.length, 3)

  const add = (text: string) => ({ resource: goal(text), request: { method: 'POST', url: 'Goal' } })
  const body = { resourceType: 'Bundle', type: 'transaction', entry: [add('Garddio'), add('Canu')] } as const
  const answered = (await client.transaction({ body: body as never })) as unknown as Bundle
  assert.deepEqual(
    answered.entry?.map(({ response }) => response?.status.slice(0, 3)),
    ['201', '201'],
  )
  const batch = { ...body, type: 'batch', entry: [{ request: { method: 'GET', url: `Goal/${id}` } }] }
  assert.equal(((await client.batch({ body: batch as never })) as unknown as Bundle).entry?.[0]?.resource?.id, id)

  const searchParams = { patient: mair, _count: '2', _sort: '_lastUpdated' }
  for (const postSearch of [false, true]) {
    const first = (await client.search({ resourceType, searchParams, options: { postSearch } })) as unknown as Bundle
    const next = (await client.nextPage({ bundle: first as never })) as unknown as Bundle
    const met = [first, next].flatMap(({ entry = [] }) => entry.map(one => textOf(one.resource)))
    for (const text of ['Cerdded at y môr', 'Garddio', 'Canu']) assert.ok(met.includes(text), String(met))
  }
  const compartment = { resourceType: 'Patient', id: mair }
  const within = (await client.compartmentSearch({ resourceType, compartment })) as unknown as Bundle
  assert.ok(within.entry?.some(({ resource }) => resource?.id === id))

  const all = (await client.operation({
    name: 'everything',
    resourceType: 'Patient',
    id: mair,
    method: 'GET',
  })) as never
  assert.ok((all as Bundle).entry?.some(({ resource }) => resource?.id === id))
  const input = { ...goal('Pobi'), lifecycleStatus: 'rhywbryd' }
  const outcome = (await client.operation({ name: 'validate', resourceType, input: input as never })) as never
  assert.equal((outcome as OperationOutcome).issue[0]?.severity, 'error')

  await assert.rejects(client.create({ resourceType, body: input as never }), /422/)
  await client.delete({ resourceType, id })
  await assert.rejects(client.read({ resourceType, id }), /410/)
})
