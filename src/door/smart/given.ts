import { sql } from 'kysely'
import type { Store } from '#ground/db/store.ts'
import { hashOfSecret } from '#work/app/secret.ts'

/** A token that was given here and holds: whom it names, and how much it says at most. */
export interface GivenToken {
  /** How the provider of identities names them; of a system, the name of its client. */
  readonly subject: string
  readonly postId: string | undefined
  readonly app: string
  /** The token's own name. Not the token: nobody can make that of it. */
  readonly tokenId: string
  readonly scopes: readonly string[]
  /** What somebody let the app in for. Undefined for a system. */
  readonly grantId: string | undefined
  /** The one person it was opened for. */
  readonly patient: string | undefined
}

/** Undefined for what was never given, has run out, or was taken back, be it this moment. */
export async function findGiven({ db, clock }: Store, token: string): Promise<GivenToken | undefined> {
  const now = clock.now()
  const { rows } = await sql<Row>`
    select held.id_hash, held.payload ->> 'clientId' as app, held.payload ->> 'scope' as scope,
           granted.id as grant_id, granted.post_id, granted.person_id, account.subject
    from app_held as held
    left join app_grant_now as granted on granted.id = held.grant_id and granted.ends_at > ${now}
    left join account on account.id = granted.account_id
    where held.id_hash = ${hashOfSecret(token)} and held.expires_at > ${now}
      and (held.model = 'AccessToken' and granted.id is not null
        or held.model = 'ClientCredentials' and exists (
          select from app_now as app
          where app.client = held.payload ->> 'clientId' and app.kind = 'system' and app.is_confirmed and not app.is_closed))`.execute(
    db,
  )
  const [row] = rows
  return (
    row && {
      subject: row.subject ?? row.app,
      postId: row.postId ?? undefined,
      app: row.app,
      tokenId: row.idHash,
      scopes: (row.scope ?? '').split(' '),
      grantId: row.grantId ?? undefined,
      patient: row.personId ?? undefined,
    }
  )
}

interface Row {
  readonly idHash: string
  readonly app: string
  readonly scope: string | null
  readonly grantId: string | null
  readonly postId: string | null
  readonly personId: string | null
  readonly subject: string | null
}
