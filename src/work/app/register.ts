import { holdAlone, type Tx } from '#ground/db/store.ts'
import { scopesIn } from '#ground/fhir/scope.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { isRedirectAddress, isWebAddress } from './address.ts'
import { type AppKind, isAppOfficer } from './app.ts'
import { isClientName } from './client-name.ts'
import { isPublicKeys } from './keys.ts'
import { hashOfSecret } from './secret.ts'

/** An app as an officer registers it. */
export interface NewApp {
  readonly client: string
  readonly name: string
  readonly organisationId: string
  readonly kind: AppKind
  readonly redirectUris: readonly string[]
  readonly launchUrl: string | undefined
  readonly scopes: readonly string[]
  /** Its keys, or where they are: one of the two where it proves itself by a key. */
  readonly jwks: object | undefined
  readonly jwksUrl: string | undefined
}

export type RegisterAppProblem =
  | 'app.notYours'
  | 'app.clientWrong'
  | 'app.clientTaken'
  | 'app.redirectWrong'
  | 'app.launchWrong'
  | 'app.scopesWrong'
  | 'app.keysWrong'

/** What was registered, with the secret of an app that has one: it is shown this once. */
export interface Registered {
  readonly id: string
  readonly secret: string | undefined
}

const REDIRECTS_MAX = 10
const SCOPES_MAX = 50

/** Registers an app. It cannot be used until somebody else has confirmed it. Run it in turn. */
export async function registerApp(
  tx: Tx,
  officer: WorkerActor,
  app: NewApp,
  newSecret: () => string,
): Promise<Outcome<Registered, RegisterAppProblem>> {
  if (!isAppOfficer(officer) || officer.teamId === undefined) return refused('app.notYours')
  const wrong = problemOf(app)
  if (wrong !== undefined) return refused(wrong)
  await holdAlone(tx, `app ${app.client}`)
  const taken = await tx.db
    .selectFrom('appNow')
    .select('id')
    .where('client', '=', app.client)
    .where('isClosed', '=', false)
    .executeTakeFirst()
  if (taken !== undefined) return refused('app.clientTaken')
  const id = tx.newId()
  const secret = app.kind === 'secret' ? newSecret() : undefined
  await tx.db
    .insertInto('app')
    .values({
      id,
      client: app.client,
      name: app.name,
      organisationId: app.organisationId,
      kind: app.kind,
      redirectUris: [...app.redirectUris],
      launchUrl: app.launchUrl ?? null,
      scopes: [...app.scopes],
      jwks: app.jwks === undefined ? null : JSON.stringify(app.jwks),
      jwksUrl: app.jwksUrl ?? null,
      secretHash: secret === undefined ? null : hashOfSecret(secret),
      ownerTeamId: officer.teamId,
      registeredBy: officer.accountId,
      registeredAt: tx.now,
    })
    .execute()
  return done({ id, secret })
}

function problemOf({
  client,
  kind,
  redirectUris,
  launchUrl,
  scopes,
  jwks,
  jwksUrl,
}: NewApp): RegisterAppProblem | undefined {
  if (!isClientName(client)) return 'app.clientWrong'
  const isSystem = kind === 'system'
  const few = isSystem ? redirectUris.length === 0 : redirectUris.length > 0 && redirectUris.length <= REDIRECTS_MAX
  if (!few || !redirectUris.every(isRedirectAddress)) return 'app.redirectWrong'
  if (launchUrl !== undefined && (isSystem || !isWebAddress(launchUrl))) return 'app.launchWrong'
  const understood = scopesIn(scopes)
  const isAll = understood.length === scopes.length && scopes.length > 0 && scopes.length <= SCOPES_MAX
  if (!isAll || understood.some(({ level }) => (level === 'system') !== isSystem)) return 'app.scopesWrong'
  const needsKeys = kind === 'key' || isSystem
  const has = [jwks, jwksUrl].filter(one => one !== undefined).length
  if (has !== (needsKeys ? 1 : 0)) return 'app.keysWrong'
  if (jwks !== undefined && !isPublicKeys(jwks)) return 'app.keysWrong'
  return jwksUrl === undefined || isWebAddress(jwksUrl) ? undefined : 'app.keysWrong'
}
