import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { JsonProblem } from './problem.ts'

/** How much JSON is read. */
export interface JsonLimits {
  /** Objects and lists within one another. */
  readonly depthMax: number
  /** Names in all objects together. */
  readonly keysMax: number
  /** Letters of one number, written out without its exponent: so the database keeps it, and it may be sent again as it was read. */
  readonly digitsMax: number
}

/** Far above the largest official example of R4 in depth, just above it in names, and twice as long as its longest number. */
export const JSON_LIMITS: JsonLimits = { depthMax: 100, keysMax: 500_000, digitsMax: 500 }

/** What must be known of a text before it is parsed, because parsing would lose it, or be made to. */
export interface Scan {
  readonly keys: number
  /** Whether some number is written with digits that a double would lose. */
  readonly hasExactNumber: boolean
  /** Whether characters are written by their number, so that halves of them may stand alone. */
  readonly hasEscape: boolean
}

/** The smallest power of ten that a double holds. A database would write out what is smaller, zero by zero. */
const EXPONENT_MIN = -324

/** Walks once through a text that may be JSON. What is not JSON is found when it is parsed: this only bounds and counts. */
export function scan(text: string, limits = JSON_LIMITS): Outcome<Scan, JsonProblem> {
  const seen = { keys: 0, depth: 0, hasExactNumber: false, hasEscape: false }
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === QUOTE) {
      const end = endOfText(text, at)
      // Without its end it is no JSON.
      if (end === -1) return refused('json.malformed')
      const inside = end - at < 6 ? '' : text.slice(at + 1, end)
      if (inside.includes('\\u')) {
        seen.hasEscape = true
        if (/(?:^|[^\\])(?:\\\\)*\\u0000/.test(inside)) return refused('json.nul')
      }
      at = end
    } else if (letter === COLON) {
      if (++seen.keys > limits.keysMax) return refused('json.tooManyKeys')
    } else if (letter === OPEN_OBJECT || letter === OPEN_LIST) {
      if (++seen.depth > limits.depthMax) return refused('json.tooDeep')
    } else if (letter === CLOSE_OBJECT || letter === CLOSE_LIST) seen.depth--
    else if (letter === MINUS || (letter >= ZERO && letter <= NINE)) {
      const end = endOfNumber(text, at)
      const digits = text.slice(at, end)
      if (lengthWrittenOut(digits) > limits.digitsMax || !isHeld(digits)) return refused('json.number')
      seen.hasExactNumber ||= isExact(digits)
      at = end - 1
    }
  }
  return done(seen)
}

/** Whether a double would lose some of these digits. */
export function isExact(digits: string): boolean {
  return String(Number(digits)) !== digits
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const MINUS = 0x2d
const ZERO = 0x30
const NINE = 0x39

/** Where the quotes close that open here: not at one that is written with a backslash. */
function endOfText(text: string, open: number): number {
  let end = text.indexOf('"', open + 1)
  while (end !== -1 && isEscaped(text, end, open)) end = text.indexOf('"', end + 1)
  return end
}

function isEscaped(text: string, at: number, open: number): boolean {
  let from = at
  while (from - 1 > open && text.charCodeAt(from - 1) === BACKSLASH) from--
  return (at - from) % 2 === 1
}

function endOfNumber(text: string, from: number): number {
  NUMBER.lastIndex = from
  return from + (NUMBER.exec(text)?.[0].length ?? 1)
}

const NUMBER = /[-+.0-9eE]+/y

function lengthWrittenOut(digits: string): number {
  const [, exponent = '0'] = /[eE][+-]?(\d+)$/.exec(digits) ?? []
  return digits.length + Number(exponent)
}

function isHeld(digits: string): boolean {
  const [, exponent = '0'] = /[eE](-\d+)$/.exec(digits) ?? []
  // What is no number at all is found when it is parsed.
  return Math.abs(Number(digits)) !== Number.POSITIVE_INFINITY && Number(exponent) >= EXPONENT_MIN
}
