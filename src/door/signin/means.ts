import type { Config } from '#config'
import type { Store } from '#ground/db/store.ts'
import type { IdentityProvider } from './client.ts'

/** What the routes of this door need. */
export interface SigninMeans {
  readonly store: Store
  readonly config: Config
  readonly provider: IdentityProvider
  /** The origin people reach us at. */
  origin(): string
}
