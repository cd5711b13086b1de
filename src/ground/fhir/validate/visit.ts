import { digitsOf } from '../json/exact.ts'
import { type Issue, type IssueProblem, issueCode } from './issue.ts'

/** How many things are told of one resource: whoever mends it begins with these. */
const ISSUES_MAX = 100

/** How deep elements may stand in one another. Source: no example of R4 has thirty. */
export const DEPTH_MAX = 100

/** One walk through a resource: where it is, and what it has found. Places cost nothing until something is wrong there. */
export class Visit {
  readonly issues: Issue[] = []
  /** The outermost resource. */
  readonly root: unknown
  /** The resource that the place is in: the outermost, or one within a bundle. What is contained counts to what holds it. */
  resource: unknown
  readonly #path: (string | number)[] = []

  constructor(root: unknown) {
    this.root = root
    this.resource = root
  }

  /** Goes into an element, or a place of a list. Whoever does goes out again. */
  enter(name: string | number): void {
    this.#path.push(name)
  }

  leave(): void {
    this.#path.pop()
  }

  get isTooDeep(): boolean {
    return this.#path.length > DEPTH_MAX
  }

  get isFull(): boolean {
    return this.issues.length >= ISSUES_MAX
  }

  /** Something is wrong here, or at the element of that name below. */
  find(problem: IssueProblem, diagnostics: string, below?: string, severity: Issue['severity'] = 'error'): void {
    if (this.isFull) return
    const expression = this.#expression(below)
    this.issues.push({ severity, code: issueCode(problem), problem, diagnostics, expression })
    if (this.isFull) {
      const more = 'There may be more: only the first hundred are listed.'
      this.issues.push({
        severity: 'error',
        code: issueCode('tooMuch'),
        problem: 'tooMuch',
        diagnostics: more,
        expression,
      })
    }
  }

  /** A name that somebody made up is not repeated: the place is then that of what holds it. */
  #expression(below?: string): string {
    const path = below !== undefined && /^\w{1,64}$/.test(below) ? [...this.#path, below] : this.#path
    return path.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('')
  }
}

/** Looks at one value, and says in the visit what is wrong with it. */
export type Check = (value: unknown, visit: Visit) => void

/** A value as it may be shown in a message: short, on one line. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  const text = digitsOf(value) ?? (typeof value === 'object' && value !== null ? 'an object' : String(value))
  const line = text.slice(0, 60).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '·')
  return text.length > 60 ? `${line}…` : line
}
