import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { checkedTheTrail } from './officer-trail.ts'
import type { PrivacyOfficer } from './privacy-team.ts'
import { type QuestionProblem, WORDS_LENGTH_MAX } from './question.ts'

/** A privacy officer's answer to a question. */
export interface NewAnswer {
  readonly questionId: string
  readonly words: string
  readonly language: Language
}

/**
 * Answers a question, once. Only an officer of the team it was put to may. The same answer sent again changes nothing;
 * another one is refused, since the person may have read the first. That it was answered is in the person's trail.
 */
export async function answerQuestion(
  tx: Tx,
  officer: PrivacyOfficer,
  answer: NewAnswer,
): Promise<Outcome<undefined, QuestionProblem>> {
  const words = answer.words.trim()
  const question = await tx.db
    .selectFrom('lookQuestion')
    .select(['id', 'personId', 'teamId'])
    .where('id', '=', answer.questionId)
    .executeTakeFirst()
  if (question === undefined || question.teamId !== officer.teamId) return refused('question.notShown')
  if (words === '') return refused('question.wordsMissing')
  if (words.length > WORDS_LENGTH_MAX) return refused('question.wordsTooLong')
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('lookQuestionAnswer')
    .values({
      lookQuestionId: question.id,
      words,
      language: answer.language,
      answeredBy: officer.accountId,
      answeredByName: officer.name,
      answeredAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) {
    return (await isGiven(tx, officer, { ...answer, words })) ? done(undefined) : refused('question.alreadyAnswered')
  }
  await checkedTheTrail(tx, officer, question.personId, 'answer')
  return done(undefined)
}

async function isGiven(tx: Tx, officer: PrivacyOfficer, { questionId, words }: NewAnswer): Promise<boolean> {
  const given = await tx.db
    .selectFrom('lookQuestionAnswer')
    .select(['words', 'answeredBy'])
    .where('lookQuestionId', '=', questionId)
    .executeTakeFirst()
  return given?.words === words && given.answeredBy === officer.accountId
}
