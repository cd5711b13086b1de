import { readConfig, sayFault } from '#config'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { findEmbedded } from '#ground/db/embedded/start.ts'
import { openStore, transaction } from '#ground/db/store.ts'
import { sayIn } from '#ground/language/say.ts'
import { restandardise } from '#record/person/identify/restandardise.ts'
import { modelInForce } from '#record/person/model/in-force.ts'
import { relink } from '#record/person/relink/relink.ts'

const say = sayIn('en')
process.exitCode = await run()

/** `npm run relink`: looks at all records of the region by the model in force, after a first load or a new model. */
async function run(): Promise<number> {
  const config = readConfig()
  if (!config.ok) return refuse(config.problem.map(fault => sayFault(say, fault)).join('\n'))
  const { DATABASE_URL, DATA_DIR } = config.value
  const url = DATABASE_URL ?? findEmbedded(DATA_DIR)
  if (url === undefined) return refuse(say('seal.notRunning', { folder: DATA_DIR }))
  const store = openStore(url, { clock: machineClock, chance: machineChance })
  try {
    await restandardise(store)
    const { matcher } = await transaction(store, modelInForce)
    const { records, linked, asked, doubted } = await relink(store, matcher)
    console.log(say('relink.done', { records, linked, asked, doubted, model: matcher.model.version }))
    return 0
  } finally {
    await store.close()
  }
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}
