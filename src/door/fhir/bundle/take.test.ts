import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { emptyGround, type Ground } from '#test/kit.ts'
import type { BundleSent, TakenBundle } from '../means.ts'
import { codeOf, type TestDoor, testDoor } from '../test-door.ts'

// What a system brings, as the door hands it on; what becomes of it is the feeds' to say.
let ground: Ground
let door: TestDoor
let sent: BundleSent[] = []
let answer: TakenBundle = { outcome: 'applied' }
before(async () => {
  ground = await emptyGround()
  const takeBundle = async (one: BundleSent) => {
    sent.push(one)
    return answer
  }
  door = await testDoor(ground.store, async () => undefined, takeBundle)
})
after(async () => {
  await door.stop()
  await ground.close()
})

test('a system’s bundle is handed on byte for byte, with its client and its own name for the request', async () => {
  const body = '{ "resourceType":"Bundle" }\n'
  assert.equal((await post(system(), body, { 'x-request-id': 'R-1' })).status, 200)
  assert.deepEqual(sent.at(-1), { client: 'a-surgery', key: 'R-1', body: Buffer.from(body) })
})

test('what waits is answered as safe, and what could not be read as wrong, with the code of why', async () => {
  answer = { outcome: 'quarantined', reason: 'feed.classUnknown' }
  const waits = await post(system(), '{}')
  assert.deepEqual([waits.status, codeOf(waits)], [202, 'feed.classUnknown'])
  answer = { outcome: 'refused', reason: 'fhir.notFhir' }
  const refused = await post(system(), '{}')
  assert.deepEqual([refused.status, codeOf(refused)], [422, 'fhir.notFhir'])
})

test('a token in somebody’s name, one for less, and none at all bring nothing in', async () => {
  sent = []
  const claims = door.issuer.claims('sioned-evans', ground.clock.now())
  assert.equal((await post(door.issuer.token({ ...claims, scope: 'system/*.c' }), '{}')).status, 401)
  assert.equal((await post(system({ scope: 'user/Bundle.c' }), '{}')).status, 403)
  assert.equal((await post(undefined, '{}')).status, 401)
  assert.equal((await post(system(), '')).status, 400)
  assert.deepEqual(sent, [])
})

function system(besides: Readonly<Record<string, unknown>> = {}): string {
  const claims = door.issuer.claims('a-surgery', ground.clock.now())
  return door.issuer.token({ ...claims, client_id: 'a-surgery', scope: 'system/Bundle.c', ...besides })
}

function post(token: string | undefined, body: string, headers: Record<string, string> = {}) {
  const type = { 'content-type': 'application/fhir+json' }
  return door.ask('/fhir/$process-message', token, { method: 'POST', body, headers: { ...type, ...headers } })
}
