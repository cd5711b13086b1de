import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { makeAppRole, type RoleProblem } from './app-role.ts'

const FOLDER = new URL('../../../schema/', import.meta.url)
/** Any fixed number: two processes that start together must not migrate together. */
const MIGRATING = 7_203_451

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly hash: string
}

/** Why a database cannot be used. Each code is a key of `language/{en,cy}/start.ts` with these arguments. */
export type MigrateProblem =
  | { readonly code: 'databaseNewer'; readonly found: string; readonly known: string }
  | { readonly code: 'databaseDiffers'; readonly step: string }
  | RoleProblem

/**
 * Brings the database up to the migrations of `schema/`, each in its own transaction, in order, forward only.
 * Refused when the database holds a migration this program does not know (the program is older than its data),
 * or one whose text has since been changed. Answers how many were run.
 */
export async function migrate(url: string): Promise<Outcome<number, MigrateProblem>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATING])
    const role = await makeAppRole(client)
    if (!role.ok) return role
    await client.query(
      'create table if not exists migration (name text primary key, hash text not null, run_at timestamptz not null default now())',
    )
    await client.query(`comment on table migration is 'The migrations that have been run, with the hash of each.'`)
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration')
    return await runMissing(client, new Map(rows.map(row => [row.name, row.hash])))
  } finally {
    await client.end()
  }
}

/** The migrations of `schema/`, in order. */
export function migrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter(name => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map(name => {
      const sql = readFileSync(new URL(name, FOLDER), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

async function runMissing(client: pg.Client, run: Map<string, string>): Promise<Outcome<number, MigrateProblem>> {
  const known = migrations()
  const names = new Set(known.map(migration => migration.name))
  const newer = [...run.keys()].sort().findLast(name => !names.has(name))
  if (newer !== undefined) return refused({ code: 'databaseNewer', found: newer, known: known.at(-1)?.name ?? '' })
  const changed = known.find(migration => run.has(migration.name) && run.get(migration.name) !== migration.hash)
  if (changed !== undefined) return refused({ code: 'databaseDiffers', step: changed.name })
  const missing = known.filter(migration => !run.has(migration.name))
  for (const migration of missing) {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
    await client.query('commit')
  }
  return done(missing.length)
}
