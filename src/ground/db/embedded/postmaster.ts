import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, isNumberTaken } from '#ground/alive.ts'
import type { DataFolder } from './folder.ts'
import { beginLog, type LogPart } from './log.ts'
import type { Server } from './server.ts'
import { settingsFor } from './settings.ts'

/** The process that is the server: all others of it are its children and end with it. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

const STOP_FAST_SECONDS_MAX = 30
const STOP_AT_ONCE_SECONDS_MAX = 10
const LOOK_MS = 20

/** The server that runs on this data folder now; undefined when none does, whatever a file left over says. */
export function findPostmaster(folder: DataFolder): Postmaster | undefined {
  const left = readPidFile(folder)
  return left && isAlive(left.pid) && isServerOf(folder, left.pid) ? left : undefined
}

/** Whether the last server on this data folder ended without closing it. Only to be asked when none runs. */
export function wasCutOff(folder: DataFolder): boolean {
  return existsSync(pidFile(folder))
}

/** Starts a server. Answers at once; whether it will answer, and on which port it failed if not, is told by the log. */
export function launchPostmaster(server: Server, port: number): Postmaster & { log: LogPart } {
  const { folder, binaries, runner } = server
  clearTakenNumber(folder)
  const log = beginLog(folder, runner)
  const { program, args, as } = runner.command(binaries.postgres, ['-D', folder.cluster, ...settingsFor(port)])
  const child = spawn(program, args, {
    ...as,
    cwd: '/',
    env: binaries.env,
    stdio: ['ignore', log.file, log.file],
    // A session of its own: Ctrl-C in the terminal must reach us alone, or the database would go before its users.
    detached: true,
    windowsHide: true,
  })
  // A program that cannot be spawned has no number; 0 would be ourselves, so one that no process has.
  child.on('error', () => {})
  child.unref()
  return { pid: child.pid ?? NO_PROCESS, port, log }
}

/**
 * Stops it: connections are ended, everything is written, nothing is left to recover. If that takes more than 30
 * seconds it ends as after a power cut, which loses nothing either but takes time at the next start.
 */
export async function shutDown({ folder, binaries }: Server, { pid }: Postmaster): Promise<void> {
  for (const way of [FAST, AT_ONCE]) {
    if (!isAlive(pid)) return
    if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', folder.cluster, '-m', way.mode])
    else signal(pid, way.signal)
    if (await isGoneWithin(pid, way.seconds)) return
  }
  throw new Error(`the database, process ${pid}, did not stop`)
}

const FAST = { signal: 'SIGINT', mode: 'fast', seconds: STOP_FAST_SECONDS_MAX } as const
const AT_ONCE = { signal: 'SIGQUIT', mode: 'immediate', seconds: STOP_AT_ONCE_SECONDS_MAX } as const

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Above the highest process number that Linux, macOS or Windows gives out. */
const NO_PROCESS = 2 ** 30

async function isGoneWithin(pid: number, seconds: number): Promise<boolean> {
  for (let looks = (seconds * 1000) / LOOK_MS; looks > 0; looks--) {
    if (!isAlive(pid)) return true
    await sleep(LOOK_MS)
  }
  return !isAlive(pid)
}

/**
 * postmaster.pid, one fact a line: process, data folder, time of start, port, then matters of the operating system.
 * Source: PostgreSQL 18 documentation, "Database File Layout", and src/include/utils/pidfile.h.
 */
function readPidFile(folder: DataFolder): Postmaster | undefined {
  try {
    const lines = readFileSync(pidFile(folder), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 0 && port > 0 ? { pid, port } : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function pidFile(folder: DataFolder): string {
  return join(folder.cluster, 'postmaster.pid')
}

/** Whether the process is one we started on this folder, and not another that was given the same number after it died. */
function isServerOf(folder: DataFolder, pid: number): boolean {
  return commandLine(pid)?.includes(`-D ${folder.cluster} -c `) ?? true
}

/** Undefined where the system does not tell. */
function commandLine(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    if (process.platform === 'win32') return undefined
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return undefined
  }
}

/**
 * PostgreSQL clears away a file left by a process whose number is free, but not when the number belongs to another
 * process of the same account by now, as it often does after a container was started anew, or is not freed yet.
 */
function clearTakenNumber(folder: DataFolder): void {
  const left = readPidFile(folder)
  if (left && isNumberTaken(left.pid) && !findPostmaster(folder)) rmSync(pidFile(folder))
}
