import { isUtf8 } from 'node:buffer'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { exactNumber } from './exact.ts'
import type { JsonProblem } from './problem.ts'
import { isExact, JSON_LIMITS, type JsonLimits, type Scan, scan } from './scan.ts'

/**
 * Reads JSON that anybody may have sent, and loses nothing of it: a number whose digits a double would lose is kept by its
 * digits (`isExactNumber`), and what cannot be kept is refused. It is bounded before it is parsed, so that no depth, no
 * number of names and no digits wear anything out. How many bytes may come is for whoever takes them in. Never throws.
 */
export function readJson(sent: Uint8Array | string, limits: JsonLimits = JSON_LIMITS): Outcome<unknown, JsonProblem> {
  const text = textOf(sent)
  if (text === undefined) return refused('json.charset')
  const scanned = scan(text, limits)
  if (!scanned.ok) return scanned
  const parsed = parse(text, scanned.value)
  if (parsed === undefined) return refused('json.malformed')
  const walk = { keys: 0, hasEscape: scanned.value.hasEscape }
  const fault = faultIn(parsed.value, walk)
  if (fault !== undefined) return refused(fault)
  // Where one object says a name twice, what was parsed has fewer names than stood there.
  return walk.keys === scanned.value.keys ? done(parsed.value) : refused('json.duplicateKey')
}

function textOf(sent: Uint8Array | string): string | undefined {
  if (typeof sent === 'string') return sent.isWellFormed() ? sent.replace(MARK, '') : undefined
  return isUtf8(sent)
    ? Buffer.from(sent.buffer, sent.byteOffset, sent.length).toString('utf8').replace(MARK, '')
    : undefined
}

/** The mark of byte order, which some programs put before a text. */
const MARK = /^\ufeff/

function parse(text: string, { hasExactNumber }: Scan): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text, hasExactNumber ? (keepDigits as Reviver) : undefined) }
  } catch {
    return undefined
  }
}

/** As Node 24 calls it; the compiler knows only the first two arguments. */
type Reviver = (key: string, value: unknown) => unknown

function keepDigits(_key: string, value: unknown, { source }: { source?: string }): unknown {
  return typeof value === 'number' && source !== undefined && isExact(source) ? exactNumber(source) : value
}

/** Counts the names on the way. */
function faultIn(value: unknown, walk: { keys: number; readonly hasEscape: boolean }): JsonProblem | undefined {
  if (typeof value === 'string') return walk.hasEscape && !value.isWellFormed() ? 'json.charset' : undefined
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) {
    for (const one of value) {
      const fault = faultIn(one, walk)
      if (fault !== undefined) return fault
    }
    return undefined
  }
  return faultInFields(value as Record<string, unknown>, walk)
}

function faultInFields(
  value: Readonly<Record<string, unknown>>,
  walk: { keys: number; readonly hasEscape: boolean },
): JsonProblem | undefined {
  // A number kept by its digits is no object of the text.
  if (Object.getPrototypeOf(value) === null) return undefined
  for (const key of Object.keys(value)) {
    walk.keys++
    if (key === '__proto__') return 'json.key'
    if (walk.hasEscape && !key.isWellFormed()) return 'json.charset'
    const fault = faultIn(value[key], walk)
    if (fault !== undefined) return fault
  }
  return undefined
}
