import type { Encounter } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { expectedHomeOn } from './expected-home.ts'
import type { Notice, NoticeKind } from './notice.ts'

/** How far back notices are shown, days. A stay that is older is still in the record. */
const SHOWN_DAYS = 30
/** How many of one person's are shown at most, the newest. */
const SHOWN_MAX = 50

interface NoticeRow {
  readonly opened: number
  readonly id: string
  readonly kind: NoticeKind
  readonly happenedAt: Date
  readonly recordedAt: Date
  readonly contributorId: string
  readonly spellClass: DataClass
  readonly spell: Encounter
  readonly stayClass: DataClass | null
  readonly stay: Encounter | null
  readonly hospital: Bilingual | null
  readonly ward: Bilingual | null
  readonly takenAt: Date | null
}

/** The recent notices that each access opens, newest first, in the order of the accesses; or `only` those with these ids. */
export async function noticesOf(tx: Tx, accesses: readonly Access[], only?: readonly string[]): Promise<Notice[][]> {
  const rows = await openNotices(tx, accesses, only)
  return accesses.map((access, place) =>
    rows
      .filter(row => row.opened === place)
      .map(row => {
        access.release(row.contributorId, row.spellClass)
        if (row.stayClass !== null) access.release(row.contributorId, row.stayClass)
        return noticeFrom(row, access.personId)
      }),
  )
}

/** The people whom these notices are about, through the links that stand now; each once. */
export async function peopleOfNotices(tx: Tx, noticeIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct link.person_id
    from notice
    join person_link_now as link on link.source_record_id = notice.source_record_id
    where notice.id = any(${noticeIds}::uuid[])
    order by link.person_id`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}

/**
 * Each notice hangs on a hospital spell; where and why is a ward stay of its own, in another class of data. That
 * somebody moved ward says something of the stay, so it is told only where the stay is open. Each person is looked up
 * by themselves, so that the cost grows with who is asked about and not with the region.
 */
async function openNotices(
  tx: Tx,
  accesses: readonly Access[],
  only: readonly string[] | undefined,
): Promise<NoticeRow[]> {
  const since = new Date(tx.now.getTime() - SHOWN_DAYS * 24 * 60 * 60 * 1000)
  const people = accesses.map(({ personId }) => personId)
  const accounts = accesses.map(({ actor }) => (actor.kind === 'system' ? null : actor.accountId))
  const { rows } = await sql<NoticeRow>`
    with opened as materialized (select * from ${openedBy(accesses)})
    select asked.place - 1 as opened, told.id, told.kind, told.happened_at, told.recorded_at,
           told.contributor_id, told.spell_class, told.spell,
           case when also.place is not null then told.stay_class end as stay_class,
           case when also.place is not null then told.stay end as stay,
           case when also.place is not null then told.ward end as ward,
           told.hospital, receipt.received_at as taken_at
    from unnest(${people}::uuid[], ${accounts}::uuid[]) with ordinality as asked (person_id, account_id, place)
    cross join lateral (${told({ since, only })}) as told
    join opened on opened.place = asked.place - 1 and opened.contributor_id = told.contributor_id
      and opened.data_class = told.spell_class
    left join opened as also on also.place = asked.place - 1 and also.contributor_id = told.contributor_id
      and also.data_class = told.stay_class
    left join notice_receipt as receipt on receipt.notice_id = told.id and receipt.account_id = asked.account_id
    where told.kind <> 'moved' or also.place is not null
    order by told.recorded_at desc, told.id`.execute(tx.db)
  return rows
}

/** The notices of one person, whoever may see them, with the names of hospital and ward. */
function told({ since, only }: { readonly since: Date; readonly only: readonly string[] | undefined }) {
  return sql`
    select notice.id, notice.kind, notice.happened_at, notice.recorded_at,
           spell.contributor_id, spell.data_class as spell_class, spell.content as spell,
           stay.data_class as stay_class, stay.content as stay,
           jsonb_build_object('en', hospital.name_en, 'cy', hospital.name_cy) as hospital,
           case when ward.id is not null then jsonb_build_object('en', ward.name_en, 'cy', ward.name_cy) end as ward
    from person_link_now as link
    join notice on notice.source_record_id = link.source_record_id
    join resource as spell on spell.id = notice.resource_id
    left join organisation as hospital
      on hospital.id = split_part(spell.content #>> '{serviceProvider,reference}', '/', 2)::uuid
    left join resource as stay on stay.contributor_id = spell.contributor_id and stay.type = 'Encounter'
      and stay.business_key = spell.business_key || '/ward'
    left join lateral (
      select split_part(known.at #>> '{location,reference}', '/', 2)::uuid as team_id
      from jsonb_array_elements(stay.content -> 'location') as known (at)
      where known.at ->> 'status' = 'active' and known.at -> 'location' ? 'reference'
      limit 1
    ) as bed on true
    left join team as ward on ward.id = bed.team_id
    where link.person_id = asked.person_id and notice.recorded_at > ${since}
      and (${only === undefined} or notice.id = any(${only ?? []}::uuid[]))
    order by notice.recorded_at desc
    limit ${SHOWN_MAX}`
}

function noticeFrom(row: NoticeRow, personId: string): Notice {
  return {
    id: row.id,
    kind: row.kind,
    personId,
    happenedAt: row.happenedAt,
    recordedAt: row.recordedAt,
    hospital: row.hospital ?? undefined,
    expectedHomeOn: expectedHomeOn(row.spell),
    ward: row.ward ?? wardAsSent(row.stay),
    reason: row.stay?.reasonCode?.[0]?.text,
    takenAt: row.takenAt ?? undefined,
  }
}

/** A ward that the region does not know by name is shown as the hospital's system wrote it. */
function wardAsSent(stay: Encounter | null): Bilingual | undefined {
  const display = stay?.location?.find(({ status }) => status === 'active')?.location.display
  return display === undefined ? undefined : { en: display, cy: display }
}
