import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'

/** Why somebody's visits are in vain now, whoever may know it. */
export interface OpenHold {
  readonly noticeId: string
  readonly kind: 'admitted' | 'back-from-leave' | 'died'
  /** Whose data says so, and of what class. */
  readonly contributorId: string
  readonly dataClass: DataClass
  readonly beginsAt: Date
  /** ISO 8601 day. */
  readonly expectedHomeOn: string | null
  /** What providers have said to it, the oldest first. */
  readonly answers: readonly {
    readonly organisationId: string
    /** Of one visit alone; null for all of them. */
    readonly resourceId: string | null
    readonly goesAhead: boolean
    readonly by: string
    readonly at: string
  }[]
}

/** What holds the visits of a person now: a death first, then each stay in hospital. To decide with; nothing to show. */
export async function findHolds(tx: Tx, personId: string): Promise<OpenHold[]> {
  const { rows } = await sql<OpenHold>`
    select hold.id as notice_id, hold.kind, hold.contributor_id, hold.data_class, hold.begins_at, hold.expected_home_on,
           coalesce(said.answers, '[]') as answers
    from visit_hold as hold
    left join lateral (
      select jsonb_agg(jsonb_build_object(
               'organisationId', answer.organisation_id, 'resourceId', answer.resource_id,
               'goesAhead', answer.goes_ahead, 'by', answer.answered_by_name, 'at', answer.answered_at)
             order by answer.answered_at, answer.id) as answers
      from visit_hold_answer as answer
      where answer.notice_id = hold.id
    ) as said on true
    where hold.person_id = ${personId}
    order by hold.kind = 'died' desc, hold.since, hold.id`.execute(tx.db)
  return rows
}
