import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Role } from '#record/organisation/role.ts'
import { bornBetween } from '../agreement/cohort.ts'
import { AGREED_RELATIONSHIPS } from '../vocabulary.ts'
import { parseStanding, type Standing } from './standing.ts'

/** A job at an organisation, by its code. */
export interface Job {
  readonly organisation: string
  readonly role: Role
}

/** How many workers of a job stand to somebody in one way. */
export interface Standings {
  readonly standing: Standing
  readonly workers: number
}

/** People to whom the workers of one job stand alike, and in which ways. */
export interface Pairing extends Job {
  readonly people: number
  readonly standings: readonly Standings[]
}

/** What pairings are asked about. */
export interface PairingsWanted {
  /** The day on which they are looked at, ISO 8601: ties are so many days old then. */
  readonly day: string
  readonly jobs: readonly Job[]
  /** Ascending: the days after which a tie counts otherwise for some clause. */
  readonly thresholds: readonly number[]
  /** Whether some clause asks for an age. */
  readonly withAges: boolean
}

/**
 * Every worker in one of these jobs paired with every person they have a tie to, counted by all that a decision about
 * them could rest on: which ties and how old, age and hospital, wishes. Workers who share a team's ties are counted and
 * not drawn one by one, so that the cost goes with the number of ties and not of pairs.
 */
export async function pairings(tx: Tx, { day, jobs, thresholds, withAges }: PairingsWanted): Promise<Pairing[]> {
  if (jobs.length === 0) return []
  const older = bornBetween('older-people', day).until
  const adult = bornBetween('adults', day).until
  const { rows } = await sql<Job & { readonly pattern: string; readonly people: number }>`
    with job as (
      select organisation.id as organisation_id, organisation.code as organisation, wanted.role
      from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as wanted (organisation text, role text)
      join organisation on organisation.code = wanted.organisation
    ), worker as (
      select post.id, post.account_id, post.team_id, job.organisation_id, job.organisation, job.role
      from post
      join job on job.organisation_id = post.organisation_id and job.role = post.role
      where post.started_at <= ${tx.now}
        and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
    ), audience as (
      select organisation_id, organisation, role, team_id, count(*)::integer as workers
      from worker
      group by organisation_id, organisation, role, team_id
    ), tie as (
      select person_id, account_id, team_id, organisation_id,
             1::bigint << (
               (array_position(${[...AGREED_RELATIONSHIPS]}::text[], kind) - 1) * ${thresholds.length + 1}::integer
               + (select count(*) from unnest(${[...thresholds]}::integer[]) as threshold
                  where ${day}::date - (started_at at time zone 'Europe/London')::date > threshold)::integer) as bit
      from relationship_now
      where kind = any(${[...AGREED_RELATIONSHIPS]}::text[])
        and started_at <= ${tx.now} and (ends_at is null or ends_at > ${tx.now})
    ), shared as (
      select person_id, organisation_id, organisation, role, team_id, workers, bit_or(bit) as bits
      from (
        select tie.person_id, audience.*, tie.bit from tie join audience on audience.team_id = tie.team_id
        union all
        select tie.person_id, audience.*, tie.bit from tie join audience on audience.organisation_id = tie.organisation_id
      ) as reached
      group by person_id, organisation_id, organisation, role, team_id, workers
    ), wish_now as (
      select wish.* from wish where not exists (select from wish_end as ended where ended.wish_id = wish.id)
    ), single as (
      select person_id, id, organisation_id, organisation, role, account_id, team_id, bit_or(bit) as bits
      from (
        select tie.person_id, worker.*, tie.bit from tie join worker on worker.account_id = tie.account_id
        union all
        select wish_now.person_id, worker.*, 0 from wish_now join worker on worker.account_id = wish_now.account_id
      ) as named
      group by person_id, id, organisation_id, organisation, role, account_id, team_id
    ), pair as (
      select single.person_id, single.organisation_id, single.organisation, single.role, single.team_id,
             single.account_id, 1 as workers, single.bits | coalesce(shared.bits, 0) as bits
      from single
      left join shared on shared.person_id = single.person_id and shared.organisation_id = single.organisation_id
        and shared.role = single.role and shared.team_id is not distinct from single.team_id
      union all
      select shared.person_id, shared.organisation_id, shared.organisation, shared.role, shared.team_id,
             null, shared.workers - coalesce(alone.workers, 0), shared.bits
      from shared
      left join (select person_id, organisation_id, role, team_id, count(*)::integer as workers from single group by 1, 2, 3, 4) as alone
        on alone.person_id = shared.person_id and alone.organisation_id = shared.organisation_id
        and alone.role = shared.role and alone.team_id is not distinct from shared.team_id
    ), stood as (
      select pair.person_id, pair.organisation, pair.role, pair.workers,
             pair.bits || ':' ||
             case when pair.person_id in (select person_id from relationship_now
                                          where kind = 'admission' and started_at <= ${tx.now}
                                            and (ends_at is null or ends_at > ${tx.now})) then 'h' else '' end || ':' ||
             ${withAges ? sql`coalesce(age.code, '')` : sql`''`} || ':' ||
             case when pair.person_id in (select person_id from wish_now) then (
               select coalesce(string_agg(wish_now.kind || '=' || array_to_string(wish_now.data_classes, '+'), ';'
                                          order by wish_now.kind, wish_now.data_classes), '')
               from wish_now
               where wish_now.person_id = pair.person_id
                 and (wish_now.kind = 'pause' or wish_now.account_id = pair.account_id
                      or wish_now.team_id = pair.team_id or wish_now.organisation_id = pair.organisation_id))
             else '' end as standing
      from pair
      ${
        withAges
          ? sql`left join (
              select link.person_id,
                     case when min(record.birth_date) <= ${older}::date then 'o' when min(record.birth_date) <= ${adult}::date then 'a' else 'c' end
                     || case when max(record.birth_date) <= ${older}::date then 'o' when max(record.birth_date) <= ${adult}::date then 'a' else 'c' end as code
              from person_link_now as link
              join source_record as record on record.id = link.source_record_id
              where record.birth_date is not null
              group by link.person_id) as age on age.person_id = pair.person_id`
          : sql``
      }
      where pair.workers > 0 and pair.bits <> 0
    ), drawn as (
      select organisation, role, person_id,
             string_agg(standing || '*' || workers, ',' order by standing, workers) as pattern
      from stood
      group by organisation, role, person_id
    )
    select organisation, role, pattern, count(*)::integer as people
    from drawn
    group by organisation, role, pattern
    order by organisation, role, pattern`.execute(tx.db)
  return rows.map(({ organisation, role, pattern, people }) => ({
    organisation,
    role,
    people,
    standings: pattern.split(',').map(one => parseStanding(one, thresholds)),
  }))
}
