import { membersMaxOf, RULES } from '../blocking.ts'
import { type Clusters, clusterPairs } from '../cluster.ts'
import { fieldsWith, type OtherColumn } from '../compare/fields.ts'
import { learnFromPairs, learnValues } from '../learn/learn.ts'
import { drawPairs } from '../learn/strangers.ts'
import { matcherOf } from '../matcher.ts'
import { Meetings } from '../meetings.ts'
import type { Model, Thresholds } from '../model.ts'
import type { Extent } from '../model-start.ts'
import type { Pair } from '../pair.ts'
import type { MatchRecord } from '../record.ts'
import { lookAround } from '../sight.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import { type Columns, ColumnWriter } from './columns.ts'
import { compareRecords, type Excluded, type Pairs } from './compare-records.ts'
import { decidePairs } from './decide-pairs.ts'
import { blocksOfRule } from './rule-blocks.ts'
import { valuesOf } from './values.ts'

/** What a bulk run is told. */
export interface LinkOptions {
  readonly others: readonly OtherColumn[]
  /** A model that was learnt before; learnt from these records when there is none. */
  readonly model?: Model
  readonly isExcluded?: Excluded
  /** Instead of the model's own. */
  readonly thresholds?: Pick<Thresholds, 'link' | 'review'>
  /** Pairs that could be compared, if not every two records: those across two files. */
  readonly pairsInAll?: number
}

/** What a bulk run found. */
export interface Linked {
  readonly model: Model
  readonly columns: Columns
  readonly pairs: Pairs
  readonly decided: readonly Pair[]
  readonly clusters: Clusters
}

/** Links all records on one thread: `npm run link` takes the same steps on several, and comes to the same. */
export function linkAll(records: Iterable<MatchRecord>, options: LinkOptions): Linked {
  const writer = new ColumnWriter(fieldsWith(options.others))
  for (const record of records) writer.add(record)
  return linkColumns(writer.done(), options)
}

/** The same with records that have been laid down. */
export function linkColumns(columns: Columns, options: LinkOptions): Linked {
  const prepared = prepare(columns, options)
  const range = { from: 0, to: columns.records }
  return conclude(
    prepared,
    compareRecords(matcherOf(prepared.known), columns, prepared.blocks, range, options.isExcluded),
  )
}

/** All that must be known before pairs are compared. */
export interface Prepared {
  readonly columns: Columns
  readonly options: LinkOptions
  readonly blocks: Blocks
  /** What the records themselves have taught: how rare values are, and forms of names. */
  readonly known: Model
  readonly extent: Extent
  /** Blocks that were left out because too many records are in them; of broad rules most are. */
  readonly skipped: { readonly blocks: number; readonly largest: number }
}

/** Finds the blocks of records that may be of one person, and learns from the records themselves. */
export function prepare(columns: Columns, options: LinkOptions): Prepared {
  const rules = columns.keys.map((keys, rule) => blocksOfRule(keys, membersMaxOf(rule, columns.records)))
  const blocks = blocksOf(rules, columns.records)
  const pairsInAll = options.pairsInAll ?? (columns.records * (columns.records - 1)) / 2
  const extent = { records: columns.records, pairs: pairsInAll }
  const numberBlocks = rules[0]?.sizes.length ?? 0
  const { others } = options
  const known = options.model ?? learnValues({ columns, blocks, numberBlocks, others, extent, struck: [] })
  const narrow = rules.filter((_, rule) => RULES[rule]?.isBroad !== true)
  const skipped = {
    blocks: narrow.reduce((sum, rule) => sum + rule.skipped.blocks, 0),
    largest: narrow.reduce((most, rule) => Math.max(most, rule.skipped.largest), 0),
  }
  return { columns, options, blocks, known, extent, skipped }
}

/** Learns from the pairs that were compared, and decides about them. */
export function conclude({ columns, options, known, extent }: Prepared, pairs: Pairs): Linked {
  const drawn = () => drawPairs(matcherOf(known), columns, options.isExcluded)
  const learnt = options.model ?? learnFromPairs(known, drawn(), pairs, extent)
  const model = { ...learnt, thresholds: { ...learnt.thresholds, ...options.thresholds } }
  return { model, columns, pairs, ...decideAll(model, columns, pairs) }
}

/** Decides about pairs that have been compared, and joins what is linked. */
export function decideAll(model: Model, columns: Columns, pairs: Pairs): Pick<Linked, 'decided' | 'clusters'> {
  const matcher = matcherOf(model)
  const values = valuesOf(matcher, columns)
  const readyOf = (record: number) => ({ taken: values.taken(record), facts: values.facts(record) })
  const decided = decidePairs(matcher, values, pairs)
  const meetings = new Meetings(matcher, decided, readyOf)
  lookAround(meetings, decided)
  const { pairs: all, clusters } = clusterPairs(meetings, columns.records, decided)
  return { decided: all, clusters }
}
