import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { TrailEntry } from '#record/sharing/trail/entry.ts'
import { readTrail } from '#record/sharing/trail/read.ts'
import { organisations } from '#seed/region/organisations.ts'
import { actorOf, region } from '#test/kit.ts'
import { answerQuestion } from './answer.ts'
import { askAboutLook, type NewQuestion } from './ask.ts'
import { answeringTeam, isPrivacyOfficer, type PrivacyOfficer } from './privacy-team.ts'
import { isOverdue } from './question.ts'
import { openQuestion, ownQuestions, questionsAbout, questionsFor } from './read-questions.ts'

const here = await region()
await here.send('mair-admitted.hl7')
await here.look('sioned-evans', 'mair-pritchard', async () => {})
await here.look('dewi-prosser', 'mair-pritchard', async () => {})
await here.look('elin-pritchard', 'mair-pritchard', async () => {})
const gwenno = officer('gwenno-pryce')

test('Mair asks why Dewi tried to look, and the council’s privacy officer has five working days', async () => {
  const { id } = await entryOf('Dewi Prosser')
  assert.deepEqual(await ask({ entryId: id, words: 'Pwy yw hwn?' }), { ok: true, value: undefined })
  const { waiting } = await transaction(here.store, tx => questionsFor(tx, gwenno))
  assert.deepEqual(
    waiting.map(({ words, askedBy, answerBy, organisation }) => [words, askedBy, answerBy, organisation.cy]),
    [['Pwy yw hwn?', 'Mair Pritchard', '2026-11-27', 'Cyngor Sir Dyffryn Banadl']],
  )
})

test('the same form sent twice is one question', async () => {
  const { id } = await entryOf('Dewi Prosser')
  await ask({ entryId: id, words: 'Pwy yw hwn?' })
  assert.equal((await transaction(here.store, tx => questionsFor(tx, gwenno))).waiting.length, 1)
})

test('a question without words, or with too many, is not sent', async () => {
  const { id } = await entryOf('Dewi Prosser')
  assert.deepEqual(await ask({ entryId: id, words: ' \n ' }), { ok: false, problem: 'question.wordsMissing' })
  const long = { entryId: id, words: 'a'.repeat(4001) }
  assert.deepEqual(await ask(long), { ok: false, problem: 'question.wordsTooLong' })
})

test('what the hospital’s system sent is asked of the health board, and a daughter’s look of the partnership', async () => {
  await ask({ entryId: (await entryOf('GHPAS')).id, words: 'Beth yw hyn?', key: 'machine' })
  await ask({ entryId: (await entryOf('Elin Pritchard')).id, words: 'Oedd Elin yma?', key: 'family' })
  const waitingFor = async (account: string) =>
    (await transaction(here.store, tx => questionsFor(tx, officer(account)))).waiting.map(({ words }) => words)
  assert.deepEqual(await waitingFor('meinir-ellis'), ['Beth yw hyn?'])
  assert.deepEqual(await waitingFor('gwawr-lewis'), ['Oedd Elin yma?'])
})

test('nobody asks about somebody else’s looks, about a look that is not there, or about their own', async () => {
  const { id } = await entryOf('Dewi Prosser')
  const asElin = await here.look('elin-pritchard', 'mair-pritchard', (tx, access) =>
    askAboutLook(tx, access, { entryId: id, words: 'Why?', language: 'en', key: 'k' }),
  )
  assert.deepEqual(asElin, { ok: true, value: { ok: false, problem: 'question.notShown' } })
  const nowhere = '00000000-0000-4000-8000-000000000000'
  assert.deepEqual(await ask({ entryId: nowhere, words: 'Pam?' }), { ok: false, problem: 'question.notShown' })
  const own = (await trail({ withOwn: true })).find(({ isThePerson }) => isThePerson)
  assert.deepEqual(await ask({ entryId: own?.id ?? '', words: 'Pam?' }), { ok: false, problem: 'question.notShown' })
})

test('the officer sees who looked, when and why not, and that she looked is in Mair’s trail', async () => {
  const [question] = (await transaction(here.store, tx => questionsFor(tx, gwenno))).waiting
  const opened = await transaction(here.store, tx => openQuestion(tx, gwenno, question?.id ?? ''))
  assert.ok(opened.ok)
  assert.deepEqual(
    [opened.value.look.who, opened.value.look.allowed, opened.value.look.classes],
    ['Dewi Prosser', false, []],
  )
  const { place, released } = await entryOf('Gwenno Pryce')
  assert.deepEqual([place, released], ['privacy', []])
})

test('an officer of another organisation neither opens nor answers it', async () => {
  const [question] = (await transaction(here.store, tx => questionsFor(tx, gwenno))).waiting
  const questionId = question?.id ?? ''
  const idris = officer('idris-lloyd')
  const opened = await transaction(here.store, tx => openQuestion(tx, idris, questionId))
  assert.deepEqual(opened, { ok: false, problem: 'question.notShown' })
  assert.deepEqual(await answer(idris, questionId, 'Mine.'), { ok: false, problem: 'question.notShown' })
})

test('on the day after the promise it is late, and not a day before', async () => {
  const [question] = (await transaction(here.store, tx => questionsFor(tx, gwenno))).waiting
  assert.ok(question)
  assert.deepEqual([isOverdue(question, '2026-11-27'), isOverdue(question, '2026-11-28')], [false, true])
})

test('the answer is read where the look stands and among Mair’s questions, and is given once', async () => {
  const [question] = (await transaction(here.store, tx => questionsFor(tx, gwenno))).waiting
  const questionId = question?.id ?? ''
  assert.ok((await answer(gwenno, questionId, 'Camgymeriad oedd hyn.')).ok)
  assert.ok((await answer(gwenno, questionId, 'Camgymeriad oedd hyn.')).ok, 'sent twice, it is one answer')
  const other = await answer(gwenno, questionId, 'Rhywbeth arall.')
  assert.deepEqual(other, { ok: false, problem: 'question.alreadyAnswered' })
  const dewi = await entryOf('Dewi Prosser')
  const read = await here.look('mair-pritchard', 'mair-pritchard', async (tx, access) => ({
    there: (await questionsAbout(tx, access, [dewi.id])).get(dewi.id)?.map(one => one.answer?.words),
    all: (await ownQuestions(tx, access)).map(({ question, entry }) => [entry?.who, question.answer?.words]),
  }))
  assert.ok(read.ok)
  assert.deepEqual(read.value.there, ['Camgymeriad oedd hyn.'])
  assert.ok(read.value.all.some(([who, words]) => who === 'Dewi Prosser' && words === 'Camgymeriad oedd hyn.'))
})

test('nobody but Mair reads her questions', async () => {
  const read = await here.look('elin-pritchard', 'mair-pritchard', ownQuestions)
  assert.deepEqual(read, { ok: true, value: [] })
})

test('every organisation of the region has privacy officers who answer for it', async () => {
  const answering = new Set(
    ['meinir-ellis', 'gwenno-pryce', 'idris-lloyd', 'gwawr-lewis'].map(key => officer(key).teamId),
  )
  const rows = await here.store.db.selectFrom('organisation').select(['id', 'code']).execute()
  assert.equal(rows.length, organisations.length)
  for (const { id, code } of rows) {
    const team = await transaction(here.store, tx => answeringTeam(tx, id))
    assert.ok(answering.has(team), code)
  }
})

function officer(account: string): PrivacyOfficer {
  const actor = actorOf(account) as WorkerActor
  assert.ok(isPrivacyOfficer(actor), account)
  return actor
}

async function trail(wanted: { withOwn: boolean } = { withOwn: false }): Promise<readonly TrailEntry[]> {
  const read = await here.look('mair-pritchard', 'mair-pritchard', (tx, access) => readTrail(tx, access, wanted))
  assert.ok(read.ok && read.value.ok)
  return read.value.value
}

async function entryOf(who: string): Promise<TrailEntry> {
  const entry = (await trail()).find(one => one.who === who)
  assert.ok(entry, who)
  return entry
}

async function ask(question: Partial<NewQuestion>) {
  const asked = await here.look('mair-pritchard', 'mair-pritchard', (tx, access) =>
    askAboutLook(tx, access, { entryId: '', words: '', language: 'cy', key: 'a form', ...question }),
  )
  assert.ok(asked.ok)
  return asked.value
}

function answer(by: PrivacyOfficer, questionId: string, words: string) {
  return transaction(here.store, tx => answerQuestion(tx, by, { questionId, words, language: 'cy' }))
}
