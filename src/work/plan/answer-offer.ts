import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { raiseOfPlan } from '#work/notice/raise-of-plan.ts'
import { jointOfficeFor } from './in-whose-stead.ts'
import { sayJointly } from './joint.ts'
import type { Writer } from './open-plan.ts'
import { decidesWords, findItem, isThePerson, type OwnedItem } from './owner.ts'
import { type PlanProblem, WORDS_LENGTH_MAX } from './plan.ts'
import { writeState } from './say-state.ts'
import { DONE_KINDS } from './whose.ts'

/** The person's yes or no to an item that somebody else offers, with a word to them. */
export interface NewOfferAnswer {
  readonly itemId: string
  readonly accepted: boolean
  readonly words: string
}

/**
 * Answers an offered item. With a yes it is part of the plan, in the words it then has; with a no it is kept and is not.
 * Only the person answers, or whoever decides in their stead, and once: the same answer sent again changes nothing. Those
 * who decide only together say each what they say, and it is answered when all have said yes.
 */
export async function answerOffer(
  tx: Tx,
  access: Access,
  { itemId, accepted, words }: NewOfferAnswer,
  by: Writer,
): Promise<Outcome<undefined, PlanProblem>> {
  if (words.length > WORDS_LENGTH_MAX) return refused('plan.wordsTooLong')
  const item = await findItem(tx, access, itemId)
  if (item === undefined || !(await isOffered(tx, itemId))) return refused('plan.itemNotShown')
  const officeId = jointOfficeFor(access, item)
  const decides = decidesWords(access, item, isThePerson(access))
  if (!decides && officeId === undefined) return refused('plan.notYoursToAnswer')
  const given = await tx.db
    .selectFrom('planItemOfferAnswer')
    .select(['accepted', 'answeredBy'])
    .where('planItemId', '=', itemId)
    .executeTakeFirst()
  if (given !== undefined) {
    const isSame = given.accepted === accepted && given.answeredBy === by.accountId
    return isSame ? done(undefined) : refused('plan.alreadyAnswered')
  }
  if (!decides && officeId !== undefined) {
    const word = { agrees: accepted, words }
    if (!(await sayJointly(tx, access, { officeId, put: { planItemId: itemId }, word }, by)))
      return announced(tx, access, item)
  }
  await tx.db
    .insertInto('planItemOfferAnswer')
    .values({
      planItemId: itemId,
      accepted,
      words: words.trim() || null,
      answeredBy: by.accountId,
      answeredByName: by.name,
      answeredAt: tx.now,
    })
    // Two answers in one moment are thus a serialization failure: the later finds the earlier when it is tried again.
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const { planId, ownerId: contributorId, dataClass } = item
  if (accepted) await raiseOfPlan(tx, { planId, contributorId, dataClass, madeBy: by.accountId })
  if (accepted && DONE_KINDS.includes(item.kind)) await writeState(tx, { itemId, state: 'taken-on', words: '' }, by)
  return announced(tx, access, item)
}

async function announced(tx: Tx, access: Access, item: OwnedItem): Promise<Outcome<undefined, PlanProblem>> {
  access.contribute(item.ownerId, item.dataClass)
  await announce(tx, { topic: 'plan', id: item.id })
  return done(undefined)
}

async function isOffered(tx: Tx, itemId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('planItemOffer')
    .select('planItemId')
    .where('planItemId', '=', itemId)
    .executeTakeFirst()
  return row !== undefined
}
