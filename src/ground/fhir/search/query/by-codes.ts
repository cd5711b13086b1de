import { parametersOf } from '../parameters.ts'
import type { Criterion } from './criterion.ts'
import { split } from './split.ts'
import { tokenTest } from './tests.ts'

/** What says where somebody is, which is not open to everybody to whom they are: whether it holds would be telling. */
const WHERE_THEY_ARE = new Set(['address-use', 'email', 'phone', 'telecom'])
/** What all types have, for a query that is about every type. */
const OF_ALL = new Set(['_security', '_tag'])

/**
 * What a query asks of resources of a type (or of all, by `*`) by the codes in them and nothing else: any of the values that
 * a parameter gives, and all of the parameters. Undefined where a part of it asks anything else, or cannot be read.
 */
export function codesCriterion(
  type: string,
  query: readonly (readonly [name: string, value: string])[],
): Criterion | undefined {
  const of = query.map(([name, value]) => anyOf(type, name, value))
  return of.every(one => one !== undefined) ? { is: 'all', of } : undefined
}

function anyOf(type: string, name: string, value: string): Criterion | undefined {
  const isKnown = type === '*' ? OF_ALL.has(name) : parametersOf(type).get(name)?.type === 'token'
  if (!isKnown || name === '_id' || (type === 'Patient' && WHERE_THEY_ARE.has(name))) return undefined
  const tests = split(value, ',').map(tokenTest)
  if (!tests.every(test => test !== undefined)) return undefined
  return { is: 'any', of: tests.map(test => ({ is: 'value', rows: name, test })) }
}
