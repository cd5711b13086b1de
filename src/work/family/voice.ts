import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import type { Access, Grant } from '#record/sharing/access.ts'
import { representativesOf } from '#record/sharing/representative/representatives-of.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'

/** The longest that is said at once, characters. */
export const VOICE_LENGTH_MAX = 4000

/** What a child says matters, or what a parent says. */
export interface Voice {
  readonly id: string
  readonly whose: 'child' | 'parents'
  readonly words: string
  readonly language: Language
  /** Who wrote it down for the child. */
  readonly helpedBy: string | undefined
  readonly saidByName: string
  readonly saidAt: Date
}

export interface NewVoice {
  readonly words: string
  readonly language: Language
  /** Made by the form: sent twice it is said once. */
  readonly key: string
}

export type VoiceProblem = 'growingUp.notYours' | 'growingUp.wordsMissing' | 'growingUp.wordsTooLong'

/**
 * Keeps what a child says in the child's words, or what a parent says in theirs: whose it is follows from who says it. A
 * worker who may add to the child's plan writes down what the child says, and is named as having helped. Neither replaces
 * the other, nor an earlier one.
 */
export async function sayVoice(tx: Tx, access: Access, said: NewVoice): Promise<Outcome<undefined, VoiceProblem>> {
  const hand = await handOf(tx, access)
  const { actor } = access
  if (hand === undefined || actor.kind === 'system') return refused('growingUp.notYours')
  const words = said.words.trim()
  if (words === '') return refused('growingUp.wordsMissing')
  if (words.length > VOICE_LENGTH_MAX) return refused('growingUp.wordsTooLong')
  await tx.db
    .insertInto('familyVoice')
    .values({
      id: tx.newId(),
      personId: access.keptUnder,
      whose: hand.whose,
      words,
      language: said.language,
      helpedBy: actor.kind === 'worker' ? actor.name : null,
      saidBy: actor.accountId,
      saidByName: actor.name,
      formKey: said.key,
      saidAt: tx.now,
    })
    .onConflict(conflict => conflict.columns(['saidBy', 'formKey']).doNothing())
    .execute()
  access.release(hand.grant.contributorId, hand.grant.dataClass)
  return done(undefined)
}

/** In whose voice the holder of an access may speak, and by which grant; undefined for whoever may not. */
export async function handOf(
  tx: Tx,
  access: Access,
): Promise<{ readonly whose: Voice['whose']; readonly grant: Grant } | undefined> {
  const grant = aboutMeGrant(access)
  if (grant === undefined) return undefined
  if (grant.because.kind === 'own') return { whose: 'child', grant }
  if (access.actor.kind === 'worker')
    return access.mayContribute(grant.contributorId, 'plan') ? { whose: 'child', grant } : undefined
  if (grant.because.kind !== 'representative') return undefined
  const { representative } = grant.because
  const office = (await representativesOf(tx, access.personId)).find(({ id }) => id === representative)
  return office?.kind === 'parent' ? { whose: 'parents', grant } : undefined
}

/** What was said, the latest first, for whoever may read what the person says of themselves. */
export async function readVoices(tx: Tx, access: Access): Promise<Voice[]> {
  const grant = aboutMeGrant(access)
  if (grant === undefined) return []
  const { rows } = await sql<Omit<Voice, 'helpedBy'> & { readonly helpedBy: string | null }>`
    select id, whose, words, language, helped_by, said_by_name, said_at
    from family_voice
    where person_id in ${everyIdOf(access.personId)}
    order by said_at desc, id`.execute(tx.db)
  if (rows.length > 0) access.release(grant.contributorId, grant.dataClass)
  return rows.map(row => ({ ...row, helpedBy: row.helpedBy ?? undefined }))
}

function aboutMeGrant({ grants }: Access): Grant | undefined {
  return grants.find(({ contributor, dataClass }) => contributor === THE_PERSON && dataClass === 'about-me')
}
