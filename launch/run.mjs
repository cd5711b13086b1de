import { constants } from 'node:os'
import { join } from 'node:path'
import { spawnBeside } from './beside.mjs'
import { say } from './words.mjs'

/**
 * Runs the program under the chosen Node until it ends; answers its exit code, or 128 and the signal's number when a
 * signal ended it. The program has an IPC channel that closes when we die: src/ground/stop.ts listens for that.
 */
export function runProgram(root, node, args) {
  const child = spawnBeside(node, ['--import', './typescript.mjs', ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
      CYDOFAL_LAUNCHER: String(process.pid),
    },
  })
  return new Promise(resolve => {
    child.on('error', error => {
      console.error(say('nodeDoesNotRun', { node, reason: error.message }))
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}
