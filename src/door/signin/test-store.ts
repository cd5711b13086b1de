import { machineChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { openStore, type Store } from '#ground/db/store.ts'
import { freshDatabase } from '#test/database.ts'

/** A store of its own for one test file, on a real PostgreSQL, with a clock that stands still. */
export interface TestStore {
  readonly store: Store
  readonly url: string
  readonly clock: ReturnType<typeof stoppedClock>
  drop(): Promise<void>
}

export async function testStore(): Promise<TestStore> {
  const database = await freshDatabase('tables')
  const clock = stoppedClock('2026-11-22T02:10:00Z')
  const store = openStore(database.url, { clock, chance: machineChance })
  return {
    store,
    url: database.url,
    clock,
    async drop() {
      await store.close()
      await database.drop()
    },
  }
}
