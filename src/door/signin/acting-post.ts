import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Post, Visitor } from '#record/organisation/visitor.ts'
import { closeLivePages } from './live-pages.ts'
import { noteInTrail } from './session-trail.ts'

/** A session, and whose it is. */
export interface ActingSession {
  readonly sessionId: string
  readonly accountId: string
  readonly name: string
}

/**
 * Makes the visitor act in another of the posts they hold now. Refused for any other post: somebody else's, an ended
 * one, one that does not exist. Choosing the post they are in changes nothing.
 */
export async function switchPost(
  tx: Tx,
  visitor: Visitor,
  postId: string,
): Promise<Outcome<void, 'signin.notYourPost'>> {
  const to = visitor.posts.find(post => post.id === postId)
  if (to === undefined) return refused('signin.notYourPost')
  if (to.id !== visitor.post?.id) await actIn(tx, visitor, { from: visitor.post, to })
  return done(undefined)
}

/**
 * From here the session acts in another post, or in none. It leaves a trail, and pages that are open live close, because
 * they were opened as somebody in the earlier post. Does nothing when another request has already moved it.
 * Source: reliability.md, abuse case 12.
 */
export async function actIn(
  tx: Tx,
  session: ActingSession,
  change: { readonly from: Post | undefined; readonly to: Post | undefined },
): Promise<void> {
  const moved = await tx.db
    .updateTable('session')
    .set({ postId: change.to?.id ?? null })
    .where('idHash', '=', session.sessionId)
    .where('postId', 'is not distinct from', change.from?.id ?? null)
    .returning('idHash')
    .executeTakeFirst()
  if (moved === undefined) return
  // One entry with the employer whose post is left, one with the employer whose post is taken.
  if (change.from !== undefined) await noteInTrail(tx, 'leave-post', { ...session, post: change.from })
  if (change.to !== undefined) await noteInTrail(tx, 'take-post', { ...session, post: change.to })
  await closeLivePages(tx, session.sessionId)
}
