import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import { look } from '../look.ts'
import { DATA_CLASSES, type DataClass } from '../vocabulary.ts'
import { decideSharing } from './decide-sharing.ts'
import { makeWish } from './make.ts'
import { liftPause, pauseSharing } from './pause.ts'
import type { NewWish } from './wish.ts'
import { withdrawWish } from './withdraw.ts'

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

test('that her daughter tried is in Mair’s trail as a refusal, and nothing of what she tried is left', async () => {
  const elin = citizenOf('elin-pritchard')
  const before = await wishes()
  const tried = await transaction(here.store, tx =>
    decideSharing(tx, elin, MAIR, async () => {
      await makeWish(tx, citizenOf('mair-pritchard'), MAIR, { ...REFUSE_HOUSING, dataClasses: ['plan'] })
      return makeWish(tx, elin, MAIR, REFUSE_HOUSING)
    }),
  )
  assert.deepEqual(tried, { ok: false, problem: 'wish.notYourRecord' })
  assert.equal(await wishes(), before)
  const entry = await here.store.db
    .selectFrom('trailEntry')
    .select(['allowed', 'action', 'place', 'failed'])
    .where('accountId', '=', elin.accountId)
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()
  assert.deepEqual(entry, { allowed: false, action: 'write', place: 'sharing', failed: ['not-theirs-to-decide'] })
  const owen = await transaction(here.store, tx =>
    decideSharing(tx, citizenOf('owen-griffiths'), MAIR, () =>
      assert.fail('somebody to whom nothing is open was let act'),
    ),
  )
  assert.deepEqual(owen, { ok: false, problem: 'record.notShown' })
})

test('a wish about somebody who has nothing to do with her, about nothing, or about no known kind is refused, and nothing is changed', async () => {
  const before = await wishes()
  const stranger: NewWish = { ...REFUSE_HOUSING, with: { accountId: seedId.account('dewi-prosser') } }
  const unknown = { ...REFUSE_HOUSING, dataClasses: ['plan', 'everything'] as DataClass[] }
  for (const [wish, problem] of [
    [stranger, 'wish.noTie'],
    [{ ...stranger, kind: 'allow' }, 'wish.noTie'],
    [{ ...REFUSE_HOUSING, dataClasses: [] }, 'wish.nothingNamed'],
    [unknown, 'wish.unknownClass'],
    [{ ...REFUSE_HOUSING, words: 'x'.repeat(1001) }, 'wish.wordsTooLong'],
  ] as const)
    assert.deepEqual(await tries(wish), { ok: false, problem })
  assert.equal(await wishes(), before)
})

test('the same form sent twice is one wish', async () => {
  const wish: NewWish = { ...REFUSE_HOUSING, with: { accountId: seedId.account('glenys-tudge') }, key: 'a form' }
  const first = await tries(wish)
  const after = await wishes()
  assert.deepEqual(await tries(wish), first)
  assert.equal(await wishes(), after)
})

test('letting somebody see again takes the place of refusing it, and leaves what else was refused', async () => {
  const glenys = { accountId: seedId.account('glenys-tudge') }
  await makes({ kind: 'allow', with: glenys, dataClasses: ['plan'] })
  assert.equal(await opens('glenys-tudge', 'plan'), true)
  assert.equal(await opens('glenys-tudge', 'about-me'), false)
})

test('nobody is let in one by one while their whole organisation is refused: she is told which comes first', async () => {
  const ffion: NewWish = { kind: 'allow', with: { accountId: seedId.account('ffion-gittins') }, dataClasses: ['plan'] }
  assert.deepEqual(await tries(ffion), { ok: false, problem: 'wish.refusedMoreWidely' })
})

test('a wish that is withdrawn no longer counts, and only she withdraws it', async () => {
  const aled: NewWish = { kind: 'refuse', with: { accountId: seedId.account('sioned-evans') }, dataClasses: ['plan'] }
  const made = await tries(aled)
  assert(made.ok)
  assert.equal(await opens('sioned-evans', 'plan'), false)
  const byElin = await transaction(here.store, tx => withdrawWish(tx, citizenOf('elin-pritchard'), MAIR, made.value))
  assert.deepEqual(byElin, { ok: false, problem: 'wish.notYourRecord' })
  assert.equal(await opens('sioned-evans', 'plan'), false)
  for (let times = 0; times < 2; times++)
    assert.ok((await transaction(here.store, tx => withdrawWish(tx, citizenOf('mair-pritchard'), MAIR, made.value))).ok)
  assert.equal(await opens('sioned-evans', 'plan'), true)
})

test('she stops everything: worker and daughter see nothing from then on, and everything as before when she lifts it', async () => {
  const mair = citizenOf('mair-pritchard')
  for (let times = 0; times < 2; times++)
    assert.ok((await transaction(here.store, tx => pauseSharing(tx, mair, MAIR, 'Gadewch lonydd i mi heddiw.'))).ok)
  for (const account of ['sioned-evans', 'elin-pritchard']) assert.equal(await opens(account, 'plan'), 'nothing')
  assert.equal(await opens('mair-pritchard', 'plan'), true)
  assert.ok((await transaction(here.store, tx => liftPause(tx, mair, MAIR))).ok)
  for (const account of ['sioned-evans', 'elin-pritchard']) assert.equal(await opens(account, 'plan'), true)
})

test('a wish is not rewritten: a change of mind is another row', async () => {
  const { db } = here.store
  await assert.rejects(db.updateTable('wish').set({ kind: 'allow' }).execute(), /permission denied/)
  await assert.rejects(db.deleteFrom('wish').execute(), /permission denied/)
})

async function makes(wish: NewWish): Promise<void> {
  assert.ok((await tries(wish)).ok)
}

function tries(wish: NewWish) {
  return transaction(here.store, tx => makeWish(tx, citizenOf('mair-pritchard'), MAIR, wish))
}

async function wishes(): Promise<number> {
  return (await here.store.db.selectFrom('wish').select('id').execute()).length
}

async function opens(account: string, dataClass: DataClass): Promise<boolean | 'nothing'> {
  const looked = await here.look(account, 'mair-pritchard', async (_, access) => access.opens(dataClass))
  return looked.ok ? looked.value : 'nothing'
}
