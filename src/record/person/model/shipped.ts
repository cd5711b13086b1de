import type { Model } from '../matching/model.ts'
import { startingModel } from '../matching/model-start.ts'

/** As many records as a region has: the chance that two of them at random are one person's follows from it. */
const REGION = 400_000

/**
 * From what probability on a model that has not learnt from the region links by itself. It does not know yet that every
 * eighth neighbour is a Jones, so it must be surer than one that does; what is less sure is asked.
 */
const UNLEARNT_LINK = 0.999

const start = startingModel([], { records: REGION, pairs: (REGION * (REGION - 1)) / 2 })

/** Version 0: what decides until a region has learnt its own. */
export const SHIPPED: Model = { ...start, thresholds: { ...start.thresholds, link: UNLEARNT_LINK } }
