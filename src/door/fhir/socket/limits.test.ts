import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Bundle, Subscription } from 'fhir/r4.js'
import { transaction } from '#ground/db/store.ts'
import { region } from '#test/kit.ts'
import { tellNotices } from '#work/telling/tell-notices.ts'
import { letInLandlord } from '#work/telling/test-partner.ts'
import { LIMITS } from './limits.ts'
import { notified, testListener } from './test-listener.ts'
import { openSockets, type TestSockets } from './test-open.ts'
import { bindingToken, happensAgain, listenedTo, systemToken, until } from './test-subscribed.ts'

// Listeners come and go, some do not read or answer, and some want too much.
const here = await region()
await transaction(here.store, tx =>
  letInLandlord(tx, { carrier: 'https', address: 'https://gwennol.example/hooks/', settings: { client: 'gwennol' } }),
)
const later = (seconds: number) => here.clock.move(new Date(here.clock.now().getTime() + seconds * 1000).toISOString())
await here.send('mair-admitted.hl7')
await tellNotices(here.store)
beforeEach(() => later(1))

async function read({ door }: TestSockets, id: string): Promise<Subscription> {
  return (await door.ask(`/fhir/Subscription/${id}`, systemToken(door, here))).resource as Subscription
}

test('after a restart whoever listens is told how many there were, asks for what it missed, and hears what follows', async () => {
  const before = await openSockets(here)
  const id = await listenedTo(before.door, systemToken(before.door, here))
  const first = await before.bound(id)
  await happensAgain(here)
  await first.hears(2)
  await before.stop()
  assert.equal(await first.closed, '1001 stopped')
  later(1)
  await happensAgain(here, 3)
  const again = await openSockets(here)
  const second = await again.bound(id)
  assert.deepEqual(second.said.map(notified), [{ type: 'handshake', total: 4, numbers: [] }])
  const asked = await again.door.ask(
    `/fhir/Subscription/${id}/$events?eventsSinceNumber=2`,
    systemToken(again.door, here),
  )
  assert.deepEqual(notified(JSON.stringify(asked.resource as Bundle)).numbers, [2, 3, 4])
  later(1)
  await happensAgain(here)
  const [, told] = await second.hears(2)
  assert.deepEqual(notified(told).numbers, [5])
  second.socket.close()
  await again.stop()
})

test('who does not answer is cut off; that nobody listens is an error after a while, and none when somebody does again', async () => {
  const at = await openSockets(here, { ...LIMITS, pingMs: 400 })
  const id = await listenedTo(at.door, systemToken(at.door, here))
  const listener = await testListener(at.url, undefined, { autoPong: false })
  listener.send(`bind-with-token ${await bindingToken(at.door, systemToken(at.door, here), id)}`)
  await listener.hears(1)
  assert.equal(await listener.closed, '1006')
  await happensAgain(here)
  assert.equal((await read(at, id)).status, 'active')
  later(121)
  const failing = await read(at, id)
  assert.deepEqual(
    [failing.status, failing.error],
    ['error', 'It did not answer any more, and was cut off. What it missed is kept for it'],
  )
  const back = await at.bound(id)
  await until(async () => (await read(at, id)).status === 'active')
  back.socket.close()
  await at.stop()
})

test('as many as may be at once, as long as may be and as much as may be said: whatever is more is refused', async () => {
  const at = await openSockets(here, { ...LIMITS, socketsOfClientMax: 2, unboundMax: 2, bindMs: 400 })
  const id = await listenedTo(at.door, systemToken(at.door, here))
  const some = [await at.bound(id), await at.bound(id)]
  const third = await testListener(at.url)
  third.send(`bind-with-token ${await bindingToken(at.door, systemToken(at.door, here), id)}`)
  assert.equal(await third.closed, '1013 too-many')
  assert.equal(await (await testListener(at.url, systemToken(at.door, here))).closed, '503')
  for (const one of some) one.socket.close()
  const [first] = [await testListener(at.url), await testListener(at.url), await testListener(at.url)]
  assert.equal(await first?.closed, '1006')
  assert.equal(await (await testListener(at.url)).closed, '1008 not-bound')
  const said = async (what: string | Buffer) => {
    const listener = await testListener(at.url)
    listener.socket.send(what)
    return listener.closed
  }
  assert.equal(await said('x'.repeat(2000)), '1009')
  assert.equal(await said(Buffer.from('bind')), '1003 not-text')
  assert.equal(await said('hello'), '1008 not-understood')
  assert.equal(await said('bind a b'), '1008 not-understood')
  await at.stop()
})
