import type { Parameter } from '../parameters.ts'
import { parametersOf, waysOf } from '../parameters.ts'
import type { Criterion } from './criterion.ts'
import { criterionOf, parameterOf, type Reading, VALUES_MAX } from './criterion-of.ts'
import { NotSearched } from './not-searched.ts'
import { split } from './split.ts'

/** How many references one parameter may follow. */
const CHAIN_MAX = 4

/**
 * What `name=value` asks of resources of a type, whatever the name: `code:not`, `subject:Patient.name`,
 * `_has:Observation:patient:code`, and each within another. Source: FHIR R4, 3.1.1.5.
 */
export function namedCriterion(
  type: string,
  name: string,
  value: string,
  reading: Reading,
  written = name,
  depth = 0,
): Criterion {
  if (depth > CHAIN_MAX) throw new NotSearched('too-much', written)
  const [, other, by, rest] = /^_has:([A-Za-z]+):([\w-]+):(.+)$/.exec(name) ?? []
  if (other !== undefined) {
    const reference = referenceOf(other, by!, written)
    const of = namedCriterion(other, rest!, value, reading, written, depth + 1)
    // What refers to it must do so as something of its type: nothing else is asked of the target.
    return either(waysOf(reference).map(by => ({ is: 'has', rows: reference.code, by, type: other, of })))
  }
  if (name === '_list') return inList(value, written)
  const [, code = '', modifier, chained] = /^([\w-]+)(?::([\w-]+))?(?:\.(.+))?$/.exec(name) ?? []
  if (chained === undefined) return criterionOf(parameterOf(type, code, written), modifier, value, reading)
  return chain(referenceOf(type, code, written), modifier, chained, value, reading, written, depth)
}

function referenceOf(type: string, code: string, written: string): Parameter {
  const parameter = parameterOf(type, code, written)
  if (parameter.type !== 'reference') throw new NotSearched('unknown-modifier', written)
  return parameter
}

function chain(
  parameter: Parameter,
  type: string | undefined,
  rest: string,
  value: string,
  reading: Reading,
  written: string,
  depth: number,
): Criterion {
  const { code, targets } = parameter
  if (type !== undefined && targets?.includes(type) === false) throw new NotSearched('unknown-modifier', written)
  const [, first = ''] = /^([\w-]+)/.exec(rest) ?? []
  const named = type === undefined ? (targets ?? []).filter(one => isOf(one, first)) : [type]
  if (named.length === 0) throw new NotSearched('unknown-parameter', written)
  return either(
    named.flatMap(one => {
      const of = namedCriterion(one, rest, value, reading, written, depth + 1)
      return waysOf(parameter).map((by): Criterion => ({ is: 'chain', rows: code, by, type: one, of }))
    }),
  )
}

function either(of: readonly Criterion[]): Criterion {
  return of.length === 1 ? of[0]! : { is: 'any', of }
}

/** It stands in a list, of which only the id is said: one that is not open is as one that is not there. Source: FHIR R4, 3.1.1.4.15. */
function inList(value: string, written: string): Criterion {
  const lists = split(value, ',').map(one => {
    // Of somebody, whichever list that be: `$current-allergies`.
    if (one.startsWith('$')) throw new NotSearched('unknown-modifier', written)
    const [, id] = /^(?:List\/)?([A-Za-z0-9.-]{1,64})$/.exec(one) ?? []
    if (id === undefined) throw new NotSearched('wrong-value', written)
    return id
  })
  if (lists.length > VALUES_MAX) throw new NotSearched('too-much', written)
  return either(lists.map(id => ({ is: 'has', rows: 'item', by: 'name', type: 'List', of: { is: 'id', id } })))
}

/** Whether resources of a type can be asked by what a chain goes on with. */
function isOf(type: string, first: string): boolean {
  return first === '_has' || first === '_list' || parametersOf(type).has(first)
}
