import type { Blocks } from '../bulk/blocks.ts'
import type { Columns } from '../bulk/columns.ts'
import type { Pairs } from '../bulk/compare-records.ts'
import type { Patterns } from '../bulk/patterns.ts'
import type { OtherColumn } from '../compare/fields.ts'
import { matcherOf } from '../matcher.ts'
import type { Model } from '../model.ts'
import { type Extent, startingModel } from '../model-start.ts'
import type { NamePair } from '../variants.ts'
import { commonValues } from './common-values.ts'
import { learnChances } from './em.ts'
import { fingerprintOf } from './fingerprint.ts'
import { rarityTables } from './rarity.ts'
import { learnStrangers } from './strangers.ts'
import { learnVariants } from './variants.ts'

/** Times that strangers and chances are learnt in turn: the first says who are matches, the second counts without them. */
const TURNS = 2

/** What is to be learnt from, before any pair has been compared. */
export interface Ground {
  readonly columns: Columns
  readonly blocks: Blocks
  /** How many of the first blocks are those of the NHS number. */
  readonly numberBlocks: number
  readonly others: readonly OtherColumn[]
  readonly extent: Extent
  /** Pairs of names that a reviewer has struck out. */
  readonly struck: readonly NamePair[]
}

/** What can be learnt from records one by one: how rare values are, what is common, forms of names. */
export function learnValues({ columns, blocks, numberBlocks, others, extent, struck }: Ground): Model {
  const fingerprint = fingerprintOf(columns)
  const model: Model = {
    ...startingModel(others, extent),
    version: `learnt-${fingerprint.slice(0, 12)}`,
    learntFrom: { ...extent, fingerprint },
    rarity: rarityTables(columns, others),
    common: commonValues(columns),
    variants: { learnt: [], struck },
  }
  const learnt = learnVariants(matcherOf(model), columns, blocks, numberBlocks)
  return { ...model, variants: { learnt, struck } }
}

/** What can be learnt from pairs: how often each level comes out for one person, for strangers, for one household. */
export function learnFromPairs(model: Model, drawn: Patterns, { patterns }: Pairs, extent: Extent): Model {
  let learnt = model
  for (let turn = 0; turn < TURNS; turn++) {
    learnt = learnChances(learnStrangers(learnt, model, drawn), model, { patterns, pairsInAll: extent.pairs })
  }
  return learnt
}
