import type { Store, Tx } from '#ground/db/store.ts'
import type { TokenKey } from '#ground/token-keys.ts'

/** What this door needs of the rest. */
export interface SmartMeans {
  readonly store: Store
  /** The origin people reach the product at. Known once the server listens. */
  origin(): string
  /** The keys that sign who somebody is; the first signs. */
  readonly keys: readonly TokenKey[]
  /** Whether keys of apps may be fetched from this machine, as they are in the demo. */
  readonly isDemo: boolean
  /** Whether somebody may still act in this way: the account is there, and holds the post. */
  mayAct(tx: Tx, named: { readonly subject: string; readonly postId: string | undefined }): Promise<boolean>
  failed(fault: unknown): void
}

/** The path that this door is at; its issuer is the origin with it. */
export const SMART = '/smart'

/** By what name the tokens of apps call us: the base of /fhir (`aud`). */
export function fhirBase({ origin }: Pick<SmartMeans, 'origin'>): string {
  return `${origin()}/fhir`
}
