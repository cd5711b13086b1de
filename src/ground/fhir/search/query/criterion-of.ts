import { fold } from '../fold.ts'
import { type Parameter, type ParameterType, type Part, parametersOf } from '../parameters.ts'
import type { Criterion, Test } from './criterion.ts'
import { nearOf } from './near.ts'
import { NotSearched } from './not-searched.ts'
import { plain, split } from './split.ts'
import type { Coded, Terminology } from './terminology.ts'
import {
  dateTest,
  inBase,
  numberTest,
  ofTypeTest,
  quantityTest,
  referenceTest,
  stringTest,
  tokenTest,
  uriTest,
} from './tests.ts'

/** What a query is read with. */
export interface Reading {
  /** The address of this record's FHIR door: references below it are of this record. */
  readonly base: string
  readonly now: Date
  readonly terminology: Terminology
}

/** How many values one parameter may give to choose from. */
const VALUES_MAX = 100

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
      return tokens(parameter, modifier, value, reading, written)
    case 'string':
      if (modifier === 'exact' || modifier === 'contains') return asked(code, stringTest(value, modifier))
      if (modifier !== 'text') plainOnly()
      return asked(code, stringTest(value, 'begins'))
    case 'reference':
      return references(parameter, modifier, value, reading, written)
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

function asked(rows: string, test: Test | undefined): Criterion | undefined {
  return test && { is: 'value', rows, test }
}

/** A quantity whose unit is known to be a number of others is looked for among those as well. */
function measured(rows: string, test: Test | undefined): Criterion | undefined {
  const base = test?.kind === 'quantity' ? inBase(test) : undefined
  return base === undefined ? asked(rows, test) : asked(`${rows}:base`, base)
}

function tokens(
  { code }: Parameter,
  modifier: string | undefined,
  value: string,
  { terminology }: Reading,
  written: string,
): Criterion | undefined {
  const all = (codes: readonly Coded[] | undefined): Criterion | undefined =>
    codes && { is: 'any', of: codes.map(one => ({ is: 'value', rows: code, test: { kind: 'token', ...one } })) }
  switch (modifier) {
    case undefined:
      return asked(code, tokenTest(value))
    case 'text':
      return asked(`${code}:text`, stringTest(value, 'begins'))
    case 'of-type':
      return asked(`${code}:of-type`, ofTypeTest(value))
    case 'in':
      return all(terminology.codesOf(plain(value)))
    case 'above':
    case 'below': {
      const { system, code: named } = tokenTest(value) ?? {}
      return system && named ? all(terminology.related(modifier, { system, code: named })) : undefined
    }
    default:
      throw new NotSearched('unknown-modifier', written)
  }
}

function references(
  { code, targets }: Parameter,
  modifier: string | undefined,
  value: string,
  { base }: Reading,
  written: string,
): Criterion | undefined {
  switch (modifier) {
    case undefined:
      return asked(code, referenceTest(value, base))
    case 'identifier':
      return asked(`${code}:identifier`, tokenTest(value))
    case 'text':
      return asked(`${code}:text`, stringTest(value, 'begins'))
    case 'above':
    case 'below':
      return asked(code, uriTest(value, modifier))
    default:
      if (!isType(modifier) || targets?.includes(modifier) === false) throw new NotSearched('unknown-modifier', written)
      return asked(code, referenceTest(value, base, modifier))
  }
}

function isType(modifier: string): boolean {
  return /^[A-Z][A-Za-z]+$/.test(modifier)
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
