import pg from 'pg'
import { AS_APP } from './app-role.ts'
import { sql } from './sql.ts'
import type { Tx } from './store.ts'

const CHANNEL = 'cydofal'
/** How long to wait before listening again when the connection was lost, milliseconds. */
const LISTEN_AGAIN_MS = 500

/** Something that happened, told to every process that listens. Holds identifiers only, never what was known. */
export interface Announcement {
  readonly topic: string
  readonly id: string
}

/** Says it when, and only when, the transaction commits. */
export async function announce(tx: Tx, announcement: Announcement): Promise<void> {
  tx.send(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(announcement)})`)
}

/**
 * Hears what is announced, in the order of commits, until stopped. After a lost connection it listens again and calls
 * `missed`, because what was said in between is gone.
 */
export async function listen(
  url: string,
  hear: { announced: (announcement: Announcement) => void; missed: () => void },
): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | undefined
  let stopped = false

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, options: AS_APP, application_name: 'cydofal listening' })
    fresh.on('notification', note => hear.announced(JSON.parse(note.payload ?? '{}') as Announcement))
    fresh.on('error', () => {})
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
    } catch (fault) {
      await fresh.end().catch(() => {})
      throw fault
    }
    if (stopped) return fresh.end()
    // Only now: an attempt that fails is told by its rejection, and one that is told twice would be two the next time.
    fresh.once('end', () => {
      if (!stopped) setTimeout(again, LISTEN_AGAIN_MS).unref()
    })
    client = fresh
  }
  function again(): void {
    if (!stopped) connect().then(hear.missed, () => setTimeout(again, LISTEN_AGAIN_MS).unref())
  }

  await connect()
  return {
    async stop() {
      stopped = true
      await client?.end()
    },
  }
}
