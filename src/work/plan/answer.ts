import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Writer } from './open-plan.ts'
import { decidesWords, findItem, isThePerson } from './owner.ts'
import type { PlanProblem } from './plan.ts'
import { writeVersion } from './propose.ts'

/** The owner's yes or no to a proposal, with a word to the one who made it. */
export interface NewAnswer {
  readonly proposalId: string
  readonly accepted: boolean
  readonly words: string
}

/** Answers a proposal. A yes makes its words the next version of the item. Only whoever decides the words may answer. */
export async function answerProposal(
  tx: Tx,
  access: Access,
  answer: NewAnswer,
  by: Writer,
): Promise<Outcome<undefined, PlanProblem>> {
  const proposal = await tx.db
    .selectFrom('planProposal')
    .selectAll()
    .where('id', '=', answer.proposalId)
    .executeTakeFirst()
  const item = proposal === undefined ? undefined : await findItem(tx, access, proposal.planItemId)
  if (proposal === undefined || item === undefined) return refused('plan.itemNotShown')
  if (!decidesWords(access, item, isThePerson(access))) return refused('plan.notYoursToAnswer')
  if (answer.accepted && proposal.version !== item.version) return refused('plan.itemHasChanged')
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('planProposalAnswer')
    .values({
      planProposalId: proposal.id,
      accepted: answer.accepted,
      words: answer.words.trim() || null,
      answeredBy: by.accountId,
      answeredByName: by.name,
      answeredAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return refused('plan.alreadyAnswered')
  if (answer.accepted) {
    const { words, language, why } = proposal
    await writeVersion(tx, item, { words, language: language as Language, why: why ?? '' }, by)
  }
  access.release(item.ownerId, item.dataClass)
  await announce(tx, { topic: 'plan', id: access.personId })
  return done(undefined)
}
