import { join } from 'node:path'
import { readConfig, sayFault } from '#config'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { findEmbedded } from '#ground/db/embedded/start.ts'
import { openOwnerStore } from '#ground/db/store.ts'
import { sayIn } from '#ground/language/say.ts'
import { type Told, trailAct } from './trail-act.ts'

const say = sayIn('en')
const { lines, ok } = await trail(process.argv.slice(2))
for (const line of lines) (ok ? console.log : console.error)(line)
process.exitCode = ok ? 0 : 1

/** `npm run trail -- ACT ...`: what whoever runs Cydofal does with the trail, as the owner of the database. */
async function trail(args: readonly string[]): Promise<Told> {
  const config = readConfig()
  if (!config.ok) return { ok: false, lines: config.problem.map(fault => sayFault(say, fault)) }
  const { DATABASE_URL, DATA_DIR, TRAIL_KEY_FILE } = config.value
  const url = DATABASE_URL ?? findEmbedded(DATA_DIR)
  if (url === undefined) return { ok: false, lines: [say('seal.notRunning', { folder: DATA_DIR })] }
  const store = openOwnerStore(url, { clock: machineClock, chance: machineChance })
  try {
    return await trailAct({ store, say, keyFile: TRAIL_KEY_FILE ?? join(DATA_DIR, 'trail-key') }, args)
  } finally {
    await store.close()
  }
}
