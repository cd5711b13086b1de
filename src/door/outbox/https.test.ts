import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { type TestContext, test } from 'node:test'
import type { Parcel } from '#work/outbox/carrier.ts'
import { httpsCarrier } from './https.ts'

const carry = httpsCarrier({ privateHosts: ['127.0.0.1'] })

/** A partner's server on this machine, and what it was asked. */
async function server(t: TestContext, answer: RequestListener) {
  const asked: string[] = []
  const listening = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['idempotency-key']}`)
    answer(request, response)
  })
  await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    listening.closeAllConnections()
    listening.close()
  })
  const at = listening.address()
  return { asked, origin: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}` }
}

const parcel = (address: string): Parcel => ({
  id: 'the-same-id',
  destination: { id: 'd', address, settings: {} },
  recipient: undefined,
  contentType: 'application/fhir+json',
  body: Buffer.from('{}'),
})

for (const [status, result] of [
  [200, 'accepted'],
  [204, 'accepted'],
  [401, 'error'],
  [404, 'error'],
  [410, 'rejected'],
  [429, 'unknown'],
  [503, 'unknown'],
] as const) {
  test(`an answer of ${status} is ${result}`, async t => {
    const { origin, asked } = await server(t, (_, response) => response.writeHead(status).end())
    const answer = await carry(parcel(`${origin}/hook`))
    assert.deepEqual([answer.result, answer.code], [result, String(status)])
    assert.deepEqual(asked, ['POST /hook the-same-id'])
  })
}

test('where an answer sends us on we do not go', async t => {
  const elsewhere = await server(t, (_, response) => response.end())
  const { origin } = await server(t, (_, response) =>
    response.writeHead(307, { location: `${elsewhere.origin}/inside` }).end(),
  )
  const answer = await carry(parcel(origin))
  assert.deepEqual([answer.result, answer.code, elsewhere.asked], ['error', '307', []])
})

test('an answer without end is read so far and no further', async t => {
  const { origin } = await server(t, (_, response) => {
    const more = () => {
      if (response.writable) response.write('x'.repeat(10_000), more)
    }
    more()
  })
  const answer = await carry(parcel(origin))
  assert.deepEqual([answer.result, answer.cameBack?.length], ['accepted', 16_384])
})

test('nobody there, and cut in the middle, have said nothing that counts', async t => {
  const { origin } = await server(t, request => request.socket.destroy())
  assert.equal((await carry(parcel(origin))).result, 'unknown')
  assert.equal((await carry(parcel('http://127.0.0.1:1/'))).code, 'https.noConnection')
})

test('nothing leaves this machine unencrypted', async () => {
  const answer = await carry(parcel('http://rota.example/hook'))
  assert.deepEqual([answer.result, answer.code], ['error', 'https.notSecure'])
})

test('a private address is not connected to unless it is named, whether it is written or looked up', async t => {
  const { origin, asked } = await server(t, (_, response) => response.end())
  const guarded = httpsCarrier({ privateHosts: [] })
  for (const address of ['https://10.1.2.3/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/', 'https://localhost/hook'])
    assert.equal((await guarded(parcel(address))).code, 'https.privateAddress', address)
  assert.equal((await guarded(parcel(origin))).code, 'https.notSecure')
  assert.deepEqual(asked, [])
})

test('what a system asked for goes below the address that was let in, and nowhere else, with what it wants to be shown', async t => {
  const shown: (string | undefined)[] = []
  const { origin, asked } = await server(t, (request, response) => {
    shown.push(request.headers.authorization)
    response.end()
  })
  const showing = httpsCarrier({ privateHosts: ['127.0.0.1'], authorizationFor: async id => `Bearer for ${id}` })
  const to = (recipient: string) => showing({ ...parcel(`${origin}/hooks`), recipient })
  assert.equal((await to(`${origin}/hooks/cydofal?of=them`)).result, 'accepted')
  for (const elsewhere of [
    `${origin}/`,
    `${origin}/hooks/../admin`,
    `${origin}/hooksomething`,
    'https://rota.example/hooks',
  ])
    assert.equal((await to(elsewhere)).code, 'https.elsewhere', elsewhere)
  assert.deepEqual([asked, shown], [['POST /hooks/cydofal?of=them the-same-id'], ['Bearer for the-same-id']])
})
