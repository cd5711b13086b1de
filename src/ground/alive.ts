import { readFileSync } from 'node:fs'

/** Whether a process with this number is running on this machine, whoever owns it. It may not be the one it once was. */
export function isAlive(pid: number): boolean {
  return isNumberTaken(pid) && !isDeadAndUnburied(pid)
}

/** Whether the operating system holds this number for a process, be it one that has ended. */
export function isNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * An orphan that has ended keeps its number until process 1 asks how it went, and in a container process 1 may never
 * ask. Only Linux tells (the letter after the name in /proc/PID/stat); elsewhere process 1 always asks.
 */
function isDeadAndUnburied(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    return /^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
