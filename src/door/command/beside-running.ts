import { readConfig, sayFault } from '#config'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { findEmbedded } from '#ground/db/embedded/start.ts'
import { openStore, type Store } from '#ground/db/store.ts'
import type { Say } from '#ground/language/say.ts'

/** What a command has to say in the end, and whether it did what it was asked. */
export interface Told {
  readonly ok: boolean
  readonly text: string
}

/**
 * Runs a command on the database of a Cydofal that runs, with the rights of the running program. Prints what it tells,
 * or why nothing could be done, and sets the exit code.
 */
export async function besideRunning(say: Say, work: (store: Store) => Promise<Told>): Promise<void> {
  const { ok, text } = await tell(say, work)
  if (ok) console.log(text)
  else console.error(text)
  process.exitCode = ok ? 0 : 1
}

async function tell(say: Say, work: (store: Store) => Promise<Told>): Promise<Told> {
  const config = readConfig()
  if (!config.ok) return { ok: false, text: config.problem.map(fault => sayFault(say, fault)).join('\n') }
  const { DATABASE_URL, DATA_DIR } = config.value
  const url = DATABASE_URL ?? findEmbedded(DATA_DIR)
  if (url === undefined) return { ok: false, text: say('seal.notRunning', { folder: DATA_DIR }) }
  const store = openStore(url, { clock: machineClock, chance: machineChance })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
