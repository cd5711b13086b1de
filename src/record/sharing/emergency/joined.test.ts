import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { anotherRecordOf, findToBeOne } from '#record/person/link/test-join.ts'
import { citizenOf, personId, region } from '#test/kit.ts'
import type { Access } from '../access.ts'
import { look } from '../look.ts'
import { emergenciesOfPerson, haveReadOfEmergency, unreadEmergencies } from './person-emergencies.ts'
import { openEmergenciesOf } from './read-own.ts'
import { opened, workerOf } from './test-emergency.ts'

const here = await region()
const OWEN = personId('owen-griffiths')
const owen = citizenOf('owen-griffiths')
const nurse = workerOf('catrin-morgan')
const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')

test('an emergency opened for one opens both while they are one, and the other is closed when they are told apart', async () => {
  const { id } = await opened(here, nurse, 'owen-griffiths')
  assert.deepEqual([await sees(OWEN), await sees(old.personId)], [true, false])
  const undo = await findToBeOne(here.store, OWEN, old.personId)
  assert.deepEqual([await sees(OWEN), await sees(old.personId)], [true, true])
  assert.deepEqual(await doing(tx => openEmergenciesOf(tx, nurse)).then(all => all.map(one => one.personId)), [OWEN])
  await undo()
  assert.deepEqual([await sees(OWEN), await sees(old.personId)], [true, false])
  const [told] = await asOwn(owen, OWEN, emergenciesOfPerson)
  assert.equal(told?.id, id)
  assert.equal(told?.looks.length, 4, 'every look that rested on it, by whichever id it was asked for')
})

test('whoever of the two reads of it has read it while they are one; after that it is Owen’s alone', async () => {
  const undo = await findToBeOne(here.store, OWEN, old.personId)
  const waiting = async (reader: CitizenActor, address: string) =>
    asOwn(reader, address, async (tx, access) => ({ ok: true, value: await unreadEmergencies(tx, access) }) as const)
  assert.equal(await waiting(old.citizen, old.personId), 1)
  const [told] = await asOwn(old.citizen, old.personId, emergenciesOfPerson)
  await asOwn(old.citizen, old.personId, (tx, access) => haveReadOfEmergency(tx, access, told!.id))
  assert.equal(await waiting(owen, OWEN), 0)
  await undo()
  assert.deepEqual(await asOwn(old.citizen, old.personId, emergenciesOfPerson), [])
  assert.equal((await asOwn(owen, OWEN, emergenciesOfPerson)).length, 1)
})

async function sees(address: string): Promise<boolean> {
  const asking = { doing: 'look', place: 'record' } as const
  const looked = await doing(tx =>
    look(tx, nurse, address, asking, async access => {
      const [grant] = access.grants
      if (grant !== undefined) access.release(grant.contributorId, grant.dataClass)
    }),
  )
  return looked.ok
}

async function asOwn<Value>(
  reader: CitizenActor,
  address: string,
  work: (tx: Tx, access: Access) => Promise<{ ok: true; value: Value } | { ok: false }>,
): Promise<Value> {
  const looked = await doing(tx =>
    look(tx, reader, address, { doing: 'look', place: 'emergencies' }, one => work(tx, one)),
  )
  assert(looked.ok && looked.value.ok, 'it is their own')
  return looked.value.value
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}
