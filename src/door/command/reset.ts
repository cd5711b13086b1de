import { existsSync, rmSync } from 'node:fs'
import { readConfig, sayFault } from '#config'
import { dataFolder } from '#ground/db/embedded/folder.ts'
import { findPostmaster } from '#ground/db/embedded/postmaster.ts'
import { sayIn } from '#ground/language/say.ts'

const say = sayIn('en')
process.exitCode = reset()

/** `npm run reset`: throws away the embedded database, so that the next start plants the region anew. */
function reset(): number {
  const config = readConfig()
  if (!config.ok) return refuse(config.problem.map(fault => sayFault(say, fault)).join('\n'))
  if (config.value.DATABASE_URL !== undefined) return refuse(say('feed.resetNotOurs'))
  if (existsSync(config.value.DATA_DIR)) {
    const folder = dataFolder(config.value.DATA_DIR)
    if (findPostmaster(folder)) return refuse(say('feed.resetRunning', { folder: folder.path }))
    // Only what is ours: the folder may hold something else.
    for (const name of [folder.cluster, folder.log, folder.password, folder.trailKey])
      rmSync(name, { recursive: true, force: true })
  }
  console.log(say('feed.resetDone'))
  return 0
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}
