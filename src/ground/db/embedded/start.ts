import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Chance, machineChance } from '#ground/chance.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { findBinaries } from './binaries.ts'
import { dataFolder, openFolder } from './folder.ts'
import { initialise } from './initialise.ts'
import { keepRunning } from './keep.ts'
import { keepPassword } from './password.ts'
import { findPostmaster, wasCutOff } from './postmaster.ts'
import { addressOf, claim, prepareDatabase } from './prepare.ts'
import type { EmbeddedProblem, EmbeddedProgress } from './problem.ts'
import { raise } from './raise.ts'
import { chooseRunner, giveTo } from './runner.ts'
import type { Server } from './server.ts'

/** The running server. */
export interface Embedded {
  /** What the application connects to: a database of its own, as an account without rights beyond it. Stays the same. */
  readonly url: string
  /** Whether the server was left running by a Cydofal that was killed. */
  readonly adopted: boolean
  /** Stops the server, adopted or not; resolves when its process has ended. Close the application's connections first. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with Cydofal on a data folder, made where there is none, for this process alone.
 * It listens on 127.0.0.1 on a free port, writes `postgres.log` in the folder, survives the kill of this process and
 * is then adopted by the next start; if it dies itself it is started again. Refusals leave nothing running.
 */
export async function startEmbedded({
  folder,
  say,
  chance = machineChance,
}: {
  folder: string
  say: (progress: EmbeddedProgress) => void
  chance?: Chance
}): Promise<Outcome<Embedded, EmbeddedProblem>> {
  const opened = openServer(folder, say, chance)
  if (!opened.ok) return opened
  const server = opened.value
  const made = await makeCluster(server)
  if (!made.ok) return made

  if (!findPostmaster(server.folder)) say(wasCutOff(server.folder) ? 'databaseRecovering' : 'databaseStarting')
  const raised = await raise(server)
  if (!raised.ok) return raised
  const { session, postmaster, adopted } = raised.value
  if (!(await claim(session))) {
    await session.end()
    return refused({ code: 'anotherCydofal', folder: server.folder.path })
  }

  if (adopted) say('databaseAdopted')
  const stop = keepRunning(server, raised.value)
  const prepared = await prepareDatabase(server, session)
  if (!prepared.ok) {
    await stop()
    return prepared
  }
  return done({ url: addressOf(postmaster.port, server.password), adopted, stop })
}

/**
 * The address of the server that runs on this data folder, for a command that works beside a running Cydofal.
 * Undefined when none runs; none is started.
 */
export function findEmbedded(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined
  const data = dataFolder(folder)
  const running = findPostmaster(data)
  return running && addressOf(running.port, readFileSync(data.password, 'utf8'))
}

function openServer(
  path: string,
  say: (progress: EmbeddedProgress) => void,
  chance: Chance,
): Outcome<Server, EmbeddedProblem> {
  const folder = openFolder(path)
  if (!folder.ok) return folder
  const binaries = findBinaries(folder.value)
  if (!binaries.ok) return binaries
  const runner = chooseRunner(folder.value, binaries.value)
  if (!runner.ok) return runner
  const password = keepPassword(folder.value, chance)
  if (!password.ok) return password
  giveTo(runner.value, folder.value.password)
  return done({
    folder: folder.value,
    binaries: binaries.value,
    runner: runner.value,
    password: password.value,
    say,
  })
}

async function makeCluster(server: Server): Promise<Outcome<undefined, EmbeddedProblem>> {
  const { folder, binaries } = server
  if (!existsSync(folder.cluster)) {
    server.say('databaseCreating')
    return initialise(server)
  }
  const found = readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === binaries.major) return done(undefined)
  return refused({ code: 'databaseOtherVersion', folder: folder.path, found, ours: binaries.major })
}
