import { type ParameterType, parametersOf, waysOf } from '../parameters.ts'
import type { Criterion } from './criterion.ts'
import { criterionOf, type Reading } from './criterion-of.ts'
import { canBeMet } from './meets.ts'
import { NotSearched } from './not-searched.ts'
import { NO_TERMINOLOGY } from './terminology.ts'

/** What says where somebody is, which is not open to everybody to whom they are: whether it holds would be telling. */
const WHERE_THEY_ARE = new Set(['address-use', 'email', 'phone', 'telecom'])
/** What all types have, for a query that is about every type. */
const OF_ALL = new Set(['_security', '_tag'])
/** Of what kind a parameter must be for it to be told of a resource in the hand as a search tells it. */
const TOLD = new Set<ParameterType>(['date', 'reference', 'token'])

/** A scope is for no door in particular, and means the same at every moment. */
const READING: Reading = { base: '', now: new Date(0), terminology: NO_TERMINOLOGY }

/**
 * What a scope's query asks of resources of a type (or of all, by `*`): codes, dates with a prefix, and references within the
 * record, any of the values that a parameter gives and all of the parameters. Undefined where a part of it asks anything
 * else, or cannot be read.
 */
export function scopeCriterion(
  type: string,
  query: readonly (readonly [name: string, value: string])[],
): Criterion | undefined {
  const of = query.map(([name, value]) => anyOf(type, name, value))
  return of.every(one => one !== undefined) ? { is: 'all', of } : undefined
}

function anyOf(type: string, name: string, value: string): Criterion | undefined {
  const parameter = parametersOf(type === '*' ? 'Resource' : type).get(name)
  if (parameter === undefined || !TOLD.has(parameter.type) || (type === '*' && !OF_ALL.has(name))) return undefined
  if (type === 'Patient' && WHERE_THEY_ARE.has(name)) return undefined
  // What is about a moment is another thing by the day: nobody would know what was agreed to.
  if (parameter.type === 'date' && value.split(',').some(one => one.startsWith('ap'))) return undefined
  // An address is another matter of each server; PostgreSQL keeps no text with a NUL in it.
  if ((parameter.type === 'reference' && !waysOf(parameter).includes('name')) || value.includes('\0')) return undefined
  try {
    const criterion = criterionOf(parameter, undefined, value, READING)
    return canBeMet(criterion) ? criterion : undefined
  } catch (fault) {
    if (fault instanceof NotSearched) return undefined
    throw fault
  }
}
