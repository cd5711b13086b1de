import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { escalateReviews, lateReviews } from './escalate.ts'
import { peopleReviewed, waitsFor } from './of-team.ts'
import { clockOf } from './review.ts'
import { standingOf } from './standing.ts'
import { reviewsIn } from './test-review.ts'

// Lakshmi Venkataraman's plan, on Sunday 22 November 2026. Hannah is her social worker, Kasia her care worker.
const here = await region()
after(() => here.close())
const LAKSHMI = personId('lakshmi-venkataraman')
const HANNAH = actorOf('hannah-whitfield')
const reviews = reviewsIn(here, { person: 'lakshmi-venkataraman', answering: 'hannah-whitfield' })

test('a review has a day, somebody who answers for it with their team, and why it is due', async () => {
  assert.equal(standingOf(await reviews.read()).kind, 'none')
  assert.ok((await reviews.arrange('hannah-whitfield', { attending: 'Lakshmi, her niece, Kasia' })).ok)
  const [next] = await reviews.read()
  assert.equal(next?.arrangement.responsible, 'Hannah Whitfield')
  assert.equal(next?.arrangement.team?.en, 'Adults’ Team')
  assert.equal(next?.arrangement.attending, 'Lakshmi, her niece, Kasia')
  assert.deepEqual([next?.arrangement.cause, next?.arrangement.dueOn], ['set-time', '2026-12-18'])
})

test('it is moved with a word on why, and that it was moved is kept', async () => {
  assert.equal(problemOf(await reviews.arrange('kasia-nowak', { dueOn: '2027-01-08' })), 'planReview.whyMissing')
  assert.ok((await reviews.arrange('kasia-nowak', { dueOn: '2027-01-08', words: 'She is away until then.' })).ok)
  assert.ok((await reviews.arrange('kasia-nowak', { dueOn: '2027-01-08', words: 'She is away until then.' })).ok)
  const [next] = await reviews.read()
  assert.deepEqual([next?.timesArranged, next?.arrangement.cause, next?.arrangement.by], [2, 'moved', 'Kasia Nowak'])
})

test('a day that has passed, a year ahead or not in the calendar is refused, and so is whoever does not work with her', async () => {
  const move = { words: 'Why not.' }
  assert.equal(problemOf(await reviews.arrange('kasia-nowak', { ...move, dueOn: '2026-11-21' })), 'planReview.dayPast')
  assert.equal(
    problemOf(await reviews.arrange('kasia-nowak', { ...move, dueOn: '2027-11-24' })),
    'planReview.dayTooFar',
  )
  assert.equal(problemOf(await reviews.arrange('kasia-nowak', { ...move, dueOn: undefined })), 'planReview.dayMissing')
  const stranger = { ...move, responsibleId: actorOf('dewi-prosser').accountId }
  assert.equal(problemOf(await reviews.arrange('kasia-nowak', stranger)), 'planReview.responsibleMissing')
})

test('she may ask for one at any time and need not say why: it is then within ten working days', async () => {
  assert.ok((await reviews.ask('lakshmi-venkataraman')).ok)
  assert.ok((await reviews.ask('lakshmi-venkataraman')).ok)
  const [next, ...others] = await reviews.read()
  assert.deepEqual([next?.arrangement.cause, next?.arrangement.dueOn], ['asked', '2026-12-04'])
  assert.deepEqual([next?.timesArranged, others.length], [3, 0])
})

test('only the worker who answers for a review, or their team, ends it', async () => {
  assert.equal(problemOf(await reviews.confirm('kasia-nowak')), 'planReview.notYours')
  assert.equal(problemOf(await reviews.confirm('lakshmi-venkataraman')), 'planReview.notYours')
  assert.equal(problemOf(await reviews.confirm('dewi-prosser')), 'record.notShown')
})

test('to confirm it needs reasons and the next day, and the same worker answers for the next', async () => {
  assert.equal(problemOf(await reviews.confirm('hannah-whitfield', '2026-11-01')), 'planReview.dayPast')
  assert.ok((await reviews.confirm('hannah-whitfield')).ok)
  const [next, held] = await reviews.read()
  assert.deepEqual([next?.arrangement.dueOn, next?.arrangement.responsible], ['2027-03-01', 'Hannah Whitfield'])
  assert.deepEqual([held?.result?.kind, held?.result?.reasons], ['confirm', 'She said so herself.'])
})

test('it waits for her word with the team that held it, until she has said whether she agrees', async () => {
  assert.deepEqual(await waitingWith(), ['due', 'person'])
  assert.equal(problemOf(await reviews.say('hannah-whitfield', {})), 'planReview.notShown')
  assert.equal(problemOf(await reviews.say('lakshmi-venkataraman', { agrees: false })), 'planReview.disagreeMissing')
  assert.ok((await reviews.say('lakshmi-venkataraman', { agrees: false, words: 'Nobody asked me.' })).ok)
  here.clock.move('2026-11-22T09:01:00Z')
  assert.ok((await reviews.say('lakshmi-venkataraman', { agrees: true })).ok)
  const held = (await reviews.read()).find(({ result }) => result !== undefined)
  assert.deepEqual([held?.result?.stance?.agrees, held?.result?.stance?.by], [true, 'Lakshmi Venkataraman'])
  assert.deepEqual(await waitingWith(), ['due'])
})

test('a plan to be revised says what is to change, and leads to it', async () => {
  const [goal = ''] = await reviews.outcomes('hannah-whitfield')
  assert.equal(problemOf(await reviews.revise('hannah-whitfield', [LAKSHMI])), 'planReview.itemsMissing')
  assert.ok((await reviews.revise('hannah-whitfield', [goal])).ok)
  const held = (await reviews.read()).find(({ result }) => result?.kind === 'revise')
  assert.deepEqual([held?.result?.changes, held?.result?.items.map(({ id }) => id)], ['Other mornings.', [goal]])
})

test('it is not closed before every outcome is spoken of, and how remaining need will be met and by whom', async () => {
  const lacking = async (closing: object) => problemOf(await reviews.close('hannah-whitfield', closing))
  const [goal = ''] = await reviews.outcomes('hannah-whitfield')
  const one = { itemId: goal, words: 'Yes.', score: undefined }
  assert.equal(await lacking({ achievements: [] }), 'planReview.achievedMissing')
  assert.equal(await lacking({ achievements: [one, one] }), 'planReview.achievedMissing')
  assert.equal(await lacking({ needRemains: undefined }), 'planReview.needMissing')
  assert.equal(await lacking({ metBy: ' ' }), 'planReview.metMissing')
  assert.equal(await lacking({ reasons: '' }), 'planReview.reasonsMissing')
  assert.equal(standingOf(await reviews.read()).kind, 'waiting')
})

test('closed, it says so with all of that, nothing waits, and nobody asks for a review of a closed plan', async () => {
  assert.ok((await reviews.close('hannah-whitfield')).ok)
  assert.equal(problemOf(await reviews.confirm('hannah-whitfield')), 'planReview.ended')
  const standing = standingOf(await reviews.read())
  assert(standing.kind === 'closed')
  const { closure } = standing.by.result ?? {}
  assert.deepEqual([closure?.needRemains, closure?.metHow, closure?.metBy], [true, 'Her sister comes.', 'Her sister'])
  assert.deepEqual(
    closure?.achievements.map(({ words, score }) => [words, score]),
    [
      ['Nearly.', 7],
      ['Nearly.', 7],
    ],
  )
  assert.equal(problemOf(await reviews.ask('lakshmi-venkataraman')), 'planReview.isClosed')
})

test('she may open it again, and it is looked at within ten working days', async () => {
  assert.equal(problemOf(await reviews.reopen('lakshmi-venkataraman', ' ')), 'planReview.reasonsMissing')
  assert.ok((await reviews.reopen('lakshmi-venkataraman')).ok)
  const standing = standingOf(await reviews.read())
  assert(standing.kind === 'waiting')
  assert.deepEqual([standing.next.arrangement.cause, standing.next.arrangement.dueOn], ['reopened', '2026-12-04'])
  assert.equal(standing.next.arrangement.responsible, 'Hannah Whitfield')
  assert.equal(problemOf(await reviews.arrange('dewi-prosser')), 'record.notShown')
})

test('a bank holiday of Wales is no working day: due on Christmas Eve, it is late on the Tuesday after', () => {
  assert.deepEqual(clockOf('2026-12-24', '2026-12-28'), { kind: 'soon', workingDays: 0 })
  assert.deepEqual(clockOf('2026-12-24', '2026-12-29'), { kind: 'late', workingDays: 1 })
  assert.deepEqual(clockOf('2027-01-04', '2026-12-24'), { kind: 'soon', workingDays: 4 })
  assert.deepEqual(clockOf('2027-01-06', '2026-12-24'), { kind: 'ahead', workingDays: 6 })
})

test('its team is reminded, then it is late, and then whoever answers for the council is told, of no name', async () => {
  const steps = async () => {
    await escalateReviews(here.store)
    const [review] = await reviews.read()
    const told = await here.store.db
      .selectFrom('planReviewEscalation')
      .select('step')
      .where('planReviewId', '=', review?.id ?? '')
      .orderBy('step')
      .execute()
    return told.map(({ step }) => step)
  }
  const told = async (organisation: string) => {
    const signatory = { ...HANNAH, role: 'signatory', organisationId: seedId.organisation(organisation) }
    return transaction(here.store, tx => lateReviews(tx, signatory as never))
  }
  assert.deepEqual(await steps(), [])
  here.clock.move('2026-11-27T09:00:00Z')
  assert.deepEqual(await steps(), [1])
  here.clock.move('2026-12-05T09:00:00Z')
  assert.deepEqual(await steps(), [1], 'Saturday is no working day')
  here.clock.move('2026-12-07T09:00:00Z')
  assert.deepEqual(await steps(), [1, 2])
  assert.deepEqual(await waitingWith(), ['late', 'person', 'person'])
  here.clock.move('2026-12-11T09:00:00Z')
  assert.deepEqual(await steps(), [1, 2, 3])
  const team = { en: 'Adults’ Team', cy: 'Tîm Oedolion' }
  assert.deepEqual(await told('cyngor-bro-rhedyn'), [{ team, count: 1, since: '2026-12-04' }])
  assert.deepEqual(await told('tai-clicied'), [])
})

function problemOf(tried: { ok: boolean; problem?: string }): string | undefined {
  return tried.problem
}

/** What waits of her plan with Hannah's team. */
async function waitingWith(): Promise<string[]> {
  assert(HANNAH.kind === 'worker')
  const people = await transaction(here.store, tx => peopleReviewed(tx, HANNAH))
  assert.ok(people.includes(LAKSHMI))
  const read = await reviews.read('hannah-whitfield')
  return read.flatMap(review => waitsFor(HANNAH, review, here.store.clock.now()) ?? []).toSorted()
}
