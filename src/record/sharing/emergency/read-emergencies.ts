import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { everJoined } from '#record/person/link/ever.ts'
import type { Emergency, EmergencyLook, EmergencyReview } from './emergency.ts'

/**
 * The emergencies for which `which` holds, the latest first, with what was looked at in each, told from the trail. Called
 * within this folder alone: whoever reads for somebody says who may, and writes the trail.
 */
export async function readEmergencies(tx: Tx, which: RawBuilder<unknown>): Promise<Emergency[]> {
  const { rows } = await sql<Row>`
    select emergency.id, emergency.account_id, emergency.organisation_id, opening.purpose, emergency.actor_name, emergency.role,
           jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation,
           emergency.category, emergency.words, emergency.sensitive_words, emergency.data_classes as classes,
           emergency.is_sensitive, emergency.opened_at, least(emergency.closes_at, ended.ended_at) as closes_at,
           ${LOOKS} as looks, ${LACKS} as lacks,
           task.due_at, jsonb_build_object('en', reviewing.name_en, 'cy', reviewing.name_cy) as reviewer, ${REVIEW} as review
    from emergency_access as emergency
    join organisation as body on body.id = emergency.organisation_id
    join emergency_review_task as task on task.emergency_access_id = emergency.id
    join team on team.id = task.team_id
    join lateral (
      select entry.purpose from trail_entry as entry
      where entry.person_id = emergency.person_id and entry.account_id = emergency.account_id
        and entry.action = 'emergency' and entry.at = emergency.opened_at
      limit 1
    ) as opening on true
    join organisation as reviewing on reviewing.id = team.organisation_id
    left join emergency_access_end as ended on ended.emergency_access_id = emergency.id
    left join emergency_review as review on review.emergency_access_id = emergency.id
    where ${which}
    order by emergency.opened_at desc, emergency.id`.execute(tx.db)
  return rows.map(({ sensitiveWords, review, looks, ...row }) => ({
    ...row,
    sensitiveWords: sensitiveWords ?? undefined,
    looks: looks.map(look => ({ ...look, at: new Date(look.at) })),
    review: review === null ? undefined : { ...review, at: new Date(review.at) },
  }))
}

interface Row extends Omit<Emergency, 'sensitiveWords' | 'review' | 'looks'> {
  readonly sensitiveWords: string | null
  readonly looks: readonly (Omit<EmergencyLook, 'at'> & { readonly at: string })[]
  readonly review: (Omit<EmergencyReview, 'at'> & { readonly at: string }) | null
}

/** Every id under which a look may stand: whoever was one with them then may be told apart since. */
const EVER = sql`
  select emergency.person_id
  union
  select joined.person_id
  from ${everJoined(sql`(select own.id from source_record as own where own.home_person_id = emergency.person_id)`)} as joined`

const LOOKS = sql`coalesce((
  select jsonb_agg(jsonb_build_object('at', look.at, 'doing', look.action, 'classes', seen.classes) order by look.sequence)
  from trail_entry as look
  cross join lateral (
    select jsonb_agg(distinct one ->> 'dataClass') as classes
    from jsonb_array_elements(look.released) as one
    where one -> 'because' ->> 'emergency' = emergency.id::text
  ) as seen
  where look.person_id in (${EVER}) and look.account_id = emergency.account_id
    and look.at >= emergency.opened_at and look.at <= emergency.closes_at and seen.classes is not null), '[]')`

const LACKS = sql`coalesce((
  select jsonb_agg(jsonb_build_object('dataClass', lack.data_class, 'failed', lack.failed, 'relationships', lack.relationships)
                   order by lack.data_class)
  from emergency_lack as lack where lack.emergency_access_id = emergency.id), '[]')`

const REVIEW = sql`case when review.emergency_access_id is null then null else jsonb_build_object(
  'outcome', review.outcome, 'words', review.words, 'language', review.language, 'by', review.reviewed_by_name,
  'at', review.reviewed_at) end`
