import type { Encounter, FhirResource, Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { NoticeKind } from './notice-kind.ts'

/** How many of one person's are shown at most, the newest. */
const SHOWN_MAX = 50

/** One notice as an access opens it, with all that is read to tell it. */
export interface OpenNotice {
  /** The place of the access in the list. */
  readonly opened: number
  readonly id: string
  readonly kind: NoticeKind
  readonly happenedAt: Date
  readonly recordedAt: Date
  readonly sourceRecordId: string | null
  readonly contributorId: string
  readonly contributor: Bilingual
  readonly dataClass: DataClass
  /** What it hangs on, where that is a resource. */
  readonly content: FhirResource | null
  /** The sender's record in which it was first told, where it hangs on that. */
  readonly patient: Patient | null
  readonly stayClass: DataClass | null
  readonly stay: Encounter | null
  readonly hospital: Bilingual | null
  readonly ward: Bilingual | null
  readonly takenAt: Date | null
}

/** Which notices are wanted: those raised since, or `only` those with these ids. */
export interface Wanted {
  readonly since: Date
  readonly only: readonly string[] | undefined
}

/**
 * The notices that each access opens, newest first: those wanted, and whichever tell of a death, since they say how others
 * are told. What is not open is left out before any are counted off. Each person is looked up by themselves, so that the
 * cost grows with who is asked about and not with the region.
 */
export async function openNotices(tx: Tx, accesses: readonly Access[], wanted: Wanted): Promise<OpenNotice[]> {
  const asked = accesses.map(({ personId, actor, grants }, place) => ({
    place,
    person_id: personId,
    account_id: actor.kind === 'system' ? null : actor.accountId,
    opens: grants.map(({ contributorId, dataClass }) => `${contributorId} ${dataClass}`),
  }))
  const { rows } = await sql<OpenNotice>`
    select asked.place as opened, told.*, receipt.received_at as taken_at
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as asked (place integer, person_id uuid, account_id uuid, opens text[])
    cross join lateral (${told(wanted)}) as told
    left join notice_receipt as receipt on receipt.notice_id = told.id and receipt.account_id = asked.account_id
    order by told.recorded_at desc, told.id`.execute(tx.db)
  return rows
}

/**
 * The notices of one person, with the names of hospital and ward. Where in a hospital and why is a ward stay of its own,
 * in another class than the spell; that somebody moved ward says something of the stay, and is told only where that is
 * open. Nobody to whom it is open is told by a notice of what they did themselves.
 */
function told(wanted: Wanted) {
  return sql`
    select news.id, news.kind, news.happened_at, news.recorded_at, news.source_record_id, news.contributor_id,
           news.data_class, news.content, version.content as patient, stay.data_class as stay_class, stay.content as stay,
           jsonb_build_object('en', contributor.name_en, 'cy', contributor.name_cy) as contributor,
           case when hospital.id is not null
             then jsonb_build_object('en', hospital.name_en, 'cy', hospital.name_cy) end as hospital,
           case when ward.id is not null then jsonb_build_object('en', ward.name_en, 'cy', ward.name_cy) end as ward
    from (${newsOf(wanted)}) as news
    join organisation as contributor on contributor.id = news.contributor_id
    left join source_record_version as version
      on version.source_record_id = news.source_record_id and version.version = news.source_record_version
    left join organisation as hospital
      on hospital.id = split_part(news.content #>> '{serviceProvider,reference}', '/', 2)::uuid
    left join resource as stay on stay.contributor_id = news.contributor_id and stay.type = 'Encounter'
      and stay.business_key = news.business_key || '/ward'
      and stay.contributor_id || ' ' || stay.data_class = any(asked.opens)
    left join lateral (
      select split_part(known.at #>> '{location,reference}', '/', 2)::uuid as team_id
      from jsonb_array_elements(stay.content -> 'location') as known (at)
      where known.at ->> 'status' = 'active' and known.at -> 'location' ? 'reference'
      limit 1
    ) as bed on true
    left join team as ward on ward.id = bed.team_id
    where news.contributor_id || ' ' || news.data_class = any(asked.opens)
      and (news.kind <> 'moved' or stay.id is not null)
    order by news.recorded_at desc
    limit ${SHOWN_MAX}`
}

/**
 * With the class of data that must be open to whoever is told. A new address is protected when it was so as it changed,
 * and when it has become so since, by any record of the person's.
 */
function newsOf({ since, only }: Wanted) {
  return sql`
    select notice.id, notice.kind, notice.happened_at, notice.recorded_at, notice.source_record_id,
           notice.source_record_version, about.content, about.business_key,
           coalesce(notice.contributor_id, about.contributor_id) as contributor_id,
           case when notice.kind = 'moved-home' and exists (
                  select from person_link_now as own
                  where own.person_id = asked.person_id and is_sensitive_record(own.source_record_id))
             then 'protected-address' else coalesce(notice.data_class, about.data_class) end as data_class
    from notice_now as notice
    left join resource as about on about.id = notice.resource_id
    where notice.person_id = asked.person_id
      and (notice.kind in ('died', 'death-withdrawn')
           or (notice.recorded_at > ${since} and (${only === undefined} or notice.id = any(${only ?? []}::uuid[]))))
      and (notice.made_by is null or notice.made_by is distinct from asked.account_id)
      and (notice.told_to is null or notice.told_to = asked.account_id)`
}
