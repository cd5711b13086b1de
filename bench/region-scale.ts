import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'

/** A whole region made up for a measurement. */
export interface RegionScale {
  readonly people: number
  readonly workers: number
}

/**
 * Plants a region's people and staff beside the invented one, by SQL alone: everybody on a surgery's list, one in fifty
 * on a social worker's caseload, one in six a tenant, one in three hundred on a ward, one in a hundred with a refusal.
 */
export async function plantRegionScale(tx: Tx, { people, workers }: RegionScale): Promise<void> {
  const board = seedId.organisation('bwrdd-iechyd')
  const council = seedId.organisation('cyngor-dyffryn-banadl')
  const landlord = seedId.organisation('cartrefi-gwennol')
  await sql`create temporary table surgery on commit drop as
    select number, gen_random_uuid() as id from generate_series(1, 70) as number`.execute(tx.db)
  await sql`insert into team (id, code, organisation_id, name_en, name_cy)
    select id, 'mesur-' || number, ${board}::uuid, 'Surgery ' || number, 'Meddygfa ' || number from surgery`.execute(
    tx.db,
  )
  await sql`create temporary table staff on commit drop as
    select number, gen_random_uuid() as account,
           case when number % 3 = 0 then 'social-worker' when number % 3 = 1 then 'general-practitioner' else 'housing-officer' end as role
    from generate_series(1, ${workers}::integer) as number`.execute(tx.db)
  await sql`insert into account (id, subject, name, language)
    select account, 'mesur-' || number, 'Mesur ' || number, 'cy' from staff`.execute(tx.db)
  await sql`insert into post (id, account_id, organisation_id, team_id, role, title_en, title_cy, started_at)
    select gen_random_uuid(), account,
           case role when 'social-worker' then ${council}::uuid when 'housing-officer' then ${landlord}::uuid else ${board}::uuid end,
           case role when 'general-practitioner' then (select id from surgery where surgery.number = 1 + staff.number / 3 % 70) end,
           role, 'Measured', 'Mesur', ${tx.now}::timestamptz
    from staff`.execute(tx.db)
  await sql`create temporary table resident on commit drop as
    select number, gen_random_uuid() as person from generate_series(1, ${people}::integer) as number`.execute(tx.db)
  await sql`create temporary table staff_of on commit drop as
    select role, row_number() over (partition by role order by number) - 1 as place, account from staff`.execute(tx.db)
  await sql`insert into person (id, recorded_at) select person, ${tx.now}::timestamptz from resident`.execute(tx.db)
  await sql`
    insert into relationship (id, kind, person_id, account_id, team_id, source, started_at)
    select gen_random_uuid(), 'practice-list', person, null::uuid, surgery.id, 'bench', ${tx.now}::timestamptz
    from resident join surgery on surgery.number = 1 + resident.number % 70
    union all
    select gen_random_uuid(), 'caseload', person, staff_of.account, null, 'bench', ${tx.now}::timestamptz
    from resident join staff_of on staff_of.role = 'social-worker' and staff_of.place = resident.number / 50 % ${Math.floor(workers / 3)}::integer
    where resident.number % 50 = 0
    union all
    select gen_random_uuid(), 'tenancy', person, staff_of.account, null, 'bench', ${tx.now}::timestamptz
    from resident join staff_of on staff_of.role = 'housing-officer' and staff_of.place = resident.number / 6 % ${Math.floor(workers / 3)}::integer
    where resident.number % 6 = 0
    union all
    select gen_random_uuid(), 'admission', person, null, ${seedId.team('ward-dyfi')}::uuid, 'bench', ${tx.now}::timestamptz
    from resident where resident.number % 300 = 0`.execute(tx.db)
  await sql`
    insert into wish (id, person_id, kind, organisation_id, data_classes, made_by, made_at)
    select gen_random_uuid(), person, 'refuse', ${landlord}::uuid, array['presence-in-hospital'], ${seedId.account('mair-pritchard')}::uuid, ${tx.now}::timestamptz
    from resident where resident.number % 100 = 0`.execute(tx.db)
}
