import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { openedBy } from '#record/chart/opened.ts'
import { newestOf, type TimelineEntry, type TimelineReader } from '../entry.ts'

/** How many visits are looked through at most, the latest: four a day for two years and more. */
const READ_MAX = 3000

interface Visit {
  readonly contributorId: string
  readonly provider: Bilingual
  readonly startsAt: Date
}

/** The visits of each provider that were planned and whose time has passed, a month together: nobody reads them one by one. */
export const visits: TimelineReader = async (tx, access, wanted) => {
  const { rows } = await sql<Visit>`
    select visit.contributor_id, visit.starts_at,
           jsonb_build_object('en', provider.name_en, 'cy', provider.name_cy) as provider
    from ${openedBy([access])}
    join person_link_now as link on link.person_id = opened.person_id
    join lateral (
      select resource.contributor_id, (resource.content ->> 'start')::timestamptz as starts_at
      from resource
      where resource.source_record_id = link.source_record_id and resource.contributor_id = opened.contributor_id
        and resource.type = 'Appointment' and resource.data_class = opened.data_class
        and resource.content ->> 'status' in ('booked', 'pending', 'fulfilled')
    ) as visit on true
    join organisation as provider on provider.id = visit.contributor_id
    where opened.data_class = 'care-and-support' and visit.starts_at <= ${tx.now}
    order by visit.starts_at desc
    limit ${READ_MAX}`.execute(tx.db)
  for (const { contributorId } of rows) access.release(contributorId, 'care-and-support')
  const months = Map.groupBy(rows, ({ contributorId, startsAt }) => `${dayOf(startsAt).slice(0, 7)} ${contributorId}`)
  const entries = [...months].flatMap(([id, those]): TimelineEntry[] => {
    const [last] = those
    return last === undefined
      ? []
      : [
          {
            id: `visits ${id}`,
            at: last.startsAt,
            what: 'visits',
            where: last.provider,
            count: those.length,
            href: '/visits',
          },
        ]
  })
  return newestOf(entries, wanted)
}
