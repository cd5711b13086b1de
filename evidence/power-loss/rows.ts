import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { openOwnerStore } from '#ground/db/store.ts'

/** What one message writes to, when it takes effect. */
const TABLES = [
  ...['source_record', 'source_record_version', 'record_standard', 'told_last', 'person'],
  ...['resource', 'resource_version', 'visit_event', 'visit_now', 'notice', 'relationship', 'hand_over'],
] as const

/** How many rows there are of each; of messages and what they became, of those that came first; of the trail, of feeds. */
export type Rows = ReadonlyMap<string, number>

const BACK_MS_MAX = 60_000

/** Counts them, once the database is back and every file that was started has been taken in. */
export async function countRows(databaseUrl: () => string): Promise<Rows> {
  for (const until = performance.now() + BACK_MS_MAX; ; await wait(50)) {
    const rows = await count(databaseUrl).catch((fault: unknown) => {
      if (performance.now() > until) throw fault
      return undefined
    })
    if (rows !== undefined) return rows
  }
}

async function count(databaseUrl: () => string): Promise<Rows | undefined> {
  const store = openOwnerStore(databaseUrl(), { clock: machineClock, chance: machineChance })
  try {
    const each = TABLES.map(table => sql`select ${table} as name, count(*) as rows from ${sql.table(table)}`)
    const writings = sql`select 'trail_entry' as name, count(*) as rows from trail_entry where place = 'feed'`
    const firsts = sql`
      select 'message' as name, count(*) as rows from message where duplicate_of is null
      union all
      select 'message_outcome', count(*)
      from message_outcome as became join message on message.id = became.message_id
      where message.duplicate_of is null`
    const open = sql`
      select 'open' as name, count(*) as rows from file_drop_start as begun
      where not exists (select from file_drop_end as ended where ended.drop_id = begun.drop_id)`
    const { rows } = await sql<{
      name: string
      rows: number
    }>`${sql.join([...each, writings, firsts, open], sql` union all `)}`.execute(store.db)
    const counted = new Map(rows.map(row => [row.name, row.rows]))
    return counted.get('open') === 0 ? counted : undefined
  } finally {
    await store.close()
  }
}

/** What was added between two counts, as one text, so that the same is the same. */
export function addedBetween(before: Rows, after: Rows): string {
  const added = [...after].flatMap(([name, rows]) => {
    const more = rows - (before.get(name) ?? 0)
    return more === 0 ? [] : [`${name} +${more}`]
  })
  return added.join(', ')
}
