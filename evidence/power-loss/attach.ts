import { spawn, spawnSync } from 'node:child_process'

/** Whether system calls can be watched on this machine. */
export function canRecord(): boolean {
  return spawnSync('strace', ['-V']).status === 0
}

const ATTACHED_OR_GONE = /Process \d+ attached|attach: ptrace/g

/** Watches what these processes ask of the system, from when this settles until it is stopped. Each may end meanwhile. */
export async function attach(pids: readonly number[], options: readonly string[]): Promise<{ stop(): Promise<void> }> {
  const strace = spawn('strace', [...options, ...pids.flatMap(pid => ['-p', String(pid)])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>(resolve => strace.once('exit', () => resolve()))
  let attached = 0
  await new Promise<void>((resolve, reject) => {
    strace.stderr.on('data', (text: Buffer) => {
      attached += String(text).match(ATTACHED_OR_GONE)?.length ?? 0
      if (attached >= pids.length) resolve()
    })
    void ended.then(() => reject(new Error('strace ended before it watched anything')))
  })
  return {
    async stop() {
      strace.kill('SIGINT')
      await ended
    },
  }
}
