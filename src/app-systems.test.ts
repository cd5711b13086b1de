import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { product, type RunningProduct } from '#test/journeys/product.ts'
import { actorOf, personId } from '#test/kit.ts'
import { letInApp, SmartApp } from '#test/smart-app.ts'
import { takeAppStep } from '#work/app/step.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
const JWKS = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'ES384' }] }
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const mair = personId('mair-pritchard')

let running: RunningProduct
let app: SmartApp
let systemId: string
before(async () => {
  running = await product()
  app = new SmartApp(running.url)
  const system = { kind: 'system', redirectUris: [], launchUrl: undefined, scopes: ['system/Bundle.c'] } as const
  systemId = (await letInApp(running.store, { ...system, client: 'anfonwr', jwks: JWKS })).id
  await letInApp(running.store, { kind: 'key', client: 'ag-allwedd', jwks: JWKS })
})
after(() => running.stop())

test('a system proves itself by its key, is given a token of its own for a few minutes, and no more than was registered', async () => {
  const { status, body } = await asks({ scope: 'system/Bundle.c system/Patient.rs patient/*.rs' })
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual([body.scope, body.expires_in, body.token_type], ['system/Bundle.c', 300, 'Bearer'])
  assert.equal((await app.ask(`AuditEvent?patient=${mair}`, body.access_token)).status, 403)
  const sent = await fetch(`${running.url}/fhir`, {
    method: 'POST',
    body: '{}',
    headers: { authorization: `Bearer ${body.access_token}`, 'content-type': 'application/fhir+json' },
  })
  // It is heard as the system that it is: what it sent is no bundle, and no token was missing.
  assert.equal([401, 403].includes(sent.status), false, String(sent.status))
  assert.equal((await asks({ scope: 'system/Patient.rs' })).body.error, 'invalid_scope')
})

test('an assertion is worth nothing a second time, for somebody else, too far ahead, or by another key', async () => {
  const once = assertion()
  assert.equal((await asks({ client_assertion: once })).status, 200)
  assert.equal((await asks({ client_assertion: once })).body.error, 'invalid_client')
  const [same, again] = await twice(assertion())
  assert.deepEqual([same, again].toSorted(), [200, 401])
  const forged: Record<string, string> = {
    audience: assertion({ aud: 'https://other.example/token' }),
    ahead: assertion({ exp: seconds() + 3600 }),
    over: assertion({ exp: seconds() - 60 }),
    'another client': assertion({ iss: 'ag-allwedd' }),
    'no name': assertion({ jti: undefined }),
    'another key': assertion({}, generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey),
    unsigned: `${part({ alg: 'none', typ: 'JWT' })}.${part(claims())}.`,
    'by its public key': `${part({ alg: 'HS256' })}.${part(claims())}.${part('x')}`,
  }
  for (const [what, client_assertion] of Object.entries(forged)) {
    const { status, body } = await asks({ client_assertion })
    assert.deepEqual([what, status, body.error], [what, 401, 'invalid_client'])
  }
  assert.equal((await asks({ client_assertion: '' })).status, 400)
})

test('a system asks for itself and for nobody, and an app for people and not for itself', async () => {
  const wrong = await asks({ grant_type: 'authorization_code', code: 'x', redirect_uri: 'https://a.example' })
  assert.deepEqual([wrong.status, wrong.body.access_token], [400, undefined])
  const other = assertion({ iss: 'ag-allwedd', sub: 'ag-allwedd' })
  const refused = await asks({ client_assertion: other })
  assert.deepEqual([refused.status, refused.body.access_token], [400, undefined])
})

test('an app of people’s proves itself by its key when it redeems a code', async () => {
  const back = await app.letIn({ client: 'ag-allwedd', person: mair })
  const proof = { client_assertion_type: ASSERTION }
  const bare = await app.redeem(back.get('code') ?? '', { client_id: 'ag-allwedd' })
  assert.equal(bare.body.error, 'invalid_client')
  const named = assertion({ iss: 'ag-allwedd', sub: 'ag-allwedd' })
  const given = await app.redeem(back.get('code') ?? '', { client_id: 'ag-allwedd', ...proof, client_assertion: named })
  assert.equal(given.body.patient, mair)
})

test('an app with a secret shows it in the header, and another secret is none', async () => {
  const { secret } = await letInApp(running.store, { kind: 'secret', client: 'a-chyfrinach' })
  const basic = (shown: string) => ({
    authorization: `Basic ${Buffer.from(`a-chyfrinach:${shown}`).toString('base64')}`,
  })
  const fields = async () => {
    const back = await app.letIn({ client: 'a-chyfrinach', person: mair })
    const code = back.get('code') ?? ''
    return {
      grant_type: 'authorization_code',
      code,
      redirect_uri: 'https://app.example/back',
      code_verifier: app.verifier,
    }
  }
  assert.equal((await app.post('token', await fields(), basic('x'.repeat(43)))).body.error, 'invalid_client')
  assert.equal((await app.post('token', await fields(), basic(secret ?? ''))).status, 200)
})

test('keys are fetched from where two people have said that they are, and from nowhere that it leads on to', async t => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/elsewhere') return response.writeHead(302, { location: '/keys' }).end()
    if (request.url === '/large') return response.end(JSON.stringify({ ...JWKS, more: 'x'.repeat(70_000) }))
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(JWKS))
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  t.after(() => server.close())
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const statuses: number[] = []
  for (const path of ['keys', 'elsewhere', 'large']) {
    const system = { kind: 'system', redirectUris: [], launchUrl: undefined, scopes: ['system/Bundle.c'] } as const
    await letInApp(running.store, { ...system, client: `am-${path}`, jwks: undefined, jwksUrl: `${origin}/${path}` })
    const client = `am-${path}`
    statuses.push((await asks({ client_assertion: assertion({ iss: client, sub: client }) })).status)
  }
  assert.equal(statuses[0], 200)
  assert.ok(
    statuses.slice(1).every(status => status !== 200),
    String(statuses),
  )
  assert.deepEqual(asked, ['/keys', '/elsewhere', '/large'])
})

test('an app that is closed is given nothing more, and what it was given is worth nothing', async () => {
  const { body } = await asks({})
  assert.equal((await app.ask('AuditEvent', body.access_token)).status, 403)
  await transactionInTurn(running.store, tx =>
    takeAppStep(tx, actorOf('steffan-howells') as WorkerActor, systemId, { step: 'closed', reason: 'stolen key' }),
  )
  assert.equal((await app.ask('AuditEvent', body.access_token)).status, 401)
  assert.equal((await asks({})).body.error, 'invalid_client')
})

function asks(instead: Readonly<Record<string, string>>) {
  const honest = { grant_type: 'client_credentials', scope: 'system/Bundle.c', client_assertion_type: ASSERTION }
  return app.post('token', { ...honest, client_assertion: instead.client_assertion ?? assertion(), ...instead })
}

async function twice(client_assertion: string): Promise<number[]> {
  return (await Promise.all([asks({ client_assertion }), asks({ client_assertion })])).map(({ status }) => status)
}

function claims() {
  return { iss: 'anfonwr', sub: 'anfonwr', aud: `${running.url}/smart/token`, jti: randomUUID(), exp: seconds() + 200 }
}

function assertion(instead: object = {}, key: KeyObject = privateKey): string {
  const input = `${part({ alg: 'ES384', typ: 'JWT', kid: 'one' })}.${part({ ...claims(), ...instead })}`
  return `${input}.${sign('sha384', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function seconds(): number {
  return Math.floor(Date.now() / 1000)
}
