import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataFolder } from '#ground/db/embedded/folder.ts'
import { findPostmaster } from '#ground/db/embedded/postmaster.ts'
import { APPLICATION } from '#ground/db/embedded/prepare.ts'
import { findEmbedded } from '#ground/db/embedded/start.ts'
import { type Product, startProduct } from '../own-process.ts'
import type { Change } from '../sow.ts'

/** What is killed. */
export const VICTIMS = ['the application', 'the database', 'both'] as const
export type Victim = (typeof VICTIMS)[number]

/** The product as people run it, with its own database, in processes of their own that may be killed at any moment. */
export interface Arena {
  /** Where messages are received now; it changes with each start. */
  readonly mllpPort: number
  readonly url: string
  readonly databaseUrl: string
  /** The folder that is watched for files. */
  readonly dropFolder: string
  /** The database's server and every process of its own. */
  readonly databasePids: readonly number[]
  /** Those of the database's processes that serve the application, one a connection. */
  readonly connectionPids: readonly number[]
  readonly applicationPid: number
  /** Kills with the signal that nobody can answer, all processes of the victim in the same moment; what does not start again by itself is started. */
  kill(victim: Victim): Promise<void>
  /** The same in two steps: whom it will hit is found out before, so that the blow falls in the moment in which it is called for. */
  aim(victim: Victim): () => Promise<void>
  /** Another product on the same data: sown with these faults. */
  restart(changes: readonly Change[]): Promise<void>
  /** Kills both and starts nothing. */
  end(): Promise<void>
  stop(): Promise<void>
}

/** Starts one on a folder, with the invented region where there is nothing. */
export async function openArena(
  folder = mkdtempSync(join(tmpdir(), 'cydofal-kill-')),
  changes: readonly Change[] = [],
): Promise<Arena> {
  let sown = changes
  let product = await start(folder, sown)
  const restart = async (changes: readonly Change[]) => {
    sown = changes
    await product.stop()
    product = await start(folder, sown)
  }
  const aim = (victim: Victim) => {
    const application = victim === 'the database' ? [] : [product.process.pid!]
    const database = victim === 'the application' ? [] : databaseProcesses(folder).map(({ pid }) => pid)
    return async () => {
      killAtOnce([...database, ...application])
      if (victim === 'the database') return
      await product.ended
      product = await start(folder, sown)
    }
  }
  return {
    get mllpPort() {
      return product.mllpPort
    },
    get url() {
      return product.url
    },
    dropFolder: dropsIn(folder),
    get databaseUrl() {
      const url = findEmbedded(folder)
      if (url === undefined) throw new Error('no database runs')
      return url
    },
    get databasePids() {
      return databaseProcesses(folder).map(({ pid }) => pid)
    },
    get connectionPids() {
      return databaseProcesses(folder).flatMap(({ pid, called }) =>
        called.startsWith(`postgres: ${APPLICATION} `) ? [pid] : [],
      )
    },
    get applicationPid() {
      return product.process.pid!
    },
    kill: victim => aim(victim)(),
    aim,
    restart,
    async end() {
      killAtOnce([...databaseProcesses(folder).map(({ pid }) => pid), product.process.pid!])
      await product.ended
    },
    async stop() {
      await product.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function start(folder: string, changes: readonly Change[]): Promise<Product> {
  mkdirSync(dropsIn(folder), { recursive: true })
  const settings = { PORT: '0', MLLP_PORT: '0', DATA_DIR: folder, DROP_DIR: dropsIn(folder), SEED: 'demo' }
  if (changes.length === 0) return startProduct(settings)
  const entry = ['--import', './typescript.mjs', 'evidence/sown-product.ts', JSON.stringify(changes)]
  return startProduct(settings, { command: [process.execPath, ...entry] })
}

function dropsIn(folder: string): string {
  return join(folder, 'drops')
}

/** The server and every process of its own. */
function databaseProcesses(folder: string): { readonly pid: number; readonly called: string }[] {
  const postmaster = findPostmaster(dataFolder(folder))
  if (postmaster === undefined) return []
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).matchAll(PROCESS)
  const others = [...listed].flatMap(([, pid, parent, called = '']) =>
    Number(parent) === postmaster.pid ? [{ pid: Number(pid), called }] : [],
  )
  return [{ pid: postmaster.pid, called: 'postmaster' }, ...others]
}

/** A line of `ps`. */
const PROCESS = /^ *(\d+) +(\d+) (.*)$/gm

/** Stopped first, so that none of them sees another die and still does something about it. */
function killAtOnce(pids: readonly number[]): void {
  for (const signal of ['SIGSTOP', 'SIGKILL'] as const) {
    for (const pid of pids) {
      try {
        process.kill(pid, signal)
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault
      }
    }
  }
}
