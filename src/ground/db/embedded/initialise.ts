import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '#ground/alive.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { hasLessThan, onDisk } from './folder.ts'
import { beginLog, type LogPart, lastLines } from './log.ts'
import type { EmbeddedProblem } from './problem.ts'
import { giveTo } from './runner.ts'
import type { Server } from './server.ts'

/**
 * Makes an empty cluster: UTF-8, sorted by code point the same on every machine (Welsh order is a collation of the
 * queries that show names), checksums on every page, passwords hashed. It is made aside and then renamed, so a start
 * that was killed leaves nothing that looks like a cluster.
 */
export async function initialise(server: Server): Promise<Outcome<undefined, EmbeddedProblem>> {
  const { folder, runner } = server
  if (hasLessThan(CLUSTER_BYTES, folder.path)) return refused({ code: 'diskFull', folder: folder.path })
  const aside = join(folder.path, `${ASIDE}${process.pid}`)
  const passwordFile = join(aside, 'password')
  const cluster = join(aside, 'cluster')
  const prepared = onDisk(folder.path, () => {
    clearAside(folder.path)
    mkdirSync(aside, { mode: 0o700 })
    writeFileSync(passwordFile, server.password, { mode: 0o600 })
    giveTo(runner, aside)
    return beginLog(folder, runner)
  })
  if (!prepared.ok) return prepared

  const ran = await runInitdb(server, { cluster, passwordFile, log: prepared.value })
  const placed = ran.ok ? onDisk(folder.path, () => place(cluster, folder.cluster)) : ran
  rmSync(aside, { recursive: true, force: true })
  return placed
}

/** An empty cluster has 40 MB; asked for beforehand, because a making that fails clears its traces away. */
const CLUSTER_BYTES = 60_000_000
const LEFT_BYTES_MIN = 1_000_000
const ASIDE = 'postgres.new-'

/** Left by starts that were killed; those of a start that still runs are its own. */
function clearAside(folder: string): void {
  for (const name of readdirSync(folder).filter(one => one.startsWith(ASIDE))) {
    const pid = Number(name.slice(ASIDE.length))
    if (pid === process.pid || !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

async function runInitdb(
  server: Server,
  { cluster, passwordFile, log }: { cluster: string; passwordFile: string; log: LogPart },
): Promise<Outcome<undefined, EmbeddedProblem>> {
  const { binaries, runner } = server
  const { program, args, as } = runner.command(binaries.initdb, [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ])
  const child = spawn(program, args, { ...as, cwd: '/', env: binaries.env, stdio: ['ignore', log.file, log.file] })
  const code = await new Promise(resolve => child.on('exit', resolve).on('error', resolve))
  const text = log.text()
  log.close()
  return code === 0 ? done(undefined) : refused(whyNot(server, text))
}

/** What a PostgreSQL program's last words mean for the person who starts Cydofal. On a full disk it may have none. */
export function whyNot({ folder }: Server, text: string): EmbeddedProblem {
  if (/No space left on device|Disk quota exceeded/.test(text) || hasLessThan(LEFT_BYTES_MIN, folder.path)) {
    return { code: 'diskFull', folder: folder.path }
  }
  return { code: 'databaseDidNotStart', log: folder.log, lastLines: lastLines(text) }
}

function place(made: string, cluster: string): undefined {
  // Another start may have been quicker; then its cluster stands, and it has the same password.
  if (!existsSync(cluster)) renameSync(made, cluster)
}
