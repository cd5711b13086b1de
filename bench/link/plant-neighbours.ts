import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { learnSizes, openOwnerStore, type Store, transaction } from '#ground/db/store.ts'
import { COMPARED_VERSION, comparableOf } from '#record/person/identify/keep-standards.ts'
import { standardise } from '#record/person/standard/standardise.ts'
import { seedId } from '#seed/seed-id.ts'
import { type MadeUp, neighbours } from './neighbours.ts'

/** How many records go into one statement. */
const AT_ONCE = 2000

/**
 * Plants so many records of people made up, linked as they are one person's, with what is compared of each and its keys;
 * of what was received nothing is kept, for matching does not read it. The index of keys is made at the end, as after a
 * first load. Answers some of the records, evenly taken.
 */
export async function plantNeighbours(url: string, records: number, sample: number): Promise<MadeUp[]> {
  const store = openOwnerStore(url, { clock: machineClock, chance: machineChance })
  await sql`alter table record_key drop constraint record_key_pkey`.execute(store.db)
  const taken: MadeUp[] = []
  const every = Math.max(1, Math.floor(records / sample))
  let chunk: Planted[] = []
  let first: Own | undefined
  let planted = 0
  for (const made of neighbours(records, 20_261_122)) {
    if (planted % every === 0 && taken.length < sample) taken.push(made)
    const own = { made, id: randomUUID(), home: randomUUID() }
    if (first?.made.person !== made.person) first = own
    chunk.push({ ...own, first })
    if (++planted % AT_ONCE === 0 || planted === records) {
      await insert(store, chunk, planted)
      chunk = []
    }
    if (planted % 500_000 === 0) console.log(`  ${planted}`)
  }
  await transaction(store, async tx => {
    await sql`set local maintenance_work_mem = '1GB'`.execute(tx.db)
    await sql`alter table record_key add primary key (key, source_record_id)`.execute(tx.db)
  })
  await sql`vacuum record_key`.execute(store.db)
  await store.close()
  await learnSizes(url)
  return taken
}

interface Own {
  readonly made: MadeUp
  readonly id: string
  readonly home: string
}

interface Planted extends Own {
  /** The first record of the same person; itself when it is that. */
  readonly first: Own
}

async function insert(store: Store, chunk: readonly Planted[], last: number): Promise<void> {
  const comparables = chunk.map(({ id, made }) => comparableOf(id, standardise(made.raw)))
  await sql`
    with made as materialized (
      select * from unnest(
        ${chunk.map(({ id }) => id)}::uuid[], ${chunk.map(({ home }) => home)}::uuid[],
        ${chunk.map((_, at) => `M${last - at}`)}::text[],
        ${comparables.map(({ standard }) => JSON.stringify(standard))}::jsonb[],
        ${comparables.map(({ keys }) => `{${keys.join()}}`)}::text[]) as made (id, home, local_id, content, keys)
    ), person as (
      insert into person (id, recorded_at) select home, now() from made
    ), record as (
      insert into source_record (id, organisation_id, local_id, version, content, nhs_number, nhs_number_verified,
                                 birth_date, family_key, home_person_id)
      select id, ${seedId.organisation('cyngor-dyffryn-banadl')}::uuid, local_id, 1, '{"resourceType":"Patient"}',
             content ->> 'nhsNumber', (content ->> 'nhsNumberVerified')::boolean, null, '', home
      from made
    ), standard as (
      insert into record_standard (source_record_id, standard_version, content, keys)
      select id, ${COMPARED_VERSION}::integer, content, keys::bigint[] from made
    )
    insert into record_key (key, source_record_id) select unnest(keys::bigint[]), id from made`.execute(store.db)
  const joined = chunk.filter(({ id, first }) => id !== first.id)
  await sql`
    with joined as materialized (
      select * from unnest(
        ${joined.map(({ id }) => id)}::uuid[], ${joined.map(({ first }) => first.id)}::uuid[],
        ${joined.map(({ home }) => home)}::uuid[], ${joined.map(({ first }) => first.home)}::uuid[])
        as joined (id, first_id, home, person)
    ), linked as (
      insert into record_link (id, record_a, record_b, decided_by, reason, explanation, started_at)
      select gen_random_uuid(), least(id, first_id), greatest(id, first_id), 'bench', 'match.knownFromTheStart', '{}', now()
      from joined
    )
    update person_now as now set person_id = joined.person from joined where now.id = joined.home`.execute(store.db)
}
