import type { Tx } from '#ground/db/store.ts'
import { closeLivePages } from './live-pages.ts'
import { currentPosts } from './posts.ts'
import { hashOf } from './secret.ts'

/** However busy, a session ends this long after signing in. */
const SESSION_HOURS_MAX = 12

export interface NewSession {
  /** For the browser's cookie, made for this session. Only its hash is kept. */
  readonly secret: string
  readonly accountId: string
  /** Shown to the identity provider at signing out, so that it knows who leaves. */
  readonly idToken: string
  /** The secret of the session this browser had until now. It ends, whoever's it was. */
  readonly earlierSecret: string | undefined
}

/** Opens a session, acting in the first of the account's posts, or as themselves when they hold none. */
export async function startSession(tx: Tx, begun: NewSession): Promise<void> {
  if (begun.earlierSecret !== undefined) await endSession(tx, begun.earlierSecret)
  const [post] = await currentPosts(tx, begun.accountId)
  const row = {
    idHash: hashOf(begun.secret),
    accountId: begun.accountId,
    postId: post?.id ?? null,
    idToken: begun.idToken,
    startedAt: tx.now,
    lastUsedAt: tx.now,
    endsAt: new Date(tx.now.getTime() + SESSION_HOURS_MAX * 3_600_000),
    endedAt: null,
  }
  await tx.db.insertInto('session').values(row).execute()
}

/** Ends the session of a cookie, and answers its ID token. Undefined when it had been ended before or never was. */
export async function endSession(tx: Tx, secret: string): Promise<{ readonly idToken: string } | undefined> {
  const ended = await tx.db
    .updateTable('session')
    .set({ endedAt: tx.now })
    .where('idHash', '=', hashOf(secret))
    .where('endedAt', 'is', null)
    .returning(['idHash', 'idToken'])
    .executeTakeFirst()
  if (ended !== undefined) await closeLivePages(tx, ended.idHash)
  return ended
}

/** Ends every session of an account, on whatever device. */
export async function endEverySession(tx: Tx, accountId: string): Promise<void> {
  const ended = await tx.db
    .updateTable('session')
    .set({ endedAt: tx.now })
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .returning('idHash')
    .execute()
  for (const { idHash } of ended) await closeLivePages(tx, idHash)
}
