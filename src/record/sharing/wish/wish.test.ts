import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { seedId } from '#seed/plant.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import { look } from '../look.ts'
import { DATA_CLASSES, type DataClass } from '../vocabulary.ts'
import { makeWish, type NewWish } from './wish.ts'

const here = await region()
const MAIR = personId('mair-pritchard')
const REFUSE_HOUSING: NewWish = {
  kind: 'refuse',
  with: { organisationId: seedId.organisation('cartrefi-gwennol') },
  dataClasses: DATA_CLASSES,
  words: 'Fy musnes i ydi hynny.',
}

test('Mair’s refusal binds in the same second: the very next look of her landlord finds nothing', async () => {
  assert.equal(await opens('ffion-gittins', 'demographics'), true)
  await makes(REFUSE_HOUSING)
  assert.equal(await opens('ffion-gittins', 'demographics'), 'nothing')
})

test('it binds within the very transaction in which it is made', async () => {
  await transaction(here.store, async tx => {
    const wish = {
      kind: 'refuse',
      with: { accountId: seedId.account('glenys-tudge') },
      dataClasses: DATA_CLASSES,
    } as const
    const asking = { doing: 'look', place: 'record' } as const
    const glenys = () => look(tx, actorOf('glenys-tudge'), MAIR, asking, async () => 'seen')
    assert.equal((await glenys()).ok, true)
    await makeWish(tx, citizenOf('mair-pritchard'), MAIR, wish)
    assert.equal((await glenys()).ok, false)
  })
})

test('who was refused stands in the trail, with the reason that it was her own choice', async () => {
  const entry = await here.store.db
    .selectFrom('trailEntry')
    .select(['allowed', 'failed'])
    .where('actorName', '=', 'Ffion Gittins')
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()
  assert.deepEqual(entry, { allowed: false, failed: ['person-has-not-refused'] })
})

test('a refusal of one class leaves the others open', async () => {
  await makes({ kind: 'refuse', with: { accountId: seedId.account('sioned-evans') }, dataClasses: ['hospital-care'] })
  assert.equal(await opens('sioned-evans', 'hospital-care'), false)
  assert.equal(await opens('sioned-evans', 'presence-in-hospital'), true)
})

test('a refusal of a whole team leaves no member of it a way in', async () => {
  assert.equal(await opens('aled-jenkins', 'plan'), true)
  await makes({ kind: 'refuse', with: { teamId: seedId.team('tim-adnoddau-cymunedol') }, dataClasses: DATA_CLASSES })
  assert.equal(await opens('aled-jenkins', 'plan'), 'nothing')
})

test('Owen refused his landlord before anything was sent, and it still holds for what comes', async () => {
  await here.send('owen-admitted.hl7')
  const sees = (account: string) => here.look(account, 'owen-griffiths', async () => 'seen')
  assert.deepEqual(await sees('marc-bennett'), { ok: false, problem: 'record.notShown' })
  assert.deepEqual(await sees('sioned-evans'), { ok: true, value: 'seen' })
})

test('her daughter cannot choose for her, nor can anybody else', async () => {
  for (const account of ['elin-pritchard', 'owen-griffiths', 'carys-llewelyn']) {
    const made = await transaction(here.store, tx => makeWish(tx, citizenOf(account), MAIR, REFUSE_HOUSING))
    assert.deepEqual(made, { ok: false, problem: 'wish.notYourRecord' }, account)
  }
})

test('a choice lets in only whom she called family: a choice alone makes no tie', async () => {
  await makes({ kind: 'allow', with: { accountId: seedId.account('tecwyn-breese') }, dataClasses: ['plan'] })
  assert.equal((await here.look('tecwyn-breese', 'mair-pritchard', async () => 'seen')).ok, false)
})

test('a wish is not rewritten: a change of mind is another row', async () => {
  const { db } = here.store
  await assert.rejects(db.updateTable('wish').set({ kind: 'allow' }).execute(), /permission denied/)
  await assert.rejects(db.deleteFrom('wish').execute(), /permission denied/)
})

async function makes(wish: NewWish): Promise<void> {
  const made = await transaction(here.store, tx => makeWish(tx, citizenOf('mair-pritchard'), MAIR, wish))
  assert.ok(made.ok)
}

async function opens(account: string, dataClass: DataClass): Promise<boolean | 'nothing'> {
  const looked = await here.look(account, 'mair-pritchard', async (_, access) => access.opens(dataClass))
  return looked.ok ? looked.value : 'nothing'
}
