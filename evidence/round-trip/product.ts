import { type Claims, type TestIssuer, testIssuer } from '#door/fhir/test-issuer.ts'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { migrate } from '#ground/db/migrate.ts'
import { learnSizes, openStore, transaction } from '#ground/db/store.ts'
import { plantRegion } from '#seed/plant.ts'
import { startProduct, withDatabase } from '../own-process.ts'
import { type FhirDoor, fhirDoor } from './fhir-door.ts'

/** A system of the invented region that was let in, and may write. */
const SYSTEM = 'cyfeirio-llanfeilir'

/**
 * Runs `work` with the FHIR door of the product, which runs as people run it, in a process of its own, on a database that is
 * thrown away, with the invented region in it. No profiles are
 * turned on: this is about what is lost, and what is refused by a profile was never taken.
 */
export async function withProduct<Value>(work: (door: FhirDoor) => Promise<Value>): Promise<Value> {
  const issuer = await testIssuer()
  try {
    return await withDatabase(async url => {
      await migrate(url)
      const store = openStore(url, { clock: machineClock, chance: machineChance })
      await transaction(store, plantRegion)
      await store.close()
      await learnSizes(url)
      console.log('Starting the product ...')
      const product = await startProduct({ DATABASE_URL: url, PORT: '0', MLLP_PORT: '0', ...settingsOf(issuer) })
      try {
        return await work(fhirDoor(`${product.url}/fhir`, issuer.token(claimsOfSystem(issuer))))
      } finally {
        await product.stop()
      }
    })
  } finally {
    await issuer.stop()
  }
}

/** What the token says of the system that sends: that it may do everything there is to do. */
export function claimsOfSystem(issuer: TestIssuer): Claims {
  return { ...issuer.claims(SYSTEM, machineClock.now()), client_id: SYSTEM, scope: 'system/*.cruds' }
}

/** Settings of a region whose apps' tokens are somebody else's. */
export function settingsOf({ issuer, audience }: { readonly issuer: string; readonly audience: string }) {
  return {
    SEED: 'none',
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'conformance',
    OIDC_CLIENT_SECRET: 'conformance',
    FHIR_ISSUER: issuer,
    FHIR_AUDIENCE: audience,
  }
}
