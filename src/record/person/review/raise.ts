import { sql } from '#ground/db/sql.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import { barredFrom } from '../link/barred.ts'
import { dueAt } from './due.ts'
import type { ReviewReason } from './reason.ts'

/** A record that the one asked about may belong with. */
export interface NewCandidate {
  readonly recordId: string
  /** In bits; left out where nothing was weighed. */
  readonly weight?: number | undefined
  readonly probability?: number | undefined
  readonly modelVersion?: string | undefined
  /** What agreed and how far: kinds and levels, never the values themselves. */
  readonly explanation?: object | undefined
}

/** Whose a record is, or whether it is where it belongs: somebody must say. */
export interface NewReview {
  readonly sourceRecordId: string
  readonly reason: ReviewReason
  readonly candidates: readonly NewCandidate[]
  readonly ownerTeamId: string
  /** The records are one person's now, and somebody doubts it. */
  readonly isDoubt?: boolean
}

/**
 * Leaves it to a team to say whether a record is about the same person as others. A record has one task at a time: what
 * is found later joins it, and what was asked already is not asked again. Left out is what cannot be answered with yes:
 * records that are about one person already (or for a doubt are not), were told apart, are sealed from one another, or
 * hold two different verified NHS numbers. Answers how many it asks about now that it did not before. Run it in turn.
 */
export async function raiseReview(tx: Tx, review: NewReview): Promise<number> {
  const { sourceRecordId, candidates, isDoubt = false } = review
  await holdAlone(tx, `review of ${sourceRecordId}`)
  const ids = candidates.map(({ recordId }) => recordId)
  const [asked, barred, joined] = await together([
    askedAlready(tx, sourceRecordId),
    barredFrom(tx, sourceRecordId, ids),
    joinedTo(tx, sourceRecordId, ids),
  ])
  const fresh = candidates.filter(
    ({ recordId }) => !asked.records.has(recordId) && !barred.has(recordId) && joined.has(recordId) === isDoubt,
  )
  if (fresh.length === 0) return 0
  const taskId = asked.taskId ?? openTask(tx, review)
  tx.send(
    tx.db
      .insertInto('reviewCandidate')
      .values(fresh.map(candidate => ({ ...rowOf(tx, taskId, candidate), reason: review.reason, isDoubt })))
      .onConflict(conflict => conflict.doNothing()),
  )
  return fresh.length
}

/** The task of a record that still waits, and the records it asks about, in either direction. */
async function askedAlready(
  tx: Tx,
  sourceRecordId: string,
): Promise<{ taskId: string | undefined; records: Set<string> }> {
  const { rows } = await sql<{ reviewTaskId: string; recordId: string; candidateRecordId: string }>`
    select review_task_id, record_id, candidate_record_id from review_candidate_now
    where record_id = ${sourceRecordId} or candidate_record_id = ${sourceRecordId}`.execute(tx.db)
  return {
    taskId: rows.find(({ recordId }) => recordId === sourceRecordId)?.reviewTaskId,
    records: new Set(rows.flatMap(({ recordId, candidateRecordId }) => [recordId, candidateRecordId])),
  }
}

async function joinedTo(tx: Tx, sourceRecordId: string, recordIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select other.source_record_id as id
    from person_link_now as own
    join person_link_now as other on other.person_id = own.person_id
    where own.source_record_id = ${sourceRecordId} and other.source_record_id = any(${recordIds}::uuid[])`.execute(
    tx.db,
  )
  return new Set(rows.map(({ id }) => id))
}

function openTask(tx: Tx, { sourceRecordId, reason, ownerTeamId }: NewReview): string {
  const id = tx.newId()
  tx.send(sql`
    insert into review_task (id, source_record_id, reason, owner_team_id, raised_at, due_at)
    values (${id}, ${sourceRecordId}, ${reason}, ${ownerTeamId}, ${tx.now}, ${dueAt(tx.now)})`)
  return id
}

function rowOf(tx: Tx, reviewTaskId: string, candidate: NewCandidate) {
  const { recordId, weight = null, probability = null, modelVersion = null, explanation } = candidate
  return {
    id: tx.newId(),
    reviewTaskId,
    sourceRecordId: recordId,
    weight,
    probability,
    modelVersion,
    explanation: explanation === undefined ? null : JSON.stringify(explanation),
    raisedAt: tx.now,
  }
}
