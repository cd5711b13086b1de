/** The longest pattern that is read, and the most steps that it may be made of: none of a value set comes near. */
const PATTERN_LETTERS_MAX = 256
const STEPS_MAX = 2000

/**
 * A regular expression as a value set's filter may have one, for whole texts: letters, `.`, sets, groups, `|`, and how
 * often. It takes time in proportion to the text, whatever the pattern: it is followed along all its ways at once and
 * never goes back. Undefined for one that cannot be read, is too long, or looks ahead or back.
 */
export function patternOf(source: string): ((text: string) => boolean) | undefined {
  if (source.length > PATTERN_LETTERS_MAX) return undefined
  try {
    const start = new Laying().lay(new Reading(source).whole(), END)
    return text => follow(start, text)
  } catch (fault) {
    if (fault instanceof NotServed) return undefined
    throw fault
  }
}

/** What a pattern says. */
type Said =
  | { readonly letter: (letter: string) => boolean }
  | { readonly inTurn: readonly Said[] }
  | { readonly either: readonly Said[] }
  | { readonly repeated: Said; readonly min: number; readonly max: number }

/** A place on the way through a text: it goes on over a letter, or by several ways at once. */
interface Step {
  readonly letter?: (letter: string) => boolean
  next: Step[]
}

const END: Step = { next: [] }

class NotServed extends Error {}

function follow(start: Step, text: string): boolean {
  let here = reached([start])
  for (const letter of text) {
    here = reached([...here].flatMap(step => (step.letter?.(letter) ? step.next : [])))
    if (here.size === 0) return false
  }
  return here.has(END)
}

/** The steps at which a letter is waited for, or the end, from these. */
function reached(steps: readonly Step[]): Set<Step> {
  const seen = new Set<Step>()
  const waiting = [...steps]
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (seen.has(step)) continue
    seen.add(step)
    if (step.letter === undefined) waiting.push(...step.next)
  }
  return seen
}

/** Lays what is said out as steps, from its end. */
class Laying {
  #steps = 0

  lay(said: Said, next: Step): Step {
    if (++this.#steps > STEPS_MAX) throw new NotServed()
    if ('letter' in said) return { letter: said.letter, next: [next] }
    if ('inTurn' in said) return said.inTurn.reduceRight((after, one) => this.lay(one, after), next)
    if ('either' in said) return { next: said.either.map(one => this.lay(one, next)) }
    return this.#repeat(said.repeated, said.min, said.max, next)
  }

  #repeat(said: Said, min: number, max: number, next: Step): Step {
    let after = next
    if (max === Number.POSITIVE_INFINITY) {
      const again: Step = { next: [next] }
      again.next = [this.lay(said, again), next]
      after = again
    } else {
      for (let more = min; more < max; more++) after = { next: [this.lay(said, after), next] }
    }
    for (let needed = 0; needed < min; needed++) after = this.lay(said, after)
    return after
  }
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  d: /\d/,
  D: /\D/,
  w: /\w/,
  W: /\W/,
  s: /\s/,
  S: /\S/,
}

class Reading {
  readonly #letters: readonly string[]
  #at = 0

  constructor(source: string) {
    // The whole text is compared as it is.
    this.#letters = [...source.replace(/^\^/, '').replace(/(?<!\\)\$$/, '')]
  }

  whole(): Said {
    const said = this.#either()
    if (this.#at < this.#letters.length) throw new NotServed()
    return said
  }

  #either(): Said {
    const ways = [this.#inTurn()]
    while (this.#take('|')) ways.push(this.#inTurn())
    return { either: ways }
  }

  #inTurn(): Said {
    const parts: Said[] = []
    for (let next = this.#next(); next !== undefined && next !== '|' && next !== ')'; next = this.#next()) {
      parts.push(this.#repeated(this.#one()))
    }
    return { inTurn: parts }
  }

  #one(): Said {
    const letter = this.#letters[this.#at++] ?? ''
    if (letter === '(') return this.#group()
    if (letter === '[') return { letter: this.#set() }
    if (letter === '.') return { letter: () => true }
    if (letter === '\\') return { letter: this.#escaped() }
    if ('*+?{}^$'.includes(letter)) throw new NotServed()
    return { letter: one => one === letter }
  }

  #group(): Said {
    if (this.#take('?') && !this.#take(':')) throw new NotServed()
    const said = this.#either()
    if (!this.#take(')')) throw new NotServed()
    return said
  }

  #escaped(): (letter: string) => boolean {
    const letter = this.#letters[this.#at++]
    if (letter === undefined) throw new NotServed()
    const known = CLASSES[letter]
    if (known !== undefined) return one => known.test(one)
    // What stands for another letter, a place or an earlier group elsewhere is not guessed at.
    if (/[A-Za-z0-9]/.test(letter)) throw new NotServed()
    return one => one === letter
  }

  #set(): (letter: string) => boolean {
    const isOther = this.#take('^')
    const tests: ((letter: string) => boolean)[] = []
    while (!this.#take(']')) tests.push(this.#range())
    return letter => tests.some(test => test(letter)) !== isOther
  }

  #range(): (letter: string) => boolean {
    const from = this.#letters[this.#at++]
    if (from === undefined) throw new NotServed()
    if (from === '\\') return this.#escaped()
    const to = this.#letters[this.#at + 1]
    if (this.#next() !== '-' || to === undefined || to === ']') return letter => letter === from
    this.#at += 2
    if (to === '\\' || to < from) throw new NotServed()
    return letter => letter >= from && letter <= to
  }

  #repeated(said: Said): Said {
    const often = this.#often()
    if (often === undefined) return said
    // Taking as few as possible makes no difference to whether the whole text fits.
    this.#take('?')
    return { repeated: said, ...often }
  }

  #often(): { min: number; max: number } | undefined {
    if (this.#take('*')) return { min: 0, max: Number.POSITIVE_INFINITY }
    if (this.#take('+')) return { min: 1, max: Number.POSITIVE_INFINITY }
    if (this.#take('?')) return { min: 0, max: 1 }
    if (this.#next() !== '{') return undefined
    const [all, least = '', most] = /^\{(\d{1,4})(,\d{0,4})?\}/.exec(this.#letters.slice(this.#at).join('')) ?? []
    if (all === undefined) throw new NotServed()
    this.#at += all.length
    const min = Number(least)
    const max = most === undefined ? min : most === ',' ? Number.POSITIVE_INFINITY : Number(most.slice(1))
    if (max < min) throw new NotServed()
    return { min, max }
  }

  #next(): string | undefined {
    return this.#letters[this.#at]
  }

  #take(letter: string): boolean {
    if (this.#next() !== letter) return false
    this.#at++
    return true
  }
}
