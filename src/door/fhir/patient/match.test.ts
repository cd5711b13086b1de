import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Bundle, Patient } from 'fhir/r4.js'
import { personId, region, whoIsNamed } from '#test/kit.ts'
import { type Answer, codeOf, testDoor } from '../test-door.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())
const posts = new Map<string, string | undefined>()
for (const worker of ['sioned-evans', 'dewi-prosser']) posts.set(worker, (await here.visitorOf(worker)).post?.id)

const MAIR = { name: [{ given: ['Mair'], family: 'Pritchard' }], birthDate: '1942-03-17', gender: 'female' } as const

test('Mair’s social worker asks through an app who this may be, and is told with how sure it is', async () => {
  const answer = await asks('sioned-evans', MAIR)
  assert.equal(answer.status, 200)
  const [first] = bundle(answer).entry ?? []
  assert.equal(first?.resource?.name?.[0]?.family, 'Pritchard')
  assert.ok((first?.search?.score ?? 0) > 0.9)
  assert.match(first?.search?.extension?.[0]?.valueCode ?? '', /^(certain|probable)$/)
  const { action, place } = await here.store.db
    .selectFrom('trailEntry')
    .select(['action', 'place'])
    .where('personId', '=', personId('mair-pritchard'))
    .where('accountId', 'is not', null)
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()
  assert.deepEqual([action, place], ['search', 'fhir'])
})

test('whom a worker may not see is not there: the answer is that for nobody, byte for byte', async () => {
  const nobody = { ...MAIR, name: [{ given: ['Nia'], family: 'Nebsy' }], birthDate: '1901-01-02' }
  const [hidden, absent] = [await asks('dewi-prosser', MAIR), await asks('dewi-prosser', nobody)]
  assert.deepEqual([hidden.status, hidden.text], [absent.status, absent.text])
  assert.equal((await asks('mair-pritchard', MAIR)).text, absent.text, 'an app that acts for no worker')
})

test('only a certain match is answered when only that is asked for', async () => {
  const vague = { name: [{ family: 'Pritchard' }], gender: 'female' }
  const certain = { name: 'onlyCertainMatches', valueBoolean: true }
  assert.deepEqual(bundle(await asks('sioned-evans', vague, certain)).entry ?? [], [])
})

test('what cannot be read is refused, saying which part', async () => {
  const token = tokenOf('sioned-evans')
  for (const body of [
    '{"resourceType":"Patient"}',
    '[]',
    '{"resourceType":"Parameters","parameter":[{"name":"resource"}]}',
  ]) {
    const answer = await post(token, body)
    assert.deepEqual([answer.status, codeOf(answer)], [400, 'body-not-understood'], body)
  }
  assert.equal((await post(token, '{')).status, 400)
  assert.equal((await post(token, JSON.stringify({ filler: 'x'.repeat(70_000) }))).status, 413)
})

test('a token that was given for less opens nothing', async () => {
  const { issuer } = door
  const claims = issuer.claims('sioned-evans', here.clock.now(), posts.get('sioned-evans'))
  const answer = await post(issuer.token({ ...claims, scope: 'user/AuditEvent.rs' }), '{}')
  assert.deepEqual([answer.status, codeOf(answer)], [403, 'scope-too-narrow'])
})

function asks(account: string, described: object, ...more: readonly object[]): Promise<Answer> {
  const resource = { resourceType: 'Patient', ...described }
  const parameter = [{ name: 'resource', resource }, ...more]
  return post(tokenOf(account), JSON.stringify({ resourceType: 'Parameters', parameter }))
}

function post(token: string, body: string): Promise<Answer> {
  const headers = { 'content-type': 'application/fhir+json' }
  return door.ask('/fhir/Patient/$match', token, { method: 'POST', headers, body })
}

function tokenOf(account: string): string {
  return door.issuer.token(door.issuer.claims(account, here.clock.now(), posts.get(account)))
}

function bundle({ resource }: Answer): Bundle<Patient> {
  return resource as Bundle<Patient>
}
