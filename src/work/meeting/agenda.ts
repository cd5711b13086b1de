import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual, Language } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { readConversation } from '#work/conversation/read.ts'
import { handOversAbout } from '#work/hand-over/read.ts'
import { findHolds } from '#work/notice/visits/find-holds.ts'
import { isInPlan, type PlanItem } from '#work/plan/plan.ts'
import { readPlan } from '#work/plan/read-plan.ts'
import { readReviews } from '#work/review/read-reviews.ts'
import type { AgendaReason } from './meeting.ts'

/** One thing about somebody that is due or stuck, as far as one reader may know it. */
export interface AgendaLine {
  readonly reason: AgendaReason
  /** In the words of whoever wrote them; undefined for being in hospital. */
  readonly words: string | undefined
  readonly language: Language | undefined
  /** Whose it is to do something. */
  readonly owner: Bilingual | string | undefined
  /** Since when it waits, or by when it was due. A day (ISO 8601) or a moment. */
  readonly since: Date | string | undefined
  /** What it leads to, below the person's address. */
  readonly to: string | undefined
}

/** What is due and what is stuck about one person, as far as it is open to the reader, what is most pressing first. */
export async function agendaOf(tx: Tx, access: Access): Promise<AgendaLine[]> {
  const { waiting } = await readConversation(tx, access)
  const questions = waiting
    .filter(({ question }) => question?.isLate)
    .map(({ id, words, language, question }): AgendaLine => {
      const { owner, answerBy } = question!
      return {
        reason: 'late-question',
        words,
        language,
        owner: owner.name ?? owner.team,
        since: answerBy,
        to: `conversation/${id}`,
      }
    })
  return [
    ...(await inHospital(tx, access)),
    ...questions,
    ...(await lateHandOvers(tx, access)),
    ...(await reviewsDue(tx, access)),
    ...dueActions(await readPlan(tx, access), dayOf(tx.now)),
  ]
}

async function inHospital(tx: Tx, access: Access): Promise<AgendaLine[]> {
  const stays = await findHolds(tx, access.personId)
  const open = stays.filter(
    ({ kind, contributorId, dataClass }) => kind !== 'died' && access.covers(contributorId, dataClass),
  )
  return open.map(({ contributorId, dataClass, beginsAt }): AgendaLine => {
    access.release(contributorId, dataClass)
    return { ...NOTHING_SAID, reason: 'in-hospital', since: beginsAt }
  })
}

async function lateHandOvers(tx: Tx, access: Access): Promise<AgendaLine[]> {
  const handOvers = await handOversAbout(tx, access)
  return handOvers
    .filter(({ isLate }) => isLate)
    .map(({ id, asks, language, to, answerBy }) => ({
      reason: 'late-hand-over',
      words: asks,
      language,
      owner: to.team,
      since: answerBy,
      to: `hand-overs/${id}`,
    }))
}

/** A review that waits, and is late or near. */
async function reviewsDue(tx: Tx, access: Access): Promise<AgendaLine[]> {
  const reviews = await readReviews(tx, access)
  return reviews
    .filter(({ clock }) => clock.kind === 'late' || clock.kind === 'soon')
    .map(({ id, arrangement }) => ({
      ...NOTHING_SAID,
      reason: 'review-due',
      owner: arrangement.responsible,
      since: arrangement.dueOn,
      to: `plan/reviews/${id}`,
    }))
}

/** Actions that are stuck, that nobody has taken on, or whose day is over. */
function dueActions(items: readonly PlanItem[], today: string): AgendaLine[] {
  return items.filter(isInPlan).flatMap(({ id, kind, state, words, language, dueOn }): AgendaLine[] => {
    const reason = kind === 'action' ? reasonOf(state?.state, dueOn, today) : undefined
    if (reason === undefined) return []
    return [{ reason, words, language, owner: undefined, since: dueOn, to: `plan/items/${id}` }]
  })
}

function reasonOf(state: string | undefined, dueOn: string | undefined, today: string): AgendaReason | undefined {
  if (state === 'stuck') return 'stuck-action'
  if (state === 'done' || state === 'will-not-be-done') return undefined
  if (dueOn !== undefined && dueOn < today) return 'overdue-action'
  return state === 'asked' ? 'unanswered-action' : undefined
}

const NOTHING_SAID = { words: undefined, language: undefined, owner: undefined, to: undefined } as const
