import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { seedId } from '#seed/seed-id.ts'
import { citizenOf, personId, region } from '#test/kit.ts'
import { tellNotices } from './tell-notices.ts'
import { arrivedAt, letInLandlord, outcomesAt } from './test-partner.ts'

// The system of Mair's landlord is told what a clause opens to its housing officers.
const here = await region()
const MAIR = personId('mair-pritchard')
const GWENNOL = await transaction(here.store, tx => letInLandlord(tx))
const later = (minutes = 1) => here.clock.move(new Date(here.clock.now().getTime() + minutes * 60_000).toISOString())

test('her landlord’s system is told at once, by its own number for her, that Mair is in hospital, and neither why nor on which ward', async () => {
  await here.send('mair-admitted.hl7')
  await tellNotices(here.store)
  const [told, ...others] = await arrivedAt(here, GWENNOL)
  assert.deepEqual(others, [])
  assert.match(told ?? '', /^MSH\|\^~\\&\|CYDOFAL\|\|GWENNOL\|cartrefi-gwennol\|.*\|ADT\^A01\^ADT_A01\|/)
  assert.match(told ?? '', /\nPID\|\|\|GW-20318\^\^\^cartrefi-gwennol\^PI\|\|Pritchard\^Mair/)
  assert.match(told ?? '', /\nPV1\|\|I\|\^\^\^/)
  assert.doesNotMatch(told ?? '', /hip pain|Dyfi/i)
})

test('Mair reads in her trail that the system was told, and the clause that let it', async () => {
  const entries = await here.store.db
    .selectFrom('trailEntry')
    .select(['actorName', 'action', 'place', 'released', 'senderId'])
    .where('personId', '=', MAIR)
    .where('place', '=', 'partner-system')
    .execute()
  assert.deepEqual(
    entries.map(({ actorName, action, senderId }) => [actorName, action, senderId]),
    [['GWENNOL', 'tell', GWENNOL]],
  )
  const released = entries[0]?.released as unknown as { dataClass: string; because: { kind: string } }[]
  assert.ok(released.some(({ dataClass }) => dataClass === 'presence-in-hospital'))
  assert.ok(released.every(({ because }) => because.kind === 'clause'))
})

test('each notice is decided once, whoever looks again', async () => {
  await tellNotices(here.store)
  assert.deepEqual(await arrivedAt(here, GWENNOL), [])
})

test('what she refuses to one housing officer there while it waits is not sent to the system, and counts as not open', async () => {
  later()
  await here.send('mair-expected-home.hl7')
  await tellNotices(here.store)
  const ffion = { accountId: seedId.account('ffion-gittins') }
  const wish = { kind: 'refuse', with: ffion, dataClasses: ['presence-in-hospital'] } as const
  assert.ok((await transaction(here.store, tx => makeWish(tx, citizenOf('mair-pritchard'), MAIR, wish))).ok)
  later()
  assert.deepEqual(await arrivedAt(here, GWENNOL), [])
  assert.deepEqual(await outcomesAt(here, GWENNOL), { delivered: 1, 'not-open': 1 })
})

test('what was refused already when it happened is not even queued', async () => {
  later()
  await here.send('mair-home.hl7')
  await tellNotices(here.store)
  assert.deepEqual(await arrivedAt(here, GWENNOL), [])
  assert.deepEqual(await outcomesAt(here, GWENNOL), { delivered: 1, 'not-open': 1 })
})

test('a system that is told of deaths alone is told of no stay, nor of anything from before it was let in', async () => {
  const other = await transaction(here.store, tx => letInLandlord(tx, { name: 'DEATHS', topics: ['death'] }))
  await here.send('owen-admitted.hl7')
  await tellNotices(here.store)
  assert.deepEqual(await arrivedAt(here, other), [])
})
