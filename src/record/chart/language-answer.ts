import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access, Grant } from '#record/sharing/access.ts'
import { notingAs } from '#record/sharing/representative/acting-office.ts'

/** Why somebody needs their language, where it is more than a choice. Source: More than just words, on need and choice. */
export const LANGUAGE_NEEDS = ['memory', 'stroke', 'illness', 'childhood', 'other'] as const
export type LanguageNeed = (typeof LANGUAGE_NEEDS)[number]

/** The longest that may be said about a need, characters. */
export const NEED_WORDS_LENGTH_MAX = 500

/** What somebody answered to the Active Offer. */
export interface LanguageAnswer {
  readonly spoken: Language
  readonly written: Language
  /** Whether it is a need and not a choice alone. Everybody who is told of the answer is told that. */
  readonly isNeed: boolean
  /** Why; undefined where it is no need, and for readers to whom nothing of the person's care is open. */
  readonly need: LanguageNeed | undefined
  readonly needWords: string | undefined
  readonly answeredByName: string
  readonly answeredAt: Date
}

export interface NewLanguageAnswer {
  readonly spoken: Language
  readonly written: Language
  readonly need: LanguageNeed | undefined
  readonly needWords: string
}

export type LanguageProblem = 'activeOffer.notYours' | 'activeOffer.needWordsTooLong'

/**
 * Keeps the answer to the Active Offer as the person's own: given by the person, or written down by a worker who may add
 * to their care and support. It replaces nothing: the latest counts, for every partner.
 */
export async function answerOffer(
  tx: Tx,
  access: Access,
  answer: NewLanguageAnswer,
): Promise<Outcome<undefined, LanguageProblem>> {
  const { actor } = access
  if (!mayAnswer(access) || actor.kind === 'system') return refused('activeOffer.notYours')
  const needWords = answer.needWords.trim()
  if (needWords.length > NEED_WORDS_LENGTH_MAX) return refused('activeOffer.needWordsTooLong')
  const { spoken, written, need = null } = answer
  await tx.db
    .insertInto('languageAnswer')
    .values({
      id: tx.newId(),
      personId: access.keptUnder,
      spoken,
      written,
      need,
      needWords: need === null || needWords === '' ? null : needWords,
      answeredBy: actor.accountId,
      answeredByName: actor.name,
      organisationId: actor.kind === 'worker' ? actor.organisationId : null,
      answeredAt: tx.now,
    })
    .execute()
  const open = demographicsOf(access)
  if (open !== undefined) access.release(open.contributorId, open.dataClass)
  return done(undefined)
}

/** Whether the holder of an access may keep an answer. */
export function mayAnswer(access: Access): boolean {
  return isOwn(access) || notingAs(access) !== undefined
}

/**
 * The answer, for whoever may know who the person is: which language somebody is spoken to in goes with their name.
 * Undefined while the offer has not been answered, which is when it is to be made.
 */
export async function readLanguageAnswer(tx: Tx, access: Access): Promise<LanguageAnswer | undefined> {
  const open = demographicsOf(access)
  if (open === undefined) return undefined
  const row = await tx.db
    .selectFrom('languageAnswerNow')
    .select(['spoken', 'written', 'need', 'needWords', 'answeredByName', 'answeredAt'])
    .where('personId', '=', access.personId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  access.release(open.contributorId, open.dataClass)
  // A need says something of somebody's health: the reason is for those who may know of their care.
  const mayKnowWhy = isOwn(access) || access.opens('care-and-support')
  return {
    spoken: row.spoken as Language,
    written: row.written as Language,
    isNeed: row.need !== null,
    need: mayKnowWhy ? ((row.need ?? undefined) as LanguageNeed | undefined) : undefined,
    needWords: mayKnowWhy ? (row.needWords ?? undefined) : undefined,
    answeredByName: row.answeredByName!,
    answeredAt: row.answeredAt!,
  }
}

function demographicsOf({ grants }: Access): Grant | undefined {
  return grants.find(({ dataClass }) => dataClass === 'demographics')
}

function isOwn({ grants }: Access): boolean {
  return grants.some(({ because }) => because.kind === 'own')
}
