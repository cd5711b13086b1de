import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { watchCaller } from './caller.mjs'
import { say } from './words.mjs'

/**
 * Runs the program under the chosen Node until it ends; answers its exit code, 128 and the signal's number when a
 * signal ended it. Signals are handed on, each as it comes. The program has an IPC channel that closes when we die
 * (src/ground/stop.ts), and is told to stop when the npm that called us was killed.
 */
export function runBeside(root, node, args) {
  const child = spawn(node, ['--import', './typescript.mjs', ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
      CYDOFAL_LAUNCHER: String(process.pid),
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const caller = watchCaller(() => child.kill('SIGTERM'))
  return new Promise(resolve => {
    child.on('error', error => {
      console.error(say('nodeDoesNotRun', { node, reason: error.message }))
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  }).finally(() => clearInterval(caller))
}
