import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { type Figure, figureOf } from '#ground/small-numbers.ts'
import { ceilingOf } from '#record/sharing/emergency/ceiling.ts'

/** How often the workers of one body opened a record in an emergency this month. */
export interface BodysEmergencies {
  readonly body: Bilingual
  readonly opened: Figure
  readonly ceiling: number
  /** Whether that is more than are exceptions: then somebody has the task of changing an agreement. */
  readonly hasPassed: boolean
  /** Reviews that should have been made and have not. */
  readonly overdueReviews: Figure
}

/** This month's emergencies of every body that could open one, by name. No person and no worker is in them. */
export async function emergenciesOpened(tx: Tx): Promise<BodysEmergencies[]> {
  const { rows } = await sql<{ nameEn: string; nameCy: string; opened: number; workers: number; overdue: number }>`
    select body.name_en, body.name_cy,
           (select count(*) from emergency_access as emergency
            join organisation_body as part on part.organisation_id = emergency.organisation_id
            where part.body_id = body.id
              and emergency.opened_at >= date_trunc('month', ${tx.now}::timestamptz, 'Europe/London')) as opened,
           (select count(*) from emergency_review_task as task
            join emergency_access as emergency on emergency.id = task.emergency_access_id
            join organisation_body as part on part.organisation_id = emergency.organisation_id
            where part.body_id = body.id and task.due_at < ${tx.now}
              and not exists (select from emergency_review as review where review.emergency_access_id = emergency.id)) as overdue,
           (select count(distinct post.account_id) from post
            join organisation_body as part on part.organisation_id = post.organisation_id
            where part.body_id = body.id and post.started_at <= ${tx.now}
              and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})) as workers
    from organisation as body
    where body.part_of is null and body.kind not in ('person', 'partnership')
    order by body.name_en`.execute(tx.db)
  return rows.map(({ nameEn, nameCy, opened, workers, overdue }) => ({
    body: { en: nameEn, cy: nameCy },
    opened: figureOf(opened),
    ceiling: ceilingOf(workers),
    hasPassed: opened > ceilingOf(workers),
    overdueReviews: figureOf(overdue),
  }))
}
