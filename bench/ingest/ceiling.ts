import pg from 'pg'

/** As large as a message with its record, bytes. */
const ROW_BYTES = 1024

/** So many connections that do nothing but commit. */
export interface Committers {
  /** Commits for so long, each connection one row after the other, and answers how many committed in a second. */
  commit(seconds: number): Promise<number>
  close(): Promise<void>
}

/**
 * The most that could be committed: one row of a kilobyte in each transaction, durable, with nothing read, decided or
 * compared. In a table of its own.
 */
export async function committers(url: string, connections: number): Promise<Committers> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }))
  for (const client of clients) await client.connect()
  await clients[0]!.query('create table bare_commit (id bigint generated always as identity primary key, content text)')
  const insert = {
    name: 'bare',
    text: 'insert into bare_commit (content) values ($1)',
    values: ['x'.repeat(ROW_BYTES)],
  }
  return {
    async commit(seconds) {
      const from = performance.now()
      const until = from + seconds * 1000
      let committed = 0
      await Promise.all(
        clients.map(async client => {
          for (; performance.now() < until; committed++) await client.query(insert)
        }),
      )
      return committed / ((performance.now() - from) / 1000)
    },
    close: async () => {
      for (const client of clients) await client.end()
    },
  }
}
