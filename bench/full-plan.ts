import { sql } from 'kysely'
import { startSession } from '#door/signin/sessions.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'

/** How many items a full plan has, those of the invented region among them. */
export const ITEMS = 60
/** How many versions each has: one a year, for ten years. */
const VERSIONS = 10

/** A plan that has been lived with, and the accounts of those who may read it. */
export interface FullPlan {
  readonly personId: string
  /** What is hers of it: the items that are written anew. */
  readonly items: readonly string[]
  readonly readers: readonly string[]
}

/** Fills Mair's plan, by SQL, and gives her so many social workers. */
export async function plantFullPlan(store: Store, readers: number): Promise<FullPlan> {
  const personId = seedId.person('mair-pritchard')
  return transaction(store, async tx => {
    await plantItems(tx, personId)
    const accounts = await plantReaders(tx, personId, readers)
    const { rows } = await sql<{ id: string }>`
      select item.id from plan_item as item join plan on plan.id = item.plan_id
      where plan.person_id = ${personId} and item.data_class = 'plan' order by item.place`.execute(tx.db)
    return { personId, items: rows.map(({ id }) => id), readers: accounts }
  })
}

/** New words for an item, as its owner would write them. */
export async function writeAnew(tx: Tx, itemId: string, words: string): Promise<void> {
  await sql`
    insert into plan_item_version (plan_item_id, version, words, language, details, written_by_name, written_at)
    select plan_item_id, version + 1, ${words}, language, details, written_by_name, ${tx.now}
    from plan_item_version where plan_item_id = ${itemId} order by version desc limit 1`.execute(tx.db)
}

/** Opens a session for an account, and answers the cookie of its browser. */
export async function signIn(store: Store, accountId: string): Promise<string> {
  const secret = store.chance.secret()
  const begun = { secret, accountId, idToken: 'bench', earlierSecret: undefined }
  await transaction(store, tx => startSession(tx, begun))
  return `__Host-cydofal=${secret}`
}

async function plantItems(tx: Tx, personId: string): Promise<void> {
  const [person, council] = [seedId.organisation('person'), seedId.organisation('cyngor-dyffryn-banadl')]
  await sql`
    create temporary table filled on commit drop as
    select gen_random_uuid() as id, plan.id as plan_id, number,
           case when number % 2 = 0 then 'action' else 'goal' end as kind
    from plan, generate_series((select count(*) + 1 from plan_item where plan_id = plan.id), ${ITEMS}) as number
    where plan.person_id = ${personId}`.execute(tx.db)
  await sql`
    insert into plan_item (id, plan_id, kind, owner_id, data_class, place)
    select id, plan_id, kind, case kind when 'goal' then ${person}::uuid else ${council}::uuid end,
           case kind when 'goal' then 'plan' else 'care-and-support' end, number
    from filled`.execute(tx.db)
  await sql`
    insert into plan_item_version (plan_item_id, version, words, language, details, written_by_name, written_at)
    select id, version, 'Nod ' || number || ', fel yr oedd yn y flwyddyn ' || version || ': cerdded i’r capel bob dydd Sul', 'cy',
           '{}', 'Mair Pritchard', ${tx.now}::timestamptz - make_interval(years => ${VERSIONS} - version, days => 1)
    from filled, generate_series(1, ${VERSIONS}) as version`.execute(tx.db)
  await sql`
    insert into plan_action_state (id, plan_item_id, state, said_by_name, said_at)
    select gen_random_uuid(), id, 'begun', 'Sioned Evans', ${tx.now}::timestamptz - make_interval(years => year)
    from filled, generate_series(1, ${VERSIONS}) as year where kind = 'action'`.execute(tx.db)
  await sql`
    insert into plan_score (id, plan_item_id, score, said_by_name, said_at)
    select gen_random_uuid(), id, year % 11, 'Mair Pritchard', ${tx.now}::timestamptz - make_interval(years => year)
    from filled, generate_series(1, ${VERSIONS}) as year where kind = 'goal'`.execute(tx.db)
}

async function plantReaders(tx: Tx, personId: string, count: number): Promise<string[]> {
  const council = seedId.organisation('cyngor-dyffryn-banadl')
  const { rows } = await sql<{ id: string }>`
    with reader as (
      insert into account (id, subject, name, language)
      select gen_random_uuid(), 'gwylio-' || number, 'Gwylio ' || number, case number % 2 when 0 then 'cy' else 'en' end
      from generate_series(1, ${count}::integer) as number
      returning id
    ), post as (
      insert into post (id, account_id, organisation_id, role, title_en, title_cy, started_at)
      select gen_random_uuid(), id, ${council}::uuid, 'social-worker', 'Social worker', 'Gweithiwr cymdeithasol', ${tx.now}::timestamptz
      from reader
    ), tie as (
      insert into relationship (id, kind, person_id, account_id, source, started_at)
      select gen_random_uuid(), 'caseload', ${personId}::uuid, id, 'bench', ${tx.now}::timestamptz from reader
    )
    select id from reader`.execute(tx.db)
  return rows.map(({ id }) => id)
}
