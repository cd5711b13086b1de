import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { isAlive } from '#ground/alive.ts'
import { repeatableChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { dataFolder } from '#ground/db/embedded/folder.ts'
import { findPostmaster } from '#ground/db/embedded/postmaster.ts'
import { findEmbedded, startEmbedded } from '#ground/db/embedded/start.ts'
import { migrate } from '#ground/db/migrate.ts'
import { openStore, transaction } from '#ground/db/store.ts'
import { plantRegion } from '#seed/plant.ts'

/** A database that somebody has to themselves. */
export interface FreshDatabase {
  readonly url: string
  /** Drops it, whoever is still connected. Dropped twice is dropped once. */
  drop(): Promise<void>
}

/** What is in it: nothing, every table and no row, or the whole invented region. */
export type Contents = 'nothing' | 'tables' | 'region'

/** How often a database is tried to be dropped, and how long is waited in between, milliseconds. */
const DROP_TRIES_MAX = 50
const DROP_AGAIN_MS = 200

/** When the region was planted: an hour before the clocks of the tests stand. */
const PLANTED_AT = '2026-11-22T08:00:00Z'

/**
 * The databases of one run, each copied in a tenth of a second from a template that is made once. The server is the one
 * that Cydofal brings, started in a temporary folder, unless CYDOFAL_TEST_DATABASE is the address of another on which
 * databases may be made. It runs until `end`.
 */
export class Databases {
  readonly #name = `test_${process.pid}`
  readonly #server = startServer()
  readonly #templates = new Map<Contents, Promise<string>>()
  readonly #open = new Set<FreshDatabase>()
  #made = 0

  /** A database of one's own. */
  async fresh(contents: Contents): Promise<FreshDatabase> {
    const template = await this.#template(contents)
    const name = `${this.#name}_${++this.#made}`
    await this.#tell(`create database ${name} template ${template}`)
    const database = { url: await this.#urlOf(name), drop: () => this.#drop(database, name) }
    this.#open.add(database)
    return database
  }

  /** Drops them all and stops the server. */
  async end(): Promise<void> {
    const server = await this.#server
    try {
      for (const database of this.#open) await database.drop()
      for (const made of await Promise.allSettled(this.#templates.values())) {
        if (made.status === 'fulfilled') await this.#tell(`drop database ${made.value} with (force)`)
      }
    } finally {
      await server.stop()
    }
  }

  #template(contents: Contents): Promise<string> {
    const kept = this.#templates.get(contents) ?? this.#makeTemplate(contents)
    this.#templates.set(contents, kept)
    return kept
  }

  async #makeTemplate(contents: Contents): Promise<string> {
    const name = `${this.#name}_${contents}`
    const from = contents === 'region' ? await this.#template('tables') : 'template0'
    await this.#tell(`create database ${name} template ${from}`)
    const url = await this.#urlOf(name)
    if (contents === 'tables') await bringUp(url)
    if (contents === 'region') await plant(url)
    return name
  }

  async #drop(database: FreshDatabase, name: string): Promise<void> {
    if (this.#open.delete(database)) await this.#dropWhenFree(name)
  }

  /** PostgreSQL's own clearing up may be at work in it, which nobody but a superuser may end: it is soon over. */
  async #dropWhenFree(name: string): Promise<void> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#tell(`drop database ${name} with (force)`)
      } catch (fault) {
        const isClearedUp = fault instanceof pg.DatabaseError && fault.code === '42501' && tried < DROP_TRIES_MAX
        if (!isClearedUp) throw fault
        await new Promise(again => setTimeout(again, DROP_AGAIN_MS))
      }
    }
  }

  async #tell(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: (await this.#server).url })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }

  async #urlOf(database: string): Promise<string> {
    return new URL(`/${database}`, (await this.#server).url).href
  }
}

async function bringUp(url: string): Promise<void> {
  const migrated = await migrate(url)
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.problem))
}

async function plant(url: string): Promise<void> {
  const store = openStore(url, { clock: stoppedClock(PLANTED_AT), chance: repeatableChance('region') })
  await transaction(store, plantRegion)
  await store.close()
}

interface Server {
  readonly url: string
  stop(): Promise<void>
}

async function startServer(): Promise<Server> {
  const named = process.env.CYDOFAL_TEST_DATABASE
  if (named !== undefined) return { url: named, stop: async () => {} }
  await clearAway()
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`))
  const started = await startEmbedded({ folder, say: () => {} })
  if (!started.ok) throw new Error(JSON.stringify(started.problem))
  const { url, stop } = started.value
  const keep = endWithProcess(folder)
  return {
    url,
    stop: async () => {
      keep()
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const FOLDER = 'cydofal-test-'
const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ends the server, and not gently, should the process end before the tests do. Answers how to take that back. */
function endWithProcess(folder: string): () => void {
  const end = () => {
    const left = findPostmaster(dataFolder(folder))
    if (left !== undefined) process.kill(left.pid, 'SIGQUIT')
  }
  const leave = () => process.exit(1)
  process.on('exit', end)
  for (const signal of INTERRUPTIONS) process.on(signal, leave)
  return () => {
    process.off('exit', end)
    for (const signal of INTERRUPTIONS) process.off(signal, leave)
  }
}

/** What a run leaves that was broken off: its folder, and if it was killed a server, which is adopted to be stopped. */
async function clearAway(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter(one => one.startsWith(FOLDER))) {
    const folder = join(tmpdir(), name)
    const runs = isAlive(Number(name.slice(FOLDER.length).split('-')[0]))
    // Another run may clear it away in the same moment.
    const made = statSync(folder, { throwIfNoEntry: false })
    if (runs || made?.uid !== (process.getuid?.() ?? 0)) continue
    const left = findEmbedded(folder) === undefined ? undefined : await startEmbedded({ folder, say: () => {} })
    if (left?.ok) await left.value.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
