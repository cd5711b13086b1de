import type { Tx } from '#ground/db/store.ts'
import { closeLivePages } from './live-pages.ts'
import { currentPosts, getPost } from './posts.ts'
import { hashOf } from './secret.ts'
import { noteInTrail } from './session-trail.ts'

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
  await noteInTrail(tx, 'sign-in', { accountId: begun.accountId, name: await nameOf(tx, begun.accountId), post })
}

/** Ends the session of a cookie, and answers its ID token. Undefined when it had been ended before or never was. */
export async function endSession(tx: Tx, secret: string): Promise<{ readonly idToken: string } | undefined> {
  const ended = await tx.db
    .updateTable('session')
    .set({ endedAt: tx.now })
    .where('idHash', '=', hashOf(secret))
    .where('endedAt', 'is', null)
    .returning(['idHash', 'idToken', 'accountId', 'postId'])
    .executeTakeFirst()
  if (ended !== undefined) await leave(tx, ended)
  return ended
}

/** Ends every session of an account, on whatever device. */
export async function endEverySession(tx: Tx, accountId: string): Promise<void> {
  const ended = await tx.db
    .updateTable('session')
    .set({ endedAt: tx.now })
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .returning(['idHash', 'accountId', 'postId'])
    .execute()
  for (const session of ended) await leave(tx, session)
}

/** What is left to do when a session has ended: its pages close, and it is in the trail. */
async function leave(
  tx: Tx,
  {
    idHash,
    accountId,
    postId,
  }: { readonly idHash: string; readonly accountId: string; readonly postId: string | null },
): Promise<void> {
  await closeLivePages(tx, idHash)
  const post = postId === null ? undefined : await getPost(tx, postId)
  await noteInTrail(tx, 'sign-out', { accountId, name: await nameOf(tx, accountId), post })
}

async function nameOf(tx: Tx, accountId: string): Promise<string> {
  const { name } = await tx.db
    .selectFrom('account')
    .select('name')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return name
}
