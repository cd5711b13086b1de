import { readConfig, sayFault } from '#config'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { findEmbedded } from '#ground/db/embedded/start.ts'
import { openStore } from '#ground/db/store.ts'
import { sayIn } from '#ground/language/say.ts'
import { restandardise } from '#record/person/identify/restandardise.ts'
import { LEARNT_FROM_MIN, learnModel } from '#record/person/model/learn.ts'

const say = sayIn('en')
process.exitCode = await run()

/** `node run.mjs learn`: learns a model from all records of the region, and tries it without linking anybody. */
async function run(): Promise<number> {
  const config = readConfig()
  if (!config.ok) return refuse(config.problem.map(fault => sayFault(say, fault)).join('\n'))
  const { DATABASE_URL, DATA_DIR } = config.value
  const url = DATABASE_URL ?? findEmbedded(DATA_DIR)
  if (url === undefined) return refuse(say('seal.notRunning', { folder: DATA_DIR }))
  const store = openStore(url, { clock: machineClock, chance: machineChance })
  try {
    await restandardise(store)
    const learnt = await learnModel(store, { by: 'program' })
    if (learnt === undefined) return refuse(say('learn.tooFew', { count: LEARNT_FROM_MIN }))
    console.log(say('learn.done', { records: learnt.records, version: learnt.version }))
    return 0
  } finally {
    await store.close()
  }
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}
