import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Operation } from './requests.ts'

export type Asked = Operation | 'mix'

/** What the process that asks is told to do. */
export type Job =
  | { readonly kind: 'plant'; readonly transactions: number }
  | {
      readonly kind: 'closed'
      readonly operation: Asked
      readonly concurrency: number
      readonly seconds: number
      /** Where else to ask than at the server that it knows: of the same people. */
      readonly address?: string
    }
  | { readonly kind: 'open'; readonly rate: number; readonly seconds: number }

/** How long each request took, milliseconds, and how long all of them did. */
export interface Times {
  readonly times: readonly number[]
  readonly seconds: number
}

/** A process that asks one server. */
export interface Load {
  run(job: Job): Promise<Times>
  stop(): void
}

/** Starts one. `address` is the FHIR server's base; without a token none is sent. */
export function startLoad(address: string, token = ''): Load {
  const child = fork(fileURLToPath(new URL('./load-process.ts', import.meta.url)), [address, token], {
    execArgv: ['--import', './typescript.mjs'],
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  })
  return {
    run: job => answered(child, job),
    stop: () => void child.kill(),
  }
}

function answered(child: ChildProcess, job: Job): Promise<Times> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the process that asks has ended'))
    child.once('exit', ended)
    child.once('message', (answer: Times | { fault: string }) => {
      child.off('exit', ended)
      if ('fault' in answer) reject(new Error(answer.fault))
      else resolve(answer)
    })
    child.send(job)
  })
}
