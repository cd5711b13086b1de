import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'

/** The account of the worker whom the person can turn to about everything in the plan; undefined when nobody is named. */
export async function findCoordinator(tx: Tx, { personId }: Access): Promise<string | undefined> {
  const { rows } = await sql<{ accountId: string }>`
    select named.account_id
    from plan_coordinator as named
    join plan_now as plan on plan.id = named.plan_id
    where plan.person_id = ${personId}
    order by named.named_at desc, named.id
    limit 1`.execute(tx.db)
  return rows[0]?.accountId
}
