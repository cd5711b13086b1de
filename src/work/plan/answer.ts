import assert from 'node:assert/strict'
import type { Selectable } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { PlanProposal } from '#ground/db/tables.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { type Content, merge, saysTheSame } from './content.ts'
import type { Details } from './details/details.ts'
import { handOf, jointOfficeFor } from './in-whose-stead.ts'
import { sayJointly } from './joint.ts'
import type { Writer } from './open-plan.ts'
import { decidesWords, findItem, findVersion, isThePerson, type OwnedItem } from './owner.ts'
import { type PlanProblem, WORDS_LENGTH_MAX } from './plan.ts'
import { writeVersion } from './write-version.ts'

/** The owner's yes or no to a proposal, with a word to the one who made it. */
export interface NewAnswer {
  readonly proposalId: string
  readonly accepted: boolean
  readonly words: string
}

/**
 * Answers a proposal. A yes makes what it changes the next version of the item; it is refused when the same has been
 * changed otherwise since the proposal was made. Only whoever decides the words may answer; those who decide only together
 * say each what they say, and it is answered when all have said yes. The same answer sent again changes nothing.
 */
export async function answerProposal(
  tx: Tx,
  access: Access,
  answer: NewAnswer,
  by: Writer,
): Promise<Outcome<undefined, PlanProblem>> {
  if (answer.words.length > WORDS_LENGTH_MAX) return refused('plan.wordsTooLong')
  const proposal = await tx.db
    .selectFrom('planProposal')
    .selectAll()
    .where('id', '=', answer.proposalId)
    .executeTakeFirst()
  const item = proposal === undefined ? undefined : await findItem(tx, access, proposal.planItemId)
  if (proposal === undefined || item === undefined) return refused('plan.itemNotShown')
  const officeId = jointOfficeFor(access, item)
  const decides = decidesWords(access, item, isThePerson(access))
  if (!decides && officeId === undefined) return refused('plan.notYoursToAnswer')
  const given = await findAnswer(tx, proposal.id)
  if (given !== undefined) return isSame(given, answer, by) ? done(undefined) : refused('plan.alreadyAnswered')
  if (!decides && officeId !== undefined) {
    const word = { agrees: answer.accepted, words: answer.words }
    const put = { planProposalId: proposal.id }
    if (!(await sayJointly(tx, access, { officeId, put, word }, by))) return announced(tx, access, item)
  }
  const hand = decides ? handOf(access, item, by) : { ...by, representativeId: officeId }
  const made = answer.accepted ? await takeUp(tx, item, proposal, hand) : null
  if (made === undefined) return refused('plan.itemHasChanged')
  if (!(await keepAnswer(tx, answer, made, by))) return refused('plan.alreadyAnswered')
  return announced(tx, access, item)
}

async function announced(tx: Tx, access: Access, item: OwnedItem): Promise<Outcome<undefined, PlanProblem>> {
  access.contribute(item.ownerId, item.dataClass)
  await announce(tx, { topic: 'plan', id: item.id })
  return done(undefined)
}

type ProposalRow = Selectable<PlanProposal>

/** The version that a proposal makes; undefined when what it changes has been changed otherwise meanwhile. */
async function takeUp(tx: Tx, item: OwnedItem, proposal: ProposalRow, by: Writer): Promise<number | undefined> {
  const base = await findVersion(tx, item.id, proposal.version)
  assert(base, 'a proposal is made against a version that is there')
  const merged = merge(base, offeredBy(proposal, base), item)
  if (merged.clashes) return undefined
  if (saysTheSame(merged.content, item)) return item.version
  return writeVersion(tx, item, merged.content, proposal, by)
}

/** A proposal as it was made before details were offered says the words alone. */
function offeredBy({ words, language, dueOn, details }: ProposalRow, base: Content): Content {
  if (details === null) return { ...base, words, language }
  return { words, language, dueOn, details: details as Details }
}

interface GivenAnswer {
  readonly accepted: boolean
  readonly words: string | null
  readonly answeredBy: string
}

function findAnswer(tx: Tx, proposalId: string): Promise<GivenAnswer | undefined> {
  return tx.db
    .selectFrom('planProposalAnswer')
    .select(['accepted', 'words', 'answeredBy'])
    .where('planProposalId', '=', proposalId)
    .executeTakeFirst()
}

function isSame(given: GivenAnswer, answer: NewAnswer, by: Writer): boolean {
  const { accepted, words, answeredBy } = given
  return accepted === answer.accepted && (words ?? '') === answer.words.trim() && answeredBy === by.accountId
}

/** Whether it was kept: false when another answer was there first. */
async function keepAnswer(tx: Tx, answer: NewAnswer, madeVersion: number | null, by: Writer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('planProposalAnswer')
    .values({
      planProposalId: answer.proposalId,
      accepted: answer.accepted,
      madeVersion,
      words: answer.words.trim() || null,
      answeredBy: by.accountId,
      answeredByName: by.name,
      answeredAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows !== 0n
}
