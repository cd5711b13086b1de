import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { type Again, anotherRecordOf, findToBeOne } from '#record/person/link/test-join.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import { look } from '../look.ts'
import { beginRelationship } from '../relationship/relationship.ts'
import { DATA_CLASSES } from '../vocabulary.ts'
import { makeWish } from './make.ts'
import { liftPause, pauseSharing } from './pause.ts'
import type { NewWish } from './wish.ts'
import { type StandingWish, wishesOf } from './wishes-of.ts'
import { withdrawWish } from './withdraw.ts'

const here = await region()
const MAIR = personId('mair-pritchard')
const mair = citizenOf('mair-pritchard')
const FFION = { accountId: seedId.account('ffion-gittins') }
const NOTHING_TO_FFION: NewWish = { kind: 'refuse', with: FFION, dataClasses: DATA_CLASSES, words: 'Fy musnes i.' }

test('what Mair refused under her old record still binds when the two are found to be one', async () => {
  const old = await another()
  await wishes(old, NOTHING_TO_FFION)
  assert.deepEqual(await whatFfionSees(old), { hers: true, others: false })
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  assert.deepEqual(await whatFfionSees(old), { hers: false, others: false })
  await undo()
  assert.deepEqual(await whatFfionSees(old), { hers: true, others: false })
})

test('an address held from before the join still opens the same person', async () => {
  const old = await another()
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const asking = { doing: 'look', place: 'record' } as const
  const opened = await doing(tx => look(tx, actorOf('elin-pritchard'), old.personId, asking, async one => one.personId))
  assert.deepEqual(opened, { ok: true, value: MAIR })
  await undo()
  const closed = await doing(tx => look(tx, actorOf('elin-pritchard'), old.personId, asking, async one => one.personId))
  assert.deepEqual(closed, { ok: false, problem: 'record.notShown' })
})

test('after the mistake is undone each has her own wishes again, and nobody else’s', async () => {
  const old = await another()
  await wishes(old, { ...NOTHING_TO_FFION, dataClasses: ['plan'] })
  const [mine, hers] = [await idsOf(MAIR), await idsOf(old.personId)]
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  assert.deepEqual(await idsOf(MAIR), [...mine, ...hers].toSorted())
  assert.deepEqual(await idsOf(old.personId), [...mine, ...hers].toSorted())
  await undo()
  assert.deepEqual([await idsOf(MAIR), await idsOf(old.personId)], [mine, hers])
})

test('what is refused while two are one stands for both when they are told apart, the words for her alone who said them', async () => {
  const old = await another()
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const made = await wishes({ personId: old.personId, citizen: mair }, NOTHING_TO_FFION)
  assert.equal((await refusals(MAIR)).length, 1, 'one refusal, said once')
  await undo()
  assert.deepEqual(await whatFfionSees(old), { hers: false, others: false })
  const [[hers], [others, ...more]] = [await refusals(MAIR), await refusals(old.personId)]
  assert.deepEqual([hers?.id, hers?.words, hers?.isCarried], [made, 'Fy musnes i.', false])
  assert.deepEqual([others?.words, others?.isCarried, more], [undefined, true, []])
  await withdraws(mair, MAIR, made)
  assert.deepEqual(await whatFfionSees(old), { hers: true, others: true }, 'whoever said it takes it back for both')
})

test('whoever is bound by what another said while they were one takes it back for herself alone', async () => {
  const old = await another()
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const made = await wishes({ personId: MAIR, citizen: mair }, NOTHING_TO_FFION)
  await undo()
  const [carried] = await refusals(old.personId)
  await withdraws(old.citizen, old.personId, carried!.id)
  assert.deepEqual(await whatFfionSees(old), { hers: false, others: true })
  const again = await findToBeOne(here.store, MAIR, old.personId)
  assert.deepEqual(
    await whatFfionSees(old),
    { hers: false, others: false },
    'while they are one, what either said binds',
  )
  await again()
  await withdraws(mair, MAIR, made)
})

test('a mistake does not undo a refusal: what another took back while they were one is refused again after it', async () => {
  const old = await another()
  const hers = await wishes(old, NOTHING_TO_FFION)
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  await withdraws(mair, MAIR, hers)
  assert.deepEqual(await whatFfionSees(old), { hers: true, others: true })
  await undo()
  assert.deepEqual(await whatFfionSees(old), { hers: true, others: false })
  await withdraws(old.citizen, old.personId, hers)
  assert.deepEqual(await whatFfionSees(old), { hers: true, others: true })
})

test('what she says in place of another’s refusal opens to her alone, and what was left of it stays with whose it was', async () => {
  const old = await another()
  await wishes(old, { ...NOTHING_TO_FFION, dataClasses: ['demographics', 'plan'] })
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const allowed = await wishes({ personId: MAIR, citizen: mair }, { kind: 'allow', with: FFION, dataClasses: ['plan'] })
  assert.deepEqual(await classesRefused(MAIR), ['demographics'])
  await undo()
  assert.deepEqual(await classesRefused(old.personId), ['demographics', 'plan'])
  assert.deepEqual(await classesRefused(MAIR), [])
  assert.ok((await idsOf(MAIR)).includes(allowed) && !(await idsOf(old.personId)).includes(allowed))
  await withdraws(mair, MAIR, allowed)
})

test('the same leave given by both while they are one is left to both', async () => {
  const old = await another()
  const leave: NewWish = { kind: 'allow', with: FFION, dataClasses: ['plan'] }
  const others = await wishes(old, leave)
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const hers = await wishes({ personId: MAIR, citizen: mair }, leave)
  await undo()
  assert.ok((await idsOf(old.personId)).includes(others))
  await withdraws(mair, MAIR, hers)
  assert.ok((await idsOf(old.personId)).includes(others))
})

test('whoever lifts another’s stop while they are one is not stopped by it when they are told apart', async () => {
  const old = await another()
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  await doing(tx => pauseSharing(tx, old.citizen, old.personId))
  await doing(tx => liftPause(tx, mair, MAIR))
  assert.deepEqual(await whatFfionSees(old), { hers: true, others: true })
  await undo()
  assert.deepEqual(await whatFfionSees(old), { hers: true, others: false })
})

test('leave that was taken back while they were one stays taken back', async () => {
  const old = await another()
  const allowed = await wishes(old, { kind: 'allow', with: FFION, dataClasses: ['plan'] })
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  await withdraws(mair, MAIR, allowed)
  await undo()
  assert.ok(!(await idsOf(old.personId)).includes(allowed))
})

test('she stops everything though the other had stopped it already: each has her own stop when they are told apart', async () => {
  const old = await another()
  const stop = (by: CitizenActor, address: string) => doing(tx => pauseSharing(tx, by, address))
  await stop(old.citizen, old.personId)
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  assert.deepEqual(await whatFfionSees(old), { hers: false, others: false })
  await stop(mair, MAIR)
  await undo()
  assert.deepEqual(await whatFfionSees(old), { hers: false, others: false })
  await doing(tx => liftPause(tx, mair, MAIR))
  assert.deepEqual(await whatFfionSees(old), { hers: true, others: false })
  const again = await findToBeOne(here.store, MAIR, old.personId)
  await doing(tx => liftPause(tx, mair, MAIR))
  assert.deepEqual(await whatFfionSees(old), { hers: true, others: true })
  await again()
  assert.deepEqual(await whatFfionSees(old), { hers: true, others: false }, 'a mistake lifts nobody’s stop')
})

/** Somebody with a record and an account of their own, whose landlord is Mair’s. */
async function another(): Promise<Again> {
  const one = await anotherRecordOf(here.store, 'cartrefi-gwennol')
  const tie = { kind: 'tenancy', with: FFION, source: 'tenancy-register' } as const
  await doing(tx => beginRelationship(tx, { personId: one.personId }, tie))
  return one
}

async function wishes({ citizen, personId: address }: Again, wish: NewWish): Promise<string> {
  const made = await doing(tx => makeWish(tx, citizen, address, wish))
  assert(made.ok, JSON.stringify(made))
  return made.value
}

async function withdraws(by: CitizenActor, address: string, wish: string): Promise<void> {
  assert.ok((await doing(tx => withdrawWish(tx, by, address, wish))).ok)
}

async function idsOf(address: string): Promise<string[]> {
  return (await doing(tx => wishesOf(tx, address))).map(({ id }) => id).toSorted()
}

async function refusals(address: string): Promise<StandingWish[]> {
  return (await doing(tx => wishesOf(tx, address))).filter(({ kind }) => kind === 'refuse')
}

async function classesRefused(address: string): Promise<string[]> {
  return [...new Set((await refusals(address)).flatMap(({ dataClasses }) => dataClasses))].toSorted()
}

async function whatFfionSees(old: Again): Promise<{ hers: boolean; others: boolean }> {
  const sees = async (address: string) => {
    const asking = { doing: 'look', place: 'record' } as const
    const looked = await doing(tx => look(tx, actorOf('ffion-gittins'), address, asking, async () => undefined))
    return looked.ok
  }
  return { hers: await sees(MAIR), others: await sees(old.personId) }
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}
