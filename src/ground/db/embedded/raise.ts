import { chmodSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { awaitAnswer } from './answer.ts'
import { onDisk } from './folder.ts'
import { whyNot } from './initialise.ts'
import { logEnd } from './log.ts'
import { findPostmaster, launchPostmaster, type Postmaster, shutDown } from './postmaster.ts'
import type { EmbeddedProblem } from './problem.ts'
import { giveTo } from './runner.ts'
import type { Server } from './server.ts'

/** A server that answers, and a session on it with every right. */
export interface Raised {
  readonly postmaster: Postmaster
  readonly session: Client
  /** Whether it was running already. */
  readonly adopted: boolean
}

/** Raised, refused for good, or a problem that time may mend. */
type Try = Outcome<Raised, EmbeddedProblem> | { readonly ok: 'again'; readonly problem: EmbeddedProblem }

const TRIES_MAX = 60
const BETWEEN_TRIES_MS = 500

/**
 * Makes the server of this data folder answer: the one that runs, else a new one, on `port` or any free one.
 * Waits while one recovers or stops, and up to 30 seconds for what a killed one left behind to fall away.
 */
export async function raise(server: Server, port?: number): Promise<Outcome<Raised, EmbeddedProblem>> {
  for (let tried = 1; ; tried++) {
    const running = findPostmaster(server.folder)
    const came = running ? await adopt(server, running) : await launch(server, port ?? (await freePort()))
    if (came.ok !== 'again') return came
    if (tried === TRIES_MAX) return refused(came.problem)
    await sleep(BETWEEN_TRIES_MS)
  }
}

async function adopt(server: Server, postmaster: Postmaster): Promise<Try> {
  const answer = await awaitAnswer(server, postmaster)
  if (typeof answer === 'object') return done({ postmaster, session: answer, adopted: true })
  if (answer === 'passwordWrong') return refused({ code: 'passwordWrong', file: server.folder.password })
  const problem = whyNot(server, logEnd(server.folder))
  return answer === 'gone' ? { ok: 'again', problem } : refused(problem)
}

async function launch(server: Server, port: number): Promise<Try> {
  const { folder, runner } = server
  const launched = onDisk(folder.path, () => {
    giveTo(runner, folder.cluster)
    // A folder that was copied may have come to be readable by others, and PostgreSQL refuses that.
    chmodSync(folder.cluster, 0o700)
    return launchPostmaster(server, port)
  })
  if (!launched.ok) return launched
  const { log, ...postmaster } = launched.value
  try {
    const answer = await awaitAnswer(server, postmaster)
    if (typeof answer === 'object') return done({ postmaster, session: answer, adopted: false })
    const words = log.text()
    if (answer === 'gone' && PASSING.test(words)) return { ok: 'again', problem: whyNot(server, words) }
    await shutDown(server, postmaster)
    if (answer === 'passwordWrong') return refused({ code: 'passwordWrong', file: folder.password })
    return refused(whyNot(server, words))
  } finally {
    log.close()
  }
}

/** The port was taken in between; another start was quicker; processes of a killed server have not all ended yet. */
const PASSING =
  /could not bind|could not create any TCP\/IP sockets|lock file "postmaster.pid" already exists|pre-existing shared memory/

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
