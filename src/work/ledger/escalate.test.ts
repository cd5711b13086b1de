import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { actorOf, type Region, region } from '#test/kit.ts'
import { escalateMessages, lateTeams } from './escalate.ts'

// Both wait from nine on Sunday the 22nd of November; the office opens on Monday.
const gwenno = actorOf('gwenno-probert') as WorkerActor
const idwal = actorOf('idwal-corbett') as WorkerActor
const steffan = actorOf('steffan-howells') as WorkerActor

let here: Region
before(async () => {
  here = await region()
  await here.send('unknown-sender.hl7')
  await here.send('wrong-person.hl7')
})
after(() => here.close())

test('Nobody is told of a message that waits within its time, nor as soon as it is late', async () => {
  assert.deepEqual(await toldAt('2026-11-23T16:59:00Z', gwenno), [])
})

test('An admission that still waits half a day after it was due is told to whoever answers for the health board', async () => {
  const [team, ...others] = await toldAt('2026-11-23T17:00:00Z', gwenno)
  assert.deepEqual([team?.team.cy, team?.count], ['Tîm Integreiddio', 2])
  assert.equal(team?.since.toISOString(), '2026-11-22T09:00:00.000Z')
  assert.deepEqual(others, [])
})

test('It is told once, however often it is looked', async () => {
  await toldAt('2026-11-23T17:01:00Z', gwenno)
  const [team] = await toldAt('2026-11-24T17:01:00Z', gwenno)
  assert.equal(team?.count, 2)
})

test('Those who answer for other bodies, and the officer herself, are told nothing by it', async () => {
  assert.deepEqual(await toldAt('2026-11-24T17:02:00Z', idwal), [])
  assert.deepEqual(await toldAt('2026-11-24T17:03:00Z', steffan), [])
})

test('What has been dealt with is told of no more', async () => {
  await transaction(here.store, async tx => {
    const waits = await tx.db
      .selectFrom('messageOutcomeNow')
      .select(['id', 'messageId'])
      .where('outcome', '=', 'quarantined')
      .execute()
    const [{ id: replaces, messageId }] = waits as [{ id: string; messageId: string }]
    await tx.db
      .insertInto('messageOutcome')
      .values({ id: tx.newId(), messageId, outcome: 'applied', replaces, decidedAt: tx.now })
      .execute()
  })
  const [team] = await toldAt('2026-11-24T17:04:00Z', gwenno)
  assert.equal(team?.count, 1)
})

async function toldAt(moment: string, worker: WorkerActor) {
  here.clock.move(moment)
  await escalateMessages(here.store)
  return transaction(here.store, tx => lateTeams(tx, worker))
}
