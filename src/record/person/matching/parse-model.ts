import { fieldsWith, type OtherColumn } from './compare/fields.ts'
import { OTHER_KINDS } from './compare/other-column.ts'
import type { ComparisonModel, LevelChances, Model, RarityTable, Thresholds } from './model.ts'
import { RAREST_HALF_BITS } from './model.ts'
import type { NamePair } from './variants.ts'

/** What is wrong with a model that came from outside: where, and what stands there instead of what. */
export class ModelFault extends Error {}

/** How many different ways of coming out a model may know: more could not be told apart by a number. */
const PATTERNS_MAX = 2 ** 53

/**
 * Reads a model that was kept as JSON. Throws a `ModelFault` that names the place for anything that is not a whole model:
 * a chance outside of 0 to 1, a comparison or a level too many, too few or out of order.
 */
export function parseModel(json: unknown): Model {
  const model = object(json, 'model')
  const learntFrom = object(model.learntFrom, 'learntFrom')
  const prior = object(model.prior, 'prior')
  const variants = object(model.variants, 'variants')
  const others = list(model.others, 'others').map(parseOther)
  const parsed: Model = {
    version: text(model.version, 'version'),
    learntFrom: {
      records: count(learntFrom.records, 'learntFrom.records'),
      pairs: count(learntFrom.pairs, 'learntFrom.pairs'),
      fingerprint: text(learntFrom.fingerprint, 'learntFrom.fingerprint'),
    },
    others,
    comparisons: parseComparisons(model.comparisons, others),
    prior: { match: chance(prior.match, 'prior.match'), household: chance(prior.household, 'prior.household') },
    rarity: parseRarity(model.rarity),
    variants: {
      learnt: parsePairs(variants.learnt, 'variants.learnt'),
      struck: parsePairs(variants.struck, 'variants.struck'),
    },
    common: list(model.common, 'common').map((hash, at) => text(hash, `common.${at}`)),
    thresholds: parseThresholds(model.thresholds),
  }
  if (patternsOf(parsed) > PATTERNS_MAX) throw new ModelFault('others: too many columns to tell their pairs apart')
  return parsed
}

/** In how many ways two records can come out, at most. */
function patternsOf({ comparisons, rarity }: Model): number {
  const codes = (comparison: ComparisonModel) =>
    1 + comparison.levels.length + (rarity[comparison.name] === undefined ? 0 : RAREST_HALF_BITS + 1)
  return comparisons.reduce((ways, comparison) => ways * codes(comparison), 1)
}

function parseOther(value: unknown, at: number): OtherColumn {
  const other = object(value, `others.${at}`)
  const kind = OTHER_KINDS.find(known => known === other.kind)
  if (kind === undefined) throw new ModelFault(`others.${at}.kind: is none of ${OTHER_KINDS.join(', ')}`)
  return {
    name: text(other.name, `others.${at}.name`),
    kind,
    rarity: truth(other.rarity, `others.${at}.rarity`),
    household: truth(other.household, `others.${at}.household`),
  }
}

/** They must be the comparisons of the fields, in that order, with all their levels. */
function parseComparisons(value: unknown, others: readonly OtherColumn[]): ComparisonModel[] {
  const known = fieldsWith(others).flatMap(({ comparisons }) => comparisons)
  const given = list(value, 'comparisons')
  if (given.length !== known.length) throw new ModelFault(`comparisons: ${given.length} of ${known.length}`)
  return known.map(({ name, levels }, at) => {
    const place = `comparisons.${name}`
    const comparison = object(given[at], place)
    if (comparison.name !== name) throw new ModelFault(`${place}: another stands in its place`)
    const parsed = list(comparison.levels, `${place}.levels`).map(level => parseLevel(level, place))
    if (parsed.map(({ level }) => level).join() !== levels.join()) throw new ModelFault(`${place}: not its levels`)
    return { name, levels: parsed }
  })
}

function parseLevel(value: unknown, place: string): LevelChances {
  const level = object(value, `${place}.levels`)
  const name = text(level.level, `${place}.level`)
  const at = (which: 'match' | 'stranger' | 'household') => chance(level[which], `${place}.${name}.${which}`)
  return { level: name, match: at('match'), stranger: at('stranger'), household: at('household') }
}

function parseRarity(value: unknown): Record<string, RarityTable> {
  const tables = Object.entries(object(value, 'rarity')).map(([name, table]) => {
    const { rarest, values } = object(table, `rarity.${name}`)
    const known = Object.entries(object(values, `rarity.${name}.values`))
    const parsed = known.map(([word, bits]) => [word, halfBits(bits, `rarity.${name}.values`)] as const)
    return [name, { rarest: halfBits(rarest, `rarity.${name}.rarest`), values: Object.fromEntries(parsed) }] as const
  })
  return Object.fromEntries(tables)
}

function parsePairs(value: unknown, place: string): NamePair[] {
  return list(value, place).map((pair, at) => {
    const names = list(pair, `${place}.${at}`)
    if (names.length !== 2) throw new ModelFault(`${place}.${at}: not two names`)
    return [text(names[0], `${place}.${at}.0`), text(names[1], `${place}.${at}.1`)] as const
  })
}

function parseThresholds(value: unknown): Thresholds {
  const { link, review, ambiguityBits } = object(value, 'thresholds')
  const parsed = {
    link: chance(link, 'thresholds.link'),
    review: chance(review, 'thresholds.review'),
    ambiguityBits: number(ambiguityBits, 'thresholds.ambiguityBits'),
  }
  if (parsed.link < parsed.review) throw new ModelFault('thresholds: linked before anybody would be asked')
  return parsed
}

function object(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ModelFault(`${place}: no object`)
  return value as Readonly<Record<string, unknown>>
}

function list(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ModelFault(`${place}: no list`)
  return value
}

function text(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new ModelFault(`${place}: no text`)
  return value
}

function truth(value: unknown, place: string): boolean {
  if (typeof value !== 'boolean') throw new ModelFault(`${place}: neither true nor false`)
  return value
}

function number(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ModelFault(`${place}: no number`)
  return value
}

function count(value: unknown, place: string): number {
  const parsed = number(value, place)
  if (!Number.isInteger(parsed) || parsed < 0) throw new ModelFault(`${place}: no count`)
  return parsed
}

/** More than nothing and less than certain: of either no logarithm could be weighed. */
function chance(value: unknown, place: string): number {
  const parsed = number(value, place)
  if (parsed <= 0 || parsed >= 1) throw new ModelFault(`${place}: no chance between 0 and 1`)
  return parsed
}

function halfBits(value: unknown, place: string): number {
  const parsed = count(value, place)
  if (parsed > RAREST_HALF_BITS) throw new ModelFault(`${place}: rarer than rarity counts`)
  return parsed
}
