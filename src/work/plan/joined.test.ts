import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { anotherRecordOf, findToBeOne } from '#record/person/link/test-join.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { seedId } from '#seed/seed-id.ts'
import { citizenOf, personId, region } from '#test/kit.ts'
import { addItem, openPlan } from './open-plan.ts'
import { proposeWords } from './propose.ts'
import { readHistory } from './read-history.ts'
import { findItemPerson, readPlan } from './read-plan.ts'

const here = await region()
const MAIR = personId('mair-pritchard')
const mair = citizenOf('mair-pritchard')
const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')
const hers = await words(mair, MAIR)
const goal = await adds(old.citizen, old.personId, 'Cael ci arall')

test('the plans of two who are found to be one are one plan, and each has her own again when that was a mistake', async () => {
  assert.deepEqual(await words(old.citizen, old.personId), ['Cael ci arall'])
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const together = [...hers, 'Cael ci arall'].toSorted()
  assert.deepEqual((await words(mair, MAIR)).toSorted(), together)
  assert.deepEqual((await words(old.citizen, old.personId)).toSorted(), together)
  assert.equal(await doing(tx => findItemPerson(tx, goal)), MAIR)
  await undo()
  assert.deepEqual([await words(mair, MAIR), await words(old.citizen, old.personId)], [hers, ['Cael ci arall']])
  assert.equal(await doing(tx => findItemPerson(tx, goal)), old.personId)
})

test('what somebody adds while they were one goes with her own account, whichever address she came by', async () => {
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  await adds(old.citizen, MAIR, 'Mynd i’r môr')
  await adds(mair, old.personId, 'Gweld y mab')
  await undo()
  assert.deepEqual((await words(old.citizen, old.personId)).toSorted(), ['Cael ci arall', 'Mynd i’r môr'])
  assert.deepEqual((await words(mair, MAIR)).toSorted(), [...hers, 'Gweld y mab'].toSorted())
})

test('other words for a goal, put while they were one, stay with the goal and in its history', async () => {
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const put = { itemId: goal, version: 1, words: 'Cael dau gi', language: 'cy', why: '' } as const
  assert.ok((await asOwn(mair, MAIR, (tx, access) => proposeWords(tx, access, put, mair))).ok)
  await undo()
  assert.ok((await words(old.citizen, old.personId)).includes('Cael dau gi'))
  const history = await asOwn(old.citizen, old.personId, (tx, access) => readHistory(tx, access, goal))
  assert.deepEqual(
    history.map(entry => entry.words),
    ['Cael dau gi', 'Cael ci arall'],
  )
  assert.deepEqual(await asOwn(mair, MAIR, (tx, access) => readHistory(tx, access, goal)), [])
})

async function words(reader: CitizenActor, address: string): Promise<string[]> {
  return asOwn(reader, address, async (tx, access) => (await readPlan(tx, access)).map(item => item.words))
}

function adds(by: CitizenActor, address: string, said: string): Promise<string> {
  return asOwn(by, address, async (tx, access) => {
    const planId = await openPlan(tx, access.keptUnder)
    const item = { kind: 'goal', ownerId: seedId.organisation('person'), dataClass: 'plan', place: 9 } as const
    return addItem(tx, access, planId, { ...item, words: said, language: 'cy' }, by)
  })
}

async function asOwn<Value>(
  reader: CitizenActor,
  address: string,
  work: (tx: Tx, access: Access) => Promise<Value>,
): Promise<Value> {
  const looked = await doing(tx => look(tx, reader, address, { doing: 'write', place: 'plan' }, one => work(tx, one)))
  assert(looked.ok, 'it is their own')
  return looked.value
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}
