import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { QUESTION_TOPIC } from './ask.ts'
import { contributorIn } from './contributor.ts'
import type { ConversationProblem } from './conversation.ts'
import { findByKey, putEntry, readersOf, takeTurn, wordsProblem } from './entry.ts'
import { isTheirs, readEntries } from './read.ts'
import { tellOfEntry } from './tell-of-entry.ts'

/** The answer to a question. */
export interface NewAnswer {
  readonly questionId: string
  readonly words: string
  readonly language: Language
  readonly key: string
}

/**
 * Answers a question, in the part of the conversation in which it was asked; whoever asked is told. Only whose turn it is
 * may: others have a word of their own to write. Answers the id of the answer. Run it in turn.
 */
export async function answerQuestion(
  tx: Tx,
  access: Access,
  { questionId, language, key, ...typed }: NewAnswer,
): Promise<Outcome<string, ConversationProblem>> {
  const words = typed.words.trim()
  const wrong = wordsProblem(words)
  if (wrong !== undefined) return refused(wrong)
  await takeTurn(tx, access)
  const earlier = await findByKey(tx, key)
  if (earlier !== undefined) return done(earlier)
  const [asked] = await readEntries(tx, access, [questionId])
  if (asked?.question === undefined) return refused('conversation.notShown')
  if (!asked.question.isOpen) return refused('conversation.answered')
  if (access.actor.kind === 'system' || !isTheirs(access.actor, asked.question))
    return refused('conversation.notYoursToAnswer')
  const { dataClass, writtenBy: toldTo } = asked
  const contributor = await contributorIn(tx, access, dataClass)
  if (contributor === undefined) return refused('conversation.notForYou')
  const readers = await readersOf(tx, access, contributor, dataClass)
  const answer = { kind: 'answer', dataClass, words, language, mention: undefined, questionId, key } as const
  const id = await putEntry(tx, access, answer, contributor, readers)
  await tellOfEntry(tx, 'answered', id, { madeBy: access.actor.accountId, toldTo })
  await announce(tx, { topic: QUESTION_TOPIC, id: questionId })
  return done(id)
}
