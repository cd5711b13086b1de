import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Draw } from '../draw.ts'
import { isFound } from './flips.ts'
import { type Sealed, TABLES } from './sealed.ts'

/** What nobody misses but whoever signed it: a witness keeps its own heads. */
const MISSED_BY_OTHERS = 'trail_cosignature'

/** Takes rows away, puts them twice, lets two change places, invents one. Answers what went unnoticed. */
export async function rowAttacks(
  here: Sealed,
  draw: Draw,
  rounds: number,
): Promise<{ trials: number; missed: string[] }> {
  const missed: string[] = []
  let trials = 0
  const tried = async (what: string, act: (tx: Tx) => Promise<unknown>) => {
    trials++
    const found = await isFound(here, async tx => void (await act(tx)))
    if (!found) missed.push(what)
  }
  for (let round = 0; round < rounds; round++) {
    for (const table of TABLES) {
      const one = await place(here, table, draw)
      const other = await place(here, table, draw)
      if (table !== MISSED_BY_OTHERS)
        await tried(`${table} ${one} deleted`, tx => statement(`delete from ${table} where ctid = '${one}'`, tx))
      await tried(`${table} ${one} twice`, tx =>
        statement(`insert into ${table} select * from ${table} where ctid = '${one}'`, tx),
      )
      if (one !== other) await tried(`${table} ${one} and ${other} swapped`, tx => swap(tx, table, [one, other]))
    }
  }
  for (const [what, text] of Object.entries(WHOLE)) await tried(what, tx => statement(text, tx))
  return { trials, missed }
}

/** Larger acts, each in one statement. */
const WHOLE: Readonly<Record<string, string>> = {
  'the newest leaf, its entry and its secret deleted': `
    with last as (delete from trail_leaf where number = (select max(number) from trail_leaf) returning id),
         entry as (delete from trail_entry where id in (select id from last))
    delete from trail_secret where id in (select id from last)`,
  'the newest head deleted': 'delete from trail_head where number = (select max(number) from trail_head)',
  'a head in the middle deleted': 'delete from trail_head where number = 1',
  'every entry of one person deleted': 'delete from trail_entry where person_id is not null',
  'the whole queue emptied': 'delete from trail_unsealed',
  'an entry that was never bound': `
    insert into trail_entry (id, sequence, at, actor_name, action, place, purpose, allowed, released, failed)
    values (gen_random_uuid(), 999999, now(), 'Nobody', 'look', 'record', 'none', true, '[]', '{}')`,
  'an erasure that nobody decided': `
    with gone as (delete from trail_entry where ctid = (select min(ctid) from trail_entry) returning id),
         secret as (delete from trail_secret where id in (select id from gone))
    insert into trail_erasure (id, erased_id, reason, decided_by, erased_at)
    select gen_random_uuid(), id, 'Tidied up', 'Nobody', now() from gone`,
  'the sequence of every entry moved by one': 'update trail_entry set sequence = sequence + 1',
  'the secrets of two entries exchanged': `
    update trail_secret as mine set secret = theirs.secret from trail_secret as theirs
    where mine.id <> theirs.id and mine.id in (select id from trail_leaf where number in (0, 1))
      and theirs.id in (select id from trail_leaf where number in (0, 1))`,
}

async function place({ owner }: Sealed, table: string, draw: Draw): Promise<string> {
  const { rows } = await sql<{
    place: string
  }>`select ctid::text as place from ${sql.raw(table)} order by ctid`.execute(owner.db)
  return draw.one(rows).place
}

function statement(text: string, tx: Tx): Promise<unknown> {
  return sql.raw(text).execute(tx.db)
}

/** Lets two rows change places: each takes the other's id, or its number, and keeps the rest. */
async function swap(tx: Tx, table: string, [one, other]: readonly [string, string]): Promise<void> {
  const column = /leaf|tile|head/.test(table) ? 'number' : 'id'
  const { rows } = await sql<{ value: string }>`
    select ${sql.raw(column)}::text as value from ${sql.raw(table)} where ctid = ${one}::tid
    union all select ${sql.raw(column)}::text from ${sql.raw(table)} where ctid = ${other}::tid`.execute(tx.db)
  const type = column === 'id' ? 'uuid' : 'bigint'
  const put = (value: string | undefined, at: string) =>
    sql`update ${sql.raw(table)} set ${sql.raw(column)} = ${value}::${sql.raw(type)} where ctid = ${at}::tid`.execute(
      tx.db,
    )
  await put(rows[1]?.value, one)
  await put(rows[0]?.value, other)
}
