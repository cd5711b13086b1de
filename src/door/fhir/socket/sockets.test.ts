import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import type { CapabilityStatement, Subscription } from 'fhir/r4.js'
import { transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { withdrawWish } from '#record/sharing/wish/withdraw.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import { takeStep } from '#work/outbox/steer.ts'
import { tellNotices } from '#work/telling/tell-notices.ts'
import { letInLandlord } from '#work/telling/test-partner.ts'
import { LIMITS } from './limits.ts'
import { notified, testListener } from './test-listener.ts'
import { openSockets } from './test-open.ts'
import { bindingToken, happensAgain, listenedTo, reached, systemToken, until } from './test-subscribed.ts'

// The system of Mair's landlord cannot be reached from here: it listens.
const here = await region()
const GWENNOL = await transaction(here.store, tx =>
  letInLandlord(tx, { carrier: 'https', address: 'https://gwennol.example/hooks/', settings: { client: 'gwennol' } }),
)
const at = await openSockets(here, { ...LIMITS, lookMs: 200 })
const { door, url } = at
after(() => at.stop())
const later = (seconds: number) => here.clock.move(new Date(here.clock.now().getTime() + seconds * 1000).toISOString())
const token = (besides?: Readonly<Record<string, unknown>>) => systemToken(door, here, besides)
await here.send('mair-admitted.hl7')
await tellNotices(here.store)
beforeEach(() => later(1))

async function read(id: string): Promise<Subscription> {
  return (await door.ask(`/fhir/Subscription/${id}`, token())).resource as Subscription
}

test('where to listen is said to everybody, and nothing else is done there', async () => {
  const statement = (await door.ask('/fhir/metadata')).resource as CapabilityStatement
  const [said] = statement.rest?.[0]?.extension ?? []
  assert.deepEqual(said, {
    url: 'http://hl7.org/fhir/StructureDefinition/capabilitystatement-websocket',
    valueUri: 'wss://cydofal.example/fhir/websocket',
  })
  assert.equal((await door.ask('/fhir/websocket')).status, 426)
})

test('a system that shows its token with the socket is told by a bare ping that something happened, and nothing of it', async () => {
  const id = await listenedTo(door, token())
  assert.equal((await read(id)).status, 'active')
  const listener = await testListener(url, token())
  listener.send(`bind ${id}`)
  await listener.hears(1)
  await happensAgain(here, 2)
  assert.deepEqual(await listener.hears(3), [`bound ${id}`, `ping ${id}`, `ping ${id}`])
  listener.socket.close()
})

test('a bare ping counts nothing, so that whatever nobody has heard is told when somebody listens', async () => {
  const id = await listenedTo(door, token())
  await happensAgain(here)
  const listener = await testListener(url, token())
  listener.send(`bind ${id}`)
  assert.deepEqual(await listener.hears(2), [`bound ${id}`, `ping ${id}`])
  listener.socket.close()
})

test('one that can send no header binds with a token, and is told what a rest-hook is told, under the same numbers', async () => {
  const id = await listenedTo(door, token(), { content: 'full-resource' })
  const listener = await at.bound(id)
  await happensAgain(here, 2)
  const said = await listener.hears(3)
  assert.deepEqual(said.map(notified), [
    { type: 'handshake', total: 0, numbers: [] },
    { type: 'event-notification', total: 1, numbers: [1] },
    { type: 'event-notification', total: 2, numbers: [2] },
  ])
  assert.match(said[1] ?? '', /GW-20318.*Pritchard/)
  assert.doesNotMatch(said.join(), /hip pain|Dyfi|Felin/i)
  listener.socket.close()
})

test('a token for all of a system’s subscriptions names each, and one is greeted for each', async () => {
  const { resource } = await door.ask('/fhir/Subscription/$get-ws-binding-token', token(), { method: 'POST' })
  const told = (resource as { parameter: { name: string; valueString?: string }[] }).parameter
  const ids = told.filter(({ name }) => name === 'subscription')
  assert.ok(ids.length >= 3)
  const listener = await testListener(url)
  listener.send(`bind-with-token ${told.find(({ name }) => name === 'token')?.valueString}`)
  await listener.hears(ids.length)
  assert.ok(listener.said.every(text => notified(text).type === 'handshake'))
  listener.socket.close()
})

test('that she was told of is in her trail, in the system’s name', async () => {
  const rows = await here.store.db
    .selectFrom('trailEntry')
    .select(['actorName'])
    .where('personId', '=', personId('mair-pritchard'))
    .where('place', '=', 'partner-system')
    .execute()
  assert.ok(rows.length >= 5)
  assert.ok(rows.every(({ actorName }) => actorName === 'GWENNOL'))
})

test('whatever is wrong with what somebody binds with, the answer is one', async () => {
  const id = await listenedTo(door, token())
  const used = await bindingToken(door, token(), id)
  const first = await testListener(url)
  first.send(`bind-with-token ${used}`)
  await first.hears(1)
  first.socket.close()
  const late = await bindingToken(door, token(), id)
  later(61)
  const others = token({ sub: 'another', client_id: 'another' })
  const wrong: [shown: string | undefined, command: string][] = [
    [undefined, `bind ${id}`],
    [undefined, `bind-with-token ${used}`],
    [undefined, `bind-with-token ${late}`],
    [undefined, 'bind-with-token of-nobody'],
    [undefined, `bind-with-token ${token()}`],
    [others, `bind ${id}`],
    [others, `bind ${personId('mair-pritchard')}`],
    [others, 'bind ..'],
    [others, `bind-with-token ${await bindingToken(door, token(), id)}`],
  ]
  for (const [shown, command] of wrong) {
    const listener = await testListener(url, shown)
    listener.send(command)
    assert.equal(await listener.closed, '1008 not-bound', command)
    assert.deepEqual(listener.said, [])
  }
})

test('a token that is forged, has run out, is somebody’s, or was given for less opens no socket', async () => {
  const now = Math.floor(here.clock.now().getTime() / 1000)
  const person = door.issuer.token({ ...door.issuer.claims('sioned-evans', here.clock.now()), scope: 'system/*.cruds' })
  const wrong = {
    forged: `${token().slice(0, -6)}AAAAAA`,
    'run out': token({ iat: now - 7200, exp: now - 3600 }),
    somebodys: person,
    narrow: token({ scope: 'system/Subscription.c' }),
  }
  const answers = []
  for (const one of Object.values(wrong)) answers.push(await (await testListener(url, one)).closed)
  assert.deepEqual(answers, ['401', '401', '401', '403'])
})

test('neither a token for somebody else’s subscription is given, nor one for what is posted or not there', async () => {
  const id = await listenedTo(door, token())
  const others = token({ sub: 'another', client_id: 'another' })
  const path = (of: string) => `/fhir/Subscription/${of}/$get-ws-binding-token`
  const theirs = await door.ask(path(id), others)
  const nobodys = await door.ask(path(personId('mair-pritchard')), others)
  assert.deepEqual([theirs.status, theirs.text], [404, nobodys.text])
  assert.equal((await door.ask(path(id))).status, 401)
  assert.equal((await door.ask(path(id), token({ scope: 'system/Subscription.c' }))).status, 403)
})

test('of Owen, who is not open to it, it hears nothing when he is admitted, and no number is used up by that', async () => {
  const id = await listenedTo(door, token())
  const listener = await at.bound(id)
  await here.send('owen-admitted.hl7')
  await tellNotices(here.store)
  later(1)
  await happensAgain(here)
  const said = await listener.hears(2)
  assert.deepEqual(notified(said[1]), { type: 'event-notification', total: 1, numbers: [1] })
  listener.socket.close()
})

test('what she refuses is not told from that moment on, and its number stands; what follows is told', async () => {
  const id = await listenedTo(door, token())
  const listener = await at.bound(id)
  const officer = actorOf('steffan-howells') as WorkerActor
  const step = (step: 'paused' | 'resumed') =>
    transaction(here.store, tx => takeStep(tx, officer, GWENNOL, { step, reason: 'They move to a new server' }))
  assert.ok((await step('paused')).ok)
  await happensAgain(here)
  const wish = {
    kind: 'refuse',
    with: { organisationId: seedId.organisation('cartrefi-gwennol') },
    dataClasses: ['presence-in-hospital'],
  } as const
  const mair = citizenOf('mair-pritchard')
  const made = await transaction(here.store, tx => makeWish(tx, mair, personId('mair-pritchard'), wish))
  assert.ok(made.ok)
  later(1)
  assert.ok((await step('resumed')).ok)
  await until(async () => (await reached(here, id)) === 1)
  const lifted = await transaction(here.store, tx => withdrawWish(tx, mair, personId('mair-pritchard'), made.value))
  assert.ok(lifted.ok)
  later(1)
  await happensAgain(here)
  const said = await listener.hears(2)
  assert.deepEqual(notified(said[1]), { type: 'event-notification', total: 2, numbers: [2] })
  listener.socket.close()
})

test('a token that was taken back ends it, and nothing is told on it any more', async () => {
  const given = 'a-token-that-was-given-here'
  const said = {
    subject: 'gwennol',
    app: 'gwennol',
    tokenId: 'one',
    postId: undefined,
    grantId: undefined,
    patient: undefined,
  }
  door.given.set(given, { ...said, scopes: ['system/Subscription.cruds'] })
  const id = await listenedTo(door, given)
  const listener = await testListener(url, given)
  listener.send(`bind ${id}`)
  await listener.hears(1)
  door.given.delete(given)
  await happensAgain(here)
  assert.equal(await listener.closed, '1008 token-over')
  assert.deepEqual(listener.said, [`bound ${id}`])
})

test('a token that runs out ends it as well, unless another is bound in its place before', async () => {
  const [one, other] = [await listenedTo(door, token()), await listenedTo(door, token())]
  const [ends, goesOn] = [await at.bound(one), await at.bound(other)]
  later(3000)
  await happensAgain(here)
  goesOn.send(`bind-with-token ${await bindingToken(door, token(), other)}`)
  await Promise.all([ends.hears(2), goesOn.hears(3)])
  later(3000)
  assert.equal(await ends.closed, '1008 token-over')
  await happensAgain(here)
  const numbers = (await goesOn.hears(4)).flatMap(text => notified(text).numbers)
  assert.deepEqual(numbers, [1, 2])
  goesOn.socket.close()
})

test('a subscription that its system ends is over at once for whoever listens', async () => {
  const id = await listenedTo(door, token())
  const listener = await at.bound(id)
  assert.equal((await door.ask(`/fhir/Subscription/${id}`, token(), { method: 'DELETE' })).status, 204)
  assert.equal(await listener.closed, '1000 ended')
})

test('one that wants to hear that all is well does, after a quiet time', async () => {
  const listener = await at.bound(await listenedTo(door, token(), { heartbeat: 60 }))
  later(61)
  const said = await listener.hears(2)
  assert.equal(notified(said[1]).type, 'heartbeat')
  listener.socket.close()
})
