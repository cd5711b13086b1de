import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isAlive } from '#ground/alive.ts'
import type { Postmaster } from './postmaster.ts'
import type { Server } from './server.ts'

/** A session with every right, or why there is none: the process ended, our password is not its, or it says nothing. */
export type Answer = pg.Client | 'gone' | 'passwordWrong' | 'silent'

/** A server listens before it recovers: one that does not listen by now never will. */
const LISTENING_SECONDS_MAX = 30
/** Recovery reads at most max_wal_size twice over; ten minutes allow for a slow disk. */
const RECOVERY_SECONDS_MAX = 600
const LOOK_MS = 50

/** PostgreSQL's codes cannot_connect_now, said while it starts, recovers or stops, and invalid_password. */
const NOT_YET = '57P03'
const WRONG_PASSWORD = '28P01'

/** Waits until the server lets us in, while it starts, recovers or stops; no longer than its process lives. */
export async function awaitAnswer({ folder, password }: Server, { pid, port }: Postmaster): Promise<Answer> {
  let notListening = 0
  for (let looks = (RECOVERY_SECONDS_MAX * 1000) / LOOK_MS; looks > 0; looks--) {
    const came = await tryToEnter(port, password)
    if (typeof came === 'object') return (await serves(came, folder.cluster)) ? came : 'silent'
    if (came === WRONG_PASSWORD) return 'passwordWrong'
    if (!isAlive(pid)) return 'gone'
    if (came !== NOT_YET && ++notListening > (LISTENING_SECONDS_MAX * 1000) / LOOK_MS) return 'silent'
    await sleep(LOOK_MS)
  }
  return 'silent'
}

/** A session, or the code of what stood in the way. */
async function tryToEnter(port: number, password: string): Promise<pg.Client | string> {
  const session = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    database: 'postgres',
    password,
    application_name: 'cydofal keeper',
    connectionTimeoutMillis: 5000,
  })
  // A session that breaks says so by its end, which whoever holds it listens for.
  session.on('error', () => {})
  try {
    await session.connect()
    return session
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

async function serves(session: pg.Client, cluster: string): Promise<boolean> {
  const { rows } = await session.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
  if (rows[0]?.folder === cluster) return true
  await session.end()
  return false
}
