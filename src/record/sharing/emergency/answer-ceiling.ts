import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { REASON_LENGTH_MAX } from './reason.ts'

export type CeilingProblem =
  | 'record.notShown'
  | 'emergency.answerMissing'
  | 'emergency.answerTooLong'
  | 'emergency.alreadyAnswered'

/** What a signatory is doing about it. */
export interface CeilingAnswer {
  readonly taskId: string
  readonly words: string
  readonly language: Language
}

/**
 * The signatory of a body whose workers opened too many emergencies says, once, what is being done. To the signatory of
 * another body the task is not there to answer.
 */
export async function answerCeiling(
  tx: Tx,
  actor: WorkerActor,
  answer: CeilingAnswer,
): Promise<Outcome<undefined, CeilingProblem>> {
  const words = answer.words.trim()
  const { rows } = await sql<{ id: string }>`
    select task.id
    from emergency_ceiling_task as task
    join organisation_body as body on body.body_id = task.organisation_id
    where task.id = ${answer.taskId} and body.organisation_id = ${actor.organisationId}`.execute(tx.db)
  if (rows.length === 0 || actor.role !== 'signatory') return refused('record.notShown')
  if (words === '') return refused('emergency.answerMissing')
  if (words.length > REASON_LENGTH_MAX) return refused('emergency.answerTooLong')
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('emergencyCeilingAnswer')
    .values({
      emergencyCeilingTaskId: answer.taskId,
      words,
      language: answer.language,
      answeredBy: actor.accountId,
      answeredByName: actor.name,
      answeredAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 0n ? refused('emergency.alreadyAnswered') : done(undefined)
}
