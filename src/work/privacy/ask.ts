import { idFor } from '#ground/chance.ts'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { afterWorkingDays } from '#ground/working-days.ts'
import type { Access } from '#record/sharing/access.ts'
import { findEntry } from '#record/sharing/trail/read.ts'
import { answeringTeam } from './privacy-team.ts'
import { ANSWER_WORKING_DAYS, type QuestionProblem, WORDS_LENGTH_MAX } from './question.ts'

/** What a person asks about one entry of their trail. */
export interface NewQuestion {
  readonly entryId: string
  readonly words: string
  readonly language: Language
  /** Made by whoever asks. The same words sent again under the same key are one question, however often they arrive. */
  readonly key: string
}

/**
 * Asks about a look. The question goes to those who answer for the organisation whose worker or system it was, and they
 * have five working days. Only the person asks, about what their own trail shows them, and not about their own looks.
 */
export async function askAboutLook(
  tx: Tx,
  access: Access,
  question: NewQuestion,
): Promise<Outcome<undefined, QuestionProblem>> {
  const { actor, keptUnder: personId } = access
  const words = question.words.trim()
  if (words === '') return refused('question.wordsMissing')
  if (words.length > WORDS_LENGTH_MAX) return refused('question.wordsTooLong')
  const entry = await findEntry(tx, access, question.entryId)
  if (entry === undefined || entry.isThePerson || actor.kind === 'system') return refused('question.notShown')
  await tx.db
    .insertInto('lookQuestion')
    .values({
      id: idFor(`question ${question.key} ${actor.accountId} ${entry.id} ${words}`),
      trailEntryId: entry.id,
      personId,
      teamId: await answeringTeam(tx, entry.organisationId),
      words,
      language: question.language,
      askedBy: actor.accountId,
      askedByName: actor.name,
      askedAt: tx.now,
      answerBy: afterWorkingDays(dayOf(tx.now), ANSWER_WORKING_DAYS),
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return done(undefined)
}
