import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { personOf } from '#record/person/link/persons.ts'
import { endOwnTies } from '#record/sharing/relationship/end-own.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { COMPARING, findTask } from './officer.ts'
import { recordsOfTask } from './task-records.ts'

/** How long somebody who has taken a task sees the records it is about, hours. Then they take it again. */
export const COMPARING_HOURS = 8

/**
 * An officer says that they are looking at a task. From then on they have a tie with those it is about, and see who the
 * records say they are, until they have decided or the time is over; the people read of it. Anybody of the team may take
 * it over. Run it in turn.
 */
export async function takeTask(
  tx: Tx,
  officer: WorkerActor,
  taskId: string,
): Promise<Outcome<undefined, 'record.notShown'>> {
  const task = await findTask(tx, officer, taskId)
  if (task === undefined) return refused('record.notShown')
  await holdAlone(tx, `taking ${taskId}`)
  const { accountId, name: accountName } = officer
  await tx.db
    .insertInto('reviewTaking')
    .values({ id: tx.newId(), reviewTaskId: taskId, accountId, accountName, takenAt: tx.now })
    .execute()
  const records = await recordsOfTask(tx, taskId)
  await endOwnTies(tx, accountId, records, COMPARING)
  const endsAt = new Date(tx.now.getTime() + COMPARING_HOURS * 3_600_000)
  // One tie a person, however many of their records the task is about.
  const byPerson = new Map<string, string>()
  for (const record of records) byPerson.set(await personOf(tx, record), record)
  for (const sourceRecordId of byPerson.values()) {
    await beginRelationship(tx, { sourceRecordId }, { ...COMPARING, with: { accountId }, endsAt })
  }
  return done(undefined)
}
