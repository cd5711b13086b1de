import type { Tx } from '#ground/db/store.ts'
import { findLastOwner } from '#record/organisation/last-owner.ts'

/** The team that answers for what does not arrive at a destination. Undefined in a region that has no such team. */
export async function ownerOf(tx: Tx, destinationId: string): Promise<string | undefined> {
  const { ownerTeamId } = await tx.db
    .selectFrom('destination')
    .select('ownerTeamId')
    .where('id', '=', destinationId)
    .executeTakeFirstOrThrow()
  return ownerTeamId ?? (await findLastOwner(tx))
}
