import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { givePhotograph, PHOTOGRAPH_BYTES_MAX, takePhotographOff } from '#record/organisation/photograph.ts'
import { portrait } from '#seed/portrait.ts'
import { portraits } from '#seed/region/portraits.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, type Region, region } from '#test/kit.ts'
import { findTeamPhotograph, readCareTeam } from './care-team.ts'

const PICTURE = portrait(portraits['sioned-evans']!)

let here: Region
before(async () => {
  here = await region()
})
after(() => here.close())

test('Mair sees Sioned’s photograph beside her name, and none of her landlord’s officer, who has given none', async () => {
  const id = await photographOf('sioned-evans', 'mair-pritchard')
  assert.ok(id)
  assert.equal(await photographOf('ffion-gittins', 'mair-pritchard'), undefined)
  assert.deepEqual((await handedTo('mair-pritchard', id))?.bytes, PICTURE)
})

test('a photograph is handed to those alone who are shown its worker on that team, so that nobody learns by it who is', async () => {
  const ofSioned = await photographOf('sioned-evans', 'mair-pritchard')
  assert.ok(ofSioned)
  assert.ok(await handedTo('aled-jenkins', ofSioned), 'the nurse sees the team')
  assert.equal(await handedTo('ffion-gittins', ofSioned), undefined, 'the landlord’s officer sees no team of hers')
  await give('ffion-gittins', PICTURE)
  const ofFfion = await photographOf('ffion-gittins', 'mair-pritchard')
  assert.ok(ofFfion)
  assert.equal(await handedTo('aled-jenkins', ofFfion), undefined, 'to the nurse her landlord is not named')
  const [ofHannah] = await keptOf('hannah-whitfield')
  assert.ok(ofHannah)
  assert.equal(await handedTo('mair-pritchard', ofHannah), undefined, 'Hannah is on the team of somebody else')
})

test('another photograph replaces the one before, and one that was taken off is gone at once', async () => {
  const first = await photographOf('ffion-gittins', 'mair-pritchard')
  await give('ffion-gittins', portrait(portraits['hannah-whitfield']!))
  const second = await photographOf('ffion-gittins', 'mair-pritchard')
  assert.ok(first && second && first !== second)
  assert.equal(await handedTo('mair-pritchard', first), undefined)
  assert.ok(await handedTo('mair-pritchard', second))
  await transaction(here.store, tx => takePhotographOff(tx, workerOf('ffion-gittins')))
  assert.equal(await photographOf('ffion-gittins', 'mair-pritchard'), undefined)
  assert.equal(await handedTo('mair-pritchard', second), undefined)
  assert.deepEqual(await keptOf('ffion-gittins'), [], 'and kept nowhere')
})

test('what is no picture, or is broken off, or is too large, is not taken', async () => {
  const given = await Promise.all([
    give('aled-jenkins', Buffer.alloc(0)),
    give('aled-jenkins', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    give('aled-jenkins', Buffer.from('4f67675300020000', 'hex')),
    give('aled-jenkins', PICTURE.subarray(0, -20)),
    give('aled-jenkins', Buffer.alloc(PHOTOGRAPH_BYTES_MAX + 1)),
  ])
  assert.deepEqual(
    given.map(one => !one.ok && one.problem),
    ['Missing', 'NoPicture', 'NoPicture', 'NoPicture', 'TooLarge'].map(problem => `careTeam.photograph${problem}`),
  )
})

async function photographOf(worker: string, reader: string): Promise<string | undefined> {
  const read = await here.look(reader, 'mair-pritchard', readCareTeam)
  return read.ok ? read.value.find(({ id }) => id === seedId.account(worker))?.photographId : undefined
}

async function handedTo(reader: string, photographId: string) {
  const found = await here.look(reader, 'mair-pritchard', (tx, access) => findTeamPhotograph(tx, access, photographId))
  return found.ok ? found.value : undefined
}

function give(worker: string, bytes: Buffer) {
  return transaction(here.store, tx => givePhotograph(tx, workerOf(worker), bytes))
}

async function keptOf(worker: string): Promise<string[]> {
  const of = seedId.account(worker)
  const kept = await transaction(here.store, tx =>
    tx.db.selectFrom('workerPhotograph').select('id').where('accountId', '=', of).execute(),
  )
  return kept.map(({ id }) => id)
}

function workerOf(account: string): WorkerActor {
  const actor = actorOf(account)
  assert(actor.kind === 'worker')
  return actor
}
