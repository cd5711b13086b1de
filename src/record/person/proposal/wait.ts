import type { Tx } from '#ground/db/store.ts'
import { raiseReview } from '../review/raise.ts'
import type { Obstacle } from './obstacle.ts'
import type { Proposal } from './proposal.ts'

/** Leaves a proposal to the team that answers for the sender. Nothing is joined or parted until somebody decides. */
export async function waitFor(
  tx: Tx,
  { recordId, otherId, ownerTeamId }: Proposal,
  reason: Obstacle | 'proposal.joinedByOthers',
): Promise<'waits'> {
  const isDoubt = reason === 'proposal.joinedByOthers'
  await raiseReview(tx, { sourceRecordId: otherId, reason, candidates: [{ recordId }], ownerTeamId, isDoubt })
  return 'waits'
}
