import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { type TestContext, test } from 'node:test'
import type { Parcel } from '#work/outbox/carrier.ts'
import { httpsCarrier } from './https.ts'

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
    const answer = await httpsCarrier(parcel(`${origin}/hook`))
    assert.deepEqual([answer.result, answer.code], [result, String(status)])
    assert.deepEqual(asked, ['POST /hook the-same-id'])
  })
}

test('where an answer sends us on we do not go', async t => {
  const elsewhere = await server(t, (_, response) => response.end())
  const { origin } = await server(t, (_, response) =>
    response.writeHead(307, { location: `${elsewhere.origin}/inside` }).end(),
  )
  const answer = await httpsCarrier(parcel(origin))
  assert.deepEqual([answer.result, answer.code, elsewhere.asked], ['error', '307', []])
})

test('an answer without end is read so far and no further', async t => {
  const { origin } = await server(t, (_, response) => {
    const more = () => {
      if (response.writable) response.write('x'.repeat(10_000), more)
    }
    more()
  })
  const answer = await httpsCarrier(parcel(origin))
  assert.deepEqual([answer.result, answer.cameBack?.length], ['accepted', 16_384])
})

test('nobody there, and cut in the middle, have said nothing that counts', async t => {
  const { origin } = await server(t, request => request.socket.destroy())
  assert.equal((await httpsCarrier(parcel(origin))).result, 'unknown')
  assert.equal((await httpsCarrier(parcel('http://127.0.0.1:1/'))).code, 'https.noConnection')
})

test('nothing leaves this machine unencrypted', async () => {
  const answer = await httpsCarrier(parcel('http://rota.example/hook'))
  assert.deepEqual([answer.result, answer.code], ['error', 'https.notSecure'])
})
