import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'

/** However small a body is, so many emergencies a month are exceptions: one a week, and one more. */
export const CEILING_LEAST = 5
/**
 * Above that, one for so many workers. Where a hospital studied had it open to all, over half of all looks were
 * exceptions (reliability.md, section 1.1, NTNU): one in fifty workers once a month is far from that, and far above
 * what an agreement that fits leaves over.
 */
export const CEILING_WORKERS = 50

/** The most emergencies that a body's workers may open in a month before its agreements are taken to be wrong. */
export function ceilingOf(workers: number): number {
  return Math.max(CEILING_LEAST, Math.floor(workers / CEILING_WORKERS))
}

/** How many emergencies the workers of a body have opened in a month of the region, and how many are exceptions. */
export interface MonthsEmergencies {
  readonly bodyId: string
  /** The first day of the month, ISO 8601. */
  readonly month: string
  readonly opened: number
  readonly ceiling: number
}

/** This month's emergencies of the body that an organisation is part of. */
export async function thisMonthsEmergencies(tx: Tx, organisationId: string): Promise<MonthsEmergencies> {
  const { rows } = await sql<{ bodyId: string; opened: number; workers: number }>`
    select own.body_id,
           (select count(*)
            from emergency_access as emergency
            join organisation_body as part on part.organisation_id = emergency.organisation_id
            where part.body_id = own.body_id
              and emergency.opened_at >= date_trunc('month', ${tx.now}::timestamptz, 'Europe/London')) as opened,
           (select count(distinct post.account_id)
            from post
            join organisation_body as part on part.organisation_id = post.organisation_id
            where part.body_id = own.body_id and post.started_at <= ${tx.now}
              and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})) as workers
    from organisation_body as own
    where own.organisation_id = ${organisationId}`.execute(tx.db)
  const [found] = rows
  if (found === undefined) throw new Error(`no organisation ${organisationId}`)
  const month = `${dayOf(tx.now).slice(0, 7)}-01`
  return { bodyId: found.bodyId, month, opened: found.opened, ceiling: ceilingOf(found.workers) }
}

/**
 * Opens the task of changing the agreement when this month's emergencies have passed the ceiling; once a month a body.
 * It stops nobody: the emergency that passed it is open already.
 */
export async function holdToCeiling(tx: Tx, organisationId: string, emergencyId: string): Promise<void> {
  const { bodyId, month, opened, ceiling } = await thisMonthsEmergencies(tx, organisationId)
  if (opened <= ceiling) return
  await tx.db
    .insertInto('emergencyCeilingTask')
    .values({
      id: tx.newId(),
      organisationId: bodyId,
      month,
      ceiling,
      passedBy: emergencyId,
      openedAt: tx.now,
    })
    .onConflict(conflict => conflict.columns(['organisationId', 'month']).doNothing())
    .execute()
}
