import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type Figure, figureOf, isFew, type Total, totalOf } from '#ground/small-numbers.ts'

/** How many admissions people were told of this month, and how quickly. */
export interface AdmissionsTold {
  /** Made from those told of and those not, so that subtracting tells neither. */
  readonly admissions: Total
  /** Those of which at least one open page was told at once. */
  readonly told: Figure
  /** Seconds; undefined when too few were told for the times to be. */
  readonly medianSeconds: number | undefined
  /** Within which 95 in 100 were told, seconds. */
  readonly slowestSeconds: number | undefined
}

/**
 * This month's admissions, from the arrival of the message to the moment at which it was decided whom to tell: the row
 * leaves for their page when that commits. Pages are told when a notice is raised, so a telling belongs to the person's
 * last notice before it; the first one counts.
 */
export async function admissionsTold(tx: Tx): Promise<AdmissionsTold> {
  const { rows } = await sql<{ admissions: number; told: number; median: number | null; slowest: number | null }>`
    with notices as (
      select notice.kind, notice.resource_id, notice.person_id, notice.recorded_at,
             lead(notice.recorded_at) over (partition by notice.person_id order by notice.recorded_at, notice.id) as next_at
      from notice_now as notice
      where notice.recorded_at >= date_trunc('month', ${tx.now}::timestamptz, 'Europe/London')
    ), admissions as (
      select extract(epoch from telling.at - message.received_at) as seconds
      from notices
      join resource_version as version
        on version.resource_id = notices.resource_id and version.recorded_at = notices.recorded_at
      join message on message.id = version.message_id
      left join lateral (
        select min(entry.at) as at
        from trail_entry as entry
        where entry.person_id in (select id from person_now where person_id = notices.person_id) and entry.action = 'tell'
          and entry.at >= notices.recorded_at and entry.at < coalesce(notices.next_at, 'infinity')
      ) as telling on true
      where notices.kind = 'admitted'
    )
    select count(*) as admissions, count(seconds) as told,
           percentile_cont(0.5) within group (order by seconds)::float as median,
           percentile_cont(0.95) within group (order by seconds)::float as slowest
    from admissions`.execute(tx.db)
  const { admissions = 0, told = 0, median = null, slowest = null } = rows[0] ?? {}
  const mayTell = !isFew(told)
  return {
    admissions: totalOf([figureOf(told), figureOf(admissions - told)]),
    told: figureOf(told),
    medianSeconds: (mayTell ? median : null) ?? undefined,
    slowestSeconds: (mayTell ? slowest : null) ?? undefined,
  }
}
