import type { Tx } from '#ground/db/store.ts'
import { personOf } from '../link/persons.ts'
import type { Obstacle } from './obstacle.ts'
import type { Proposal } from './proposal.ts'

/** Leaves a proposal to the team that answers for the sender. Nothing is joined or parted until somebody decides. */
export async function waitFor(
  tx: Tx,
  { recordId, otherId, ownerTeamId }: Proposal,
  reason: Obstacle | 'proposal.refused' | 'proposal.joinedByOthers',
): Promise<'waits'> {
  const candidateId = await personOf(tx, recordId)
  await tx.db
    .insertInto('undecidedMatch')
    .values({ id: tx.newId(), sourceRecordId: otherId, candidateId, reason, ownerTeamId, raisedAt: tx.now })
    .execute()
  return 'waits'
}
