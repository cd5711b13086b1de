import { setTimeout as sleep } from 'node:timers/promises'
import { findPostmaster, shutDown } from './postmaster.ts'
import { claim } from './prepare.ts'
import { type Raised, raise } from './raise.ts'
import type { Server } from './server.ts'

const BETWEEN_TRIES_MS = 1000

/**
 * Keeps a raised server running: when it dies it is started again, on the same port so that its address stays true,
 * for as long as it takes. Statements in flight meanwhile fail. Answers how to stop it, for good.
 */
export function keepRunning(server: Server, raised: Raised): () => Promise<void> {
  let held = raised
  let mending = Promise.resolve()
  let stopped: Promise<void> | undefined

  const watch = () => {
    held.session.once('end', () => {
      if (!stopped) mending = mend()
    })
  }
  const mend = async () => {
    const died = findPostmaster(server.folder) === undefined
    if (died) server.say('databaseLost')
    const again = await raiseAgain(server, held.postmaster.port, () => stopped !== undefined)
    if (!again) return
    held = again
    if (died) server.say('databaseBack')
    watch()
  }
  const stop = async () => {
    await mending
    await held.session.end()
    await shutDown(server, held.postmaster)
  }
  watch()
  return () => {
    stopped ??= stop()
    return stopped
  }
}

/** Undefined when it is no longer wished. */
async function raiseAgain(server: Server, port: number, isStopped: () => boolean): Promise<Raised | undefined> {
  while (!isStopped()) {
    const raised = await raise(server, port)
    if (raised.ok && (await claim(raised.value.session))) return raised.value
    if (raised.ok) await raised.value.session.end()
    await sleep(BETWEEN_TRIES_MS)
  }
  return undefined
}
