import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { noticesOf } from './read.ts'

/** Says that the actor has taken notice. Saying it again changes nothing. Refused for a notice not shown to them. */
export async function takeNotice(
  tx: Tx,
  access: Access,
  noticeId: string,
): Promise<Outcome<undefined, 'notice.notShown'>> {
  const [notices = []] = await noticesOf(tx, [access], [noticeId])
  if (access.actor.kind === 'system' || !notices.some(({ id }) => id === noticeId)) return refused('notice.notShown')
  await tx.db
    .insertInto('noticeReceipt')
    .values({ noticeId, accountId: access.actor.accountId, receivedAt: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return done(undefined)
}
