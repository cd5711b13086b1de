import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { type Tx, transactionInTurn } from '#ground/db/store.ts'
import { region } from '#test/kit.ts'
import type { Review } from './review.ts'
import { CAN_BE_DONE, type ReviewAct, type Standing, standingOf } from './standing.ts'
import { reviewsIn, type TestReviews } from './test-review.ts'

// Whatever Lakshmi and those who work with her do with the reviews of her plan, in whatever order.
const here = await region()
after(() => here.close())
const WHO = { person: 'lakshmi-venkataraman', answering: 'hannah-whitfield' }

/** Each thing that can be tried, what it is as an act, and where the plan stands when it was done. */
const TRIES = {
  arrange: { act: 'arrange', to: 'waiting', by: all => all.arrange('hannah-whitfield', { words: 'Sooner.' }) },
  ask: { act: 'ask', to: 'waiting', by: all => all.ask('lakshmi-venkataraman') },
  confirm: { act: 'end', to: 'waiting', by: all => all.confirm('hannah-whitfield') },
  revise: { act: 'end', to: 'waiting', by: all => all.revise('hannah-whitfield') },
  close: { act: 'end', to: 'closed', by: all => all.close('hannah-whitfield') },
  'close in silence': { act: undefined, to: 'closed', by: all => all.close('hannah-whitfield', { achievements: [] }) },
  'end by somebody else': { act: undefined, to: 'waiting', by: all => all.confirm('kasia-nowak') },
  reopen: { act: 'reopen', to: 'waiting', by: all => all.reopen('lakshmi-venkataraman') },
} as const satisfies Record<string, Try>

interface Try {
  /** Undefined for what may never be done. */
  readonly act: ReviewAct | undefined
  readonly to: Standing['kind']
  by(all: TestReviews): Promise<{ readonly ok: boolean }>
}

test('whatever is tried in whatever order, only what may be done is, and no plan is ever closed in silence', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...(Object.keys(TRIES) as (keyof typeof TRIES)[])), { maxLength: 9 }),
      tried =>
        undone(async tx => {
          const all = reviewsIn(here, WHO, work => work(tx))
          const outcomes = (await all.outcomes('hannah-whitfield')).length
          let expected: Standing['kind'] = 'none'
          for (const name of tried) {
            const { act, to, by }: Try = TRIES[name]
            const before = await all.read()
            const { ok } = await by(all)
            const reviews = await all.read()
            const isRepeated = ok && JSON.stringify(before) === JSON.stringify(reviews)
            const may = act !== undefined && CAN_BE_DONE[expected].includes(act)
            assert.ok(may ? ok : !ok || isRepeated, `${name} of a plan that was ${expected}: ${ok}`)
            if (may) expected = to
            assert.equal(standingOf(reviews).kind, expected, name)
            assert.deepEqual(faultsIn(reviews, outcomes), [])
          }
        }),
    ),
    { numRuns: 40 },
  )
})

test('two that wait, a plan closed in silence and need that nobody meets are caught', async () => {
  await undone(async tx => {
    const all = reviewsIn(here, WHO, work => work(tx))
    const outcomes = (await all.outcomes('hannah-whitfield')).length
    await all.arrange('hannah-whitfield')
    const [waiting] = await all.read()
    await all.close('hannah-whitfield')
    const [closed] = await all.read()
    assert(waiting && closed?.result?.closure)
    const saying = (closure: object): Review => ({
      ...closed,
      result: { ...closed.result!, closure: { ...closed.result!.closure!, ...closure } },
    })
    assert.deepEqual(faultsIn([closed], outcomes), [])
    assert.deepEqual(faultsIn([waiting, { ...waiting, id: 'another' }], outcomes), ['2 wait'])
    assert.deepEqual(faultsIn([saying({ achievements: [] })], outcomes), ['closed in silence'])
    assert.deepEqual(faultsIn([saying({ metBy: undefined })], outcomes), ['need that nobody meets'])
  })
})

/** What may never be, of the reviews of one plan with so many outcomes. */
function faultsIn(reviews: readonly Review[], outcomes: number): string[] {
  const waiting = reviews.filter(({ result }) => result === undefined).length
  const closings = reviews.flatMap(({ result }) => (result?.kind === 'close' ? [result] : []))
  return [
    ...(waiting > 1 ? [`${waiting} wait`] : []),
    ...closings.flatMap(({ reasons, closure }) =>
      reasons === '' || closure?.achievements.filter(({ words }) => words !== '').length !== outcomes
        ? ['closed in silence']
        : [],
    ),
    ...closings.flatMap(({ closure }) =>
      closure?.needRemains === true && (!closure.metHow || !closure.metBy) ? ['need that nobody meets'] : [],
    ),
  ]
}

/** Does something and takes all of it back, so that every run begins from the same plan. */
async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  const back = new Error('all of it is taken back')
  await transactionInTurn(here.store, async tx => {
    await work(tx)
    throw back
  }).catch(fault => {
    if (fault !== back) throw fault
  })
}
