import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Store, transactionInTurn } from '#ground/db/store.ts'

/** Asks all of these at once: each comes as far as it can before any of them may write a resource. */
export async function atOnce<Answer>(store: Store, ask: readonly (() => Promise<Answer>)[]): Promise<Answer[]> {
  const answers = await transactionInTurn(store, async ({ db }) => {
    await sql`lock table resource in share row exclusive mode`.execute(db)
    const asking = Promise.all(ask.map(one => one()))
    for (let waiting = 0; waiting < ask.length; await setTimeout(5)) {
      const { rows } = await sql<{ waiting: number }>`
        select count(distinct pid) as waiting from pg_locks
        where not granted and database = (select oid from pg_database where datname = current_database())`.execute(db)
      waiting = rows[0]?.waiting ?? 0
    }
    return { asking }
  })
  return answers.asking
}
