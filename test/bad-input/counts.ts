import { type Kysely, sql } from 'kysely'
import { OWNERS } from '#test/rules/owners.ts'

/** Who may keep something of what comes in by these doors. That somebody asked is written down, and stands apart. */
const KEEPERS = /^src\/(record\/(chart|index|person)|work\/(ledger|sender|telling|notice))$/

/** How many rows stand in every table that could hold something of what was sent. */
export async function rowsIn<Database>(db: Kysely<Database>): Promise<ReadonlyMap<string, number>> {
  const names = Object.entries(OWNERS).flatMap(([table, owner]) => (KEEPERS.test(owner) ? [table] : []))
  const each = names.map(name => sql`select ${name}::text as name, count(*)::integer as rows from ${sql.table(name)}`)
  const { rows } = await sql<{ name: string; rows: number }>`${sql.join(each, sql` union all `)}`.execute(db)
  return new Map(rows.map(({ name, rows }) => [name, rows]))
}

/** The tables that have more or fewer rows than they had. */
export function changedFrom(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  return [...after].filter(([name, rows]) => before.get(name) !== rows).map(([name]) => name)
}
