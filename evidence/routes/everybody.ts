import { hashOf } from '#door/signin/secret.ts'
import type { Role } from '#record/organisation/role.ts'
import { actorOf } from '#test/kit.ts'
import type { Served } from '../served.ts'

/** Who somebody is to a route: the role of the post they act in, a citizen, or nobody that we know. */
export type Standing = Role | 'citizen' | 'nobody'

/** Somebody at the door, and what their browser holds. */
export interface Caller {
  readonly name: string
  readonly standing: Standing
  readonly session: string | undefined
  /** Of somebody who can sign in again. */
  readonly accountId?: string
}

/** How a session comes to be worth nothing. */
const SPENT = {
  'signed out': (now: number) => ({ endedAt: new Date(now) }),
  'idle too long': (now: number) => ({ lastUsedAt: new Date(now - 31 * 60_000) }),
  'over twelve hours old': (now: number) => ({ endsAt: new Date(now) }),
} as const

/** These people of the region, signed in. */
export async function everybody({ signIn, store }: Served, people: readonly string[]): Promise<Caller[]> {
  const callers: Caller[] = []
  for (const name of people) {
    const actor = actorOf(name)
    const { accountId } = actor
    const session = await signIn(accountId, store.chance.secret())
    callers.push({ name, standing: actor.kind === 'worker' ? actor.role : 'citizen', session, accountId })
  }
  return callers
}

/** The same people in every state in which their session is worth nothing, and somebody who never had one. */
export async function spent(product: Served, people: readonly string[]): Promise<Caller[]> {
  const { signIn, store } = product
  const now = store.clock.now().getTime()
  const callers: Caller[] = [{ name: 'nobody', standing: 'nobody', session: undefined }]
  for (const key of people) {
    callers.push({ name: `${key}, never signed in`, standing: 'nobody', session: store.chance.secret() })
    for (const [state, then] of Object.entries(SPENT)) {
      const session = await signIn(actorOf(key).accountId, store.chance.secret())
      await store.db.updateTable('session').set(then(now)).where('idHash', '=', hashOf(session)).execute()
      callers.push({ name: `${key}, ${state}`, standing: 'nobody', session })
    }
  }
  return callers
}

/** Ends every post of these workers while they are signed in: from then on each is a citizen and nothing more. */
export async function withoutPosts(product: Served, callers: readonly Caller[]): Promise<Caller[]> {
  const { db, clock } = product.store
  for (const { name } of callers) {
    await db
      .insertInto('postEnd')
      .columns(['postId', 'endedAt', 'reason'])
      .expression(from =>
        from
          .selectFrom('post')
          .select(({ val }) => ['post.id', val(clock.now()).as('endedAt'), val('left').as('reason')])
          .where('post.accountId', '=', actorOf(name).accountId),
      )
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
  return callers.map(({ name, session }) => ({ name: `${name}, whose posts have ended`, standing: 'citizen', session }))
}
