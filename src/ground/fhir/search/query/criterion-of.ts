import { fold } from '../fold.ts'
import { type Parameter, type ParameterType, type Part, parametersOf } from '../parameters.ts'
import type { Criterion, Test } from './criterion.ts'
import { nearOf } from './near.ts'
import { NotSearched } from './not-searched.ts'
import { referenceCriterion } from './reference.ts'
import { plain, split } from './split.ts'
import type { Terminology } from './terminology.ts'
import {
  asked,
  dateTest,
  inBase,
  numberTest,
  quantityTest,
  referenceTest,
  stringTest,
  tokenTest,
  uriTest,
} from './tests.ts'
import { tokenCriterion } from './token.ts'

/** What a query is read with. */
export interface Reading {
  /** The address of this record's FHIR door: references below it are of this record. */
  readonly base: string
  readonly now: Date
  readonly terminology: Terminology
}

/** How many values one parameter may give to choose from. */
export const VALUES_MAX = 100

/** The parameter of a name; throws where the type has none. */
export function parameterOf(type: string, name: string, written = name): Parameter {
  const parameter = parametersOf(type).get(name)
  if (parameter === undefined) throw new NotSearched('unknown-parameter', written)
  return parameter
}

/** What `name:modifier=value,value` asks of a resource: that some value of its is one of these. */
export function criterionOf(
  parameter: Parameter,
  modifier: string | undefined,
  value: string,
  reading: Reading,
): Criterion {
  const written = modifier === undefined ? parameter.code : `${parameter.code}:${modifier}`
  if (modifier === 'missing') return missing(parameter, value, written)
  const values = split(value, ',')
  if (values.length > VALUES_MAX) throw new NotSearched('too-much', written)
  const isNot = modifier === 'not' || modifier === 'not-in'
  if (isNot && parameter.type !== 'token') throw new NotSearched('unknown-modifier', written)
  const wanted = modifier === 'not' ? undefined : modifier === 'not-in' ? 'in' : modifier
  const of = values.map(one => {
    const found = one === '' ? undefined : valueCriterion(parameter, wanted, one, reading, written)
    if (found === undefined) throw new NotSearched('wrong-value', written)
    return found
  })
  const one: Criterion = of.length === 1 ? of[0]! : { is: 'any', of }
  return isNot ? { is: 'not', of: one } : one
}

const COLUMNS = new Set(['_id', '_lastUpdated', '_text', '_content'])

function missing({ code, type }: Parameter, value: string, written: string): Criterion {
  if (value !== 'true' && value !== 'false') throw new NotSearched('wrong-value', written)
  if (COLUMNS.has(code)) throw new NotSearched('unknown-modifier', written)
  const isPart = type === 'composite' || type === 'special'
  const kinds = KINDS_OF[type]
  const present: Criterion = { is: 'present', rows: isPart ? `${code}$0` : code, kinds }
  return value === 'false' ? present : { is: 'not', of: present }
}

const KINDS_OF: Readonly<Record<ParameterType, readonly Test['kind'][]>> = {
  composite: ['token', 'reference', 'quantity', 'uri'],
  date: ['date'],
  number: ['quantity'],
  quantity: ['quantity'],
  reference: ['reference', 'uri'],
  special: ['quantity'],
  string: ['string'],
  token: ['token'],
  uri: ['uri'],
}

/** What one value asks; undefined where it cannot be read. */
function valueCriterion(
  parameter: Parameter,
  modifier: string | undefined,
  value: string,
  reading: Reading,
  written: string,
): Criterion | undefined {
  const { code, type } = parameter
  const plainOnly = () => {
    if (modifier !== undefined) throw new NotSearched('unknown-modifier', written)
  }
  if (COLUMNS.has(code)) {
    plainOnly()
    return ofItself(code, value, reading)
  }
  switch (type) {
    case 'token':
      return tokenCriterion(parameter, modifier, value, reading.terminology, written)
    case 'string':
      if (modifier === 'exact' || modifier === 'contains') return asked(code, stringTest(value, modifier))
      if (modifier !== 'text') plainOnly()
      return asked(code, stringTest(value, 'begins'))
    case 'reference':
      return referenceCriterion(parameter, modifier, value, reading.base, written)
    case 'uri':
      if (modifier === 'above' || modifier === 'below') return asked(code, uriTest(value, modifier))
      plainOnly()
      return asked(code, uriTest(value, 'is'))
    case 'composite':
      plainOnly()
      return composite(parameter, value, reading)
    case 'special':
      plainOnly()
      return nearOf(value)
    default:
      plainOnly()
      return measured(code, testOf(type, value, reading))
  }
}

function ofItself(code: string, value: string, { now }: Reading): Criterion | undefined {
  if (code === '_id') return { is: 'id', id: plain(value) }
  if (code === '_lastUpdated') {
    const test = dateTest(value, now)
    return test && { is: 'updated', test }
  }
  const words = fold(plain(value))
    .split(' ')
    .filter(word => word !== '')
  return words.length === 0 ? undefined : { is: 'words', where: code === '_text' ? 'narrative' : 'anywhere', words }
}

/** What one value must be; a quantity whose unit is known to be a number of others is looked for among those as well. */
export function measured(rows: string, test: Test | undefined): Criterion | undefined {
  const base = test?.kind === 'quantity' ? inBase(test) : undefined
  return base === undefined ? asked(rows, test) : asked(`${rows}:base`, base)
}

function composite({ code, parts }: Parameter, value: string, reading: Reading): Criterion | undefined {
  const values = split(value, '$')
  if (values.length !== parts.length) return undefined
  const tests = parts.map((part: Part, place) => testOf(part.type, values[place]!, reading))
  return tests.some(test => test === undefined) ? undefined : { is: 'composite', rows: code, tests: tests as Test[] }
}

/** What one value of a type asks, without any modifier. */
export function testOf(type: ParameterType, value: string, { base, now }: Reading): Test | undefined {
  switch (type) {
    case 'token':
      return tokenTest(value)
    case 'string':
      return stringTest(value, 'begins')
    case 'date':
      return dateTest(value, now)
    case 'number':
      return numberTest(value)
    case 'quantity':
      return quantityTest(value)
    case 'reference':
      return referenceTest(value, base)
    case 'uri':
      return uriTest(value, 'is')
    case 'composite':
    case 'special':
      return undefined
  }
}
