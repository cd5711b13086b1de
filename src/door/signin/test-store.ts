import pg from 'pg'
import { readConfig } from '#config'
import { machineChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { migrate } from '#ground/db/migrate.ts'
import { openStore, type Store } from '#ground/db/store.ts'

/** A store of its own for one test file, on a real PostgreSQL, with a clock that stands still. */
export interface TestStore {
  readonly store: Store
  readonly url: string
  readonly clock: ReturnType<typeof stoppedClock>
  drop(): Promise<void>
}

export async function testStore(): Promise<TestStore> {
  const settings = readConfig()
  const server = (settings.ok && settings.value.DATABASE_URL) || 'postgres://postgres@127.0.0.1:5544/postgres'
  const name = `signin_${machineChance.id().replaceAll('-', '')}`
  await run(server, `create database ${name}`)
  const url = new URL(`/${name}`, server).href
  const migrated = await migrate(url)
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.problem))
  const clock = stoppedClock('2026-11-22T02:10:00Z')
  const store = openStore(url, { clock, chance: machineChance })
  return {
    store,
    url,
    clock,
    async drop() {
      await store.close()
      await run(server, `drop database ${name} with (force)`)
    },
  }
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}
