import { readConfig } from '#config'
import { receiveFrame } from '#door/feeds/hl7/receive.ts'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { openStore, type Store } from '#ground/db/store.ts'
import { newSigningKey } from '#ground/signing-key.ts'
import { newTokenKey } from '#ground/token-keys.ts'
import { freshDatabase } from '#test/database.ts'
import { asSent } from '#test/kit.ts'
import { serve } from '../../src/serve.ts'

/** The product with the invented region in it, as `npm start` gives it. */
export interface RunningProduct {
  readonly url: string
  readonly store: Store
  /** Receives a message of `seed/region/messages`, or one in full. */
  send(message: string): Promise<string>
  stop(): Promise<void>
}

/** Starts the product for one journey file, on free ports. */
export async function product(): Promise<RunningProduct> {
  const database = await freshDatabase('region')
  const store = openStore(database.url, { clock: machineClock, chance: machineChance })
  const config = readConfig({ PORT: '0', MLLP_PORT: '0', SEED: 'demo' })
  if (!config.ok) throw new Error('the settings of the journeys are wrong')
  const keys = { trailKey: newSigningKey(machineChance), tokenKeys: [newTokenKey()] }
  const serving = await serve(config.value, store, database.url, keys)
  if (!serving.ok) throw new Error(`the product does not start: ${serving.problem.code}`)
  return {
    url: serving.value.url,
    store,
    send: async message => String(await receiveFrame(store, Buffer.from(asSent(message)), '127.0.0.1')),
    stop: async () => {
      await serving.value.stop()
      await store.close()
      await database.drop()
    },
  }
}
