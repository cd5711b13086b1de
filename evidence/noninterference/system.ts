import { type Store, transaction } from '#ground/db/store.ts'
import { letInLandlord, letInLandlordsClient } from '#work/telling/test-partner.ts'

/** A system that asks for itself: that of Mair's landlord, by the client of its tokens. */
export const SYSTEM = 'gwennol'

/** Lets it in to ask, and for the housing officers there: so that it reads what agreements open to them. */
export async function letInSystem(store: Store): Promise<void> {
  const settings = { client: SYSTEM }
  await transaction(store, async tx => {
    await letInLandlordsClient(tx, SYSTEM)
    await letInLandlord(tx, { carrier: 'https', address: 'https://gwennol.example/hooks/', settings })
  })
}
