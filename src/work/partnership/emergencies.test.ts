import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { transaction } from '#ground/db/store.ts'
import { answerCeiling } from '#record/sharing/emergency/answer-ceiling.ts'
import { CEILING_LEAST, ceilingOf } from '#record/sharing/emergency/ceiling.ts'
import { opened, workerOf } from '#record/sharing/emergency/test-emergency.ts'
import { region } from '#test/kit.ts'
import { ceilingTasks } from './ceiling-tasks.ts'
import { emergenciesOpened } from './emergencies-opened.ts'

const here = await region()
const BOARD = 'Glan Hafren Health Board'

test('a small body has five exceptions a month, a large one one for every fifty workers', () => {
  assert.deepEqual([0, 49, 250, 299, 300, 12_000].map(ceilingOf), [5, 5, 5, 5, 6, 240])
})

test('so few that somebody might be known by them are not told to the partnership', async () => {
  await opened(here, 'catrin-morgan', 'owen-griffiths')
  assert.equal((await ofTheBoard()).opened, 'few')
})

test('a hospital’s emergencies are its health board’s; up to the ceiling nobody has a task', async () => {
  for (let count = 1; count < CEILING_LEAST; count++) await opened(here, 'rhian-tudor', 'cadi-prydderch')
  const { opened: number, ceiling, hasPassed } = await ofTheBoard()
  assert.deepEqual([number, ceiling, hasPassed], [CEILING_LEAST, CEILING_LEAST, false])
  assert.deepEqual(await tasksOf('alun-meredith'), [])
})

test('the one that passes it is open all the same, and there is one task, however many follow', async () => {
  await opened(here, 'catrin-morgan', 'owen-griffiths')
  await opened(here, 'catrin-morgan', 'cadi-prydderch')
  assert.equal((await here.look('catrin-morgan', 'owen-griffiths', async () => 'open')).ok, true)
  const [task, another] = await tasksOf('alun-meredith')
  assert.deepEqual([task?.month, task?.opened, task?.ceiling, another], ['2026-11-01', 7, CEILING_LEAST, undefined])
})

test('it says which jobs, which kinds of information and which ties were lacking, and nothing of so few', async () => {
  const [task] = await tasksOf('alun-meredith')
  assert(task)
  assert.deepEqual(
    task.roles.map(({ code, emergencies }) => [code, emergencies]),
    [
      ['district-nurse', 'few'],
      ['ward-nurse', 'few'],
    ],
  )
  assert.deepEqual(task.failed, [{ code: 'relationship-holds', emergencies: 7 }])
  assert.ok(task.relationships.some(({ code }) => code === 'admission'))
  assert.ok(!JSON.stringify(task).match(/Catrin|Rhian|Owen|Cadi/))
})

test('the health board’s signatory has the task to answer, and another body’s signatory has none', async () => {
  const [theirs] = await tasksOf('gwenno-probert')
  assert.equal(theirs?.isTheirs, true)
  assert.equal((await tasksOf('alun-meredith'))[0]?.isTheirs, false)
  assert.deepEqual(await tasksOf('idwal-corbett'), [])
  assert.deepEqual(await tasksOf('catrin-morgan'), [])
})

test('what is being done is said once, by the signatory of that body alone, and the board reads it', async () => {
  const [task] = await tasksOf('alun-meredith')
  const answers = (who: string, words = 'We are adding the wards to clause 2 and will sign it in December.') =>
    transaction(here.store, tx => answerCeiling(tx, workerOf(who), { taskId: task!.id, words, language: 'en' }))
  for (const other of ['idwal-corbett', 'alun-meredith', 'catrin-morgan'])
    assert.deepEqual(await answers(other), { ok: false, problem: 'record.notShown' }, other)
  assert.deepEqual(await answers('gwenno-probert', ' '), { ok: false, problem: 'emergency.answerMissing' })
  assert.deepEqual(await answers('gwenno-probert'), { ok: true, value: undefined })
  assert.deepEqual(await answers('gwenno-probert'), { ok: false, problem: 'emergency.alreadyAnswered' })
  assert.equal((await tasksOf('alun-meredith'))[0]?.answer?.by, 'Gwenno Probert')
})

test('a new month counts anew', async () => {
  here.clock.move('2026-12-01T00:00:00Z')
  assert.equal((await ofTheBoard()).opened, 0)
})

test('when many pass the ceiling in the same moment there is one task still, and more than one office reviews', async () => {
  await Promise.all(Array.from({ length: CEILING_LEAST + 3 }, () => opened(here, 'sioned-evans', 'cadi-prydderch')))
  assert.equal((await tasksOf('idwal-corbett')).length, 1)
  const { rows } = await sql<{ given: number }>`
    select count(*) as given
    from emergency_review_task as task
    join emergency_access as emergency on emergency.id = task.emergency_access_id
    where emergency.account_id = ${workerOf('sioned-evans').accountId}
    group by task.team_id`.execute(here.store.db)
  assert.ok(rows.length > 1, 'more than one office')
})

test('a review that nobody made in time is counted where everybody on the board sees it', async () => {
  here.clock.move('2026-12-31T00:00:00Z')
  assert.equal((await ofTheBoard()).overdueReviews, 7)
})

async function ofTheBoard() {
  const bodies = await transaction(here.store, emergenciesOpened)
  return bodies.find(({ body }) => body.en === BOARD) ?? assert.fail(BOARD)
}

function tasksOf(who: string) {
  return transaction(here.store, tx => ceilingTasks(tx, workerOf(who)))
}
