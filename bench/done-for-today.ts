import type { Store } from '#ground/db/store.ts'
import { keepDaily } from '../src/daily.ts'

/** What the product does once a day is done before, as on any but the first moments of a day. */
export async function doneForToday(store: Store): Promise<void> {
  const faults: unknown[] = []
  await keepDaily(store, fault => faults.push(fault)).stop()
  if (faults.length > 0) throw new Error(`the work of the day failed: ${faults[0]}`)
}
