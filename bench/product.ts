import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The product running in a process of its own, as people run it. */
export interface Product {
  readonly url: string
  readonly mllpPort: number
  readonly process: ChildProcess
  /** Settles when the process has ended, however it came. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** Starts the product and resolves when it says that it is ready; rejects with what it said when it ends before. */
export async function startProduct(
  environment: NodeJS.ProcessEnv,
  { command = [process.execPath, '--import', './typescript.mjs', 'src/main.ts'], cwd = ROOT } = {},
): Promise<Product> {
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stderr.on('data', (text: Buffer) => said.push(String(text)))
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  const ready = new Promise<Product>((resolve, reject) => {
    let mllpPort = 0
    createInterface({ input: child.stdout }).on('line', line => {
      said.push(line)
      mllpPort = Number(/HL7 messages on port (\d+)/.exec(line)?.[1] ?? mllpPort)
      const url = /^Cydofal is ready: (\S+)/.exec(line)?.[1]
      if (url !== undefined) resolve({ url, mllpPort, process: child, ended, stop })
    })
    void ended.then(() => reject(new Error(`the product ended before it was ready:\n${said.join('\n')}`)))
  })
  return ready
}
