import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { idFor } from '#ground/chance.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { type Addition, addToPlan } from './add.ts'
import { answerOffer } from './answer-offer.ts'
import { type Content, merge } from './content.ts'
import { isInPlan, isOwnWords, type PlanItem, PUT_RIGHT_MS } from './plan.ts'
import { proposeWords } from './propose.ts'
import { type HistoryEntry, readHistory } from './read-history.ts'
import { readItem } from './read-plan.ts'
import { sayState } from './say-state.ts'
import { giveScore } from './score.ts'
import { strike } from './strike.ts'
import { elin, type Hand, MAIR, mair, sioned, THE_PERSON, testPlan, writerOf } from './test-plan.ts'
import { readWholeStances, takeWholeStance } from './whole-stance.ts'

const plan = await testPlan()
after(() => plan.drop())
const COUNCIL = idFor('organisation council')
const LANDLORD = idFor('organisation landlord')

test('what Mair adds is in her plan at once; what Elin adds of hers is an offer until Mair says yes', async () => {
  const hers = await adds(mair, { kind: 'strength', words: 'Dwi’n canu alto' })
  assert.deepEqual([hers.became, isInPlan(await itemOf(elin, hers.itemId))], ['added', true])
  const offered = await adds(elin, { kind: 'goal', words: 'Cael ffôn newydd', why: 'I ni gael siarad' })
  const before = await itemOf(mair, offered.itemId)
  assert.deepEqual([offered.became, isInPlan(before), before.offer?.why], ['offered', false, 'I ni gael siarad'])
  const yes = { itemId: offered.itemId, accepted: true, words: 'Iawn' }
  assert.deepEqual(await as(elin, (tx, access) => answerOffer(tx, access, yes, elin)), refusedWith('notYoursToAnswer'))
  assert.ok((await as(mair, (tx, access) => answerOffer(tx, access, yes, mair))).ok)
  assert.ok((await as(mair, (tx, access) => answerOffer(tx, access, yes, mair))).ok, 'sent twice')
  assert.ok(isInPlan(await itemOf(elin, offered.itemId)))
})

test('what Mair says no to is no part of her plan, and her words about it are kept', async () => {
  const { itemId } = await adds(sioned, { kind: 'goal', words: 'Symud i gartref gofal' })
  await as(mair, (tx, access) => answerOffer(tx, access, { itemId, accepted: false, words: 'Dim diolch' }, mair))
  const item = await itemOf(sioned, itemId)
  assert.deepEqual([isInPlan(item), item.offer?.declined?.words], [false, 'Dim diolch'])
  assert.deepEqual(await whatOf(sioned, itemId), ['offer-declined', 'offered', 'written'])
})

test('what others put to Mair as mattering to her, or what she has struck through, is never shown as her own words', async () => {
  const { itemId } = await adds(elin, { kind: 'goal', words: 'Cael llonydd' })
  const isHers = async () => isOwnWords({ ...(await itemOf(mair, itemId)), kind: 'matters' })
  assert.equal(await isHers(), false, 'offered')
  await as(mair, (tx, access) => answerOffer(tx, access, { itemId, accepted: true, words: '' }, mair))
  assert.equal(await isHers(), true, 'she said yes')
  const struck = { itemId, version: 1, because: 'wrong', why: 'Nid fi ddywedodd' } as const
  assert.ok((await as(mair, (tx, access) => strike(tx, access, struck, mair))).ok)
  assert.equal(await isHers(), false, 'struck through')
})

test('the same addition that arrives twice is one item', async () => {
  const twice = { kind: 'goal', words: 'Pobi', key: 'the same form' } as const
  assert.equal((await adds(mair, twice)).itemId, (await adds(mair, twice)).itemId)
})

test('nobody adds to a part of the plan that they may not add to, nor a kind that is not theirs', async () => {
  const tenancy = { kind: 'home', ownerId: LANDLORD, words: 'Canllaw' } as const
  assert.deepEqual(await addsOr(sioned, tenancy), refusedWith('notYoursToAdd'))
  const council = { kind: 'goal', ownerId: COUNCIL, words: 'Llai o oriau' } as const
  assert.deepEqual(await addsOr(sioned, council), refusedWith('notYoursToAdd'))
  const paid = { kind: 'direct-payment', words: 'Talu i mi' } as const
  assert.deepEqual(await addsOr(mair, paid), refusedWith('notYoursToAdd'))
  const odd = { kind: 'goal', words: 'Nod', details: { funding: 'council' } } as const
  assert.deepEqual(await addsOr(mair, odd), refusedWith('detailsNotUnderstood'))
})

test('what Mair asks of the council waits until the council takes it on, and only the council says how far it is', async () => {
  const asked = { kind: 'action', ownerId: COUNCIL, words: 'Galwad gyda’r nos', details: { person: 'Nerys' } } as const
  const { itemId, became } = await adds(mair, asked)
  assert.deepEqual([became, (await itemOf(mair, itemId)).state?.state], ['asked', 'asked'])
  const says = (hand: Hand, state: 'taken-on' | 'stuck', words: string) =>
    as(hand, (tx, access) => sayState(tx, access, { itemId, state, words }, hand))
  assert.deepEqual(await says(mair, 'taken-on', ''), refusedWith('notYoursToSay'))
  assert.deepEqual(await says(sioned, 'stuck', ' '), refusedWith('stateWhyMissing'))
  plan.clock.move('2026-11-22T10:00:00Z')
  assert.ok((await says(sioned, 'taken-on', '')).ok)
  plan.clock.move('2026-11-22T10:01:00Z')
  assert.ok((await says(sioned, 'stuck', 'Neb ar gael')).ok)
  const { state } = await itemOf(mair, itemId)
  assert.deepEqual([state?.state, state?.words, state?.saidBy], ['stuck', 'Neb ar gael', 'Sioned Evans'])
  assert.deepEqual(
    (await entriesOf(mair, itemId)).flatMap(one => one.state ?? []),
    ['stuck', 'taken-on', 'asked'],
  )
})

test('what her daughter takes on in Mair’s own part, her daughter says how far it is', async () => {
  const own = { kind: 'action', words: 'Ffonio bob nos', details: { person: 'Elin', account: elin.accountId } } as const
  const { itemId } = await adds(mair, own)
  const begun = { itemId, state: 'begun', words: '' } as const
  assert.ok((await as(elin, (tx, access) => sayState(tx, access, begun, elin))).ok)
  assert.deepEqual(await as(sioned, (tx, access) => sayState(tx, access, begun, sioned)), refusedWith('notYoursToSay'))
})

test('only Mair says how she feels about a goal, and her first score stays the baseline', async () => {
  const { itemId } = await adds(mair, { kind: 'goal', words: 'Cysgu’n well' })
  const scores = (hand: Hand, score: number) =>
    as(hand, (tx, access) => giveScore(tx, access, { itemId, score, words: '' }, hand))
  assert.deepEqual(await scores(sioned, 9), refusedWith('notYoursToSay'))
  for (const [score, at] of [
    [3, '2026-11-22T11:00:00Z'],
    [6, '2026-11-22T11:05:00Z'],
  ] as const) {
    plan.clock.move(at)
    await scores(mair, score)
  }
  assert.deepEqual(
    (await itemOf(sioned, itemId)).scores.map(one => one.score),
    [3, 6],
  )
})

test('of what is only put to Mair, or is about somebody else, nobody says how far it is, nor how she feels', async () => {
  const says = (itemId: string) =>
    as(mair, (tx, access) => sayState(tx, access, { itemId, state: 'begun', words: '' }, mair))
  const scores = (itemId: string) =>
    as(mair, (tx, access) => giveScore(tx, access, { itemId, score: 4, words: '' }, mair))
  const action = await adds(elin, { kind: 'action', words: 'Gwerthu’r tŷ' })
  const goal = await adds(elin, { kind: 'goal', words: 'Symud i Norwich' })
  assert.deepEqual([action.became, goal.became], ['offered', 'offered'])
  assert.deepEqual(await says(action.itemId), refusedWith('notInPlan'))
  assert.deepEqual(await scores(goal.itemId), refusedWith('notInPlan'))
  for (const { itemId } of [action, goal])
    await as(mair, (tx, access) => answerOffer(tx, access, { itemId, accepted: true, words: '' }, mair))
  assert.ok((await says(action.itemId)).ok)
  assert.ok((await scores(goal.itemId)).ok)
  const misfiled = { itemId: goal.itemId, version: 1, because: 'wrong-person', why: 'Nid hi' } as const
  assert.ok((await as(mair, (tx, access) => strike(tx, access, misfiled, mair))).ok)
  assert.deepEqual(await scores(goal.itemId), refusedWith('notInPlan'))
})

test('a slip is put right by its own writer within four hours, and by nobody after that', async () => {
  plan.clock.move('2026-11-22T12:00:00Z')
  const { itemId } = await adds(elin, { kind: 'goal', words: 'Mynd i Llandudno' })
  const puts = (hand: Hand, version: number, words: string) =>
    as(hand, (tx, access) =>
      proposeWords(tx, access, { itemId, version, words, language: 'cy', why: '', putsRight: true }, hand),
    )
  assert.deepEqual(await puts(sioned, 1, 'Dim'), refusedWith('locked'))
  plan.clock.move('2026-11-22T12:00:01Z')
  assert.deepEqual(await puts(elin, 1, 'Mynd i Landudno'), { ok: true, value: 'changed' })
  assert.deepEqual(
    (await entriesOf(mair, itemId)).slice(0, 1).map(({ what, words }) => [what, words]),
    [['put-right', 'Mynd i Landudno']],
  )
  plan.clock.move(new Date(Date.parse('2026-11-22T12:00:02Z') + PUT_RIGHT_MS).toISOString())
  assert.deepEqual(await puts(elin, 2, 'Dim'), refusedWith('locked'))
})

test('what was wrong is struck through and stays readable; a misfile is no part of the plan and is kept', async () => {
  const { itemId } = await adds(sioned, { kind: 'action', ownerId: COUNCIL, words: 'Ymweliad â Mrs Puw' })
  const struck = { itemId, version: 1, because: 'wrong-person', why: 'Person arall' } as const
  assert.deepEqual(await as(mair, (tx, access) => strike(tx, access, struck, mair)), refusedWith('notYoursToStrike'))
  assert.deepEqual(
    await as(sioned, (tx, access) => strike(tx, access, { ...struck, why: '' }, sioned)),
    refusedWith('strikeWhyMissing'),
  )
  plan.clock.move('2026-11-22T17:00:00Z')
  assert.ok((await as(sioned, (tx, access) => strike(tx, access, struck, sioned))).ok)
  const item = await itemOf(mair, itemId)
  assert.deepEqual([isInPlan(item), item.words, item.struck?.why], [false, 'Ymweliad â Mrs Puw', 'Person arall'])
  assert.equal((await whatOf(mair, itemId))[0], 'misfiled')
})

test('whoever may add to her own part says whether they agree with the whole plan', async () => {
  assert.deepEqual(
    await as(mair, (tx, access) => takeWholeStance(tx, access, { agrees: false, words: '' }, mair)),
    refusedWith('whyMissing'),
  )
  await as(mair, (tx, access) => takeWholeStance(tx, access, { agrees: false, words: 'Gormod o bobl' }, mair))
  await as(elin, (tx, access) => takeWholeStance(tx, access, { agrees: true, words: '' }, elin))
  const seen = await as(sioned, (tx, access) => readWholeStances(tx, access))
  assert.deepEqual(seen.map(({ takenBy, agrees, words }) => [takenBy, agrees, words]).toSorted(), [
    ['Elin Pritchard', true, undefined],
    ['Mair Pritchard', false, 'Gormod o bobl'],
  ])
})

test('whatever two change at once, every part is as one of them made it, and nothing of either is nowhere', () => {
  const content: fc.Arbitrary<Content> = fc.record({
    words: fc.constantFrom('a', 'b', 'c'),
    language: fc.constantFrom('en', 'cy'),
    dueOn: fc.constantFrom(null, '2026-12-01', '2026-12-02'),
    details: fc.record({
      person: fc.constantFrom('x', 'y', undefined),
      funding: fc.constantFrom('council', undefined),
    }),
  })
  fc.assert(
    fc.property(content, content, content, (base, mine, now) => {
      const { content: merged, other, clashes } = merge(base, mine, now)
      for (const part of [wordsOf, ({ dueOn }: Content) => dueOn, personOf]) {
        const [was, wanted, stands] = [part(base), part(mine), part(now)]
        assert.equal(part(merged), stands === was ? wanted : stands, 'what only one changed is as they made it')
        assert.equal(part(other), wanted === was ? stands : wanted, 'what was wanted is in the other wording')
      }
      if (!clashes) assert.deepEqual(merged, other)
    }),
  )
})

const wordsOf = ({ words, language }: Content) => `${words} ${language}`
const personOf = ({ details }: Content) => details.person

type Given = Partial<Addition> & Pick<Addition, 'kind' | 'words'>

function addsOr(hand: Hand, given: Given) {
  const addition: Addition = {
    partOf: undefined,
    ownerId: THE_PERSON,
    language: 'cy',
    dueOn: undefined,
    details: {},
    why: '',
    key: given.words,
    ...given,
  }
  return as(hand, (tx, access) => addToPlan(tx, access, addition, writerOf(hand)))
}

async function adds(hand: Hand, given: Given) {
  const added = await addsOr(hand, given)
  assert(added.ok, 'it is added')
  return added.value
}

async function itemOf(hand: Hand, itemId: string): Promise<PlanItem> {
  const [item] = await as(hand, (tx, access) => readItem(tx, [access], itemId))
  assert(item, `${hand.name} is shown the item`)
  return item
}

function entriesOf(hand: Hand, itemId: string): Promise<HistoryEntry[]> {
  return as(hand, (tx, access) => readHistory(tx, access, itemId))
}

async function whatOf(hand: Hand, itemId: string): Promise<string[]> {
  return (await entriesOf(hand, itemId)).map(({ what }) => what)
}

function refusedWith(code: string): Outcome<never> {
  return { ok: false, problem: `plan.${code}` }
}

async function as<Value>(hand: Hand, work: (tx: Tx, access: Access) => Promise<Value>): Promise<Value> {
  const looked = await transaction(plan.store, tx =>
    look(tx, hand, MAIR, { doing: 'write', place: 'plan' }, access => work(tx, access)),
  )
  assert(looked.ok, `${hand.name} may see something of Mair`)
  return looked.value
}
