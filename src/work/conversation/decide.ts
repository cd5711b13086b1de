import { dayOf } from '#ground/day.ts'
import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { addItem, openPlan } from '#work/plan/open-plan.ts'
import type { ConversationClass, ConversationProblem } from './conversation.ts'

/** Which organisation is to do what was decided, or the person themselves, and by which day (ISO 8601). */
export interface NewDecision {
  readonly ownerId: string | undefined
  readonly dueOn: string | undefined
}

/** What keeps a decision from becoming an action, or undefined. */
export function decisionProblem(
  access: Access,
  { ownerId, dueOn }: NewDecision,
  { dataClass, now }: { readonly dataClass: ConversationClass; readonly now: Date },
): ConversationProblem | undefined {
  if (ownerId === undefined) return 'conversation.decisionOwnerMissing'
  if (!access.mayContribute(ownerId, dataClass)) return 'conversation.decisionNotForThem'
  if (dueOn === undefined) return 'conversation.dueMissing'
  return dueOn < dayOf(now) ? 'conversation.dueBefore' : undefined
}

interface Decided extends NewDecision {
  readonly entryId: string
  readonly dataClass: ConversationClass
  readonly words: string
  readonly language: Language
}

/** Makes of an entry an action of the plan: whose it is takes it on, or says why not. */
export async function decide(tx: Tx, access: Access, decided: Decided): Promise<void> {
  const { entryId, ownerId, dueOn, dataClass, words, language } = decided
  const { actor } = access
  if (ownerId === undefined || dueOn === undefined || actor.kind === 'system') throw new Error('nothing was decided')
  const planId = await openPlan(tx, access.keptUnder)
  const place = await nextPlace(tx, planId)
  const item = { kind: 'action', ownerId, dataClass, place, words, language, dueOn } as const
  const itemId = await addItem(tx, access, planId, item, { accountId: actor.accountId, name: actor.name })
  await tx.db.insertInto('conversationDecision').values({ entryId, planItemId: itemId }).execute()
  await announce(tx, { topic: 'plan', id: itemId })
}

async function nextPlace(tx: Tx, planId: string): Promise<number> {
  const { last } = await tx.db
    .selectFrom('planItem')
    .select(({ fn }) => fn.max('place').as('last'))
    .where('planId', '=', planId)
    .executeTakeFirstOrThrow()
  return (last ?? -1) + 1
}
