import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'

/** People and resources made up for a measurement, planted beside the invented region. */
export interface Crowd {
  readonly people: number
  readonly resourcesEach: number
}

/** One in so many of them is on the caseload of the social worker who searches. */
export const ON_CASELOAD_ONE_IN = 200

/**
 * Plants a crowd by SQL alone: each person known to a council and to the health board, on somebody's caseload and on a
 * practice's list, with resources of both, half of them of classes that no clause opens to the searcher.
 */
export async function plantCrowd(tx: Tx, { people, resourcesEach }: Crowd): Promise<void> {
  const council = seedId.organisation('cyngor-dyffryn-banadl')
  const board = seedId.organisation('bwrdd-iechyd')
  await sql`create temporary table crowd on commit drop as
    select number, gen_random_uuid() as person, gen_random_uuid() as also, gen_random_uuid() as at_council, gen_random_uuid() as at_board
    from generate_series(1, ${people}::integer) as number`.execute(tx.db)
  await sql`insert into person (id, recorded_at)
    select somebody, ${tx.now}::timestamptz from crowd cross join lateral (values (person), (also)) as home (somebody)`.execute(
    tx.db,
  )
  await sql`
    insert into source_record (id, organisation_id, local_id, version, content, nhs_number, nhs_number_verified, birth_date, family_key, home_person_id)
    select record.id, record.organisation_id, 'CROWD-' || crowd.number, 1,
           jsonb_build_object('resourceType', 'Patient', 'birthDate', '1950-01-01'), null, false,
           date '1930-01-01' + crowd.number % 25000, 'crowd', record.home
    from crowd
    cross join lateral (values (at_council, ${council}::uuid, person), (at_board, ${board}::uuid, also)) as record (id, organisation_id, home)`.execute(
    tx.db,
  )
  await sql`
    insert into record_link (id, record_a, record_b, decided_by, reason, explanation, started_at)
    select gen_random_uuid(), least(at_council, at_board), greatest(at_council, at_board), 'bench',
           'match.knownFromTheStart', '{}', ${tx.now}::timestamptz
    from crowd`.execute(tx.db)
  await sql`update person_now as now set person_id = crowd.person from crowd where now.id = crowd.also`.execute(tx.db)
  await sql`
    insert into relationship (id, kind, person_id, account_id, source, started_at)
    select gen_random_uuid(), 'caseload', person,
           case when number % ${ON_CASELOAD_ONE_IN} = 0 then ${seedId.account('sioned-evans')}::uuid else ${seedId.account('dewi-prosser')}::uuid end,
           'bench', ${tx.now}::timestamptz
    from crowd
    union all
    select gen_random_uuid(), 'practice-list', person, ${seedId.account('priya-nair')}::uuid, 'bench', ${tx.now}::timestamptz from crowd`.execute(
    tx.db,
  )
  await sql`
    insert into resource (id, type, version, source_record_id, contributor_id, data_class, business_key, content, recorded_at)
    select gen_random_uuid(), 'Observation', 1,
           case when place % 2 = 0 then at_council else at_board end,
           case when place % 2 = 0 then ${council}::uuid else ${board}::uuid end,
           (array['care-and-support', 'hospital-care', 'clinical-summary', 'sexual-health'])[1 + place % 4],
           'CROWD-' || crowd.number || '-' || place,
           jsonb_build_object('resourceType', 'Observation', 'status', 'final', 'valueString', repeat('x', 400)),
           ${tx.now}::timestamptz - make_interval(mins => place)
    from crowd cross join generate_series(1, ${resourcesEach}::integer) as place`.execute(tx.db)
}
