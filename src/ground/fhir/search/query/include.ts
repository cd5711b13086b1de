import { type Parameter, parametersOf, waysOf } from '../parameters.ts'
import { NotSearched } from './not-searched.ts'

/** What is sent beside what was found: what that refers to, or what refers to it. */
export interface Include {
  readonly isReverse: boolean
  /** Also from what has been included. */
  readonly iterates: boolean
  /** The type that the reference stands in. */
  readonly source: string
  /** The parameter that finds it; undefined for every reference. */
  readonly rows: string | undefined
  /** Those of these parameters whose references are addresses. */
  readonly addresses: readonly string[]
  /** Only what is of this type. */
  readonly target: string | undefined
}

/** Reads `_include` and `_revinclude`. Source: FHIR R4, 3.1.1.5.4. */
export function includeOf(types: readonly string[], name: string, value: string): Include[] {
  const [, reverse, modifier] = /^_(rev)?include(?::(\w+))?$/.exec(name) ?? []
  const isReverse = reverse !== undefined
  // `recurse` is what R3 called it.
  if (modifier !== undefined && modifier !== 'iterate' && modifier !== 'recurse')
    throw new NotSearched('unknown-modifier', name)
  const iterates = modifier !== undefined
  if (value === '*' && !isReverse)
    return types.map(source => ({ isReverse, iterates, source, ...every(source), target: undefined }))
  const [source = '', code = '', target, ...more] = value.split(':')
  if (more.length > 0) throw new NotSearched('wrong-value', name)
  const parameter = parametersOf(source).get(code)
  if (code !== '*' && parameter?.type !== 'reference') throw new NotSearched('wrong-value', name)
  if (target !== undefined && parameter?.targets?.includes(target) === false) throw new NotSearched('wrong-value', name)
  const asked = parameter === undefined ? every(source) : { rows: code, addresses: addressesAmong([parameter]) }
  return [{ isReverse, iterates, source, ...asked, target }]
}

function every(source: string): Pick<Include, 'addresses' | 'rows'> {
  return { rows: undefined, addresses: addressesAmong([...parametersOf(source).values()]) }
}

function addressesAmong(parameters: readonly Parameter[]): string[] {
  return parameters.filter(one => one.type === 'reference' && waysOf(one).includes('address')).map(({ code }) => code)
}
