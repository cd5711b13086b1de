import { readFileSync } from 'node:fs'

/** Shells that npm may put between itself and us; they outlive an npm that was killed, so the parent alone tells nothing. */
const SHELLS = ['sh', 'dash', 'bash', 'ash', 'busybox']

/** Who called us, noted before anything else is done. */
const CALLED_BY = lineage()

/**
 * Looks twice a second whether the npm that called us is still there, and says once when it is gone: nobody would be
 * left to stop the program. Started by hand or by a service manager, nothing is watched: they may well leave us running.
 */
export function watchCaller(gone) {
  if (!process.env.npm_lifecycle_event) return undefined
  const timer = setInterval(() => {
    if (lineage() === CALLED_BY) return
    clearInterval(timer)
    gone()
  }, 500)
  return timer.unref()
}

/** The parent, and its parent when the former is a shell (known on Linux only; other shells step aside). */
function lineage() {
  const parent = process.ppid
  const { name, ppid } = readProcess(parent)
  return SHELLS.includes(name) ? `${parent} ${ppid}` : `${parent}`
}

/** From /proc/PID/stat: `PID (NAME) STATE PPID ...`, where the name may itself hold brackets and spaces. */
function readProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [, name, ppid] = /^\d+ \((.*)\) \S (\d+) /s.exec(stat)
    return { name, ppid }
  } catch {
    return {}
  }
}
