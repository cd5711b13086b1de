import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
import type { App } from './app.ts'

/** How long an app may ask that was let in also for when nobody is there, days. Then it asks again. */
export const AWAY_DAYS = 90
/** How long one may that was let in for as long as somebody is signed in, hours. No session lasts longer. */
const THERE_HOURS = 12
/** How long one may that asked for no more than a look, minutes. */
export const LOOK_MINUTES = 60

/** For how long an app asks to be let in. */
export type HowLong = 'away' | 'there' | 'look'

/** Source: SMART App Launch 2.2, scopes for requesting a refresh token. */
export function howLong(scopes: readonly string[]): HowLong {
  if (scopes.includes('offline_access')) return 'away'
  return scopes.includes('online_access') ? 'there' : 'look'
}

/** What an app is let in for. */
export interface NewGrant {
  readonly app: App
  readonly scopes: readonly string[]
  /** The one person it is opened for, whom the visitor may see. */
  readonly personId: string | undefined
}

/** Lets an app in, in the name of a visitor, in the post they act in. Answers the grant, and when it ends. */
export async function letAppIn(
  tx: Tx,
  visitor: Visitor,
  { app, scopes, personId }: NewGrant,
): Promise<{ readonly id: string; readonly endsAt: Date }> {
  const lasts = howLong(scopes)
  const minutes = { away: AWAY_DAYS * 24 * 60, there: THERE_HOURS * 60, look: LOOK_MINUTES }[lasts]
  const row = {
    id: tx.newId(),
    appId: app.id,
    accountId: visitor.accountId,
    postId: visitor.post?.id ?? null,
    personId: personId ?? null,
    sessionHash: lasts === 'away' ? null : visitor.sessionId,
    scopes: [...scopes],
    grantedAt: tx.now,
    endsAt: new Date(tx.now.getTime() + minutes * 60_000),
  }
  await tx.db.insertInto('appGrant').values(row).execute()
  return row
}

/** A grant that holds at this moment: nobody has taken it back, its time is not up, its app is open. */
export interface Grant {
  readonly id: string
  readonly accountId: string
  /** How the region's provider of identities names them. */
  readonly subject: string
  readonly name: string
  readonly postId: string | undefined
  readonly personId: string | undefined
  /** Their own record, when they have one. */
  readonly ownPersonId: string | undefined
  readonly scopes: readonly string[]
}

/** Undefined when it does not hold any more, or never was. */
export async function findGrant(tx: Pick<Tx, 'db' | 'now'>, id: string): Promise<Grant | undefined> {
  const { rows } = await sql<Omit<Grant, 'postId' | 'personId' | 'ownPersonId'> & Nullable>`
    select granted.id, granted.account_id, granted.post_id, granted.person_id, granted.scopes,
           account.subject, account.name, own.person_id as own_person_id
    from app_grant_now as granted
    join account on account.id = granted.account_id
    left join person_account_now as own on own.account_id = account.id
    where granted.id = ${id} and granted.ends_at > ${tx.now}`.execute(tx.db)
  const [row] = rows
  return (
    row && {
      ...row,
      postId: row.postId ?? undefined,
      personId: row.personId ?? undefined,
      ownPersonId: row.ownPersonId ?? undefined,
    }
  )
}

interface Nullable {
  readonly postId: string | null
  readonly personId: string | null
  readonly ownPersonId: string | null
}

/** Whether a token's grant still holds, in the transaction that is about to act on it. */
export async function grantHolds(tx: Tx, id: string): Promise<boolean> {
  return (await findGrant(tx, id)) !== undefined
}

/** Ends a grant, whatever of it there is. Ending it twice is ending it once. */
export async function endGrant(tx: Tx, grantId: string, why: 'taken-back' | 'given-back' | 'misused'): Promise<void> {
  await tx.db
    .insertInto('appGrantEnd')
    .values({ grantId, why, at: tx.now })
    .onConflict(conflict => conflict.column('grantId').doNothing())
    .execute()
}

/** Takes back what a visitor let an app in for. From the next request on no token of it works. */
export async function takeBack(tx: Tx, visitor: Visitor, grantId: string): Promise<Outcome<undefined, 'app.notYours'>> {
  const own = (await letInBy(tx, visitor.accountId)).find(({ id }) => id === grantId)
  if (own === undefined) return refused('app.notYours')
  await endGrant(tx, grantId, 'taken-back')
  return done(undefined)
}

/** One app that somebody has let in, as their page tells it. */
export interface LetIn {
  readonly id: string
  readonly app: string
  readonly organisation: Bilingual
  readonly scopes: readonly string[]
  readonly personId: string | undefined
  /** The job they acted in, where they acted in one. */
  readonly post: Bilingual | undefined
  readonly grantedAt: Date
  readonly endsAt: Date
}

/** What somebody has let apps in for and that still holds, newest first. */
export async function letInBy(tx: Tx, accountId: string): Promise<LetIn[]> {
  const { rows } = await sql<Omit<LetIn, 'personId' | 'post'> & { personId: string | null; post: Bilingual | null }>`
    select granted.id, app.name as app, jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation,
           granted.scopes, granted.person_id, granted.granted_at, granted.ends_at,
           case when post.id is null then null else jsonb_build_object('en', post.title_en, 'cy', post.title_cy) end as post
    from app_grant_now as granted
    join app on app.id = granted.app_id
    join organisation as body on body.id = app.organisation_id
    left join post on post.id = granted.post_id
    where granted.account_id = ${accountId} and granted.ends_at > ${tx.now}
    order by granted.granted_at desc, granted.id`.execute(tx.db)
  return rows.map(row => ({ ...row, personId: row.personId ?? undefined, post: row.post ?? undefined }))
}
