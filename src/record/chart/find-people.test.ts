import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { people } from '#seed/region/people/index.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import { findPeople } from './find-people.ts'

const here = await region()

test('a social worker finds Mair by part of her name, however it is written, and by her NHS number', async () => {
  const mair = [personId('mair-pritchard')]
  for (const text of ['Mair Pritch', 'pritchard mair', 'MÂIR pritchard', '999 000 0042']) {
    assert.deepEqual(await found('sioned-evans', text), mair, text)
  }
})

test('a social worker of the same council who does not work with her finds nobody', async () => {
  for (const text of ['Mair Pritchard', '9990000042']) assert.deepEqual(await found('dewi-prosser', text), [], text)
})

test('her landlord, which holds no NHS number of hers, cannot find her by it: what others hold is not compared', async () => {
  assert.deepEqual(await found('ffion-gittins', 'Mair Pritchard'), [personId('mair-pritchard')])
  assert.deepEqual(await found('ffion-gittins', '9990000042'), [])
})

test('signs that mean something to the database mean nothing in a search, and an empty one finds nobody', async () => {
  for (const text of ['%', '_', '\\', "'", '   ', '']) assert.deepEqual(await found('sioned-evans', text), [], text)
})

test('once she has refused it, she is not found in the same second', async () => {
  const refusal = {
    kind: 'refuse',
    with: { accountId: seedId.account('sioned-evans') },
    dataClasses: ['demographics'],
  } as const
  const made = await transaction(here.store, tx =>
    makeWish(tx, citizenOf('mair-pritchard'), personId('mair-pritchard'), refusal),
  )
  assert.ok(made.ok)
  assert.deepEqual(await found('sioned-evans', 'Mair Pritchard'), [])
})

test('whoever is found is somebody whose name the worker may see', async () => {
  for (const { given, family } of people) {
    for (const id of await found('sioned-evans', `${given[0]} ${family}`)) {
      const looked = await here.look('sioned-evans', keyOf(id), async (_, access) => access.opens('demographics'))
      assert.deepEqual(looked, { ok: true, value: true })
    }
  }
})

function found(account: string, text: string): Promise<string[]> {
  return transaction(here.store, tx => findPeople(tx, actorOf(account) as WorkerActor, text))
}

function keyOf(id: string): string {
  return people.find(({ key }) => personId(key) === id)?.key ?? assert.fail(`${id} is nobody of the region`)
}
