import { type Parameter, parametersOf } from '../parameters.ts'
import type { Criterion } from './criterion.ts'
import type { Reading } from './criterion-of.ts'
import { filterCriterion } from './filter.ts'
import { type Include, includeOf } from './include.ts'
import { namedCriterion } from './named.ts'
import { NotSearched, type QueryProblem } from './not-searched.ts'
import { type SortKey, sortOf } from './sort.ts'

/** A search, understood. */
export interface Search {
  /** The types that are looked among. */
  readonly types: readonly string[]
  /** What each found resource must be, type by type: the same words may mean another parameter. */
  readonly criteria: ReadonlyMap<string, Criterion>
  readonly sort: readonly SortKey[]
  /** How many to a page; none where only the number is asked for. */
  readonly count: number
  readonly total: 'accurate' | 'estimate' | 'none'
  readonly summary: 'count' | 'data' | 'false' | 'text' | 'true'
  readonly elements: readonly string[]
  readonly includes: readonly Include[]
  /** The mark of the page that is asked for. */
  readonly cursor: string | undefined
  /** The query as it was understood, in its order. */
  readonly used: readonly (readonly [name: string, value: string])[]
  /** What was left out because it is not served, and the one who asks would rather have that. */
  readonly leftOut: readonly string[]
}

/** How many to a page unless the query says otherwise. */
export const COUNT = 20
/** How many to a page at most: what asks for more is given that many. */
export const COUNT_MAX = 500
/** How many parameters one query may have. */
const PARAMETERS_MAX = 50
const INCLUDES_MAX = 20

const RESULT = new Set([
  '_count',
  '_cursor',
  '_elements',
  '_include',
  '_revinclude',
  '_sort',
  '_summary',
  '_total',
  '_type',
  '_contained',
  '_containedType',
  '_query',
])

/** Without what is asked in these ways the rest would be another question, however lenient somebody is. */
const KEPT_TO = new Set<QueryProblem>(['wrong-value', 'codes-not-told', 'no-named-query', 'contained-not-searched'])

/** A query as it came, and what it is read with. */
export interface ToRead extends Reading {
  /** The type that the address names, or none: then `_type` does. */
  readonly type: string | undefined
  readonly query: readonly (readonly [name: string, value: string])[]
  /** What is not known is left out, and said to be. */
  readonly isLenient: boolean
  isServed(type: string): boolean
}

/** Reads a query. Throws `NotSearched` at the first part that cannot be understood, unless it may be left out. */
export function readSearch(toRead: ToRead): Search {
  const { query, isLenient } = toRead
  if (query.length > PARAMETERS_MAX) throw new NotSearched('too-much', query[PARAMETERS_MAX]![0])
  const types = typesOf(toRead)
  const leftOut: string[] = []
  const used: (readonly [string, string])[] = []
  const asked: (readonly [string, string])[] = []
  for (const [name, value] of query) {
    try {
      // PostgreSQL keeps no text with a NUL in it: nothing could be found by one.
      if (value === '' || value.includes('\0')) throw new NotSearched('wrong-value', name)
      if (!isResult(name)) for (const type of types) oneCriterion(type, name, value, toRead)
      else checkResult(types, name, value)
    } catch (fault) {
      if (!(fault instanceof NotSearched) || !isLenient || KEPT_TO.has(fault.problem)) throw fault
      leftOut.push(name)
      continue
    }
    used.push([name, value])
    if (!isResult(name)) asked.push([name, value])
  }
  const criteria = new Map(
    types.map(type => [
      type,
      { is: 'all', of: asked.map(([name, value]) => oneCriterion(type, name, value, toRead)) } as const,
    ]),
  )
  return { types, criteria, ...resultOf(types, used), used, leftOut }
}

/** Whether a parameter says how what is found is to be told, and not what. */
export function isResult(name: string): boolean {
  return RESULT.has(name) || /^_(rev)?include:/.test(name)
}

function typesOf({ type, query, isServed }: ToRead): string[] {
  const named = query.filter(([name]) => name === '_type').flatMap(([, value]) => value.split(','))
  const types = type === undefined ? [...new Set(named)] : [type]
  if (type !== undefined && named.length > 0) throw new NotSearched('unknown-parameter', '_type')
  if (types.length === 0 || types.length > 20 || !types.every(isServed)) throw new NotSearched('wrong-value', '_type')
  return types
}

function oneCriterion(type: string, name: string, value: string, reading: Reading): Criterion {
  return name === '_filter' ? filterCriterion(type, value, reading) : namedCriterion(type, name, value, reading)
}

function checkResult(types: readonly string[], name: string, value: string): void {
  if (name === '_query') throw new NotSearched('no-named-query', name)
  if (name === '_containedType' || (name === '_contained' && value !== 'false'))
    throw new NotSearched('contained-not-searched', name)
  resultOf(types, [[name, value]])
}

type Result = Pick<Search, 'count' | 'cursor' | 'elements' | 'includes' | 'sort' | 'summary' | 'total'>

function resultOf(types: readonly string[], used: readonly (readonly [string, string])[]): Result {
  const only = (name: string) => {
    const values = used.filter(([one]) => one === name).map(([, value]) => value)
    if (values.length > 1) throw new NotSearched('wrong-value', name)
    return values[0]
  }
  const summary = oneOf('_summary', only('_summary') ?? 'false', ['true', 'text', 'data', 'count', 'false'])
  const elements = only('_elements')?.split(',') ?? []
  if (elements.length > 50 || !elements.every(name => /^[a-zA-Z]{1,64}$/.test(name)))
    throw new NotSearched('wrong-value', '_elements')
  const includes = used
    .filter(([name]) => /^_(rev)?include\b/.test(name))
    .flatMap(([name, value]) => includeOf(types, name, value))
  if (includes.length > INCLUDES_MAX) throw new NotSearched('too-much', '_include')
  return {
    count: summary === 'count' ? 0 : countOf(only('_count')),
    cursor: only('_cursor'),
    elements,
    includes,
    sort: sortOf(types, only('_sort')),
    summary,
    total: oneOf('_total', only('_total') ?? 'none', ['none', 'estimate', 'accurate']),
  }
}

function oneOf<Text extends string>(name: string, value: string, values: readonly Text[]): Text {
  const found = values.find(one => one === value)
  if (found === undefined) throw new NotSearched('wrong-value', name)
  return found
}

function countOf(text: string | undefined): number {
  if (text === undefined) return COUNT
  if (!/^\d{1,9}$/.test(text)) throw new NotSearched('wrong-value', '_count')
  return Math.min(Number(text), COUNT_MAX)
}

/** The parameters by which resources of a type are searched, for whoever says what is served. */
export function servedParameters(type: string): readonly { readonly name: string; readonly type: Parameter['type'] }[] {
  const own = [...parametersOf(type).values()].map(({ code, type }) => ({ name: code, type }))
  return [...own, { name: '_filter', type: 'special' }, { name: '_list', type: 'special' }]
}
