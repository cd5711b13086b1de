import { keepPerson } from '#door/feeds/person/keep-person.ts'
import { sayingOf } from '#door/feeds/saying.ts'
import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import { type AllergiesProblem, applyAllergies } from './allergies.ts'
import { applyMerge, type MergeProblem } from './merge.ts'
import { applyMovedVisit, type MovedVisitProblem } from './moved-visit.ts'
import { applyPair, type PairProblem } from './pair.ts'
import { applySwap, type SwapProblem } from './swap.ts'
import { holdNumbered, tellVisit } from './tell-visit.ts'
import type { Told } from './told.ts'
import { isMergeTrigger, isPersonTrigger, isVisitTrigger } from './triggers.ts'
import { applyWithdrawal, type WithdrawalProblem } from './withdrawal.ts'

export type ApplyProblem =
  | MergeProblem
  | PairProblem
  | MovedVisitProblem
  | SwapProblem
  | AllergiesProblem
  | WithdrawalProblem
  | 'feed.triggerNotApplied'

/** Applies one event by what its trigger says. All in the caller's transaction, or nothing of it. */
export async function applyAdt(tx: Tx, told: Told): Promise<Outcome<undefined, ApplyProblem>> {
  const { trigger } = told.event
  if (trigger === 'A17') return applySwap(tx, told)
  if (trigger === 'A24' || trigger === 'A37') return applyPair(tx, told)
  if (trigger === 'A29') return applyWithdrawal(tx, told)
  if (trigger === 'A45') return applyMovedVisit(tx, told)
  if (trigger === 'A60') return applyAllergies(tx, told)
  if (isMergeTrigger(trigger)) return applyMerge(tx, told)
  if (isVisitTrigger(trigger) || isPersonTrigger(trigger)) return applyToPerson(tx, told)
  return refused('feed.triggerNotApplied')
}

/** Keeps the sender's record of the person, finds whose it is, and tells of their stay what the event says of it. */
async function applyToPerson(tx: Tx, told: Told): Promise<Outcome<undefined, SwapProblem>> {
  const { sender, event, messageId } = told
  // Whoever writes of somebody again has not deleted them (A29).
  const person = { ...event.person, isWithdrawn: false }
  const visit = isVisitTrigger(event.trigger) ? event.visit : undefined
  const [kept, held] = await together([
    keepPerson(tx, sender, person, messageId, sayingOf(event)),
    holdNumbered(tx, told, visit),
  ])
  return kept.ok ? tellVisit(tx, told, kept.value, visit, held) : kept
}
