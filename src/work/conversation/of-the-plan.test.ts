import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Outcome } from '#ground/outcome.ts'
import { seedId } from '#seed/seed-id.ts'
import { region } from '#test/kit.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { readPlan } from '#work/plan/read-plan.ts'
import { sayState } from '#work/plan/say-state.ts'
import { questionsAbout, waitingAbout } from './about.ts'
import { answerQuestion } from './answer.ts'
import type { ConversationProblem } from './conversation.ts'
import { idOf, problemOf, SIONED, talkOfMair } from './test-conversation.ts'

// What is said about Mair’s plan: decisions are actions of it, and a question may be put from an item of it.
const here = await region()
after(() => here.close())
const { writes, reads, inTurn } = talkOfMair(here)

test('a decision is an action of the plan at once, of the organisation that is to do it, with its day', async () => {
  const decides = { ownerId: seedId.organisation('bwrdd-iechyd'), dueOn: '2026-11-30' }
  const decided = await writes('sioned-evans', {
    dataClass: 'care-and-support',
    words: 'A walking frame comes before she goes home.',
    decides,
  })
  assert.ok(decided.ok)
  const items = await here.look('mair-pritchard', 'mair-pritchard', (tx, access) => readPlan(tx, access))
  assert.ok(items.ok)
  const action = items.value.find(({ words }) => words === 'A walking frame comes before she goes home.')
  assert.deepEqual([action?.kind, action?.ownerCode, action?.dueOn], ['action', 'bwrdd-iechyd', '2026-11-30'])
  const [entry] = (await reads('mair-pritchard')).filter(({ id }) => id === idOf(decided))
  assert.equal(entry?.decision?.itemId, action?.id)
})

test('what a meeting decides for another organisation that organisation is asked, and itself takes on', async () => {
  const theirs = seedId.organisation('bwrdd-iechyd')
  const own = seedId.organisation('cyngor-dyffryn-banadl')
  const words = 'Two visits a week from Monday.'
  const decided = { dataClass: 'care-and-support', words, decides: { ownerId: theirs, dueOn: '2026-11-30' } } as const
  const itemId = await actionOf(await writes('sioned-evans', decided))
  assert.equal((await actionNow(itemId)).state?.state, 'asked')
  const takesOn = (account: string) =>
    inTurn(account, (tx, access) =>
      sayState(
        tx,
        access,
        { itemId, state: 'taken-on', words: '' },
        { accountId: seedId.account(account), name: account },
      ),
    )
  assert.deepEqual(await takesOn('sioned-evans'), { ok: false, problem: 'plan.notYoursToSay' })
  here.clock.move('2026-11-22T09:30:00Z')
  assert.ok((await takesOn('aled-jenkins')).ok)
  assert.equal((await actionNow(itemId)).state?.state, 'taken-on')
  const herOwn = await writes('sioned-evans', { ...decided, decides: { ownerId: own, dueOn: '2026-11-30' } })
  assert.equal((await actionNow(await actionOf(herOwn))).state?.state, 'taken-on')
})

test('what others decide that Mair is to do is put to her, and is in her plan when she says yes', async () => {
  const decides = { ownerId: seedId.organisation('person'), dueOn: '2026-11-30' }
  const decided = await writes('elin-pritchard', { dataClass: 'plan', words: 'Mam i ffonio’r meddyg.', decides })
  const itemId = await actionOf(decided)
  const item = await actionNow(itemId)
  assert.deepEqual([item?.offer?.offeredBy, item?.state], ['Elin Pritchard', undefined])
})

test('a question that Mair puts from an item stands beside it until it is answered, for those who see the item', async () => {
  const { landlords, councils } = await homeAndCare()
  const about = { dataClass: 'plan', words: 'Pa bryd daw’r gosodwr?', aboutItemId: landlords } as const
  const asked = idOf(await writes('mair-pritchard', { ...about, asks: { owner: SIONED, urgency: 'routine' } }))
  const besideIt = async (account: string) =>
    (await inTurn(account, waitingAbout)).get(landlords)?.some(({ id }) => id === asked) ?? false
  assert.deepEqual([await besideIt('mair-pritchard'), await besideIt('sioned-evans')], [true, true])
  const [toAled] = (await reads('aled-jenkins')).filter(({ id }) => id === asked)
  assert.deepEqual([toAled?.words, toAled?.about], [about.words, undefined], 'he reads her question, and not the item')
  assert.equal(await besideIt('aled-jenkins'), false)
  const answer = { questionId: asked, words: 'Dydd Mawrth.', language: 'cy', key: 'tuesday' } as const
  assert.ok((await inTurn('sioned-evans', (tx, access) => answerQuestion(tx, access, answer))).ok)
  assert.equal(await besideIt('mair-pritchard'), false)
  const [kept] = await inTurn('mair-pritchard', (tx, access) => questionsAbout(tx, access, landlords))
  assert.deepEqual(
    kept?.answers.map(({ words }) => words),
    ['Dydd Mawrth.'],
  )
  const hidden = { dataClass: 'housing-and-tenancy', words: 'Pwy sy’n talu?', aboutItemId: councils } as const
  assert.equal(problemOf(await writes('ffion-gittins', hidden)), 'conversation.aboutNotShown')
})

/** What her landlord does for Mair, which those who look after her do not see, and what the council does, which it does not. */
async function homeAndCare(): Promise<{ landlords: string; councils: string }> {
  const items = await inTurn('mair-pritchard', readPlan)
  const of = (code: string) => items.find(({ ownerCode }) => ownerCode === code)?.id
  const [landlords, councils] = [of('cartrefi-gwennol'), of('cyngor-dyffryn-banadl')]
  assert(landlords !== undefined && councils !== undefined)
  return { landlords, councils }
}

/** The action that a decision became. */
async function actionOf(decided: Outcome<string, ConversationProblem>): Promise<string> {
  const entry = (await reads('mair-pritchard')).find(({ id }) => id === idOf(decided))
  assert(entry?.decision)
  return entry.decision.itemId
}

async function actionNow(itemId: string): Promise<PlanItem> {
  const item = await inTurn('mair-pritchard', async (tx, access) =>
    (await readPlan(tx, access)).find(({ id }) => id === itemId),
  )
  assert(item)
  return item
}
