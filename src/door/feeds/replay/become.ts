import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { MessageOutcome } from '../keep-message.ts'
import type { Waiting } from './waiting.ts'

/** By whom, why and with which others an outcome was brought about. */
export interface Because {
  readonly officer: WorkerActor
  readonly words?: string | undefined
  readonly replayId?: string | undefined
  /** As whose it was read, when its sender was let in after it came. */
  readonly senderId?: string | undefined
}

/** Writes what has become of a message in place of what had become of it until now. */
export async function become(
  tx: Tx,
  { id, outcomeId }: Waiting,
  became: MessageOutcome,
  { officer, words, replayId, senderId }: Because,
): Promise<void> {
  await tx.db
    .insertInto('messageOutcome')
    .values({
      id: tx.newId(),
      messageId: id,
      replaces: outcomeId,
      outcome: became.outcome,
      reason: 'reason' in became ? became.reason : null,
      detail: 'detail' in became ? (became.detail ?? null) : null,
      ownerTeamId: 'ownerTeamId' in became ? became.ownerTeamId : null,
      senderId: senderId ?? null,
      accountId: officer.accountId,
      decidedBy: officer.name,
      words: words ?? null,
      replayId: replayId ?? null,
      decidedAt: tx.now,
    })
    .execute()
}
