import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { householdsOf } from '#record/person/home/household.ts'
import { everJoined } from '#record/person/link/ever.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { LookFacts } from './find.ts'
import { WINDOW_DAYS, type WorkerLooks } from './finding.ts'

/**
 * Reads what a finding may rest on, for the workers of some organisations, of the last 31 days. Being in a list and
 * being told at once are left out: nobody asks for them one by one. Some 3 seconds for 100,000 looks of 800 workers at
 * 20,000 people, on two cores that were busy with other things.
 * What the reader was refused themselves is left out too: it would tell them whether there is such a person.
 */
export async function loadLookFacts(tx: Tx, readerId: string, organisationIds: readonly string[]): Promise<LookFacts> {
  const looks = await workerLooks(tx, readerId, organisationIds)
  const accounts = [...new Set(looks.map(({ accountId }) => accountId))]
  const people = [...new Set(looks.flatMap(({ personId }) => personId ?? []))]
  const ownRecords = await ownRecordsOf(tx, accounts)
  return {
    looks,
    ownRecords,
    households: await householdsOf(tx, [...new Set([...people, ...ownRecords.values()])]),
    families: await familiesOf(tx, accounts),
    employers: await employersOf(tx, people),
  }
}

/** A look is explained by what it rested on, or by a tie that held when it was made, be it over since. */
async function workerLooks(tx: Tx, readerId: string, organisationIds: readonly string[]): Promise<WorkerLooks[]> {
  const { rows } = await sql<LooksRow>`
    with ever as materialized (
      select mine.home_person_id as person_id, joined.other_id as source_record_id, joined.person_id as other_id
      from ${everJoined(sql`(
        select id from source_record
        where home_person_id in (
          select person_id from trail_entry
          where at > ${tx.now}::timestamptz - make_interval(days => ${WINDOW_DAYS})
            and organisation_id = any(${organisationIds}::uuid[])))`)} as joined
      join source_record as mine on mine.id = joined.record_id
    ), opened as (
      select entry.*, entry.allowed and (
               entry.purpose = 'trail-oversight'
               or entry.released @? '$[*].because.kind ? (@ != "own")'
               or exists (
                 select from (
                   select direct.* from relationship as direct where direct.person_id = entry.person_id
                   union all
                   select linked.*
                   from ever
                   join relationship as linked on linked.source_record_id = ever.source_record_id
                   where ever.person_id = entry.person_id
                   union all
                   select of_other.*
                   from ever
                   join relationship as of_other on of_other.person_id = ever.other_id
                   where ever.person_id = entry.person_id
                 ) as tie
                 left join relationship_end as ended on ended.relationship_id = tie.id
                 where tie.kind <> 'family' and tie.started_at <= entry.at
                   and entry.at < coalesce(least(ended.ended_at, tie.ends_at), 'infinity')
                   and (tie.account_id = entry.account_id or tie.organisation_id = entry.organisation_id
                        or tie.team_id in (
                          select post.team_id from post
                          where post.account_id = entry.account_id and post.organisation_id = entry.organisation_id)))
             ) as is_explained
      from trail_entry as entry
      where entry.at > ${tx.now}::timestamptz - make_interval(days => ${WINDOW_DAYS})
        and entry.organisation_id = any(${organisationIds}::uuid[])
        and entry.role is not null and entry.account_id is not null
        and (entry.allowed or entry.account_id <> ${readerId})
        and entry.action in ('look', 'write', 'search', 'export', 'emergency')
    )
    select opened.account_id, max(opened.actor_name) as who, max(opened.role) as role, opened.organisation_id,
           jsonb_build_object('en', max(body.name_en), 'cy', max(body.name_cy)) as organisation, now.person_id,
           count(*) filter (where opened.allowed) as looks, count(*) filter (where is_explained) as explained,
           count(*) filter (where not opened.allowed) as refused,
           coalesce(array_agg(distinct floor(extract(epoch from opened.at) / 3600)::integer)
                      filter (where opened.allowed and opened.action <> 'search'), '{}') as hours,
           coalesce(jsonb_agg(distinct seen.classes) filter (where seen.classes is not null), '[]') as classes,
           min(opened.at) as first_at, max(opened.at) as last_at, array_agg(opened.sequence) as entries
    from opened
    join organisation as body on body.id = opened.organisation_id
    left join person_now as now on now.id = opened.person_id
    left join lateral (
      select jsonb_agg(distinct one ->> 'dataClass') as classes from jsonb_array_elements(opened.released) as one
    ) as seen on true
    group by opened.account_id, opened.organisation_id, now.person_id`.execute(tx.db)
  return rows.map(row => ({
    ...row,
    personId: row.personId ?? undefined,
    classes: [...new Set(row.classes.flat())],
    entries: row.entries.map(Number),
  }))
}

type LooksRow = Omit<WorkerLooks, 'personId' | 'classes' | 'entries'> & {
  readonly personId: string | null
  /** Of each look. */
  readonly classes: readonly (readonly DataClass[])[]
  /** Large numbers in an array stay text. */
  readonly entries: readonly string[]
}

async function ownRecordsOf(tx: Tx, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ accountId: string; personId: string }>`
    select account_id, person_id from person_account_now where account_id = any(${accounts}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ accountId, personId }) => [accountId, personId]))
}

async function familiesOf(tx: Tx, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select distinct tie.account_id || ' ' || now.person_id as key
    from relationship as tie
    left join ${everJoined(sql`(
      select source_record_id from relationship
      where kind = 'family' and account_id = any(${accounts}::uuid[]) and source_record_id is not null)`)} as joined
      on joined.record_id = tie.source_record_id
    join person_now as now on now.id = coalesce(tie.person_id, joined.person_id)
    where tie.kind = 'family' and tie.account_id = any(${accounts}::uuid[])`.execute(tx.db)
  return new Set(rows.map(({ key }) => key))
}

async function employersOf(tx: Tx, people: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ personId: string; organisationIds: string[] }>`
    select own.person_id, array_agg(distinct post.organisation_id::text) as organisation_ids
    from person_account_now as own
    join post on post.account_id = own.account_id
    where own.person_id = any(${people}::uuid[])
      and not exists (select from post_end as ended where ended.post_id = post.id)
    group by own.person_id`.execute(tx.db)
  return new Map(rows.map(({ personId, organisationIds }) => [personId, new Set(organisationIds)]))
}
