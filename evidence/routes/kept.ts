import { sql } from 'kysely'
import type { Store } from '#ground/db/store.ts'

/**
 * What asking leaves behind, whoever asks: the trail, and when a session was last used and in which post. And what is
 * written beside the doors while somebody asks (src/chores.ts): who has fallen silent, what is late, what was counted.
 */
const LEFT_BY_ASKING =
  /^(trail_\w+|session|sender_silence(_end)?|hand_over_escalation|notice_escalation|message_escalation|plan_review_escalation|conversation_late|ledger_(close|tally)|mail_told)$/

/** A digest of every table, to find which ones a request has changed. */
export async function digest(store: Store): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(store.db)
  const each = tables
    .filter(({ name }) => !LEFT_BY_ASKING.test(name))
    .map(
      ({ name }) =>
        sql`select ${name} as name, count(*) || ' ' || coalesce(sum(hashtextextended(one::text, 0)::numeric), 0) as held
            from ${sql.table(name)} as one`,
    )
  const { rows } = await sql<{ name: string; held: string }>`${sql.join(each, sql` union all `)}`.execute(store.db)
  return new Map(rows.map(({ name, held }) => [name, held]))
}

/** The tables that are not as they were. */
export function changedSince(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].flatMap(([name, held]) => (before.get(name) === held ? [] : [name]))
}
