import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import type { Actor } from '#record/organisation/actor.ts'
import { actorOf } from './find-visitor.ts'
import { currentPosts } from './posts.ts'

/** Whom a token names: somebody by the provider's name for them, and the post they act in, by its id. */
export interface Named {
  readonly subject: string
  readonly postId: string | undefined
}

/** Somebody in whose name an app asks. */
export interface Caller {
  readonly actor: Actor
  /** The language they asked for when the account was made. */
  readonly language: Language
}

/**
 * Whoever is named, as they are at this moment. Undefined for somebody without an account, for a post that is not
 * theirs or has ended, and for somebody who holds a post and names none: nobody acts in a post, or out of it, by default.
 */
export async function whoIsNamed(tx: Tx, { subject, postId }: Named): Promise<Caller | undefined> {
  const account = await tx.db
    .selectFrom('account')
    .select(['id as accountId', 'name', 'language'])
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (account === undefined) return undefined
  const posts = await currentPosts(tx, account.accountId)
  const post = posts.find(({ id }) => id === postId)
  if (post === undefined && (postId !== undefined || posts.length > 0)) return undefined
  return { actor: actorOf(account, post), language: account.language as Language }
}

/** How somebody may act now, for a token of the demo: in the post asked for, else the first they hold, or as themselves. */
export interface ActingAs {
  readonly postId: string | undefined
  /** Their own record, when they have one. */
  readonly personId: string | undefined
}

/** Undefined when there is no such account, or the employer named (by its code) is none of theirs now. */
export async function findActingAs(
  tx: Tx,
  asked: { readonly subject: string; readonly employer: string | undefined },
): Promise<ActingAs | undefined> {
  const account = await tx.db
    .selectFrom('account')
    .leftJoin('personAccountNow as own', 'own.accountId', 'account.id')
    .select(['account.id', 'own.personId'])
    .where('account.subject', '=', asked.subject)
    .executeTakeFirst()
  if (account === undefined) return undefined
  const posts = await currentPosts(tx, account.id)
  const { employer } = asked
  const post = employer === undefined ? posts[0] : posts.find(({ organisationCode }) => organisationCode === employer)
  if (employer !== undefined && post === undefined) return undefined
  return { postId: post?.id, personId: account.personId ?? undefined }
}
