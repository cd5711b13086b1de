import type { Store } from '#ground/db/store.ts'
import { type Kept, keepDoing } from '#ground/keep-doing.ts'
import { reindex } from '#record/index/reindex.ts'
import { drawAudit } from '#record/person/estimate/draw-audit.ts'
import { keepEstimates } from '#record/person/estimate/keep-estimates.ts'
import { restandardise } from '#record/person/identify/restandardise.ts'
import { checkPersons } from '#record/person/link/check.ts'
import { keepQualityOfDay } from '#record/person/quality/keep-day.ts'

/** How often it is looked whether the day's work has been done, milliseconds. */
const LOOK_MS = 600_000

/**
 * Does what is done once a day, now and then soon after each midnight, until stopped. What fails is told and tried again
 * at the next look. Told to stop, it waits for what is in hand.
 */
export function keepDaily(store: Store, failed: (fault: unknown) => void): Kept {
  return keepDoing(() => work(store), LOOK_MS, failed)
}

async function work(store: Store): Promise<void> {
  await reindex(store)
  await restandardise(store)
  await keepQualityOfDay(store)
  await keepEstimates(store)
  await drawAudit(store)
  const persons = await checkPersons(store)
  if (persons?.isAlarming) throw new Error(`not every person is whom the links say: ${JSON.stringify(persons)}`)
}
