import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { readItem } from '#work/plan/read-plan.ts'
import { askOf, isOwner, type NewOwner } from './ask.ts'
import type { Urgency } from './clock.ts'
import { contributorIn } from './contributor.ts'
import type { ConversationClass, ConversationProblem } from './conversation.ts'
import { decide, decisionProblem, type NewDecision } from './decide.ts'
import { findByKey, putEntry, readersOf, takeTurn, wordsProblem } from './entry.ts'

/** What somebody writes in a conversation of their own accord. */
export interface NewEntry {
  readonly dataClass: ConversationClass
  readonly words: string
  readonly language: Language
  /** The account of somebody chosen to be told of it. */
  readonly mention?: string | undefined
  /** Made by the form: the same again is the same entry. */
  readonly key: string
  /** Asked of whom, and how soon it is to be answered: then it is a question. */
  readonly asks?: { readonly owner: NewOwner | undefined; readonly urgency: Urgency }
  /** What is decided, by whom to be done and by when: then it becomes an action of the plan. */
  readonly decides?: NewDecision
  /** The item of the plan that it is about: it is shown beside it while it waits for an answer. */
  readonly aboutItemId?: string | undefined
}

/**
 * Writes in a conversation: something said, a question, or a decision, which is an action of the plan from that moment.
 * Refused when a question is asked of somebody, or somebody is to be told, who could not read it, and about an item that
 * whoever writes is not shown. Run it in turn.
 */
export async function writeEntry(
  tx: Tx,
  access: Access,
  entry: NewEntry,
): Promise<Outcome<string, ConversationProblem>> {
  const words = entry.words.trim()
  const wrong = wordsProblem(words)
  if (wrong !== undefined) return refused(wrong)
  await takeTurn(tx, access)
  const earlier = await findByKey(tx, entry.key)
  if (earlier !== undefined) return done(earlier)
  const { dataClass, language, mention, key, asks, decides, aboutItemId } = entry
  const contributor = await contributorIn(tx, access, dataClass)
  if (contributor === undefined) return refused('conversation.notForYou')
  if (aboutItemId !== undefined && (await readItem(tx, [access], aboutItemId))[0] === undefined)
    return refused('conversation.aboutNotShown')
  const readers = await readersOf(tx, access, contributor, dataClass)
  if (mention !== undefined && !readers.some(({ accountId }) => accountId === mention))
    return refused('conversation.mentionMayNotRead')
  const { owner } = asks ?? {}
  if (asks !== undefined && owner === undefined) return refused('conversation.ownerMissing')
  if (owner !== undefined && !readers.some(one => isOwner(one, owner))) return refused('conversation.ownerMayNotRead')
  const unfit = decides && decisionProblem(access, decides, { dataClass, now: tx.now })
  if (unfit !== undefined) return refused(unfit)

  const kind = owner !== undefined ? 'question' : decides !== undefined ? 'decision' : 'word'
  const written = { kind, dataClass, words, language, mention, key, aboutItemId } as const
  const id = await putEntry(tx, access, written, contributor, readers)
  if (asks !== undefined && owner !== undefined)
    await askOf(tx, access, { questionId: id, owner, urgency: asks.urgency }, readers)
  if (decides !== undefined) await decide(tx, access, { entryId: id, dataClass, words, language, ...decides })
  return done(id)
}
