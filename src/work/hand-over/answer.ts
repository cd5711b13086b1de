import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { endTie } from '#record/sharing/relationship/end-tie.ts'
import { announceSharing } from '#record/sharing/wish/wish.ts'
import { ASKS_LENGTH_MAX, HAND_OVER_CLASS, HAND_OVER_TOPIC, type HandOver } from './hand-over.ts'
import { handOversAbout } from './read.ts'

/** What is said of a hand-over, by whom it was asked or by who asked. */
export interface NewAnswer {
  readonly handOverId: string
  readonly kind: 'accepted' | 'declined' | 'withdrawn'
  readonly reason: string
}

export type AnswerProblem =
  | 'handOver.notShown'
  | 'handOver.answered'
  | 'handOver.reasonMissing'
  | 'handOver.reasonTooLong'

/**
 * Accepts or declines what another team has handed on, or takes back what the actor's own team has. Declining and taking
 * back need a reason, and end the other team's tie; accepting keeps it. The same answer again changes nothing; another is
 * refused. Run it in turn.
 */
export async function answerHandOver(
  tx: Tx,
  access: Access,
  { handOverId, kind, reason }: NewAnswer,
): Promise<Outcome<undefined, AnswerProblem>> {
  await holdAlone(tx, `hand-over ${handOverId}`)
  const { actor } = access
  const handedOn = (await handOversAbout(tx, access)).find(({ id }) => id === handOverId)
  if (handedOn === undefined || actor.kind !== 'worker' || !isFor(handedOn, kind, actor.teamId))
    return refused('handOver.notShown')
  if (handedOn.answer !== undefined)
    return handedOn.answer.kind === kind ? done(undefined) : refused('handOver.answered')
  const why = reason.trim()
  if (kind !== 'accepted' && why === '') return refused('handOver.reasonMissing')
  if (why.length > ASKS_LENGTH_MAX) return refused('handOver.reasonTooLong')
  await tx.db
    .insertInto('handOverAnswer')
    .values({
      handOverId,
      answer: kind,
      reason: why || null,
      accountId: actor.accountId,
      name: actor.name,
      answeredAt: tx.now,
    })
    .execute()
  access.release(handedOn.contributorId, HAND_OVER_CLASS)
  if (kind !== 'accepted') await endTheTie(tx, access, handOverId)
  await announce(tx, { topic: HAND_OVER_TOPIC, id: handOverId })
  return done(undefined)
}

/** Says that the answer has been seen, by somebody of the team that handed it on. Saying it again changes nothing. */
export async function seeAnswer(
  tx: Tx,
  access: Access,
  handOverId: string,
): Promise<Outcome<undefined, 'handOver.notShown'>> {
  const { actor } = access
  const handedOn = (await handOversAbout(tx, access)).find(({ id }) => id === handOverId)
  if (actor.kind !== 'worker' || handedOn?.answer === undefined || handedOn.fromTeamId !== actor.teamId)
    return refused('handOver.notShown')
  await tx.db
    .insertInto('handOverSeen')
    .values({ handOverId, accountId: actor.accountId, name: actor.name, seenAt: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return done(undefined)
}

function isFor({ toTeamId, fromTeamId }: HandOver, kind: NewAnswer['kind'], teamId: string | undefined): boolean {
  return teamId !== undefined && teamId === (kind === 'withdrawn' ? fromTeamId : toTeamId)
}

async function endTheTie(tx: Tx, access: Access, handOverId: string): Promise<void> {
  const { relationshipId } = await tx.db
    .selectFrom('handOver')
    .select('relationshipId')
    .where('id', '=', handOverId)
    .executeTakeFirstOrThrow()
  await endTie(tx, relationshipId, 'hand-over')
  await announceSharing(tx, access.personId)
}
