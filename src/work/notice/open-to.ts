import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { CitizenActor, WorkerActor } from '#record/organisation/actor.ts'
import { NOTHING_HELD } from '#record/sharing/decision/facts.ts'
import { loadAgreements } from '#record/sharing/decision/load-agreements.ts'
import { openTo } from '#record/sharing/decision/predicate/open-to.ts'
import { purposeOf } from '#record/sharing/decision/purpose.ts'

/**
 * Those of these notices that an actor would be shown now, by their ids: for deciding whether somebody waits for them, or
 * whether there is anything to be told. It shows nothing, so it is in no trail; whoever then looks is decided anew.
 */
export async function noticesOpenTo(
  tx: Tx,
  actor: CitizenActor | WorkerActor,
  noticeIds: readonly string[],
): Promise<string[]> {
  if (noticeIds.length === 0) return []
  const agreements = await loadAgreements(tx)
  const purpose = purposeOf(actor, { ...NOTHING_HELD, today: '', minute: 0, agreements })
  const open = openTo(tx, { actor, purpose, action: 'read' }, agreements)
  const { rows } = await sql<{ id: string }>`
    select distinct notice.id
    from notice_now as notice
    left join resource as about on about.id = notice.resource_id
    join ${open} as open on open.person_id = notice.person_id
      and open.contributor_id = coalesce(notice.contributor_id, about.contributor_id)
      and open.data_class = case
        when notice.kind = 'moved' then 'hospital-care'
        when notice.kind = 'moved-home' and exists (
               select from person_link_now as own
               where own.person_id = notice.person_id and is_sensitive_record(own.source_record_id))
          then 'protected-address'
        else coalesce(notice.data_class, about.data_class) end
    where notice.id = any(${[...noticeIds]}::uuid[])
      and (notice.made_by is null or notice.made_by <> ${actor.accountId})
      and (notice.told_to is null or notice.told_to = ${actor.accountId})
    order by notice.id`.execute(tx.db)
  return rows.map(({ id }) => id)
}
