import { sql } from 'kysely'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { learnSizes, openOwnerStore, transaction } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'

/** Where the planted messages say that they came from. */
export const PAST = 'bench'

/**
 * Gives every planted record a stay that is over, with the message that told of it, its versions, notice, tie and
 * outcome: a region that has been running, where whatever is found must be found among very many.
 */
export async function plantPast(url: string): Promise<void> {
  const store = openOwnerStore(url, { clock: machineClock, chance: machineChance })
  const council = seedId.organisation('cyngor-dyffryn-banadl')
  await transaction(store, async tx => {
    await sql`create temporary table past on commit drop as
      select record.id as record, gen_random_uuid() as message, gen_random_uuid() as stay, gen_random_uuid() as tie,
             (select id from sender order by id limit 1) as sender, row_number() over () as number
      from source_record as record where local_id like 'M%'`.execute(tx.db)
    await sql`insert into message (id, channel, sender_id, control_id, content_hash, type, raw, received_at, received_from)
      select message, 'hl7', sender, 'P' || number, md5(number::text), 'ADT^A03', convert_to(repeat('PID|', 200), 'UTF8'),
             now() - make_interval(days => 30), ${PAST}
      from past`.execute(tx.db)
    await sql`insert into message_outcome (id, message_id, outcome, decided_at)
      select gen_random_uuid(), message, 'applied', now() - make_interval(days => 30) from past`.execute(tx.db)
    await sql`insert into resource (id, type, version, source_record_id, contributor_id, data_class, business_key, content, recorded_at)
      select stay, 'Encounter', 1, record, ${council}::uuid, 'presence-in-hospital', 'visit/P' || number,
             '{"resourceType":"Encounter","status":"finished"}', now() - make_interval(days => 30)
      from past`.execute(tx.db)
    await sql`insert into resource_version (resource_id, source_record_id, version, data_class, content, recorded_at, written_by, message_id)
      select stay, record, 1, 'presence-in-hospital', '{"resourceType":"Encounter","status":"finished"}',
             now() - make_interval(days => 30), 'GHPAS', message
      from past`.execute(tx.db)
    await sql`insert into visit_event (contributor_id, visit, message_id, event)
      select ${council}::uuid, 'visit/P' || number, message, jsonb_build_object('trigger', 'A03', 'recordId', record)
      from past`.execute(tx.db)
    await sql`insert into visit_now (contributor_id, visit, source_record_id, standing, is_admission, moved_at)
      select ${council}::uuid, 'visit/P' || number, record, 'finished', true, now() - make_interval(days => 30)
      from past`.execute(tx.db)
    await sql`insert into told_last (source_record_id, fields) select record, '{}' from past`.execute(tx.db)
    await sql`insert into notice (id, kind, source_record_id, resource_id, happened_at, recorded_at)
      select gen_random_uuid(), 'discharged', record, stay, now() - make_interval(days => 30), now() - make_interval(days => 30)
      from past`.execute(tx.db)
    await sql`insert into relationship (id, kind, source_record_id, team_id, source, started_at)
      select tie, 'admission', record, ${seedId.team('ward-dyfi')}::uuid, 'adt', now() - make_interval(days => 33) from past`.execute(
      tx.db,
    )
    await sql`insert into relationship_end (relationship_id, source, ended_at)
      select tie, 'adt', now() - make_interval(days => 30) from past`.execute(tx.db)
  })
  await store.close()
  await learnSizes(url)
}
