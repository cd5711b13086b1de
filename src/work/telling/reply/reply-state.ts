import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { keyOfReply } from './find-replies.ts'

/** What became of telling the system that asked: it has said that it has it, it is still being told, or it was not told. */
export interface ReplyState {
  readonly is: 'told' | 'waiting' | 'failed'
  readonly at: Date
}

/** How far the answer to a hand-over that a system sent has come. Undefined where none is sent. */
export async function replyStateOf(tx: Tx, handOverId: string): Promise<ReplyState | undefined> {
  const { rows } = await sql<ReplyState>`
    select case became.outcome when 'delivered' then 'told' when 'dead' then 'failed' when 'given-up' then 'failed'
                when 'not-open' then 'failed' else 'waiting' end as is,
           coalesce(became.at, outgoing.queued_at) as at
    from outgoing
    left join lateral (
      select outcome.outcome, outcome.at from outgoing_outcome as outcome
      where outcome.outgoing_id = outgoing.id order by outcome.sequence desc limit 1
    ) as became on true
    where outgoing.kind = 'referral-answer' and outgoing.key = ${keyOfReply(handOverId)}
    order by outgoing.sequence desc
    limit 1`.execute(tx.db)
  return rows[0]
}
