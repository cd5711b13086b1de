import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { answerProposal, type NewAnswer } from './answer.ts'
import { addItem, openPlan } from './open-plan.ts'
import type { PlanItem } from './plan.ts'
import { type NewWords, proposeWords } from './propose.ts'
import { readHistory } from './read-history.ts'
import { readItem, readPlan } from './read-plan.ts'
import { takeStance } from './take-stance.ts'
import { elin, type Hand, MAIR, mair, sioned, type TestPlan, THE_PERSON, testPlan, writerOf } from './test-plan.ts'

const plan = await testPlan()
after(() => plan.drop())

planTest('Mair changes her own goal at once, and both her words and the earlier ones are kept', async ({ goal }) => {
  assert.deepEqual(await say(mair, goal, { version: 1, words: 'Cerdded at y giât' }), {
    ok: true,
    value: 'changed',
  })
  const item = await itemOf(mair, goal)
  assert.equal(item.words, 'Cerdded at y giât')
  assert.equal(item.version, 2)
  assert.equal(item.helpedBy, 'Aled')
  assert.deepEqual(await historyOf(mair, goal), ['written by Mair Pritchard', 'written by Mair Pritchard'])
})

planTest('what Elin says of her mother’s goal is a proposal, and the goal stays as it was', async ({ goal }) => {
  const { words, version } = await itemOf(elin, goal)
  assert.deepEqual(await say(elin, goal, { version, words: 'Cerdded at y capel' }), { ok: true, value: 'proposed' })
  const item = await itemOf(mair, goal)
  assert.equal(item.words, words)
  assert.deepEqual(
    item.proposals.map(proposal => [proposal.proposedBy, proposal.words]),
    [['Elin Pritchard', 'Cerdded at y capel']],
  )
})

planTest('a proposal that arrives twice is one proposal', async () => {
  const id = await newGoal('Canu yn y parti')
  const twice = { version: 1, words: 'Canu bob wythnos', key: 'a-form-of-elins' }
  await Promise.all([say(elin, id, twice), say(elin, id, twice)])
  assert.equal((await itemOf(mair, id)).proposals.length, 1)
  await say(elin, id, { ...twice, words: 'Canu bob nos Iau' })
  assert.equal((await itemOf(mair, id)).proposals.length, 2)
})

planTest('when Mair says yes to a proposal its words are hers, and the history says whose they were', async () => {
  const id = await newGoal('Bwydo’r ieir')
  await say(elin, id, { version: 1, words: 'Bwydo’r ieir bob bore', why: 'Maen nhw’n llwgu' })
  const [proposal] = (await itemOf(mair, id)).proposals
  assert(proposal)
  const yes = { proposalId: proposal.id, accepted: true, words: 'Diolch' }
  assert.deepEqual(await answer(mair, yes), { ok: true, value: undefined })
  assert.deepEqual(await answer(mair, yes), { ok: true, value: undefined }, 'the same answer sent again')
  const item = await itemOf(elin, id)
  assert.equal(item.words, 'Bwydo’r ieir bob bore')
  assert.equal(item.proposals.length, 0)
  const [latest] = await entriesOf(elin, id)
  assert.deepEqual(
    [latest?.by, latest?.proposedBy, latest?.why, latest?.answer],
    ['Mair Pritchard', 'Elin Pritchard', 'Maen nhw’n llwgu', 'Diolch'],
  )
})

planTest('when Mair says no, her words stand and Elin can read her answer', async () => {
  const id = await newGoal('Aros gartref')
  await say(elin, id, { version: 1, words: 'Symud i Norwich' })
  const [proposal] = (await itemOf(mair, id)).proposals
  assert(proposal)
  await answer(mair, { proposalId: proposal.id, accepted: false, words: 'Dim diolch' })
  assert.deepEqual(await answer(mair, { proposalId: proposal.id, accepted: true, words: '' }), {
    ok: false,
    problem: 'plan.alreadyAnswered',
  })
  assert.equal((await itemOf(mair, id)).words, 'Aros gartref')
  const declined = (await entriesOf(elin, id)).find(({ what }) => what === 'declined')
  assert.deepEqual(
    [declined?.proposedBy, declined?.words, declined?.answer],
    [elin.name, 'Symud i Norwich', 'Dim diolch'],
  )
})

planTest('nobody answers a proposal for Mair', async () => {
  const id = await newGoal('Darllen')
  await say(elin, id, { version: 1, words: 'Darllen mwy' })
  const [proposal] = (await itemOf(mair, id)).proposals
  assert(proposal)
  for (const actor of [elin, sioned]) {
    const answered = await answer(actor, { proposalId: proposal.id, accepted: true, words: '' })
    assert.deepEqual(answered, { ok: false, problem: 'plan.notYoursToAnswer' })
  }
})

planTest('words for a goal that has changed since it was read are kept beside it, for Mair to choose', async () => {
  const id = await newGoal('Garddio')
  await say(elin, id, { version: 1, words: 'Garddio gydag Elin' })
  await say(mair, id, { version: 1, words: 'Garddio ar fy mhen fy hun' })
  assert.deepEqual(await say(elin, id, { version: 1, words: 'Garddio eto' }), { ok: true, value: 'proposed' })
  assert.deepEqual(await agree(elin, id, 1), { ok: false, problem: 'plan.itemHasChanged' })
  const { proposals } = await itemOf(mair, id)
  const [first, second] = ['Garddio gydag Elin', 'Garddio eto'].map(words => proposals.find(one => one.words === words))
  assert(first && second)
  assert.deepEqual([first.fits, first.isBeside], [false, false], 'it was made against words that are no more')
  assert.deepEqual([second.fits, second.isBeside], [true, true])
  const answered = await answer(mair, { proposalId: first.id, accepted: true, words: '' })
  assert.deepEqual(answered, { ok: false, problem: 'plan.itemHasChanged' })
  assert.equal((await itemOf(mair, id)).words, 'Garddio ar fy mhen fy hun')
  assert.ok((await answer(mair, { proposalId: second.id, accepted: true, words: '' })).ok)
  assert.equal((await itemOf(mair, id)).words, 'Garddio eto')
})

planTest('of two workers who change an action in the same moment, neither loses a word', async ({ action }) => {
  const { version } = await itemOf(sioned, action)
  const both = ['Galwad am wyth', 'Galwad am naw']
  const became = await Promise.all(both.map(words => say(sioned, action, { version, words })))
  assert.deepEqual(became.map(one => one.ok && one.value).toSorted(), ['changed', 'kept-beside'])
  const item = await itemOf(sioned, action)
  assert.equal(item.version, version + 1)
  const [other] = item.proposals
  assert(other)
  assert.deepEqual([item.words, other.words].toSorted(), both.toSorted())
  assert.ok((await answer(sioned, { proposalId: other.id, accepted: true, words: '' })).ok)
  assert.equal((await itemOf(sioned, action)).words, other.words)
})

planTest('a day and words changed at the same moment are both so, and who wrote what is told', async ({ action }) => {
  const before = await itemOf(sioned, action)
  const { version, words, language, details } = before
  await say(sioned, action, { version, words: 'Galwad am wyth, yn Gymraeg' })
  const later = { version, words, language, rest: { dueOn: '2026-12-24', details: { ...details, person: 'Nerys' } } }
  assert.deepEqual(await say(sioned, action, later), { ok: true, value: 'changed' })
  const now = await itemOf(sioned, action)
  assert.deepEqual(
    [now.words, now.dueOn, now.details.person, now.version],
    ['Galwad am wyth, yn Gymraeg', '2026-12-24', 'Nerys', version + 2],
  )
})

planTest('the council changes its own action; Mair proposes, and disagrees in her own words', async ({ action }) => {
  const { version } = await itemOf(mair, action)
  assert.deepEqual(await say(mair, action, { version, words: 'Dim galwad' }), { ok: true, value: 'proposed' })
  assert.deepEqual(await disagree(mair, action, version, ' '), { ok: false, problem: 'plan.whyMissing' })
  await disagree(mair, action, version, 'Mae wyth yn rhy gynnar')
  const { stances } = await itemOf(sioned, action)
  assert.deepEqual(
    stances.map(({ takenBy, agrees, words }) => [takenBy, agrees, words]),
    [['Mair Pritchard', false, 'Mae wyth yn rhy gynnar']],
  )
})

planTest('the last word of each counts, and when the words change everybody is asked again', async ({ clock }) => {
  const id = await newGoal('Mynd i’r capel')
  await disagree(elin, id, 1, 'Mae’n bell')
  clock.move('2026-11-22T09:05:00Z')
  await agree(elin, id, 1)
  assert.deepEqual(
    (await itemOf(mair, id)).stances.map(({ agrees }) => agrees),
    [true],
  )
  await say(mair, id, { version: 1, words: 'Mynd i’r capel efo Elin' })
  assert.deepEqual((await itemOf(mair, id)).stances, [])
  assert.equal((await entriesOf(mair, id)).filter(({ what }) => what !== 'written').length, 2)
})

planTest('the same words again change nothing, unless they were sent twice', async () => {
  const id = await newGoal('Pobi')
  assert.deepEqual(await say(mair, id, { version: 1, words: 'Pobi' }), { ok: false, problem: 'plan.wordsSame' })
  await say(mair, id, { version: 1, words: 'Pobi bara' })
  assert.deepEqual(await say(mair, id, { version: 1, words: 'Pobi bara' }), { ok: true, value: 'changed' })
  assert.equal((await itemOf(mair, id)).version, 2)
})

planTest(
  'what the landlord does is hidden from a social worker whom no clause lets see it',
  async ({ action, tenancy }) => {
    const seen = await as(sioned, (tx, access) => readPlan(tx, access))
    assert.ok(seen.some(({ id }) => id === action))
    assert.ok(!seen.some(({ id }) => id === tenancy))
    assert.deepEqual(await as(sioned, (tx, access) => readItem(tx, [access], tenancy)), [undefined])
    assert.deepEqual(await as(sioned, (tx, access) => readHistory(tx, access, tenancy)), [])
    assert.deepEqual(await say(sioned, tenancy, { version: 1, words: 'Dim canllaw' }), {
      ok: false,
      problem: 'plan.itemNotShown',
    })
  },
)

function planTest(sentence: string, work: (plan: TestPlan) => Promise<void>): void {
  test(sentence, () => work(plan))
}

function say(actor: Hand, itemId: string, words: Partial<NewWords>): Promise<Outcome<string>> {
  const offered = { itemId, version: 1, words: '', language: 'cy', why: '', ...words } as const
  return as(actor, (tx, access) => proposeWords(tx, access, offered, writerOf(actor)))
}

function answer(actor: Hand, given: NewAnswer): Promise<Outcome<undefined>> {
  return as(actor, (tx, access) => answerProposal(tx, access, given, writerOf(actor)))
}

function agree(actor: Hand, itemId: string, version: number): Promise<Outcome<undefined>> {
  const stance = { itemId, version, agrees: true, words: '' }
  return as(actor, (tx, access) => takeStance(tx, access, stance, writerOf(actor)))
}

function disagree(actor: Hand, itemId: string, version: number, words: string): Promise<Outcome<undefined>> {
  const stance = { itemId, version, agrees: false, words }
  return as(actor, (tx, access) => takeStance(tx, access, stance, writerOf(actor)))
}

async function itemOf(actor: Hand, itemId: string): Promise<PlanItem> {
  const [item] = await as(actor, (tx, access) => readItem(tx, [access], itemId))
  assert(item, `${actor.name} is shown the item`)
  return item
}

function entriesOf(actor: Hand, itemId: string) {
  return as(actor, (tx, access) => readHistory(tx, access, itemId))
}

async function historyOf(actor: Hand, itemId: string): Promise<string[]> {
  return (await entriesOf(actor, itemId)).map(({ what, by }) => `${what} by ${by}`)
}

function newGoal(words: string): Promise<string> {
  return as(mair, async (tx, access) => {
    const planId = await openPlan(tx, MAIR)
    const item = { kind: 'goal', ownerId: THE_PERSON, dataClass: 'plan', place: 9, words, language: 'cy' } as const
    return addItem(tx, access, planId, item, writerOf(mair))
  })
}

async function as<Value>(actor: Hand, work: (tx: Tx, access: Access) => Promise<Value>): Promise<Value> {
  const looked = await transaction(plan.store, tx =>
    look(tx, actor, MAIR, { doing: 'write', place: 'plan' }, access => work(tx, access)),
  )
  assert(looked.ok, `${actor.name} may see something of Mair`)
  return looked.value
}
