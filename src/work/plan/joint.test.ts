import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { endRepresentative, recordRepresentative } from '#record/sharing/representative/record.ts'
import { actsFor } from '#record/sharing/representative/representatives-of.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { addToPlan } from './add.ts'
import { answerProposal } from './answer.ts'
import { answerOffer } from './answer-offer.ts'
import { isInPlan, type PlanItem } from './plan.ts'
import { proposeWords } from './propose.ts'
import { readPlan } from './read-plan.ts'

// Ivor has been found not to be able to decide about his care. Carys, who was his attorney alone, and Elin may act for him
// only together from now on.
const here = await region()
after(() => here.close())
const IVOR = 'ivor-llewelyn-price'
const ATTORNEYS = ['carys-llewelyn', 'elin-pritchard'] as const

test('two attorneys appointed jointly decide when both have said yes, and neither of them alone', async () => {
  await appointTogether()
  const added = await as('sioned-evans', (tx, access) => addToPlan(tx, access, NEED, by('sioned-evans')))
  assert.ok(added.ok && added.value.became === 'offered')
  const { itemId } = added.value
  const says = (account: string, accepted: boolean) =>
    as(account, (tx, access) => answerOffer(tx, access, { itemId, accepted, words: '' }, by(account)))
  assert.ok((await says('carys-llewelyn', true)).ok)
  assert.equal(isInPlan(await itemNow(itemId)), false, 'one yes is no decision')
  assert.ok((await says('elin-pritchard', false)).ok)
  assert.equal(isInPlan(await itemNow(itemId)), false, 'nor is a no')
  assert.ok((await says('elin-pritchard', true)).ok)
  assert.equal(isInPlan(await itemNow(itemId)), true)

  const other = { itemId, version: 1, words: 'Help i godi ac i olchi.', language: 'cy', why: '' } as const
  await as('sioned-evans', (tx, access) => proposeWords(tx, access, other, by('sioned-evans')))
  const [proposal] = (await itemNow(itemId)).proposals
  assert(proposal)
  const answers = (account: string) =>
    as(account, (tx, access) =>
      answerProposal(tx, access, { proposalId: proposal.id, accepted: true, words: '' }, by(account)),
    )
  assert.ok((await answers('elin-pritchard')).ok)
  assert.equal((await itemNow(itemId)).words, NEED.words)
  assert.ok((await answers('carys-llewelyn')).ok)
  const now = await itemNow(itemId)
  assert.deepEqual([now.words, now.writtenAs], [other.words, 'health-attorney'])
})

test('one who is left of two decides nothing any more, and what matters to him nobody ever decides', async () => {
  const [office] = await transaction(here.store, tx => actsFor(tx, seedId.account('elin-pritchard')))
  assert(office)
  const ended = { representativeId: office.id, reason: 'Nid yw hi am wneud mwy.' }
  await as('sioned-evans', (tx, access) => endRepresentative(tx, access, ended))
  const added = await as('sioned-evans', (tx, access) =>
    addToPlan(tx, access, { ...NEED, words: 'Cwmni gyda’r nos.', key: 'evening' }, by('sioned-evans')),
  )
  assert.ok(added.ok)
  const { itemId } = added.value
  await as('carys-llewelyn', (tx, access) =>
    answerOffer(tx, access, { itemId, accepted: true, words: '' }, by('carys-llewelyn')),
  )
  assert.equal(isInPlan(await itemNow(itemId)), false)
  const goal = { ...NEED, kind: 'goal', words: 'Cerdded i’r capel.', key: 'goal' } as const
  const put = await as('sioned-evans', (tx, access) => addToPlan(tx, access, goal, by('sioned-evans')))
  assert.ok(put.ok)
  const answer = { itemId: put.value.itemId, accepted: true, words: '' }
  assert.deepEqual(await as('carys-llewelyn', (tx, access) => answerOffer(tx, access, answer, by('carys-llewelyn'))), {
    ok: false,
    problem: 'plan.notYoursToAnswer',
  })
})

const NEED = {
  kind: 'need',
  partOf: undefined,
  ownerId: seedId.organisation('person'),
  words: 'Help i godi yn y bore.',
  language: 'cy',
  dueOn: undefined,
  details: {},
  why: '',
  key: 'need',
} as const

async function appointTogether(): Promise<void> {
  const [alone] = await transaction(here.store, tx => actsFor(tx, seedId.account('carys-llewelyn')))
  assert(alone)
  const ended = { representativeId: alone.id, reason: 'Dwy bellach.' }
  await as('sioned-evans', (tx, access) => endRepresentative(tx, access, ended))
  await transaction(here.store, tx => {
    const elin = { accountId: seedId.account('elin-pritchard') }
    return beginRelationship(tx, { personId: personId(IVOR) }, { kind: 'family', with: elin, source: 'person-chose' })
  })
  for (const account of ATTORNEYS) {
    const power = {
      accountId: seedId.account(account),
      kind: 'health-attorney',
      acts: 'jointly',
      reference: `7009-4411-${account}`,
      registeredOn: '2024-03-11',
    } as const
    assert.ok((await as('sioned-evans', (tx, access) => recordRepresentative(tx, access, power))).ok)
  }
}

async function as<Value>(account: string, work: Parameters<typeof here.look<Value>>[2]): Promise<Value> {
  const looked = await here.look(account, IVOR, work)
  assert(looked.ok, `nothing is open to ${account}`)
  return looked.value
}

function by(account: string) {
  const { accountId, name } = actorOf(account) as { accountId: string; name: string }
  return { accountId, name }
}

async function itemNow(itemId: string): Promise<PlanItem> {
  const item = (await as('sioned-evans', readPlan)).find(({ id }) => id === itemId)
  assert(item)
  return item
}
