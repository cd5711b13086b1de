import { type ParameterType, parametersOf, waysOf } from '../parameters.ts'
import type { Criterion, Prefix, Test } from './criterion.ts'
import { criterionOf, measured, parameterOf, type Reading } from './criterion-of.ts'
import { NotSearched } from './not-searched.ts'
import { dateTestBy, quantityTest, referenceTest, stringTest, uriTest } from './tests.ts'

/** The longest expression that is read, characters, and how deep its brackets may go. */
const LENGTH_MAX = 2_000
const DEPTH_MAX = 20

/** What `_filter` asks of resources of a type. Source: FHIR R4, 3.1.3, search filter. */
export function filterCriterion(type: string, text: string, reading: Reading): Criterion {
  if (text.length > LENGTH_MAX) throw new NotSearched('too-much', '_filter')
  const words = wordsOf(text)
  const read = new Filter(words, type, reading)
  const criterion = read.either(0)
  if (!read.isOver) throw wrong()
  return criterion
}

function wrong(): NotSearched {
  return new NotSearched('wrong-value', '_filter')
}

const WORD = /\s*(?:([()])|"((?:[^"\\]|\\.)*)"|([^\s()"]+))/y

interface Word {
  readonly text: string
  readonly isQuoted: boolean
}

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  WORD.lastIndex = 0
  while (WORD.lastIndex < text.trimEnd().length) {
    const found = WORD.exec(text)
    if (found === null) throw wrong()
    const [, bracket, quoted, bare] = found
    words.push({ text: bracket ?? quoted?.replace(/\\(.)/g, '$1') ?? bare!, isQuoted: quoted !== undefined })
  }
  return words
}

class Filter {
  readonly #words: Word[]
  readonly #type: string
  readonly #reading: Reading

  constructor(words: Word[], type: string, reading: Reading) {
    this.#words = words
    this.#type = type
    this.#reading = reading
  }

  get isOver(): boolean {
    return this.#words.length === 0
  }

  either(depth: number): Criterion {
    if (depth > DEPTH_MAX) throw new NotSearched('too-much', '_filter')
    const of = [this.#both(depth)]
    while (this.#takes('or')) of.push(this.#both(depth))
    return of.length === 1 ? of[0]! : { is: 'any', of }
  }

  #both(depth: number): Criterion {
    const of = [this.#one(depth)]
    while (this.#takes('and')) of.push(this.#one(depth))
    return of.length === 1 ? of[0]! : { is: 'all', of }
  }

  #one(depth: number): Criterion {
    if (this.#takes('not')) return { is: 'not', of: this.#one(depth + 1) }
    if (this.#takes('(')) {
      const inner = this.either(depth + 1)
      if (!this.#takes(')')) throw wrong()
      return inner
    }
    const [path, operator, value] = [this.#words.shift(), this.#words.shift(), this.#words.shift()]
    if (path === undefined || operator === undefined || value === undefined || path.isQuoted) throw wrong()
    return followed(this.#type, path.text, operator.text, value.text, this.#reading)
  }

  #takes(text: string): boolean {
    const [next] = this.#words
    if (next === undefined || next.isQuoted || next.text !== text) return false
    this.#words.shift()
    return true
  }
}

/** `subject.name`: along references, to all that they may lead to. */
function followed(type: string, path: string, operator: string, value: string, reading: Reading, depth = 0): Criterion {
  const [, code = '', rest] = /^([\w-]+)(?:\.(.+))?$/.exec(path) ?? []
  const parameter = parameterOf(type, code, path)
  if (rest === undefined) return compared(type, code, operator, value, reading)
  const [, first = ''] = /^([\w-]+)/.exec(rest) ?? []
  const targets = (parameter.targets ?? []).filter(target => parametersOf(target).has(first))
  if (parameter.type !== 'reference' || targets.length === 0 || depth > 3) throw wrong()
  const of = targets.flatMap(target => {
    const of = followed(target, rest, operator, value, reading, depth + 1)
    return waysOf(parameter).map((by): Criterion => ({ is: 'chain', rows: code, by, type: target, of }))
  })
  return of.length === 1 ? of[0]! : { is: 'any', of }
}

const STRINGS = { eq: 'is', co: 'contains', sw: 'begins', ew: 'ends' } as const
const MODIFIERS: Readonly<Record<string, string>> = { ss: 'below', sb: 'above', in: 'in', ni: 'not-in' }

/** Of these there is no more than that they are it. */
const ASKED_PLAINLY = new Set<ParameterType>(['composite', 'special', 'token'])

function compared(type: string, code: string, operator: string, value: string, reading: Reading): Criterion {
  const parameter = parameterOf(type, code)
  const escaped = value.replace(/[\\,$]/g, sign => `\\${sign}`)
  if (operator === 'ne') return { is: 'not', of: compared(type, code, 'eq', value, reading) }
  if (operator === 'pr')
    return criterionOf(parameter, 'missing', value === 'true' ? 'false' : value === 'false' ? 'true' : '', reading)
  const modifier = MODIFIERS[operator]
  if (modifier !== undefined) return criterionOf(parameter, modifier, escaped, reading)
  if (code.startsWith('_') || ASKED_PLAINLY.has(parameter.type)) {
    if (operator !== 'eq') throw wrong()
    return criterionOf(parameter, undefined, escaped, reading)
  }
  const test = testBy(parameter.type, operator, escaped, reading)
  const criterion = measured(code, test)
  if (criterion === undefined) throw wrong()
  return criterion
}

const PREFIXES: readonly Prefix[] = ['ap', 'eb', 'eq', 'ge', 'gt', 'le', 'lt', 'po', 'sa']

function testBy(type: string, operator: string, value: string, { base, now }: Reading): Test | undefined {
  const prefix = PREFIXES.find(one => one === operator)
  switch (type) {
    case 'string': {
      const how = Object.hasOwn(STRINGS, operator) ? STRINGS[operator as keyof typeof STRINGS] : undefined
      return how && stringTest(value, how)
    }
    case 'date':
      return prefix && dateTestBy(prefix, value.replace(/\\/g, ''), now)
    case 'number':
    case 'quantity':
      return prefix === undefined || prefix === 'po' ? undefined : quantityTest(value, prefix)
    case 'reference':
      return operator === 'eq' || operator === 're' ? referenceTest(value, base) : undefined
    default:
      return operator === 'eq' ? uriTest(value, 'is') : operator === 'sw' ? uriTest(value, 'below') : undefined
  }
}
