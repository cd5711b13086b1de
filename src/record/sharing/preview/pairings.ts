import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Role } from '#record/organisation/role.ts'
import { bornBetween } from '../agreement/cohort.ts'
import { AGREED_RELATIONSHIPS } from '../vocabulary.ts'
import { parseStanding, type Standings } from './standing.ts'

/** A job at an organisation, by its code. */
export interface Job {
  readonly organisation: string
  readonly role: Role
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
  /** Whether some clause is closed to whoever lives with the person. */
  readonly withHomes: boolean
}

/**
 * Every worker in one of these jobs paired with every person they have a tie to, counted by all that a decision about
 * them could rest on: which ties and how old, age and hospital, wishes. Workers who share a team's ties are counted and
 * not drawn one by one, so that the cost goes with the number of ties and not of pairs. Wants a transaction of its own.
 */
export async function pairings(tx: Tx, wanted: PairingsWanted): Promise<Pairing[]> {
  if (wanted.jobs.length === 0) return []
  await expectVeryMany(tx)
  const { rows } = await sql<Job & { readonly pattern: string; readonly people: number }>`
    with worker as (${workers(tx, wanted)}),
      audience as (${AUDIENCES}),
      reached as (${REACHED}),
      mate as (${mates(wanted)}),
      tie as (${ties(tx, wanted)}),
      resident as (${residents(tx, wanted)}),
      shared as (${SHARED}),
      single as (${SINGLE}),
      pair as (${PAIRS}),
      stood as (${STOOD}),
      drawn as (
        select organisation, role, person_id, people,
               string_agg(standing || '*' || workers, ',' order by standing, workers) as pattern
        from stood
        group by organisation, role, person_id, people)
    select organisation, role, pattern, sum(people)::integer as people
    from drawn
    group by organisation, role, pattern
    order by organisation, role, pattern`.execute(tx.db)
  return rows.map(({ organisation, role, pattern, people }) => ({
    organisation,
    role,
    people,
    standings: pattern.split(',').map(one => parseStanding(one, wanted.thresholds)),
  }))
}

/**
 * The planner cannot know how many rows a step will have: taking them for few it would compare each with each, and
 * taking groups for many it would sort where it need only count.
 */
async function expectVeryMany(tx: Tx): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('enable_sort', 'off', true),
                   set_config('work_mem', '96MB', true)`.execute(tx.db)
}

type Sql = RawBuilder<unknown>

/** Workers and the people they live with; nobody where no clause asks. */
function mates({ withHomes }: PairingsWanted): Sql {
  if (!withHomes) return sql`select null::uuid as account_id, null::uuid as person_id where false`
  return sql`
    select own.account_id, household.person_id
    from person_account_now as own
    cross join lateral household_of(own.person_id) as household (person_id)
    where own.account_id in (select account_id from worker)`
}

/** Who holds one of the jobs now. Nobody's team is a team too, so that it can be compared. */
function workers(tx: Tx, { jobs }: PairingsWanted): Sql {
  return sql`
    select post.id, post.account_id, coalesce(post.team_id, ${NO_TEAM}::uuid) as team_id,
           organisation.id as organisation_id, organisation.code as organisation, post.role
    from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as wanted (organisation text, role text)
    join organisation on organisation.code = wanted.organisation
    join post on post.organisation_id = organisation.id and post.role = wanted.role
    where post.started_at <= ${tx.now}
      and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})`
}

const NO_TEAM = '00000000-0000-0000-0000-000000000000'

/** Workers who can only be told apart by ties and wishes of their own. */
const AUDIENCES = sql`
  select organisation_id, organisation, role, team_id, count(*)::integer as workers
  from worker
  group by organisation_id, organisation, role, team_id`

/** Whom a tie can be with so that it reaches one of the workers, numbered. */
const REACHED = sql`
  select row_number() over () as number, target, kind
  from (
    select distinct account_id as target, 'account' as kind from worker
    union all
    select distinct team_id, 'team' from worker
    union all
    select distinct organisation_id, 'organisation' from worker
  ) as everybody`

/** The ties that hold and reach a worker, each as one bit: which kind, and how many of the thresholds it is past. */
function ties(tx: Tx, { day, thresholds }: PairingsWanted): Sql {
  const age = sql`${day}::date - (started_at at time zone 'Europe/London')::date`
  const past = thresholds.length === 0 ? sql`0` : sql`width_bucket(${age} - 1, ${[...thresholds]}::integer[])`
  return sql`
    select held.person_id, held.account_id, held.team_id, held.organisation_id, 1::bigint << held.place as bit,
           reached.number * 64 + held.place as key
    from (
      select person_id, account_id, team_id, organisation_id,
             (array_position(${[...AGREED_RELATIONSHIPS]}::text[], kind) - 1) * ${thresholds.length + 1}::integer + ${past} as place
      from relationship_now
      where kind = any(${[...AGREED_RELATIONSHIPS]}::text[])
        and started_at <= ${tx.now} and (ends_at is null or ends_at > ${tx.now})
    ) as held
    join reached on reached.target = coalesce(held.account_id, held.team_id, held.organisation_id)`
}

/**
 * People, one for all who stand alike to everybody: with one tie or two, the same ones, no wishes, and no worker in
 * their home. Whoever has more stands for themselves alone.
 */
function residents(tx: Tx, { day, withAges }: PairingsWanted): Sql {
  const admitted = sql`
    select person_id from relationship_now
    where kind = 'admission' and started_at <= ${tx.now} and (ends_at is null or ends_at > ${tx.now})`
  return sql`
    select min(person_id::text)::uuid as person_id, count(*)::integer as people, in_hospital, ages, has_wishes
    from (
      select tied.person_id, tied.first, tied.last, tied.ties,
             tied.person_id in (${admitted}) as in_hospital,
             tied.person_id in (select person_id from wish_now) as has_wishes,
             tied.person_id in (select person_id from mate) as has_mates,
             ${withAges ? sql`coalesce(age.groups, '')` : sql`''`} as ages
      from (select person_id, count(*) as ties, min(key) as first, max(key) as last from tie group by person_id) as tied
      ${withAges ? sql`left join (${ages(day)}) as age on age.person_id = tied.person_id` : sql``}
    ) as each
    group by first, last, ties, in_hospital, ages, has_wishes,
             case when has_wishes or has_mates or ties > 2 then person_id end`
}

/** By team or by organisation, for a whole audience at once. */
const SHARED = sql`
  select person_id, organisation_id, organisation, role, team_id, workers, bit_or(bit) as bits
  from (
    select tie.person_id, audience.*, tie.bit
    from resident join tie using (person_id) join audience on audience.team_id = tie.team_id
    union all
    select tie.person_id, audience.*, tie.bit
    from resident join tie using (person_id) join audience on audience.organisation_id = tie.organisation_id
  ) as told
  group by person_id, organisation_id, organisation, role, team_id, workers`

/** Workers who are named themselves, by a tie or by a wish, or live there, and so stand apart from their audience. */
const SINGLE = sql`
  select person_id, id, organisation_id, organisation, role, account_id, team_id, bit_or(bit) as bits
  from (
    select tie.person_id, worker.*, tie.bit
    from resident join tie using (person_id) join worker on worker.account_id = tie.account_id
    union all
    select wish.person_id, worker.*, 0
    from wish_now as wish join worker on worker.account_id = wish.account_id
    where wish.person_id in (select person_id from resident)
    union all
    select mate.person_id, worker.*, 0
    from mate join worker on worker.account_id = mate.account_id
    where mate.person_id in (select person_id from resident)
  ) as named
  group by person_id, id, organisation_id, organisation, role, account_id, team_id`

/** Each of those named with what they share besides, and each audience less those of it who are named. */
const PAIRS = sql`
  select single.person_id, single.organisation_id, single.organisation, single.role, single.team_id,
         single.account_id, 1 as workers, single.bits | coalesce(shared.bits, 0) as bits
  from single
  left join shared using (person_id, organisation_id, role, team_id)
  union all
  select shared.person_id, shared.organisation_id, shared.organisation, shared.role, shared.team_id,
         null, shared.workers - coalesce(apart.workers, 0), shared.bits
  from shared
  left join (
    select person_id, organisation_id, role, team_id, count(*)::integer as workers
    from single
    group by person_id, organisation_id, role, team_id
  ) as apart using (person_id, organisation_id, role, team_id)`

/** Each pair with all that a decision could rest on, as `parseStanding` reads it. */
const STOOD = sql`
  select pair.person_id, resident.people, pair.organisation, pair.role, pair.workers,
         pair.bits || ':' || case when resident.in_hospital then 'h' else '' end
         || ':' || resident.ages
         || ':' || case when (pair.account_id, pair.person_id) in (select account_id, person_id from mate)
                        then 'w' else '' end
         || ':' || case when resident.has_wishes then ${wishes()} else '' end as standing
  from pair
  join resident using (person_id)
  where pair.workers > 0 and pair.bits <> 0`

/** What concerns the pair of the person's wishes. Looked up by the person, since few people have any. */
function wishes(): Sql {
  return sql`(
  select coalesce(string_agg(wish.kind || '=' || array_to_string(wish.data_classes, '+'), ';'
                             order by wish.kind, wish.data_classes), '')
  from wish_now as wish
  where wish.person_id = pair.person_id
    and (wish.kind = 'pause' or wish.account_id = pair.account_id
         or wish.team_id = pair.team_id or wish.organisation_id = pair.organisation_id))`
}

/** The age groups of everybody's earliest and latest birth date, a letter each. */
function ages(day: string): Sql {
  const group = (birthDate: Sql) => sql`
    case when ${birthDate} <= ${bornBetween('older-people', day).until}::date then 'o'
         when ${birthDate} <= ${bornBetween('adults', day).until}::date then 'a'
         else 'c' end`
  return sql`
    select link.person_id, ${group(sql`min(record.birth_date)`)} || ${group(sql`max(record.birth_date)`)} as groups
    from person_link_now as link
    join source_record as record on record.id = link.source_record_id
    where record.birth_date is not null
    group by link.person_id`
}
