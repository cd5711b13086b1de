import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import type { Access } from '#record/sharing/access.ts'
import { type MayBeShown, whoMaySee } from '#record/sharing/wish/who-may-see.ts'
import {
  CARERS_CLASS,
  CONFIDENCE_LENGTH_MAX,
  CONFIDENCE_TOPIC,
  type ConfidenceProblem,
  carersGrant,
  isCarers,
} from './confidence.ts'

/** What is said, in whose language, and the mark of the form: sent twice it is said once. */
export interface NewWords {
  readonly words: string
  readonly language: Language
  readonly key: string
}

/** A worker who may be told something in confidence. */
export type Confidant = MayBeShown & { readonly accountId: string; readonly name: string }

/**
 * Those whom a carer may tell: workers of their own, by name, to whom what they say as a carer is open now. Nobody is a
 * confidant by being in a team.
 */
export async function confidantsOf(tx: Tx, access: Access): Promise<Confidant[]> {
  if (!isCarers(access)) return []
  const { lines } = await whoMaySee(tx, access.personId)
  return lines.filter(
    (line): line is Confidant =>
      line.seat !== undefined &&
      line.accountId !== undefined &&
      line.name !== undefined &&
      line.opens.has(CARERS_CLASS),
  )
}

/**
 * A carer tells one worker something. It is kept in the carer's own record, for these two alone: whoever else may see
 * what the carer says of themselves does not see this.
 */
export async function confide(
  tx: Tx,
  access: Access,
  { toldTo, ...said }: NewWords & { readonly toldTo: string },
): Promise<Outcome<undefined, ConfidenceProblem>> {
  const grant = carersGrant(access)
  if (grant === undefined || !isCarers(access)) return refused('confidence.notYours')
  const confidant = (await confidantsOf(tx, access)).find(({ accountId }) => accountId === toldTo)
  if (confidant === undefined) return refused('confidence.nobodyToTell')
  const kept = await keep(tx, access, said, { toldTo, toldToName: confidant.name, answers: null })
  if (kept.ok) access.contribute(grant.contributorId, grant.dataClass)
  return kept
}

/** The worker who was told answers; nobody else may, and neither may they once nothing of the carer's is open to them. */
export async function answerConfidence(
  tx: Tx,
  access: Access,
  said: NewWords,
): Promise<Outcome<undefined, ConfidenceProblem>> {
  const { actor } = access
  const grant = carersGrant(access)
  if (grant === undefined || actor.kind !== 'worker') return refused('confidence.notYours')
  const told = await tx.db
    .selectFrom('confidence')
    .select(['id', 'toldToName'])
    .where('personId', 'in', everyIdOf(access.personId))
    .where('toldTo', '=', actor.accountId)
    .where('answers', 'is', null)
    .orderBy('saidAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (told === undefined) return refused('confidence.notYours')
  const answers = { toldTo: actor.accountId, toldToName: told.toldToName, answers: told.id }
  const kept = await keep(tx, access, said, answers)
  if (kept.ok) access.release(grant.contributorId, grant.dataClass)
  return kept
}

async function keep(
  tx: Tx,
  { actor, keptUnder }: Access,
  { words, language, key }: NewWords,
  between: { readonly toldTo: string; readonly toldToName: string; readonly answers: string | null },
): Promise<Outcome<undefined, ConfidenceProblem>> {
  if (actor.kind === 'system') return refused('confidence.notYours')
  const text = words.trim()
  if (text === '') return refused('confidence.wordsMissing')
  if (text.length > CONFIDENCE_LENGTH_MAX) return refused('confidence.wordsTooLong')
  const id = tx.newId()
  await tx.db
    .insertInto('confidence')
    .values({
      id,
      personId: keptUnder,
      ...between,
      words: text,
      language,
      saidBy: actor.accountId,
      saidByName: actor.name,
      organisationId: actor.kind === 'worker' ? actor.organisationId : null,
      formKey: key,
      saidAt: tx.now,
    })
    .onConflict(conflict => conflict.columns(['saidBy', 'formKey']).doNothing())
    .execute()
  await announce(tx, { topic: CONFIDENCE_TOPIC, id })
  return done(undefined)
}
