import type { ParameterType } from '../parameters.ts'
import { parametersOf } from '../parameters.ts'
import type { Kind } from '../value/rows.ts'
import { NotSearched } from './not-searched.ts'

/** One thing to sort by: a column of the resource itself, or the least (or, downwards, the greatest) of its values. */
export interface SortKey {
  readonly by: 'id' | 'updated' | Kind
  /** The parameter, as the rows name it. */
  readonly rows: string
  readonly isDown: boolean
}

/** How many keys one search may be sorted by. */
const KEYS_MAX = 4

const KIND_OF: Partial<Record<ParameterType, Kind>> = {
  date: 'date',
  number: 'quantity',
  quantity: 'quantity',
  reference: 'reference',
  string: 'string',
  token: 'token',
  uri: 'uri',
}

/** Reads `_sort`: several keys, the first the weightiest, each downwards behind a dash. */
export function sortOf(types: readonly string[], text: string | undefined): SortKey[] {
  const names = text?.split(',') ?? []
  if (names.length > KEYS_MAX) throw new NotSearched('too-much', '_sort')
  return names.map(name => {
    const isDown = name.startsWith('-')
    const code = isDown ? name.slice(1) : name
    if (code === '_score') throw new NotSearched('no-score', '_sort')
    if (code === '_id') return { by: 'id', rows: code, isDown }
    if (code === '_lastUpdated') return { by: 'updated', rows: code, isDown }
    const kinds = new Set(types.map(type => KIND_OF[parametersOf(type).get(code)?.type ?? 'special']))
    const [by] = kinds
    if (by === undefined || kinds.size > 1 || code.startsWith('_')) throw new NotSearched('wrong-value', '_sort')
    return { by, rows: code, isDown }
  })
}
