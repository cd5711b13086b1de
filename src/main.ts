import { type Config, readConfig } from '#config'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { tryAppRole } from '#ground/db/app-role.ts'
import { startEmbedded } from '#ground/db/embedded/start.ts'
import { migrate } from '#ground/db/migrate.ts'
import { reachDatabase } from '#ground/db/reach.ts'
import { learnSizes, openStore, type Store, transaction } from '#ground/db/store.ts'
import { sayIn } from '#ground/language/say.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import { onStop } from '#ground/stop.ts'
import { isEmpty, plantRegion } from '#seed/plant.ts'
import { keepDaily } from './daily.ts'
import { serve } from './serve.ts'
import { type StartProblem, sayProblem } from './start-problem.ts'
import { openTokenKeys } from './token-keys.ts'
import { openTrailKey } from './trail-key.ts'

const say = sayIn('en')

const started = await start()
if (!started.ok) {
  console.error(sayProblem(say, started.problem))
  process.exit(1)
}
console.log(say('start.ready', { url: started.value }))

/** From settings to open doors; each step is undone in turn when we are told to stop. */
async function start(): Promise<Outcome<string, StartProblem>> {
  const config = readConfig()
  if (!config.ok) return { ok: false, problem: { code: 'settingsWrong', faults: config.problem } }
  const undo: (() => Promise<void>)[] = []
  const stopAll = async () => {
    for (const step of undo.reverse()) await step()
  }
  onStop(async () => {
    console.log(say('start.stopping'))
    await stopAll()
    console.log(say('start.stopped'))
  })
  const opened = await openEverything(config.value, undo)
  if (!opened.ok) await stopAll()
  return opened
}

async function openEverything(config: Config, undo: (() => Promise<void>)[]): Promise<Outcome<string, StartProblem>> {
  const opening = openDatabase(config)
  // Told to stop in the middle of it, we wait for the database and stop it again, or it would be left running.
  undo.push(async () => {
    const opened = await opening
    if (opened.ok) await opened.value.stop()
  })
  const database = await opening
  if (!database.ok) return database
  const { url } = database.value
  const migrated = await migrate(url)
  if (!migrated.ok) return migrated
  const entered = await tryAppRole(url)
  if (!entered.ok) return entered
  const store = openStore(url, { clock: machineClock, chance: machineChance })
  undo.push(() => store.close())
  if (config.SEED === 'demo') await plantIfEmpty(store, url)
  const trailKey = await openTrailKey(config, store, machineChance)
  if (!trailKey.ok) return trailKey
  const tokenKeys = openTokenKeys(config)
  if (!tokenKeys.ok) return tokenKeys
  const keys = { trailKey: trailKey.value, tokenKeys: tokenKeys.value }
  const serving = await serve(config, store, url, keys)
  if (!serving.ok) return serving
  undo.push(() => serving.value.stop())
  const daily = keepDaily(store, fault => console.error(fault))
  undo.push(() => daily.stop())
  const { mllpPort, mllpTlsPort } = serving.value
  console.log(say('start.listening', { port: mllpPort }))
  if (mllpTlsPort !== undefined) console.log(say('start.listeningTls', { port: mllpTlsPort }))
  return done(serving.value.url)
}

async function openDatabase(config: Config): Promise<Outcome<{ url: string; stop(): Promise<void> }, StartProblem>> {
  const named = config.DATABASE_URL
  if (named === undefined) {
    return startEmbedded({ folder: config.DATA_DIR, say: progress => console.log(say.plain(`start.${progress}`)) })
  }
  const reached = await reachDatabase(named)
  return reached.ok ? done({ url: named, stop: async () => {} }) : reached
}

async function plantIfEmpty(store: Store, url: string): Promise<void> {
  if (!(await transaction(store, isEmpty))) return
  console.log(say('start.planting'))
  await transaction(store, plantRegion)
  await learnSizes(url)
}
