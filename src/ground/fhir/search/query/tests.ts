import { dateRange } from '../date-range.ts'
import { fold } from '../fold.ts'
import { cutUri } from '../value/reference.ts'
import { cut } from '../value/token.ts'
import { canonical, UCUM } from '../value/unit.ts'
import type {
  Criterion,
  DateTest,
  Prefix,
  QuantityTest,
  ReferenceTest,
  StringTest,
  Test,
  TokenTest,
  UriTest,
} from './criterion.ts'
import { plain, split } from './split.ts'

/** That some value passes a test; nothing where there is none, because what was asked cannot be read. */
export function asked(rows: string, test: Test | undefined): Criterion | undefined {
  return test && { is: 'value', rows, test }
}

/** `code`, `system|code`, `|code` for one without a system, `system|`. Undefined when it says nothing. */
export function tokenTest(text: string): TokenTest | undefined {
  const [first = '', second, ...more] = split(text, '|').map(plain)
  if (more.length > 0 || (first === '' && (second ?? '') === '')) return undefined
  if (second === undefined) return { kind: 'token', system: undefined, code: cut(first) }
  return { kind: 'token', system: cut(first), code: second === '' ? undefined : cut(second) }
}

/** `system|code|value`: an identifier by its type. */
export function ofTypeTest(text: string): TokenTest | undefined {
  const [system, code, value, ...more] = split(text, '|').map(plain)
  if (!code || !value || more.length > 0) return undefined
  return { kind: 'token', system: cut(`${system}|${code}`), code: cut(value) }
}

/** A text; nothing is a wrong one, for it would begin everything. */
export function stringTest(text: string, how: StringTest['how']): StringTest | undefined {
  const meant = plain(text)
  const compared = how === 'exact' ? meant : fold(meant)
  return compared === '' ? undefined : { kind: 'string', how, text: compared }
}

/** An address, and behind a bar which version. */
export function uriTest(text: string, how: UriTest['how']): UriTest | undefined {
  const [uri = '', version, ...more] = split(text, '|').map(plain)
  if (uri === '' || more.length > 0) return undefined
  return { kind: 'uri', how, uri: cutUri(uri), version: version ? cut(version) : undefined }
}

const PREFIXED = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(.*)$/s

/** A date and how to compare it. `now` is for `ap`, which lets in a tenth of what lies between then and now. */
export function dateTest(text: string, now: Date): DateTest | undefined {
  const [, prefix = 'eq', written = ''] = PREFIXED.exec(text) ?? []
  return dateTestBy(prefix as Prefix, written, now)
}

/** The same for a date without a prefix. */
export function dateTestBy(prefix: Prefix, written: string, now: Date): DateTest | undefined {
  // A plus in a query comes as a space.
  const range = dateRange(written.replace(' ', '+'))
  if (range === undefined) return undefined
  if (prefix !== 'ap') return { kind: 'date', prefix, ...range }
  const around = Math.abs(now.getTime() - range.from.getTime()) / 10
  const from = new Date(range.from.getTime() - around)
  const until = new Date(range.until.getTime() + around)
  return { kind: 'date', prefix, from, until }
}

const NUMBER = /^[+-]?\d{1,30}(?:\.(\d{1,30}))?(?:[eE]([+-]?\d{1,2}))?$/

/** A number and how to compare it. */
export function numberTest(text: string): QuantityTest | undefined {
  const [, prefix = 'eq', written = ''] = PREFIXED.exec(text) ?? []
  return numberTestBy(prefix as Prefix, written)
}

/**
 * The same for a number without a prefix. What is written stands for all that rounds to it: 100 for 99.5 to 100.5, 1e2
 * for 95 to 105. Source: FHIR R4, 3.1.1.4.6.
 */
export function numberTestBy(prefix: Prefix, written: string): QuantityTest | undefined {
  const [matched, decimals = '', exponent] = NUMBER.exec(written.replace(' ', '+')) ?? []
  if (matched === undefined) return undefined
  const value = Number(matched)
  const scale = Number(exponent ?? 0) - decimals.length - (exponent === undefined ? 0 : 1)
  const half = Number(`5e${scale - 1}`)
  const near = Math.abs(value) / 10
  const [low, high] = prefix === 'ap' ? [value - near, value + near] : [value - half, value + half]
  return { kind: 'quantity', prefix, value, low, high, unit: undefined }
}

/** `number`, `number|system|code`, `number||code`; and the same without its prefix, for `_filter`. */
export function quantityTest(text: string, by?: Prefix): QuantityTest | undefined {
  const [number = '', system, code, ...more] = split(text, '|').map(plain)
  const test = by === undefined ? numberTest(number) : numberTestBy(by, number)
  if (test === undefined || more.length > 0) return undefined
  if (system === undefined && code === undefined) return test
  return code ? { ...test, unit: { system: system ? cut(system) : undefined, code: cut(code) } } : undefined
}

/** A quantity in the unit that all of its kind have, where there is one: it finds the others too. */
export function inBase(test: QuantityTest): QuantityTest | undefined {
  const { unit, value, low, high } = test
  if (unit?.system !== UCUM) return undefined
  const one = canonical({ low: value, high, system: UCUM, code: unit.code })
  const least = canonical({ low, high, system: UCUM, code: unit.code })
  if (one?.low == null || least?.low == null || least.high === null) return undefined
  return { ...test, value: one.low, low: least.low, high: least.high, unit: { system: UCUM, code: one.code } }
}

const RELATIVE = /^(?:([A-Z][A-Za-z]{1,63})\/)?([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/

/** `id`, `Type/id`, or an address: one below `base` is of this record. `type` is what the query has said already. */
export function referenceTest(text: string, base: string, type?: string): ReferenceTest | UriTest | undefined {
  const meant = plain(text)
  const relative = meant.startsWith(`${base}/`) ? meant.slice(base.length + 1) : meant
  const [, named, id] = RELATIVE.exec(relative) ?? []
  if (id === undefined) return /^[a-z][a-z0-9+.-]{0,30}:\S/i.test(meant) ? uriTest(text, 'is') : undefined
  if (named !== undefined && type !== undefined && named !== type) return undefined
  return { kind: 'reference', type: named ?? type, id }
}
