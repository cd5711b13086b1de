import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { Components } from './components.ts'

/** An id that named another person than the links in force say. */
export interface Astray {
  readonly id: string
  readonly was: string
  readonly is: string
}

/** How many rows are read at a time: some megabytes. */
const CHUNK = 50_000

/**
 * Makes `person_now` again from the links in force alone, by other means than the acts do, and answers what was not as
 * it should be, which is put right. For every night, and for whoever doubts: nothing is expected. Use in `transaction`.
 */
export async function rebuildPersons(tx: Tx): Promise<Astray[]> {
  const { bound } = await sql<{ bound: number }>`
    select coalesce(max(arrival), 0) + 1 as bound from source_record`
    .execute(tx.db)
    .then(({ rows }) => rows[0]!)
  const components = new Components(bound)
  for await (const { one, other } of linksInForce(tx)) components.join(one, other)
  const astray = [...(await withoutRecord(tx))]
  for await (const { id, was, arrival, of } of people(tx)) {
    const first = components.smallest(arrival)
    if (of !== first) astray.push({ id, was, is: await homeOf(tx, first) })
  }
  await sql`
    update person_now as now set person_id = astray.is_now
    from unnest(${astray.map(({ id }) => id)}::uuid[], ${astray.map(({ is }) => is)}::uuid[]) as astray (id, is_now)
    where now.id = astray.id`.execute(tx.db)
  return astray
}

interface LinkInForce {
  readonly id: string
  /** By their arrival. */
  readonly one: number
  readonly other: number
}

async function* linksInForce(tx: Tx): AsyncGenerator<LinkInForce> {
  for (let after = NOBODY; ; ) {
    const { rows } = await sql<LinkInForce>`
      select link.id, a.arrival as one, b.arrival as other
      from (select * from record_link_now where id > ${after} order by id limit ${CHUNK}) as link
      join source_record as a on a.id = link.record_a
      join source_record as b on b.id = link.record_b
      order by link.id`.execute(tx.db)
    yield* rows
    if (rows.length < CHUNK) return
    after = rows.at(-1)!.id
  }
}

interface PersonNow {
  readonly id: string
  /** Whom the id names. */
  readonly was: string
  readonly arrival: number
  /** The arrival of the record whose person that is; null when it is the person of no record. */
  readonly of: number | null
}

async function* people(tx: Tx): AsyncGenerator<PersonNow> {
  for (let after = -1; ; ) {
    const { rows } = await sql<PersonNow>`
      select now.id, now.person_id as was, record.arrival, first.arrival as of
      from (select arrival, home_person_id from source_record where arrival > ${after} order by arrival limit ${CHUNK}) as record
      join person_now as now on now.id = record.home_person_id
      left join source_record as first on first.home_person_id = now.person_id
      order by record.arrival`.execute(tx.db)
    yield* rows
    if (rows.length < CHUNK) return
    after = rows.at(-1)!.arrival
  }
}

/** Who has no record of their own is joined to nobody. */
async function withoutRecord(tx: Tx): Promise<Astray[]> {
  const { rows } = await sql<Astray>`
    select id, person_id as was, id as is from person_now as now
    where id <> person_id and not exists (select from source_record where home_person_id = now.id)`.execute(tx.db)
  return rows
}

async function homeOf(tx: Tx, arrival: number): Promise<string> {
  const { homePersonId } = await tx.db
    .selectFrom('sourceRecord')
    .select('homePersonId')
    .where('arrival', '=', arrival)
    .executeTakeFirstOrThrow()
  return homePersonId
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * People who are what no act makes them: of several verified NHS numbers, or of records that were told apart or sealed.
 * A record that comes again with another number may bring this about; each is for somebody to look at. Kept from view.
 */
export async function peopleAgainstGuards(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select link.person_id
    from person_link_now as link
    join record_verified_number as number on number.source_record_id = link.source_record_id
    group by link.person_id
    having count(distinct number.nhs_number) > 1
    union
    select a.person_id
    from record_apart_now as apart
    join person_link_now as a on a.source_record_id = apart.record_a
    join person_link_now as b on b.source_record_id = apart.record_b and b.person_id = a.person_id
    order by person_id`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}
