import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Store } from '#ground/db/store.ts'

/** A clock tick of the kernel's accounts, milliseconds: a hundred in a second wherever Linux runs. */
const TICK_MS = 10

/** The processor time that the product and the database have had, milliseconds. */
export interface CpuTime {
  readonly productMs: number
  readonly databaseMs: number
}

/** Tells the processor time that the product and the database have had until then. */
export async function cpuTimes(store: Store, productPid: number): Promise<() => CpuTime> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(store.db)
  const databasePid = parentOf(rows[0]!.pid)
  return () => ({ productMs: cpuTimeOf(productPid), databaseMs: cpuTimeOf(databasePid) })
}

/**
 * The processor time that a process and all its children, grandchildren and so on have had, milliseconds. Unlike time
 * on the wall it does not grow with what others do on the machine. 0 where there is no /proc.
 */
function cpuTimeOf(root: number): number {
  const all = statistics()
  let ticks = 0
  for (const { pid, spent } of all.values()) {
    let at: number | undefined = pid
    while (at !== undefined && at !== root) at = all.get(at)?.parent
    if (at === root) ticks += spent
  }
  return ticks * TICK_MS
}

/** The process that started this one; 0 where there is no /proc. */
function parentOf(pid: number): number {
  return statistics().get(pid)?.parent ?? 0
}

function sum(ticks: readonly string[]): number {
  return ticks.reduce((all, some) => all + Number(some), 0)
}

interface Statistics {
  readonly pid: number
  readonly parent: number
  readonly spent: number
}

function statistics(): Map<number, Statistics> {
  const found = new Map<number, Statistics>()
  for (const name of process.platform === 'linux' ? readdirSync('/proc') : []) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    try {
      const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name of the program stands in brackets and may hold anything; what is counted comes after it.
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
      // Its own time, and that of its children that have ended: what each did, and what the kernel did for it.
      found.set(pid, { pid, parent: Number(fields[1]), spent: sum(fields.slice(11, 15)) })
    } catch {
      // It ended meanwhile.
    }
  }
  return found
}
