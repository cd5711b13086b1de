import type { Tx } from '#ground/db/store.ts'

/** Who signed in or out, or changed posts, and for whom they act; no employer for somebody who acts as themselves. */
export interface SessionEvent {
  readonly accountId: string
  readonly name: string
  readonly post: { readonly organisationId: string; readonly role: string } | undefined
}

/** What a session does that is in the trail and is no look at anybody. */
export type SessionAction = 'sign-in' | 'sign-out' | 'leave-post' | 'take-post'

/** Leaves an entry of a session in the trail, about no person. */
export async function noteInTrail(
  tx: Tx,
  action: SessionAction,
  { accountId, name, post }: SessionEvent,
): Promise<void> {
  await tx.db
    .insertInto('trailEntry')
    .values({
      id: tx.newId(),
      at: tx.now,
      accountId,
      actorName: name,
      organisationId: post?.organisationId ?? null,
      role: post?.role ?? null,
      action,
      place: PLACES[action],
      purpose: 'none',
      allowed: true,
      released: '[]',
      failed: [],
    })
    .execute()
}

const PLACES: Readonly<Record<SessionAction, string>> = {
  'sign-in': 'sign-in',
  'sign-out': 'sign-out',
  'leave-post': 'switch-post',
  'take-post': 'switch-post',
}
