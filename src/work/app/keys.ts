import { createPublicKey, type JsonWebKey } from 'node:crypto'

const KEYS_MAX = 10
/** What a private or a shared key has, and a public one has not. */
const SECRET_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']

/** Whether a JSON Web Key Set holds a few keys that are public, of a kind that may sign, and nothing else. Source: RFC 7517. */
export function isPublicKeys(jwks: object): boolean {
  const { keys } = jwks as { keys?: unknown }
  return Array.isArray(keys) && keys.length > 0 && keys.length <= KEYS_MAX && keys.every(isPublicKey)
}

function isPublicKey(key: unknown): boolean {
  if (typeof key !== 'object' || key === null || SECRET_MEMBERS.some(member => member in key)) return false
  const { kty } = key as JsonWebKey
  if (kty !== 'RSA' && kty !== 'EC') return false
  try {
    const { asymmetricKeyDetails } = createPublicKey({ key: key as JsonWebKey, format: 'jwk' })
    return kty === 'EC' || (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
  } catch {
    return false
  }
}
