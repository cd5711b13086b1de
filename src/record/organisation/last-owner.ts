import type { Tx } from '#ground/db/store.ts'

/**
 * The team that answers for what nobody else does: the one where the region's integration officers work. Undefined
 * in a region that has none.
 */
export async function findLastOwner(tx: Tx): Promise<string | undefined> {
  const post = await tx.db
    .selectFrom('post')
    .select('teamId')
    .where('role', '=', 'integration-officer')
    .where('teamId', 'is not', null)
    .orderBy('startedAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return post?.teamId ?? undefined
}
