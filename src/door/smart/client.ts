import type { ClientMetadata, JWKS } from 'oidc-provider'
import type { App } from '#work/app/app.ts'

const PROOF = {
  public: 'none',
  secret: 'client_secret_basic',
  key: 'private_key_jwt',
  system: 'private_key_jwt',
} as const

/** An app as the library knows a client. In the place of a secret stands its hash (`provider.ts` compares by it). */
export function clientOf({ client, name, kind, redirectUris, jwks, jwksUrl, secretHash }: App): ClientMetadata {
  const isSystem = kind === 'system'
  return {
    client_id: client,
    client_name: name,
    application_type: redirectUris.every(uri => /^https?:/.test(uri)) ? 'web' : 'native',
    redirect_uris: [...redirectUris],
    grant_types: isSystem ? ['client_credentials'] : ['authorization_code', 'refresh_token'],
    response_types: isSystem ? [] : ['code'],
    token_endpoint_auth_method: PROOF[kind],
    id_token_signed_response_alg: 'RS256',
    ...(jwks && { jwks: jwks as JWKS }),
    ...(jwksUrl && { jwks_uri: jwksUrl }),
    ...(secretHash && { client_secret: secretHash }),
  }
}
