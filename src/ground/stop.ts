import { isAlive } from './alive.ts'

/** Why the process was told to stop: the signal's name, or that the launcher that started it is gone. */
export type StopReason = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'launcher gone'

const STOP_SECONDS_MAX = 60

/** One Ctrl-C arrives several times: from the terminal, from npm and from the launcher. Only a later one is a second wish. */
const SAME_WISH_MS = 1000

/**
 * Does `work` once when the process is told to stop, then ends it: exit code 0 when the work was done, 1 when it threw
 * or took more than STOP_SECONDS_MAX. A second signal, a second or more after the first, ends it at once with code 1.
 */
export function onStop(work: (why: StopReason) => Promise<void>): void {
  let begun = false
  let mayForce = false
  const stop = (why: StopReason) => {
    if (mayForce) process.exit(1)
    if (begun) return
    begun = true
    setTimeout(() => {
      mayForce = true
    }, SAME_WISH_MS).unref()
    setTimeout(() => process.exit(1), STOP_SECONDS_MAX * 1000).unref()
    work(why).then(
      () => process.exit(0),
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  whenLauncherIsGone(() => stop('launcher gone'))
  // Whoever read our output may be gone first; an orderly stop must not fail on saying so.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

/**
 * The channel to the launcher closes when it dies. Under `--watch` the channel is the watcher's, so the launcher's own
 * process is looked for as well; and the watcher is ended, or it would start us again at the next change.
 */
function whenLauncherIsGone(tell: () => void): void {
  process.once('disconnect', tell)
  process.channel?.unref()
  const launcher = Number(process.env.CYDOFAL_LAUNCHER)
  if (!process.env.WATCH_REPORT_DEPENDENCIES || !launcher) return
  setInterval(() => {
    if (!isAlive(launcher)) process.kill(process.ppid, 'SIGTERM')
  }, 1000).unref()
}
