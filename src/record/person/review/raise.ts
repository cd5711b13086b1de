import { sql } from 'kysely'
import { holdAlone, type Tx } from '#ground/db/store.ts'
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
  const asked = await askedAlready(tx, sourceRecordId)
  const ids = candidates.map(({ recordId }) => recordId)
  const barred = await barredFrom(tx, sourceRecordId, ids)
  const joined = await joinedTo(tx, sourceRecordId, ids)
  const fresh = candidates.filter(
    ({ recordId }) => !asked.records.has(recordId) && !barred.has(recordId) && joined.has(recordId) === isDoubt,
  )
  if (fresh.length === 0) return 0
  const taskId = asked.taskId ?? (await openTask(tx, review))
  await tx.db
    .insertInto('reviewCandidate')
    .values(fresh.map(candidate => ({ ...rowOf(tx, taskId, candidate), reason: review.reason, isDoubt })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return fresh.length
}

/** The task of a record that still waits, and the records it asks about, in either direction. */
async function askedAlready(
  tx: Tx,
  sourceRecordId: string,
): Promise<{ taskId: string | undefined; records: Set<string> }> {
  const rows = await tx.db
    .selectFrom('reviewCandidateNow')
    .select(['reviewTaskId', 'recordId', 'candidateRecordId'])
    .where(({ or, eb }) => or([eb('recordId', '=', sourceRecordId), eb('candidateRecordId', '=', sourceRecordId)]))
    .execute()
  return {
    taskId: rows.find(({ recordId }) => recordId === sourceRecordId)?.reviewTaskId ?? undefined,
    records: new Set(rows.flatMap(({ recordId, candidateRecordId }) => [recordId!, candidateRecordId!])),
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

async function openTask(tx: Tx, { sourceRecordId, reason, ownerTeamId }: NewReview): Promise<string> {
  const id = tx.newId()
  await tx.db
    .insertInto('reviewTask')
    .values({ id, sourceRecordId, reason, ownerTeamId, raisedAt: tx.now, dueAt: dueAt(tx.now) })
    .execute()
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
