import pg from 'pg'
import { done, type Outcome, refused } from '#ground/outcome.ts'

/** Why a database that was named cannot be used. Each code is a key of `language/{en,cy}/start.ts` with these arguments. */
export type ReachProblem =
  | { readonly code: 'databaseUnreachable'; readonly host: string }
  | { readonly code: 'databaseRefused'; readonly host: string }
  | { readonly code: 'databasePasswordRefused'; readonly host: string }
  | { readonly code: 'databaseUnknown'; readonly host: string; readonly database: string }

const WAIT_MS = 5000

/** Tries the database that DATABASE_URL names, so that a wrong address is said in one sentence and not in a stack. */
export async function reachDatabase(url: string): Promise<Outcome<undefined, ReachProblem>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: WAIT_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    return done(undefined)
  } catch (fault) {
    return refused(problemOf(fault, `${client.host}:${client.port}`, client.database ?? ''))
  } finally {
    await client.end().catch(() => {})
  }
}

function problemOf(fault: unknown, host: string, database: string): ReachProblem {
  const { code } = fault as { code?: string }
  if (code === 'ECONNREFUSED') return { code: 'databaseRefused', host }
  if (code === '3D000') return { code: 'databaseUnknown', host, database }
  if (code?.startsWith('28')) return { code: 'databasePasswordRefused', host }
  return { code: 'databaseUnreachable', host }
}
