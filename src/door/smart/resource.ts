import { type Client, errors, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider'
import { askable } from '#work/app/ask.ts'
import { LOOK_MINUTES } from '#work/app/grant.ts'
import { findOpenApp } from '#work/app/read.ts'
import { fhirBase, type SmartMeans } from './means.ts'

/** How long a token holds that can be followed by another, seconds. */
const TOKEN_SECONDS = 15 * 60

/** Every app says for whom its token is to be, and there is one such place. Source: SMART App Launch 2.2, `aud`. */
export function checkAudience(means: SmartMeans) {
  return async (_ctx: KoaContextWithOIDC, aud: string | undefined): Promise<void> => {
    if (aud?.replace(/\/$/, '') !== fhirBase(means)) throw new errors.InvalidRequest('aud must be the base of /fhir')
  }
}

/** An app that says it was opened from here says by which way. */
export async function checkLaunch({ oidc }: KoaContextWithOIDC, launch: string | undefined): Promise<void> {
  if (oidc.requestParamScopes.has('launch') && launch === undefined)
    throw new errors.InvalidRequest('the scope launch needs the parameter launch')
}

/**
 * What tokens there may be for /fhir: as much as an app asks of what it may ask, and of a grant no more than that says. The
 * library gives nothing that is not in here.
 */
export function resourceServer(means: SmartMeans) {
  return async ({ oidc }: KoaContextWithOIDC, resource: string, client: Client): Promise<ResourceServer> => {
    if (resource !== fhirBase(means)) throw new errors.InvalidTarget()
    const app = await findOpenApp(means.store, client.clientId)
    if (app === undefined) throw new errors.InvalidTarget()
    const granted = oidc.entities.Grant?.getResourceScope(resource)
    const scopes = askable(app, (granted || String(oidc.params?.scope ?? '')).split(' '))
    if (app.kind === 'system' && scopes.length === 0) throw new errors.InvalidScope('nothing that may be given', '')
    const isFollowed = scopes.includes('offline_access') || scopes.includes('online_access')
    return {
      audience: resource,
      scope: scopes.join(' '),
      accessTokenFormat: 'opaque',
      accessTokenTTL: isFollowed ? TOKEN_SECONDS : LOOK_MINUTES * 60,
    } as ResourceServer
  }
}
