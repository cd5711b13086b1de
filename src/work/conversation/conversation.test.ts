import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, region } from '#test/kit.ts'
import { noticesOf } from '#work/notice/read.ts'
import { answerQuestion } from './answer.ts'
import { escalateQuestions, unansweredTeams } from './escalate.ts'
import { passOn } from './pass-on.ts'
import { findWritersPhotograph } from './read.ts'
import { strikeThrough } from './strike.ts'
import { ALED, idOf, MAIR, problemOf, SIONED, talkOfMair } from './test-conversation.ts'
import { questionsConcerning, waitingWith } from './waiting.ts'
import { writeEntry } from './write.ts'

// The conversation about Mair: Sioned is her social worker, Aled walks with her, Ffion is her landlord’s officer, Elin her
// daughter.
const here = await region()
after(() => here.close())
const { writes, reads, inTurn } = talkOfMair(here)

test('what the landlord’s officer asks about the home, the social worker reads and answers, and the officer is told', async () => {
  const asked = await writes('ffion-gittins', {
    dataClass: 'housing-and-tenancy',
    words: 'Can the back gate stay unlocked?',
    asks: { owner: SIONED, urgency: 'today' },
  })
  assert.ok(asked.ok)
  assert.deepEqual(await told('sioned-evans', 'asked'), 1)
  const answered = await inTurn('sioned-evans', (tx, access) =>
    answerQuestion(tx, access, { questionId: idOf(asked), words: 'It can.', language: 'en', key: 'answer' }),
  )
  assert.ok(answered.ok)
  const [question] = (await reads('ffion-gittins')).filter(({ id }) => id === idOf(asked))
  assert.deepEqual([question?.question?.isOpen, question?.answers.map(({ words }) => words)], [false, ['It can.']])
  assert.equal(await told('ffion-gittins', 'answered'), 1)
})

test('what is written about her care the landlord’s officer does not read, and those who work with her do, and her daughter', async () => {
  const said = await writes('aled-jenkins', { dataClass: 'care-and-support', words: 'She walked to the door.' })
  assert.ok(said.ok)
  const readers = ['mair-pritchard', 'elin-pritchard', 'sioned-evans', 'aled-jenkins', 'ffion-gittins']
  const seen = await Promise.all(readers.map(async one => (await reads(one)).some(({ id }) => id === idOf(said))))
  assert.deepEqual(seen, [true, true, true, true, false])
})

test('beside what Aled wrote stands his photograph, for those alone who may read it', async () => {
  const readers = ['mair-pritchard', 'ffion-gittins']
  const [entry] = (await reads('mair-pritchard')).filter(({ writtenByName }) => writtenByName === 'Aled Jenkins')
  assert.ok(entry?.photographId)
  const { photographId } = entry
  const handed = readers.map(one => inTurn(one, (tx, access) => findWritersPhotograph(tx, access, photographId)))
  assert.deepEqual(
    (await Promise.all(handed)).map(photograph => photograph?.mediaType),
    ['image/png', undefined],
  )
})

test('a question is not asked of somebody who could not read it, and whoever could not read it is not named', async () => {
  const FFION = { accountId: seedId.account('ffion-gittins') }
  const about = { dataClass: 'care-and-support', words: 'Is the ramp ordered?' } as const
  assert.equal(
    problemOf(await writes('sioned-evans', { ...about, asks: { owner: FFION, urgency: 'soon' } })),
    'conversation.ownerMayNotRead',
  )
  assert.equal(
    problemOf(await writes('sioned-evans', { ...about, mention: FFION.accountId })),
    'conversation.mentionMayNotRead',
  )
  const named = await writes('sioned-evans', { ...about, words: 'Ask @Ffion Gittins, @Aled Jenkins.' })
  const [entry] = (await reads('mair-pritchard')).filter(({ id }) => id === idOf(named))
  assert.deepEqual(
    entry?.mentions.map(({ name }) => name),
    ['Aled Jenkins'],
  )
  assert.equal(await told('aled-jenkins', 'mentioned'), 1)
  assert.equal(await told('ffion-gittins', 'mentioned'), 0)
})

test('a worker writes in no part that no clause lets them write in', async () => {
  assert.equal(
    problemOf(await writes('ffion-gittins', { dataClass: 'care-and-support', words: 'Hello' })),
    'conversation.notForYou',
  )
})

test('nothing is decided for an organisation that no clause opens, nor for a day that is over', async () => {
  const decision = { dataClass: 'care-and-support', words: 'Done' } as const
  const landlord = { ownerId: seedId.organisation('cartrefi-gwennol'), dueOn: '2026-11-30' }
  assert.equal(
    problemOf(await writes('sioned-evans', { ...decision, decides: landlord })),
    'conversation.decisionNotForThem',
  )
  const council = { ownerId: seedId.organisation('cyngor-dyffryn-banadl'), dueOn: '2026-11-21' }
  assert.equal(problemOf(await writes('sioned-evans', { ...decision, decides: council })), 'conversation.dueBefore')
})

test('a question that is passed on keeps its clock, and only whose turn it is answers', async () => {
  const asked = await writes('elin-pritchard', {
    dataClass: 'plan',
    words: 'Pwy sy’n mynd â Mam i’r capel?',
    asks: { owner: SIONED, urgency: 'routine' },
  })
  const before = await question(idOf(asked))
  const answer = { questionId: idOf(asked), words: 'Fi.', language: 'cy' as const, key: 'aled' }
  assert.equal(
    problemOf(await inTurn('aled-jenkins', (tx, access) => answerQuestion(tx, access, answer))),
    'conversation.notYoursToAnswer',
  )
  const passing = { questionId: idOf(asked), owner: ALED, why: 'Aled sy’n ei gweld bob wythnos' }
  assert.ok((await inTurn('sioned-evans', (tx, access) => passOn(tx, access, passing))).ok)
  assert.equal((await question(idOf(asked))).answerBy.getTime(), before.answerBy.getTime())
  assert.ok((await inTurn('aled-jenkins', (tx, access) => answerQuestion(tx, access, answer))).ok)
  assert.equal(
    problemOf(await inTurn('aled-jenkins', (tx, access) => answerQuestion(tx, access, { ...answer, key: 'twice' }))),
    'conversation.answered',
  )
})

test('an answer that is struck through leaves the question waiting; what was misfiled nobody reads', async () => {
  const asked = await writes('sioned-evans', {
    dataClass: 'care-and-support',
    words: 'Does she take the stairs?',
    asks: { owner: ALED, urgency: 'soon' },
  })
  const answered = await inTurn('aled-jenkins', (tx, access) =>
    answerQuestion(tx, access, { questionId: idOf(asked), words: 'Her son fell.', language: 'en', key: 'wrong' }),
  )
  const striking = { entryId: idOf(answered), isMisfiled: true, why: 'It was about somebody else' }
  assert.equal(
    problemOf(await inTurn('sioned-evans', (tx, access) => strikeThrough(tx, access, striking))),
    'conversation.notYoursToStrike',
  )
  assert.ok((await inTurn('aled-jenkins', (tx, access) => strikeThrough(tx, access, striking))).ok)
  const now = (await reads('mair-pritchard')).find(({ id }) => id === idOf(asked))
  assert.deepEqual(
    [now?.question?.isOpen, now?.answers[0]?.words, now?.answers[0]?.struck?.isMisfiled],
    [true, '', true],
  )
  const kept = await here.store.db
    .selectFrom('conversationEntry')
    .select('words')
    .where('id', '=', idOf(answered))
    .execute()
  assert.deepEqual(kept, [{ words: 'Her son fell.' }])
})

test('a question nobody answers is late where everybody who reads it sees it, and then whoever answers for the body is told', async () => {
  const waitingFor = async () => {
    const actor = actorOf('aled-jenkins')
    const questions = await transaction(here.store, tx => questionsConcerning(tx, actor))
    const waiting = await here.look('aled-jenkins', 'mair-pritchard', (tx, access) =>
      waitingWith(tx, [access], questions),
    )
    assert.ok(waiting.ok)
    const stairs = waiting.value[0]!.filter(({ entry }) => entry.words === 'Does she take the stairs?')
    return stairs.map(({ entry }) => entry.question?.isLate)
  }
  assert.deepEqual(await waitingFor(), [false])
  here.clock.move('2026-11-24T17:00:00Z')
  await escalateQuestions(here.store)
  assert.deepEqual(await waitingFor(), [true])
  assert.deepEqual(await unanswered(), [])
  here.clock.move('2026-11-25T17:00:00Z')
  await escalateQuestions(here.store)
  assert.deepEqual(await unanswered(), [2])
})

test('the same form sent again writes nothing new', async () => {
  const entry = { dataClass: 'plan', words: 'Diolch.', language: 'cy', key: 'the same' } as const
  const first = await inTurn('mair-pritchard', (tx, access) => writeEntry(tx, access, entry))
  const again = await inTurn('mair-pritchard', (tx, access) => writeEntry(tx, access, entry))
  assert.deepEqual(first, again)
})

test('when she refuses somebody a part, they read nothing of it any more, and what waits for them there is not shown', async () => {
  const refusal = { kind: 'refuse', with: ALED, dataClasses: ['care-and-support', 'plan'] } as const
  const made = await transaction(here.store, tx => makeWish(tx, citizenOf('mair-pritchard'), MAIR, refusal))
  assert.ok(made.ok)
  assert.deepEqual(await reads('aled-jenkins'), [])
})

async function question(id: string) {
  const entry = (await reads('mair-pritchard')).find(one => one.id === id)
  assert(entry?.question)
  return entry.question
}

async function told(account: string, kind: string): Promise<number> {
  const [notices = []] = await inTurn(account, (tx, access) => noticesOf(tx, [access]))
  return notices.filter(notice => notice.kind === kind).length
}

async function unanswered(): Promise<number[]> {
  const signatory = { ...actorOf('aled-jenkins'), role: 'signatory' } as const
  assert(signatory.kind === 'worker')
  return transaction(here.store, async tx => (await unansweredTeams(tx, signatory)).map(({ count }) => count))
}
