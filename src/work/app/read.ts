import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { App, AppKind } from './app.ts'
import { isClientName } from './client-name.ts'

/** Every app, those that were closed last, by name. Tells of no person. */
export function readApps(tx: Pick<Tx, 'db'>): Promise<App[]> {
  return read(tx, sql`true`)
}

/** Undefined when there is none of this id. */
export async function findApp(tx: Pick<Tx, 'db'>, id: string): Promise<App | undefined> {
  const [app] = await read(tx, sql`app.id = ${id}`)
  return app
}

/** The app that is so named by its tokens and may be used now. */
export async function findOpenApp(tx: Pick<Tx, 'db'>, client: string): Promise<App | undefined> {
  if (!isClientName(client)) return undefined
  const [app] = await read(tx, sql`app.client = ${client} and app.is_confirmed and not app.is_closed`)
  return app
}

/** Whether there is an app that can be opened from somebody's page. */
export async function anyToOpen({ db }: Pick<Tx, 'db'>): Promise<boolean> {
  const { rows } = await sql`select from app_now as app
    where app.is_confirmed and not app.is_closed and app.launch_url is not null limit 1`.execute(db)
  return rows.length > 0
}

interface Row {
  readonly id: string
  readonly client: string
  readonly name: string
  readonly organisationId: string
  readonly organisation: Bilingual
  readonly kind: AppKind
  readonly redirectUris: string[]
  readonly launchUrl: string | null
  readonly scopes: string[]
  readonly jwks: object | null
  readonly jwksUrl: string | null
  readonly secretHash: string | null
  readonly standing: App['standing']
  readonly registeredBy: string | null
  readonly registeredAt: Date
}

async function read({ db }: Pick<Tx, 'db'>, where: ReturnType<typeof sql>): Promise<App[]> {
  const { rows } = await sql<Row>`
    select app.id, app.client, app.name, app.organisation_id, app.kind, app.redirect_uris, app.launch_url, app.scopes,
           app.jwks, app.jwks_url, app.secret_hash, app.registered_by, app.registered_at,
           jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation,
           case when app.is_closed then 'closed' when app.is_confirmed then 'open' else 'unconfirmed' end as standing
    from app_now as app
    join organisation as body on body.id = app.organisation_id
    where ${where}
    order by app.is_closed, app.name, app.id`.execute(db)
  return rows.map(row => ({
    ...row,
    launchUrl: row.launchUrl ?? undefined,
    jwks: row.jwks ?? undefined,
    jwksUrl: row.jwksUrl ?? undefined,
    secretHash: row.secretHash ?? undefined,
    registeredBy: row.registeredBy ?? undefined,
  }))
}
