/**
 * What of FHIRPath says where something is: names, an index, `first()`, `last()`, `ofType(…)`, `extension('…')` and
 * `where(…)` with comparisons. Of an expression by anybody nothing else is run, so that none takes longer than what it reads.
 */
export type Step =
  | { readonly go: 'name'; readonly name: string }
  | { readonly go: 'index'; readonly index: number }
  | { readonly go: 'first' | 'last' }
  | { readonly go: 'type'; readonly type: string }
  | { readonly go: 'where'; readonly criterion: Criterion }

/** What must hold of an element for `where(…)` to leave it. */
export type Criterion =
  | { readonly test: 'and' | 'or'; readonly left: Criterion; readonly right: Criterion }
  | { readonly test: '=' | '!='; readonly steps: readonly Step[]; readonly literal: string | number | boolean }
  | { readonly test: 'exists' | 'empty'; readonly steps: readonly Step[] }

/** A path from a resource on: the type that it begins with, and the steps from there. */
export interface PatchPath {
  readonly type: string
  readonly steps: readonly Step[]
}

/** Longer than any that says where one element is. */
const LENGTH_MAX = 1000
const DEPTH_MAX = 10

/** Reads a path. Undefined for what is none, or says more than where something is. */
export function readPatchPath(text: string): PatchPath | undefined {
  if (text.length > LENGTH_MAX) return undefined
  const tokens = tokensOf(text)
  if (tokens === undefined) return undefined
  try {
    const reading = new Reading(tokens)
    const type = reading.name()
    const steps = reading.steps()
    return reading.isDone() ? { type, steps } : undefined
  } catch (fault) {
    if (fault instanceof NoPath) return undefined
    throw fault
  }
}

class NoPath extends Error {}

const TOKEN = /\s*(\d+(?:\.\d+)?|'(?:[^'\\]|\\.)*'|`[A-Za-z]\w*`|\$this|@[\dT:+.Z-]+|[A-Za-z]\w*|!=|[=.()[\]])/y

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = []
  const end = text.trimEnd().length
  TOKEN.lastIndex = 0
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    const [, token] = TOKEN.exec(text) ?? []
    if (token === undefined) return undefined
    tokens.push(token)
  }
  return tokens
}

/** Goes through the tokens of one path. */
class Reading {
  readonly #tokens: readonly string[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens
  }

  isDone(): boolean {
    return this.#at === this.#tokens.length
  }

  name(): string {
    const [, name] = /^`?([A-Za-z]\w*)`?$/.exec(this.#next()) ?? []
    if (name === undefined) throw new NoPath()
    return name
  }

  steps(): Step[] {
    const steps: Step[] = []
    for (;;) {
      if (this.#take('[')) {
        steps.push({ go: 'index', index: this.#whole() })
        this.#must(']')
      } else if (this.#peek() === '.' && !this.#endsInTest()) {
        this.#at++
        steps.push(...this.#step())
      } else return steps
    }
  }

  /** Whether `exists()` or `empty()` follows, which is no step. */
  #endsInTest(): boolean {
    const [name, open] = this.#tokens.slice(this.#at + 1, this.#at + 3)
    return (name === 'exists' || name === 'empty') && open === '('
  }

  #step(): Step[] {
    const name = this.name()
    if (!this.#take('(')) return [{ go: 'name', name }]
    const steps = this.#function(name)
    this.#must(')')
    return steps
  }

  #function(name: string): Step[] {
    if (name === 'first' || name === 'last') return [{ go: name }]
    // More than one is refused by whoever goes along the path.
    if (name === 'single') return []
    if (name === 'ofType' || name === 'as') return [{ go: 'type', type: this.name() }]
    if (name === 'where') return [{ go: 'where', criterion: this.#criterion() }]
    if (name !== 'extension') throw new NoPath()
    const criterion: Criterion = { test: '=', steps: [{ go: 'name', name: 'url' }], literal: this.#literal() }
    return [
      { go: 'name', name },
      { go: 'where', criterion },
    ]
  }

  #criterion(): Criterion {
    if (++this.#depth > DEPTH_MAX) throw new NoPath()
    let left = this.#all()
    while (this.#take('or')) left = { test: 'or', left, right: this.#all() }
    this.#depth--
    return left
  }

  #all(): Criterion {
    let left = this.#one()
    while (this.#take('and')) left = { test: 'and', left, right: this.#one() }
    return left
  }

  #one(): Criterion {
    if (this.#take('(')) {
      const inner = this.#criterion()
      this.#must(')')
      return inner
    }
    const first: Step[] = this.#take('$this') ? [] : [{ go: 'name', name: this.name() }]
    const steps = [...first, ...this.steps()]
    if (this.#take('.')) {
      const test = this.name() === 'exists' ? 'exists' : 'empty'
      this.#must('(')
      this.#must(')')
      return { test, steps }
    }
    const test = this.#take('=') ? '=' : '!='
    if (test === '!=') this.#must('!=')
    return { test, steps, literal: this.#literal() }
  }

  #literal(): string | number | boolean {
    const token = this.#next()
    if (token.startsWith("'")) return token.slice(1, -1).replace(/\\(.)/g, '$1')
    if (token.startsWith('@')) return token.slice(1)
    if (token === 'true' || token === 'false') return token === 'true'
    if (!/^\d/.test(token)) throw new NoPath()
    return Number(token)
  }

  #whole(): number {
    const token = this.#next()
    if (!/^\d{1,9}$/.test(token)) throw new NoPath()
    return Number(token)
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at]
  }

  #next(): string {
    const token = this.#tokens[this.#at++]
    if (token === undefined) throw new NoPath()
    return token
  }

  #take(token: string): boolean {
    if (this.#peek() !== token) return false
    this.#at++
    return true
  }

  #must(token: string): void {
    if (!this.#take(token)) throw new NoPath()
  }
}
