import { putTogetherOnce } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import type { Language } from '#ground/language/say.ts'
import type { Actor } from '#record/organisation/actor.ts'
import type { Post, Visitor } from '#record/organisation/visitor.ts'
import { actIn } from './acting-post.ts'
import { currentPostsIn, getPost } from './posts.ts'
import { hashOf } from './secret.ts'

/** How fresh the note of the last use is kept. A write at each request would cost more than it tells. */
const NOTE_USE_EVERY_MS = 60_000

/** Whom a cookie stands for: a visitor, or somebody whose session ran out of time, who may sign in again and go on. */
export type Found =
  | { readonly is: 'visitor'; readonly visitor: Visitor }
  | { readonly is: 'expired'; readonly accountId: string }

/**
 * Who holds this secret. Undefined when it is nobody's, or they signed out. A session runs out `idleMinutes` after its
 * last use and when its time is up. A post that has ended opens nothing: the session then acts in the next one held, or
 * in none. Looking this up counts as a use. Run it in turn, not in one snapshot.
 */
export async function findVisitor(tx: Tx, secret: string, idleMinutes: number): Promise<Found | undefined> {
  const session = await findSession(tx, hashOf(secret))
  if (session === undefined) return undefined
  if (isOver(session, tx.now, idleMinutes)) return { is: 'expired', accountId: session.accountId }
  if (tx.now.getTime() - session.lastUsedAt.getTime() >= NOTE_USE_EVERY_MS) {
    await tx.db.updateTable('session').set({ lastUsedAt: tx.now }).where('idHash', '=', session.sessionId).execute()
  }
  return { is: 'visitor', visitor: await visitorOf(tx, session) }
}

/** The visitor of a session as they are now, for a page that stays open. It counts as no use. Undefined when it is over. */
export async function findVisitorAgain(tx: Tx, sessionId: string, idleMinutes: number): Promise<Visitor | undefined> {
  const session = await findSession(tx, sessionId)
  if (session === undefined || isOver(session, tx.now, idleMinutes)) return undefined
  return visitorOf(tx, session)
}

/** A session that goes on, with whose it is and the posts that they hold. */
async function findSession(tx: Tx, sessionId: string) {
  const [{ rows }, posts] = await together([SESSION({ sessionId }).execute(tx.db), currentPostsIn(tx, sessionId)])
  return rows[0] && { ...rows[0], posts }
}

const SESSION = putTogetherOnce(({ sessionId }: { sessionId: string }, db) =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .leftJoin('personAccountNow as own', 'own.accountId', 'account.id')
    .leftJoin('languageAnswerNow as asked', 'asked.personId', 'own.personId')
    .select([
      'session.idHash as sessionId',
      'session.postId',
      'session.lastUsedAt',
      'session.endsAt',
      'account.id as accountId',
      'account.name',
      // What somebody answered to the Active Offer goes before what their account was made with.
      ({ fn }) => fn.coalesce('asked.written', 'account.language').as('language'),
      'own.personId',
    ])
    .where('session.idHash', '=', sessionId)
    .where('session.endedAt', 'is', null),
)

type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>

function isOver({ lastUsedAt, endsAt }: Session, now: Date, idleMinutes: number): boolean {
  return endsAt <= now || now.getTime() - lastUsedAt.getTime() >= idleMinutes * 60_000
}

async function visitorOf(tx: Tx, session: Session): Promise<Visitor> {
  const { posts } = session
  const post = posts.find(({ id }) => id === session.postId) ?? posts[0]
  if ((post?.id ?? null) !== session.postId) {
    const from = session.postId === null ? undefined : await getPost(tx, session.postId)
    await actIn(tx, session, { from, to: post })
  }
  const { sessionId, accountId, name } = session
  return {
    sessionId,
    accountId,
    name,
    language: session.language as Language,
    actor: actorOf(session, post),
    personId: session.personId ?? undefined,
    post,
    posts,
  }
}

/** Somebody acting in one post, or as themselves when they act in none. */
export function actorOf({ accountId, name }: Pick<Session, 'accountId' | 'name'>, post: Post | undefined): Actor {
  if (post === undefined) return { kind: 'citizen', accountId, name }
  const { organisationId, organisationCode, teamId, role } = post
  return { kind: 'worker', accountId, name, organisationId, organisationCode, teamId, role }
}
