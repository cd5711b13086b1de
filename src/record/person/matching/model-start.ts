import { fieldsWith, type OtherColumn } from './compare/fields.ts'
import { type Model, type RarityTable, THRESHOLDS } from './model.ts'
import { STARTING_PER_RECORD, startingChances } from './starting-tables.ts'

/** How much a model is to be about. */
export interface Extent {
  readonly records: number
  /** Pairs that could be compared: half of records by records, or those across two files. */
  readonly pairs: number
}

/** A model that has learnt nothing yet. */
export function startingModel(others: readonly OtherColumn[], { records, pairs }: Extent): Model {
  const columns = new Map(others.map(other => [other.name, other]))
  const comparisons = fieldsWith(others).flatMap(field => field.comparisons)
  return {
    version: 'shipped-1',
    learntFrom: { records: 0, pairs: 0, fingerprint: '' },
    others,
    comparisons: comparisons.map(({ name }) => startingChances(name, columns.get(name))),
    prior: {
      match: (records * STARTING_PER_RECORD.match) / 2 / pairs,
      household: (records * STARTING_PER_RECORD.household) / 2 / pairs,
    },
    rarity: {} as Record<string, RarityTable>,
    variants: { learnt: [], struck: [] },
    common: [],
    thresholds: THRESHOLDS,
  }
}
