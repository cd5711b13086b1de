import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { ReviewReason } from '#record/person/review/reason.ts'

/** A task as its team sees it in the list: nothing of whom it is about. */
export interface QueuedTask {
  readonly id: string
  readonly reason: ReviewReason
  /** Whose record it is about. */
  readonly organisation: Bilingual
  /** How many records it may belong with, and still waits. */
  readonly candidates: number
  /** The likeliest of them; undefined where nothing was weighed. */
  readonly probability: number | undefined
  readonly raisedAt: Date
  readonly dueAt: Date
  readonly isLate: boolean
  /** Who is looking at it. */
  readonly takenBy: string | undefined
  readonly takenByAccount: string | undefined
  /** Somebody has decided, and a second person must say so too. */
  readonly waitsForSecond: boolean
}

/** How many tasks are shown at most, those due first. */
export const QUEUE_MAX = 200

/** What waits with the worker's own team, due first. Nothing for whoever is no records officer of a team. */
export async function readQueue(tx: Tx, officer: WorkerActor): Promise<QueuedTask[]> {
  if (officer.role !== 'records-officer' || officer.teamId === undefined) return []
  const { rows } = await sql<Row>`
    select task.id, task.reason, body.name_en, body.name_cy, task.raised_at, task.due_at, waiting.candidates,
           waiting.probability, waiting.waits_for_second, taken.account_id as taken_by_account, taken.account_name as taken_by
    from (
      select waits.review_task_id, count(*)::int as candidates, max(candidate.probability) as probability,
             bool_or(exists (
               select from review_decision as decision
               left join review_second as second on second.review_decision_id = decision.id
               where decision.review_candidate_id = waits.id and second.review_decision_id is null)) as waits_for_second
      from review_candidate_now as waits
      join review_candidate as candidate on candidate.id = waits.id
      where waits.owner_team_id = ${officer.teamId}
      group by waits.review_task_id
    ) as waiting
    join review_task as task on task.id = waiting.review_task_id
    join source_record as record on record.id = task.source_record_id
    join organisation as body on body.id = record.organisation_id
    left join lateral (
      select taking.account_id, taking.account_name from review_taking as taking
      where taking.review_task_id = task.id order by taking.taken_at desc limit 1
    ) as taken on true
    order by task.due_at, task.id
    limit ${QUEUE_MAX}`.execute(tx.db)
  return rows.map(row => ({
    id: row.id,
    reason: row.reason,
    organisation: { en: row.nameEn, cy: row.nameCy },
    candidates: row.candidates,
    probability: row.probability ?? undefined,
    raisedAt: row.raisedAt,
    dueAt: row.dueAt,
    isLate: row.dueAt < tx.now,
    takenBy: row.takenBy ?? undefined,
    takenByAccount: row.takenByAccount ?? undefined,
    waitsForSecond: row.waitsForSecond,
  }))
}

interface Row {
  readonly id: string
  readonly reason: ReviewReason
  readonly nameEn: string
  readonly nameCy: string
  readonly candidates: number
  readonly probability: number | null
  readonly raisedAt: Date
  readonly dueAt: Date
  readonly takenBy: string | null
  readonly takenByAccount: string | null
  readonly waitsForSecond: boolean
}
