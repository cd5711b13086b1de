import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transactionInTurn } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import { actorOf, personId, type Region, region } from '#test/kit.ts'
import { nameCoordinator } from '#work/review/name-coordinator.ts'
import { readCareTeam } from './care-team.ts'

// Those who are with Mair at home. Sioned, her social worker, is named her care co-ordinator from the start.
let here: Region
before(async () => {
  here = await region()
})
after(() => here.close())

test('Mair reads who is with her, what they do and how to ring them, her co-ordinator first', async () => {
  const team = await teamFor('mair-pritchard')
  assert.deepEqual(
    team.map(({ name }) => name),
    ['Sioned Evans', 'Aled Jenkins', 'Ffion Gittins', 'Glenys Tudge'],
  )
  const [sioned] = team
  assert.equal(sioned?.isCoordinator, true)
  assert.equal(sioned?.does?.cy, 'Gweithiwr cymdeithasol')
  assert.match(sioned?.phone ?? '', /^01632 960/)
  assert.equal(sioned?.skill?.speaking, 5)
})

test('who cares for her is told to who may know of her care, and her landlord and charity are not named to them', async () => {
  assert.deepEqual(
    (await teamFor('aled-jenkins')).map(({ name }) => name),
    ['Sioned Evans', 'Aled Jenkins'],
  )
  assert.deepEqual(await teamFor('ffion-gittins'), [])
})

test('a worker names another co-ordinator, and nobody who is not with her', async () => {
  assert.equal(await name('aled-jenkins', 'aled-jenkins'), true)
  assert.equal((await teamFor('mair-pritchard'))[0]?.name, 'Aled Jenkins')
  assert.equal(await name('sioned-evans', 'dewi-prosser'), false)
  assert.equal(await name('mair-pritchard', 'sioned-evans'), false)
})

async function teamFor(account: string) {
  const read = await here.look(account, 'mair-pritchard', readCareTeam)
  return read.ok ? read.value : []
}

async function name(as: string, whom: string): Promise<boolean> {
  const named = await transactionInTurn(here.store, tx =>
    look(tx, actorOf(as), personId('mair-pritchard'), { doing: 'write', place: 'team' }, access =>
      nameCoordinator(tx, access, actorOf(whom).kind === 'worker' ? actorOf(whom).accountId : ''),
    ),
  )
  return named.ok && named.value.ok
}
