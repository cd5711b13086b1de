import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { putInPlan } from '#work/plan/add.ts'
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

/**
 * Makes of an entry an action of the plan, as private as the entry is. What falls to whoever decides is taken on; another
 * organisation is asked, and takes it on or says why not; the person answers it as an offer.
 */
export async function decide(tx: Tx, access: Access, decided: Decided): Promise<void> {
  const { entryId, ownerId, dueOn, dataClass, words, language } = decided
  const { actor } = access
  if (ownerId === undefined || dueOn === undefined || actor.kind === 'system') throw new Error('nothing was decided')
  const { code } = await tx.db
    .selectFrom('organisation')
    .select('code')
    .where('id', '=', ownerId)
    .executeTakeFirstOrThrow()
  const id = tx.newId()
  const owner = { id: ownerId, code, dataClass }
  const action = { id, kind: 'action', partOf: undefined, owner, words, language, dueOn, details: {}, why: '' } as const
  await putInPlan(tx, access, action, { accountId: actor.accountId, name: actor.name })
  await tx.db.insertInto('conversationDecision').values({ entryId, planItemId: id }).execute()
}
