import { readConfig } from '#config'
import { receiveFrame } from '#door/feeds/hl7/receive.ts'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { openStore, type Store } from '#ground/db/store.ts'
import { newSigningKey } from '#ground/signing-key.ts'
import { newTokenKey } from '#ground/token-keys.ts'
import { freshDatabase } from '#test/database.ts'
import { asSent } from '#test/kit.ts'
import { type Serving, serve } from '../../src/serve.ts'

/** The product with the invented region in it, as `npm start` gives it. */
export interface RunningProduct {
  readonly url: string
  readonly store: Store
  /** Receives a message of `seed/region/messages`, or one in full. */
  send(message: string): Promise<string>
  /** Ends it and starts it anew, at the same address and over the same database: nothing is left but what was written down. */
  startAnew(): Promise<void>
  stop(): Promise<void>
}

/** Starts the product for one journey file, on free ports. */
export async function product(): Promise<RunningProduct> {
  const database = await freshDatabase('region')
  const store = openStore(database.url, { clock: machineClock, chance: machineChance })
  const keys = { trailKey: newSigningKey(machineChance), tokenKeys: [newTokenKey()] }
  const start = async (port: string): Promise<Serving> => {
    const config = readConfig({ PORT: port, MLLP_PORT: '0', SEED: 'demo' })
    if (!config.ok) throw new Error('the settings of the journeys are wrong')
    const serving = await serve(config.value, store, database.url, keys)
    if (!serving.ok) throw new Error(`the product does not start: ${serving.problem.code}`)
    return serving.value
  }
  let serving = await start('0')
  return {
    url: serving.url,
    store,
    startAnew: async () => {
      const { port } = new URL(serving.url)
      await serving.stop()
      serving = await start(port)
    },
    send: async message => String(await receiveFrame(store, Buffer.from(asSent(message)), '127.0.0.1')),
    stop: async () => {
      await serving.stop()
      await store.close()
      await database.drop()
    },
  }
}
