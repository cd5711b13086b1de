import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import type { Bundle, OperationOutcome, Subscription } from 'fhir/r4.js'
import { testListener } from '#door/fhir/socket/test-listener.ts'
import { transaction } from '#ground/db/store.ts'
import { letInLandlord } from '#work/telling/test-partner.ts'
import { product } from './journeys/product.ts'
import { personId } from './kit.ts'

const running = await product()
after(() => running.stop())
const { port } = new URL(running.url)
const mair = personId('mair-pritchard')

test('npm run token prints a token and nothing else, and Mair’s app reads her trail with it', async () => {
  const { code, out, said } = await token('mair-pritchard')
  assert.equal(code, 0)
  assert.match(out, /^[\w-]+\.[\w-]+\.[\w-]+\n$/)
  assert.match(said, new RegExp(`/fhir/AuditEvent\\?patient=${mair}`))
  await running.send('mair-admitted.hl7')
  const answer = await read(`AuditEvent?patient=${mair}`, out)
  const bundle = (await answer.json()) as Bundle
  assert.deepEqual([answer.status, bundle.entry?.length], [200, 1])
})

test('a token of somebody with two employers acts for the one that was named, and for the first unless one is', async () => {
  const organisationOf = async (out: string) => {
    const { post } = JSON.parse(Buffer.from(out.split('.')[1] ?? '', 'base64url').toString())
    const held = await running.store.db
      .selectFrom('post')
      .select('organisationId')
      .where('id', '=', post)
      .executeTakeFirst()
    return held?.organisationId
  }
  const [first, named] = [await token('tomos-rees'), await token('tomos-rees', 'bwrdd-iechyd')]
  assert.deepEqual([first.code, named.code], [0, 0], named.said)
  assert.notEqual(await organisationOf(first.out), await organisationOf(named.out))
  assert.equal((await token('tomos-rees', 'tai-hafren')).code, 1)
})

test('without a name, for nobody, in a real region or with nobody there, it says what to do and prints no token', async () => {
  const asked: [Promise<Ran>, RegExp][] = [
    [run([]), /Say in whose name/],
    [token('nobody-at-all'), /There is no account nobody-at-all/],
    [
      run(['mair-pritchard'], {
        SEED: 'none',
        OIDC_ISSUER: 'https://a.example',
        OIDC_CLIENT_ID: 'a',
        OIDC_CLIENT_SECRET: 'a',
      }),
      /only in the demo/,
    ],
    [run(['mair-pritchard'], { PORT: '9' }), /does not answer at http:\/\/127\.0\.0\.1:9/],
    [run(['mair-pritchard'], { FHIR_ISSUER: 'https://a.example' }), /set FHIR_AUDIENCE/],
  ]
  for (const [ran, said] of asked) {
    const { code, out, said: found } = await ran
    assert.deepEqual([code, out], [1, ''])
    assert.match(found, said)
  }
})

test('the demo gives a token to nobody who comes through a proxy', async () => {
  const body = new URLSearchParams({
    grant_type: 'https://cydofal.example/grant/account-of-the-demo',
    client_id: 'npm-run-token',
    account: 'mair-pritchard',
  })
  const ask = (headers: Record<string, string>) =>
    fetch(`${running.url}/stand-in/token`, { method: 'POST', body, headers })
  assert.equal((await ask({})).status, 200)
  for (const headers of [{ 'x-forwarded-for': '203.0.113.7' }, { forwarded: 'for=203.0.113.7' }]) {
    const answer = await ask(headers as Record<string, string>)
    assert.equal(answer.status, 400)
    assert.equal(((await answer.json()) as { error: string }).error, 'access_denied')
  }
})

test('a signed-in browser is nobody at /fhir: a cookie opens nothing, and pages have no part in it', async () => {
  const answer = await fetch(`${running.url}/fhir/AuditEvent?patient=${mair}`, {
    headers: { cookie: '__Host-cydofal=abcdefghijklmnopqrstuvwxyz0123456789ABCD' },
  })
  const outcome = (await answer.json()) as OperationOutcome
  assert.deepEqual([answer.status, outcome.issue[0]?.details?.coding?.[0]?.code], [401, 'no-token'])
  assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'")
})

test('an address that cannot be read is answered in FHIR where it is FHIR’s, and as before where it is not', async () => {
  const [ours, pages] = [await fetch(`${running.url}/fhir/%zz`), await fetch(`${running.url}/people/%zz`)]
  const outcome = (await ours.json()) as OperationOutcome
  assert.deepEqual([ours.status, outcome.issue[0]?.details?.coding?.[0]?.code], [400, 'not-understood'])
  assert.deepEqual([pages.status, ((await pages.json()) as { error: string }).error], [400, 'Bad Request'])
})

test('a system listens with its own token at the product itself: it hears at once what happens, and is told when the product stops', async () => {
  const client = 'cyfeirio-llanfeilir'
  await transaction(running.store, tx =>
    letInLandlord(tx, { carrier: 'https', address: 'https://gwennol.example/hooks/', settings: { client } }),
  )
  const { out } = await token(client)
  const made = await fetch(`${running.url}/fhir/Subscription`, {
    method: 'POST',
    headers: { authorization: `Bearer ${out.trim()}`, 'content-type': 'application/fhir+json' },
    body: JSON.stringify({
      resourceType: 'Subscription',
      status: 'requested',
      reason: 'To look after homes that stand empty',
      criteria: 'https://cydofal.example/fhir/SubscriptionTopic/discharge',
      channel: { type: 'websocket' },
    }),
  })
  const { id } = (await made.json()) as Subscription
  assert.equal(made.status, 201)
  const listener = await testListener(`${running.url.replace(/^http/, 'ws')}/fhir/websocket`, out.trim())
  listener.send(`bind ${id}`)
  await listener.hears(1)
  await running.send('mair-expected-home.hl7')
  assert.deepEqual(await listener.hears(2), [`bound ${id}`, `ping ${id}`])
  await running.startAnew()
  assert.equal(await listener.closed, '1001 stopped')
})

interface Ran {
  readonly code: number
  readonly out: string
  readonly said: string
}

function token(account: string, ...more: string[]): Promise<Ran> {
  return run([account, ...more])
}

async function run(args: string[], settings: Record<string, string> = {}): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', './typescript.mjs', 'src/door/command/token.ts', ...args], {
    env: { ...process.env, PORT: port, ...settings },
  })
  const ended = new Promise<number>(resolve => child.on('close', status => resolve(status ?? -1)))
  const [out, said, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out, said }
}

function read(path: string, token: string): Promise<Response> {
  return fetch(`${running.url}/fhir/${path}`, { headers: { authorization: `Bearer ${token.trim()}` } })
}
