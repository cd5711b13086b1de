import { OTHER_SCOPES } from '#work/app/ask.ts'
import { SMART, type SmartMeans } from './means.ts'

/** What an app may count on, as SMART names it. Source: SMART App Launch 2.2, conformance. */
const CAPABILITIES = [
  'launch-ehr',
  'launch-standalone',
  'client-public',
  'client-confidential-symmetric',
  'client-confidential-asymmetric',
  'sso-openid-connect',
  'context-banner',
  'context-ehr-patient',
  'context-standalone-patient',
  'permission-offline',
  'permission-online',
  'permission-patient',
  'permission-user',
  'permission-v1',
  'permission-v2',
]

/** Where and how an app asks to be let in. */
export function smartConfiguration({ origin }: SmartMeans) {
  const here = `${origin()}${SMART}`
  return {
    issuer: here,
    jwks_uri: `${here}/keys`,
    authorization_endpoint: `${here}/authorize`,
    token_endpoint: `${here}/token`,
    introspection_endpoint: `${here}/introspect`,
    revocation_endpoint: `${here}/revoke`,
    management_endpoint: `${origin()}/my-apps`,
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384', 'RS256', 'ES256', 'PS256', 'PS384'],
    scopes_supported: [...OTHER_SCOPES, 'patient/*.rs', 'user/*.cruds', 'system/*.cruds'],
    capabilities: CAPABILITIES,
  }
}
