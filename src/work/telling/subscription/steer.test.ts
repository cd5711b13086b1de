import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { actorOf, region } from '#test/kit.ts'
import type { Answer, Carrier } from '#work/outbox/carrier.ts'
import { sendNext } from '#work/outbox/send-next.ts'
import { tellNotices } from '../tell-notices.ts'
import { letInLandlord } from '../test-partner.ts'
import { goingOf } from './going.ts'
import { subscribe } from './keep.ts'
import { subscriptionsOf } from './read.ts'
import { type SubscriptionStep, steerSubscription } from './steer.ts'

// The landlord's system is told of admissions, and its server is down. Steffan answers for what is sent.
const here = await region()
const STEFFAN = actorOf('steffan-howells') as WorkerActor
const ENDPOINT = 'https://gwennol.example/hooks/cydofal'
const GWENNOL = await transaction(here.store, tx =>
  letInLandlord(tx, { carrier: 'https', address: 'https://gwennol.example/hooks/', settings: { client: 'gwennol' } }),
)
const later = (minutes: number) =>
  here.clock.move(new Date(here.clock.now().getTime() + minutes * 60_000).toISOString())

test('what waits is tried at once when the officer says so, in its order, and not what is on its way', async () => {
  const id = await subscribed()
  assert.equal(await sent('accepted'), 'handshake')
  later(1)
  await here.send('mair-admitted.hl7')
  await tellNotices(here.store)
  for (let tries = 0; tries < 5; tries++) {
    assert.equal(await sent('unknown'), 'event-notification')
    later(20)
  }
  assert.equal(await sent('unknown'), 'event-notification')
  const [failing] = await subscriptions()
  assert.deepEqual([failing?.status, (await going(id)).waiting], ['error', 1])
  assert.ok((await going(id)).failingSince)
  assert.equal(await sent('accepted'), undefined)
  assert.ok((await steer(id, { step: 'again' })).ok)
  const onItsWay = await send('accepted', async () => {
    assert.ok((await steer(id, { step: 'again' })).ok)
    assert.equal(await sent('accepted'), undefined)
  })
  assert.equal(onItsWay, 'event-notification')
  const [well] = await subscriptions()
  assert.deepEqual([well?.status, (await going(id)).waiting], ['active', 0])
  assert.ok((await steer(id, { step: 'off', reason: 'Tried' })).ok)
})

test('what was dead is put back where it stood', async () => {
  const id = await subscribed()
  assert.equal(await sent('rejected'), 'handshake')
  assert.deepEqual([(await subscriptions()).at(-1)?.status, (await going(id)).dead], ['error', 1])
  assert.ok((await steer(id, { step: 'again' })).ok)
  assert.equal(await sent('accepted'), 'handshake')
  assert.deepEqual([(await subscriptions()).at(-1)?.status, (await going(id)).dead], ['active', 0])
  assert.ok((await steer(id, { step: 'off', reason: 'Tried' })).ok)
})

test('what is turned off is sent nothing more; who did it and why is kept, and nobody else may', async () => {
  const id = await subscribed()
  const meinir = actorOf('meinir-ellis') as WorkerActor
  const off = { step: 'off', reason: 'They look after those homes no longer' } as const
  assert.equal((await steer(id, off, meinir)).ok, false)
  assert.ok((await steer(id, off)).ok)
  assert.equal(await sent('accepted'), undefined)
  const end = await here.store.db
    .selectFrom('subscriptionEnd')
    .select(['accountId', 'reason'])
    .where('subscriptionId', '=', id)
    .executeTakeFirst()
  assert.deepEqual(end, { accountId: STEFFAN.accountId, reason: off.reason })
  assert.equal((await steer(id, { step: 'again' })).ok, false)
})

async function subscribed(): Promise<string> {
  const made = await transactionInTurn(here.store, tx =>
    subscribe(tx, 'gwennol', {
      ...{ topic: 'admission', channel: 'rest-hook', endpoint: ENDPOINT, content: 'id-only', reason: '' },
      ...{ patient: undefined, heartbeatSeconds: undefined, endsAt: undefined, authorization: undefined },
    }),
  )
  assert.ok(made.ok)
  return made.value
}

function subscriptions() {
  return transaction(here.store, tx => subscriptionsOf(tx, GWENNOL))
}

async function going(id: string) {
  const all = await transaction(here.store, tx => goingOf(tx, [id]))
  const one = all.get(id)
  assert.ok(one)
  return one
}

function steer(id: string, step: SubscriptionStep, officer = STEFFAN) {
  return transactionInTurn(here.store, tx => steerSubscription(tx, officer, { destinationId: GWENNOL, id }, step))
}

/** Sends what is due. Answers of which kind it was; undefined where nothing was. */
function sent(result: Answer['result']): Promise<string | undefined> {
  return send(result, async () => {})
}

async function send(result: Answer['result'], meanwhile: () => Promise<void>): Promise<string | undefined> {
  let kind: string | undefined
  const https: Carrier = async ({ body }) => {
    kind = /"name":"type","valueCode":"([a-z-]+)"/.exec(body.toString())?.[1]
    await meanwhile()
    return { result, code: '410', said: '' }
  }
  await sendNext(here.store, { https }, GWENNOL)
  return kind
}
