import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Store } from '#ground/db/store.ts'
import { type CpuTime, cpuTimes } from '../cpu-time.ts'
import type { Operation } from './requests.ts'

/** What is also answered without policy and trail. */
export const BARE: ReadonlySet<Operation> = new Set(['read', 'create_observation', 'search_subject'])

/** A process that answers some requests as the product would without policy and trail. */
export interface Bare {
  readonly address: string
  readonly spent: () => CpuTime
  stop(): void
}

/** Starts one beside the product, on its database; what it writes is `system`’s. */
export async function startBare(url: string, store: Store, system: string): Promise<Bare> {
  const child = fork(fileURLToPath(new URL('./bare-process.ts', import.meta.url)), [url, system], {
    execArgv: ['--import', './typescript.mjs'],
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', said => resolve(String(said)))
    child.once('exit', () => reject(new Error('what answers without policy and trail has ended')))
  })
  return { address, spent: await cpuTimes(store, child.pid ?? 0), stop: () => void child.kill() }
}
