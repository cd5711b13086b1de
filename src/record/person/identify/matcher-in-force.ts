import type { Tx } from '#ground/db/store.ts'
import { type Matcher, matcherOf } from '../matching/matcher.ts'
import { startingModel } from '../matching/model-start.ts'

/** As many people as a region has: the chance that two records at random are one person's follows from it. */
const REGION = 400_000

/**
 * From what probability on a model that has not learnt from the region joins by itself. It does not know yet that every
 * eighth neighbour is a Jones, so it must be surer than one that does; what is less sure is asked.
 */
const UNLEARNT_LINK = 0.999

let shipped: Matcher | undefined

/** The matcher of the model in force. */
export async function matcherInForce(_tx: Tx): Promise<Matcher> {
  if (shipped === undefined) {
    const model = startingModel([], { records: REGION, pairs: (REGION * (REGION - 1)) / 2 })
    shipped = matcherOf({ ...model, thresholds: { ...model.thresholds, link: UNLEARNT_LINK } })
  }
  return shipped
}
