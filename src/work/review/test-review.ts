import { type Tx, transactionInTurn } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, type Region } from '#test/kit.ts'
import { readPlan } from '#work/plan/read-plan.ts'
import { arrangeReview, type NewArrangement } from './arrange.ts'
import { askForReview } from './ask.ts'
import { outcomesOf } from './closure.ts'
import { endReview, type NewResult } from './end.ts'
import { readReviews } from './read-reviews.ts'
import { reopenPlan } from './reopen.ts'
import type { Review } from './review.ts'
import { type NewReviewStance, takeReviewStance } from './take-stance.ts'

type Tried = Promise<Outcome<unknown, string>>

/** What is done with the reviews of one person of the region's plan, each by somebody in a transaction of its own. */
export interface TestReviews {
  arrange(as: string, asked?: Partial<NewArrangement>): Tried
  ask(as: string, words?: string): Tried
  confirm(as: string, nextOn?: string): Tried
  revise(as: string, items?: readonly string[]): Tried
  close(as: string, closing?: Partial<Extract<NewResult, { kind: 'close' }>>): Tried
  reopen(as: string, reasons?: string): Tried
  say(as: string, stance: Partial<NewReviewStance>): Tried
  /** All of them, as the person reads them. */
  read(as?: string): Promise<readonly Review[]>
  outcomes(as: string): Promise<string[]>
}

/** How it is run: each thing in a transaction of its own, unless told otherwise. */
export type Running = <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>

/** The reviews of somebody of the region, by their key; `answering` answers for them unless it is said otherwise. */
export function reviewsIn(
  here: Pick<Region, 'store'>,
  { person, answering }: { readonly person: string; readonly answering: string },
  run: Running = work => transactionInTurn(here.store, work),
): TestReviews {
  const about = personId(person)
  const looking = <Value>(as: string, doing: 'look' | 'write', work: (tx: Tx, access: Access) => Promise<Value>) =>
    run(tx => look(tx, actorOf(as), about, { doing, place: 'review' }, access => work(tx, access)))
  const inTurn = async (as: string, work: (tx: Tx, access: Access) => Promise<Outcome<unknown, string>>) => {
    const looked = await looking(as, 'write', work)
    return looked.ok ? looked.value : looked
  }
  const read = async (as = person) => {
    const looked = await looking(as, 'look', readReviews)
    return looked.ok ? looked.value : []
  }
  const waiting = async () => (await read()).find(({ result }) => result === undefined) ?? (await read())[0]
  const outcomes = async (as: string) => {
    const looked = await looking(as, 'look', readPlan)
    return looked.ok ? outcomesOf(looked.value).map(({ id }) => id) : []
  }
  const end = async (as: string, result: Record<string, unknown>) => {
    const asked = {
      reviewId: (await waiting())?.id ?? about,
      reasons: 'She said so herself.',
      language: 'en',
      ...result,
    }
    return inTurn(as, (tx, access) => endReview(tx, access, asked as unknown as NewResult))
  }
  return {
    arrange: (as, asked) =>
      inTurn(as, (tx, access) =>
        arrangeReview(tx, access, {
          isChanged: false,
          dueOn: '2026-12-18',
          responsibleId: seedId.account(answering),
          attending: '',
          words: '',
          language: 'en',
          ...asked,
        }),
      ),
    ask: (as, words = '') => inTurn(as, (tx, access) => askForReview(tx, access, { words, language: 'en' })),
    confirm: (as, nextOn = '2027-03-01') => end(as, { kind: 'confirm', nextOn }),
    revise: (as, items = []) => end(as, { kind: 'revise', nextOn: '2027-03-01', changes: 'Other mornings.', items }),
    close: async (as, closing = {}) => {
      const achievements = (await outcomes(as)).map(itemId => ({ itemId, words: 'Nearly.', score: 7 }))
      const remaining = { needRemains: true, metHow: 'Her sister comes.', metBy: 'Her sister' }
      return end(as, { kind: 'close', achievements, ...remaining, ...closing })
    },
    reopen: (as, reasons = 'I fell on Tuesday.') =>
      inTurn(as, (tx, access) => reopenPlan(tx, access, { reasons, language: 'en' })),
    say: async (as, stance) => {
      const reviewId = (await read()).find(({ result }) => result !== undefined)?.id ?? about
      return inTurn(as, (tx, access) =>
        takeReviewStance(tx, access, { reviewId, agrees: true, words: '', language: 'en', ...stance }),
      )
    },
    read,
    outcomes,
  }
}
