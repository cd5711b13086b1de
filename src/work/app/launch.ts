import type { Tx } from '#ground/db/store.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
import { hashOfSecret } from './secret.ts'

/** How long somebody may be on their way to an app, minutes. */
const LAUNCH_MINUTES = 10

/** Somebody on their way from a person's page to an app. */
export interface Launching {
  readonly appId: string
  readonly personId: string
}

/** Sends a visitor on their way, from the page of somebody they may see. The secret goes with them and is kept as a hash. */
export async function startLaunch(
  tx: Tx,
  visitor: Visitor,
  { appId, personId }: Launching,
  secret: string,
): Promise<void> {
  await tx.db.deleteFrom('appLaunch').where('launchedAt', '<=', oldest(tx.now)).execute()
  const row = { idHash: hashOfSecret(secret), appId, accountId: visitor.accountId, postId: visitor.post?.id ?? null }
  await tx.db
    .insertInto('appLaunch')
    .values({ ...row, personId, launchedAt: tx.now })
    .execute()
}

/** For whom an app was opened. Undefined when the way was another's, another app's, another post's, too long ago, or taken already. */
export async function findLaunch(tx: Tx, visitor: Visitor, appId: string, secret: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('appLaunch')
    .select('personId')
    .where('idHash', '=', hashOfSecret(secret))
    .where('appId', '=', appId)
    .where('accountId', '=', visitor.accountId)
    .where('postId', 'is not distinct from', visitor.post?.id ?? null)
    .where('launchedAt', '>', oldest(tx.now))
    .executeTakeFirst()
  return row?.personId
}

/** The way has been gone: it leads nowhere any more. False when somebody went it before. */
export async function endLaunch(tx: Tx, secret: string): Promise<boolean> {
  const gone = await tx.db
    .deleteFrom('appLaunch')
    .where('idHash', '=', hashOfSecret(secret))
    .returning('idHash')
    .executeTakeFirst()
  return gone !== undefined
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - LAUNCH_MINUTES * 60_000)
}
