import { spawn } from 'node:child_process'
import { watchCaller } from './caller.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Spawns a program that is not to outlive us in ordinary ways: signals are handed on to it, each as it comes, and it
 * is told to stop when the npm that called us was killed.
 */
export function spawnBeside(program, args, options) {
  const child = spawn(program, args, options)
  const handOn = signal => child.kill(signal)
  for (const signal of SIGNALS) process.on(signal, handOn)
  const caller = watchCaller(() => child.kill('SIGTERM'))
  child.once('close', () => {
    clearInterval(caller)
    for (const signal of SIGNALS) process.off(signal, handOn)
  })
  return child
}
