import type { Codes } from '../codes.ts'
import type { Matcher } from '../matcher.ts'
import { Grow } from './grow.ts'

/** Every different way in which pairs came out, by number, and how many pairs did. */
export interface Patterns {
  /** Codes of all patterns, one after another. */
  readonly codes: Uint8Array
  readonly counts: Int32Array
  /** How many codes each has. */
  readonly width: number
}

/** Gives every different row of codes a number. */
export class PatternNumbers {
  readonly #numbers = new Map<number, number>()
  readonly #radixes: readonly number[]
  readonly #codes = new Grow()
  readonly #counts = new Grow()

  constructor(matcher: Matcher) {
    this.#radixes = matcher.weights.map(({ stranger }) => stranger.length)
  }

  /** The number of these codes, whose count rises by `pairs`. */
  count(codes: Codes, pairs: number): number {
    const key = this.#keyOf(codes)
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(key, number)
      for (const code of codes) this.#codes.push(code)
      this.#counts.push(0)
    }
    this.#counts.raise(number, pairs)
    return number
  }

  done(): Patterns {
    return { codes: Uint8Array.from(this.#codes.view()), counts: this.#counts.view(), width: this.#radixes.length }
  }

  /** Exact up to 2^53: the parser of a model refuses one whose codes could be more. */
  #keyOf(codes: Codes): number {
    let key = 0
    for (let at = 0; at < codes.length; at++) key = key * (this.#radixes[at] ?? 1) + (codes[at] ?? 0)
    return key
  }
}

/** How many patterns there are. */
export function patternCount({ counts }: Patterns): number {
  return counts.length
}

/** The codes of a pattern. */
export function codesOf({ codes, width }: Patterns, pattern: number): Codes {
  return codes.subarray(pattern * width, (pattern + 1) * width)
}
