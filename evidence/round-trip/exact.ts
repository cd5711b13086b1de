/** JSON by somebody who shares no code with the product: every number by its digits, every order as it came. */
export type Exact = string | boolean | null | Digits | readonly Exact[] | ExactFields
export interface ExactFields {
  readonly [name: string]: Exact
}

/** A number as it was written. */
export class Digits {
  readonly digits: string

  constructor(digits: string) {
    this.digits = digits
  }

  /** For `writeExact`: what stands in JSON instead of a number that a double would spoil. */
  toJSON(): unknown {
    return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(this.digits)
  }
}

type Reviver = (name: string, value: unknown, context: { readonly source?: string }) => unknown

/** Reads JSON without losing a digit. */
export function readExact(text: string): Exact {
  const keep: Reviver = (_, value, { source }) => (typeof value === 'number' ? new Digits(source ?? '') : value)
  return JSON.parse(text.replace(/^\ufeff/, ''), keep as Parameters<typeof JSON.parse>[1])
}

/** Writes it again, digit by digit. */
export function writeExact(value: Exact): string {
  return JSON.stringify(value)
}

/** Whether something is an object with fields. */
export function isFields(value: unknown): value is ExactFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Digits)
}

/**
 * Where two resources differ first, and how; undefined where they say the same. That fields stand in another order is no
 * difference; anything else is: a digit, a place in a list, an element that is there or not.
 */
export function difference(sent: Exact | undefined, got: Exact | undefined, path = ''): string | undefined {
  if (Array.isArray(sent) && Array.isArray(got)) {
    for (let at = 0; at < Math.max(sent.length, got.length); at++) {
      const found = difference(sent[at], got[at], `${path}[${at}]`)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (isFields(sent) && isFields(got)) {
    for (const name of new Set([...Object.keys(sent), ...Object.keys(got)])) {
      const found = difference(sent[name], got[name], path === '' ? name : `${path}.${name}`)
      if (found !== undefined) return found
    }
    return undefined
  }
  const [one, other] = [sent, got].map(value => (value === undefined ? 'nothing' : textOf(value)))
  return one === other ? undefined : `${path}: ${shortened(one ?? '')} came back as ${shortened(other ?? '')}`
}

function textOf(value: Exact): string {
  return value instanceof Digits ? writtenOut(value.digits) : writeExact(value)
}

/**
 * A number without its exponent, which a database writes out: `1.50e-1` is `0.150`. Of one that is written out every digit
 * counts.
 */
export function writtenOut(digits: string): string {
  const [, sign = '', whole = '', part = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(digits) ?? []
  if (exponent === undefined) return digits
  const point = whole.length + Number(exponent)
  const all = `${whole}${part}`
  const padded = all.padStart(all.length + Math.max(0, 1 - point), '0').padEnd(point, '0')
  const at = Math.max(1, point)
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  return `${sign}${left}${padded.length > at ? `.${padded.slice(at)}` : ''}`
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
