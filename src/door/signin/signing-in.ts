import type { Tx } from '#ground/db/store.ts'
import { hashOf } from './secret.ts'

/** How long somebody may take at the identity provider. */
export const SIGNING_IN_MINUTES = 10

/** A visit to the identity provider that has not come back yet. */
export interface SigningIn {
  /** Held by the browser and repeated by the provider: both must be there when it comes back. */
  readonly state: string
  /** Repeated in the ID token, which binds the token to this visit. */
  readonly nonce: string
  /** PKCE: only who began the visit can redeem its code. Source: RFC 7636. */
  readonly codeVerifier: string
  /** The page of ours to show afterwards. */
  readonly returnTo: string
}

/** Keeps a visit to the provider until it comes back. What only the browser holds is kept as a hash. */
export async function keepSigningIn(tx: Tx, visit: SigningIn): Promise<void> {
  const { nonce, codeVerifier, returnTo } = visit
  const row = { stateHash: hashOf(visit.state), nonce, codeVerifier, returnTo, startedAt: tx.now }
  await tx.db.insertInto('signingIn').values(row).execute()
}

/** Takes the visit, so that it is used once. Undefined when it was taken before, is too old, or never was. */
export async function takeSigningIn(tx: Tx, state: string): Promise<SigningIn | undefined> {
  const row = await tx.db
    .deleteFrom('signingIn')
    .where('stateHash', '=', hashOf(state))
    .returning(['nonce', 'codeVerifier', 'returnTo', 'startedAt'])
    .executeTakeFirst()
  if (row === undefined || row.startedAt <= oldestSigningIn(tx.now)) return undefined
  const { nonce, codeVerifier, returnTo } = row
  return { state, nonce, codeVerifier, returnTo }
}

/** A visit begun at this moment or before is over. */
export function oldestSigningIn(now: Date): Date {
  return new Date(now.getTime() - SIGNING_IN_MINUTES * 60_000)
}
