import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import type { Say } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { fieldsWith, type OtherColumn } from '#record/person/matching/compare/fields.ts'
import { OTHER_KINDS } from '#record/person/matching/compare/other-column.ts'
import { RAREST_HALF_BITS } from '#record/person/matching/model.ts'
import { LinkMap, type MapSide } from './map.ts'
import { otherName } from './other-values.ts'
import { othersOf } from './record-reader.ts'

/** How much is repeated of what was found, characters. */
const FOUND_LENGTH_MAX = 60

/** Reads a map from a file. What is wrong with it is told line by line, each with its place in the map. */
export function readMap(say: Say, file: string): Outcome<LinkMap, readonly string[]> {
  let text: string
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return refused([say('linkFiles.noFile', { file })])
  }
  const content = parsed(text)
  if (!content.ok) return refused([notJson(say, file, content.problem)])
  const map = LinkMap.safeParse(content.value)
  const line = (path: readonly PropertyKey[], what: string) =>
    say('linkFiles.mapLine', { file, place: path.length === 0 ? say('linkFiles.mapWhole') : path.join('.'), what })
  if (!map.success) return refused(map.error.issues.map(one => line(one.path, issueInWords(say, one, content.value))))
  const faults = faultsOf(say, map.data)
  return faults.length > 0 ? refused(faults.map(({ path, what }) => line(path, what))) : done(map.data)
}

function parsed(text: string): Outcome<unknown, string> {
  try {
    return done(JSON.parse(text))
  } catch (error) {
    return refused(error instanceof Error ? error.message : '')
  }
}

/** The engine says where it stopped in English: the place is taken out of it. */
function notJson(say: Say, file: string, message: string): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  return line === undefined || column === undefined
    ? say('linkFiles.mapNotJson', { file })
    : say('linkFiles.mapNotJsonAt', { file, line, column })
}

function issueInWords(say: Say, issue: z.core.$ZodIssue, content: unknown): string {
  const value = valueAt(content, issue.path)
  // A kind alone stands where its column does.
  const alone = value === undefined ? valueAt(content, issue.path.slice(0, -1)) : value
  if (issue.code === 'unrecognized_keys')
    return say('linkFiles.mapUnexpected', { found: issue.keys.join(', ').slice(0, FOUND_LENGTH_MAX) })
  if (value === undefined && typeof alone !== 'string') return say('linkFiles.mapMissing')
  const found = foundIn(alone)
  switch (issue.code) {
    case 'invalid_value':
      return say('linkFiles.mapNotInList', { found, known: issue.values.join(', ') })
    case 'too_big':
    case 'too_small':
      return typeof value === 'number' ? say('linkFiles.mapOutOfRange') : say('linkFiles.mapWrongKind', { found })
    case 'custom':
      return say('linkFiles.mapReviewAboveLink')
    default:
      return say('linkFiles.mapWrongKind', { found })
  }
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inside, step) => (inside as Record<PropertyKey, unknown> | undefined)?.[step], content)
}

function foundIn(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.slice(0, FOUND_LENGTH_MAX).toWellFormed()
}

interface MapFault {
  readonly path: readonly string[]
  readonly what: string
}

/** What no part of a map shows by itself: whether its two sides can be held against each other. */
function faultsOf(say: Say, { left, right = left }: LinkMap): MapFault[] {
  const faults: MapFault[] = []
  const sides = [
    { side: 'left', others: otherColumnsOf(left), count: Object.keys(left.columns).length },
    { side: 'right', others: otherColumnsOf(right), count: Object.keys(right.columns).length },
  ]
  for (const { side, others, count } of sides) {
    if (count === 0) faults.push({ path: [side, 'columns'], what: say('linkFiles.mapNothingCompared') })
    const names = others.map(({ name }) => name)
    for (const name of new Set(names.filter((one, at) => names.indexOf(one) !== at)))
      faults.push({ path: [side, 'columns'], what: say('linkFiles.mapTwice', { name }) })
  }
  const [ones = [], others = []] = sides.map(side => side.others)
  for (const one of ones) {
    const other = others.find(({ name }) => name === one.name)
    const { name, column } = one
    if (other === undefined)
      faults.push({ path: ['left', 'columns', column], what: say('linkFiles.mapOneSide', { name }) })
    else if (other.as !== one.as)
      faults.push({ path: ['right', 'columns', other.column], what: say('linkFiles.mapKinds', { name }) })
  }
  for (const { name, column } of others) {
    if (!ones.some(one => one.name === name))
      faults.push({ path: ['right', 'columns', column], what: say('linkFiles.mapOneSide', { name }) })
  }
  if (waysOf(othersIn(left)) > Number.MAX_SAFE_INTEGER)
    faults.push({ path: ['left', 'columns'], what: say('linkFiles.mapTooMany') })
  return faults.filter((fault, at) => faults.findIndex(one => one.what === fault.what) === at)
}

/** In how many ways two records can come out: each has a number of its own, which must be a whole one. */
function waysOf(others: readonly OtherColumn[]): number {
  const rare = new Set(['given', 'surname', ...others.filter(({ rarity }) => rarity).map(({ name }) => name)])
  const comparisons = fieldsWith(others).flatMap(field => field.comparisons)
  return comparisons.reduce(
    (ways, { name, levels }) => ways * (1 + levels.length + (rare.has(name) ? RAREST_HALF_BITS + 1 : 0)),
    1,
  )
}

function othersIn(side: MapSide): readonly OtherColumn[] {
  return othersOf(Object.entries(side.columns).map(([column, described]) => ({ ...described, column, at: 0 })))
}

function otherColumnsOf(side: MapSide) {
  return Object.entries(side.columns).flatMap(([column, { as, name }]) =>
    (OTHER_KINDS as readonly string[]).includes(as) ? [{ column, as, name: otherName({ column, name }) }] : [],
  )
}
