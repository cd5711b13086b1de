import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { addToPlan } from './add.ts'
import { answerProposal } from './answer.ts'
import { answerOffer } from './answer-offer.ts'
import type { PlanItem } from './plan.ts'
import { type NewWords, proposeWords } from './propose.ts'
import { readHistory } from './read-history.ts'
import { readItem, readPlan } from './read-plan.ts'
import { takeStance } from './take-stance.ts'
import { elin, type Hand, MAIR, mair, THE_PERSON, testPlan } from './test-plan.ts'

const plan = await testPlan()
after(() => plan.drop())

test('an addition that is sent twice in one moment is one item', async () => {
  const [one, other] = await Promise.all([adds(mair, 'Canu alto'), adds(mair, 'Canu alto')])
  assert.equal(one, other)
  const items = await as(mair, (tx, access) => readPlan(tx, access))
  assert.equal(items.filter(({ words }) => words === 'Canu alto').length, 1)
})

test('a yes to an offer that is sent twice in one moment is one yes', async () => {
  const itemId = await adds(elin, 'Cael ffôn newydd')
  const yes = () => as(mair, (tx, access) => answerOffer(tx, access, { itemId, accepted: true, words: '' }, mair))
  for (const answered of await Promise.all([yes(), yes()])) assert.ok(answered.ok)
})

test('words that are sent again after others have been written were changed, and are not kept beside those', async () => {
  const itemId = await adds(mair, 'Cerdded i’r siop')
  const first = { itemId, version: 1, words: 'Cerdded i’r capel', key: 'the telephone' }
  assert.deepEqual(await says(mair, first), { ok: true, value: 'changed' })
  await says(mair, { itemId, version: 2, words: 'Cerdded i’r parc', key: 'the tablet' })
  assert.deepEqual(await says(mair, first), { ok: true, value: 'changed' })
  const item = await itemOf(itemId)
  assert.deepEqual([item.words, item.version, item.proposals.length], ['Cerdded i’r parc', 3, 0])
})

test('a slip that is put right twice over was put right, and is not too late', async () => {
  const itemId = await adds(elin, 'Mynd i Llandudno')
  const right = { itemId, version: 1, words: 'Mynd i Landudno', key: 'a slip', putsRight: true }
  assert.deepEqual(await says(elin, right), { ok: true, value: 'changed' })
  assert.deepEqual(await says(elin, right), { ok: true, value: 'changed' })
  assert.equal((await itemOf(itemId)).version, 2)
})

test('who agreed, and says so again after the words have changed, had agreed with the earlier ones', async () => {
  const itemId = await adds(mair, 'Pobi bara')
  const agrees = (key: string) =>
    as(elin, (tx, access) => takeStance(tx, access, { itemId, version: 1, agrees: true, words: '', key }, elin))
  assert.ok((await agrees('once')).ok)
  await says(mair, { itemId, version: 1, words: 'Pobi bara brith' })
  assert.ok((await agrees('once')).ok)
  assert.deepEqual(await agrees('anew'), { ok: false, problem: 'plan.itemHasChanged' })
  assert.deepEqual((await itemOf(itemId)).stances, [])
})

test('a version is told once, whoever else had proposed the same words; each yes is told', async () => {
  const itemId = await adds(mair, 'Darllen')
  for (const key of ['one', 'other']) await says(elin, { itemId, version: 1, words: 'Darllen mwy', key, why: key })
  plan.clock.move('2026-11-22T09:05:00Z')
  const { proposals } = await itemOf(itemId)
  for (const { id: proposalId } of proposals) {
    await as(mair, (tx, access) => answerProposal(tx, access, { proposalId, accepted: true, words: '' }, mair))
    plan.clock.move('2026-11-22T09:10:00Z')
  }
  const entries = await as(mair, (tx, access) => readHistory(tx, access, itemId))
  assert.deepEqual(entries.map(({ what, version, why }) => [what, version, why]).toSorted(), [
    ['accepted', 2, proposals[1]?.why],
    ['written', 1, undefined],
    ['written', 2, proposals[0]?.why],
  ])
})

async function adds(hand: Hand, words: string): Promise<string> {
  const addition = {
    kind: 'goal',
    partOf: undefined,
    ownerId: THE_PERSON,
    words,
    language: 'cy',
    dueOn: undefined,
  } as const
  const added = await as(hand, (tx, access) =>
    addToPlan(tx, access, { ...addition, details: {}, why: '', key: words }, hand),
  )
  assert(added.ok, 'it is added')
  return added.value.itemId
}

function says(hand: Hand, words: Pick<NewWords, 'itemId' | 'version' | 'words'> & Partial<NewWords>) {
  return as(hand, (tx, access) => proposeWords(tx, access, { language: 'cy', why: '', ...words }, hand))
}

async function itemOf(itemId: string): Promise<PlanItem> {
  const [item] = await as(mair, (tx, access) => readItem(tx, [access], itemId))
  assert(item, 'Mair is shown the item')
  return item
}

async function as<Value>(hand: Hand, work: (tx: Tx, access: Access) => Promise<Value>): Promise<Value> {
  const looked = await transaction(plan.store, tx =>
    look(tx, hand, MAIR, { doing: 'write', place: 'plan' }, access => work(tx, access)),
  )
  assert(looked.ok, `${hand.name} may see something of Mair`)
  return looked.value
}
