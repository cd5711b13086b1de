import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { workersOfTeam } from '#record/organisation/workers-of-team.ts'
import type { Access } from '#record/sharing/access.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { announceSharing } from '#record/sharing/wish/wish.ts'
import { ASKS_LENGTH_MAX, answerBy, HAND_OVER_CLASS, HAND_OVER_TOPIC, type Urgency } from './hand-over.ts'

/** What is handed on, to whom. */
export interface NewHandOver {
  readonly toTeamId: string
  readonly urgency: Urgency
  /** What is asked of the other team, in the words of whoever hands it on. */
  readonly asks: string
  readonly language: Language | undefined
  /** Made by the form, or by the message: the same again is the same hand-over. */
  readonly key: string
  /** The message that brought it. */
  readonly messageId?: string
}

export type HandOverProblem =
  | 'handOver.notForYou'
  | 'handOver.teamMissing'
  | 'handOver.ownTeam'
  | 'handOver.asksMissing'
  | 'handOver.asksTooLong'
  | 'handOver.teamMayNotKnow'

/**
 * Hands somebody on to another team: it has a tie to them from now on, an hour by which to answer, and is told at once.
 * Answers the id. Refused when nobody of that team could be shown it: no clause lets them, or the person said no. Run it
 * in turn.
 */
export async function handOver(tx: Tx, access: Access, asked: NewHandOver): Promise<Outcome<string, HandOverProblem>> {
  const asks = asked.asks.trim()
  if (asks === '') return refused('handOver.asksMissing')
  if (asks.length > ASKS_LENGTH_MAX) return refused('handOver.asksTooLong')
  const { actor } = access
  const fromTeamId = actor.kind === 'worker' ? actor.teamId : undefined
  if (asked.toTeamId === fromTeamId) return refused('handOver.ownTeam')
  const contributorId = await contributorFor(tx, access)
  if (contributorId === undefined) return refused('handOver.notForYou')
  const earlier = await findByKey(tx, asked.key)
  if (earlier !== undefined) return done(earlier)

  const tie = { kind: 'referral', with: { teamId: asked.toTeamId }, source: 'hand-over' } as const
  await sql`savepoint before_the_tie`.execute(tx.db)
  const relationshipId = await beginRelationship(tx, { personId: access.keptUnder }, tie)
  if (!(await someoneMayKnow(tx, asked.toTeamId, { personId: access.personId, contributorId }))) {
    await sql`rollback to savepoint before_the_tie`.execute(tx.db)
    return refused('handOver.teamMayNotKnow')
  }
  access.contribute(contributorId, HAND_OVER_CLASS)
  const id = tx.newId()
  await tx.db
    .insertInto('handOver')
    .values({
      id,
      personId: access.keptUnder,
      relationshipId,
      contributorId,
      fromTeamId: fromTeamId ?? null,
      fromName: actor.name,
      accountId: actor.kind === 'system' ? null : actor.accountId,
      messageId: asked.messageId ?? null,
      toTeamId: asked.toTeamId,
      urgency: asked.urgency,
      asks,
      language: asked.language ?? null,
      formKey: asked.key,
      handedAt: tx.now,
      answerBy: answerBy(asked.urgency, tx.now),
    })
    .execute()
  await announceSharing(tx, access.personId)
  await announce(tx, { topic: HAND_OVER_TOPIC, id })
  return done(id)
}

/** Whose words they will be: the employer's, or those of the body that it is a part of, whichever the access lets write. */
export async function contributorFor(
  tx: Tx,
  access: Access,
  dataClass: DataClass = HAND_OVER_CLASS,
): Promise<string | undefined> {
  const { actor } = access
  if (actor.kind === 'citizen') return undefined
  const { partOf } = await tx.db
    .selectFrom('organisation')
    .select('partOf')
    .where('id', '=', actor.organisationId)
    .executeTakeFirstOrThrow()
  const bodies = [actor.organisationId, ...(partOf === null ? [] : [partOf])]
  return bodies.find(id => access.mayContribute(id, dataClass))
}

async function findByKey(tx: Tx, key: string): Promise<string | undefined> {
  const row = await tx.db.selectFrom('handOver').select('id').where('formKey', '=', key).executeTakeFirst()
  return row?.id
}

/** Decided for everybody of the team as if they looked; nothing is shown to anybody, so that it is in no trail. */
async function someoneMayKnow(
  tx: Tx,
  teamId: string,
  { personId, contributorId }: { readonly personId: string; readonly contributorId: string },
): Promise<boolean> {
  const workers = await workersOfTeam(tx, teamId)
  const pairs = workers.map(actor => ({ actor, personId }))
  return lookAtMany(tx, pairs, { doing: 'list', place: 'hand-overs' }, async accesses =>
    accesses.some(access => access.covers(contributorId, HAND_OVER_CLASS) && access.opens('demographics')),
  )
}
