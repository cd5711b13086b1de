import { setTimeout as sleep } from 'node:timers/promises'
import pg, { type Client } from 'pg'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { APP_ROLE } from '../app-role.ts'
import type { EmbeddedProblem } from './problem.ts'
import type { Server } from './server.ts'

/** Both the database and the account that the application uses: it owns the database and has no right beyond it. */
export const APPLICATION = 'cydofal'

/** Says that this process is the Cydofal of this data folder. The number is the same in every version. */
const CLAIM = 1_129_923_654
const CLAIM_TRIES_MAX = 20
const BETWEEN_TRIES_MS = 100

/**
 * Claims the data folder for as long as the session lasts, so also no longer than we live. False when another Cydofal
 * has it; two seconds are left for the session of one that was killed to be noticed.
 */
export async function claim(session: Client): Promise<boolean> {
  for (let tried = 1; ; tried++) {
    const { rows } = await session.query<{ claimed: boolean }>('select pg_try_advisory_lock($1) as claimed', [CLAIM])
    if (rows[0]?.claimed) return true
    if (tried === CLAIM_TRIES_MAX) return false
    await sleep(BETWEEN_TRIES_MS)
  }
}

/**
 * Sees that the application's account, its role and its database are there. The account may create databases (tests
 * copy one for themselves) and is no superuser, so no statement of the application can reach the machine's files or
 * programs. The role is what the running program enters.
 */
export async function prepareDatabase(
  { folder, password }: Server,
  session: Client,
): Promise<Outcome<undefined, EmbeddedProblem>> {
  try {
    await makeRoles(session, password)
    await makeDatabase(session)
    return done(undefined)
  } catch (fault) {
    if (fault instanceof pg.DatabaseError && fault.code === DISK_FULL) {
      return refused({ code: 'diskFull', folder: folder.path })
    }
    throw fault
  }
}

const DISK_FULL = '53100'

async function makeRoles(session: Client, password: string): Promise<void> {
  const { rows } = await session.query<{ name: string }>('select rolname as name from pg_roles')
  const there = new Set(rows.map(({ name }) => name))
  if (!there.has(APPLICATION)) {
    await session.query(`create role ${APPLICATION} login createdb password ${session.escapeLiteral(password)}`)
  }
  if (!there.has(APP_ROLE)) await session.query(`create role ${APP_ROLE} nologin`)
  await session.query(`grant ${APP_ROLE} to ${APPLICATION} with inherit false, set true`)
}

async function makeDatabase(session: Client): Promise<void> {
  const { rowCount } = await session.query('select from pg_database where datname = $1', [APPLICATION])
  if (rowCount) return
  await session.query(`create database ${APPLICATION} owner ${APPLICATION}`)
}

/** The address that the application opens. Holds the password. */
export function addressOf(port: number, password: string): string {
  return `postgres://${APPLICATION}:${password}@127.0.0.1:${port}/${APPLICATION}`
}
