import { digitsOf } from '../json/exact.ts'
import { holdsExact, readable } from '../path/readable.ts'
import { type Issue, type IssueProblem, isAboutForm, issueCode } from './issue.ts'

/** How many errors are told of one resource, and how many warnings: whoever mends it begins with these. */
const ISSUES_MAX = 100

/** How deep elements may stand in one another. Source: no example of R4 has thirty. */
export const DEPTH_MAX = 100

/** One walk through a resource: where it is, and what it has found. Places cost nothing until something is wrong there. */
export class Visit {
  readonly issues: Issue[] = []
  /** How many errors are about form: what has no form cannot be asked anything more. */
  malformed = 0
  #errors = 0
  #warnings = 0
  /** The resource that the place is in. */
  resource: unknown
  /** The one that contains it, or itself where none does: a resource in a bundle stands for itself. */
  root: unknown
  /** Whether the resource that the place is in stands in `contained` of another. */
  isContained = false
  /** The profile that is asked; undefined where FHIR R4 itself is. */
  #profile: string | undefined
  /** Whether the rules of types are asked besides their form. */
  readonly asksRules: boolean
  readonly #path: (string | number)[] = []
  readonly #outermost: unknown
  #holdsExact: boolean | undefined
  readonly #readable = new Map<unknown, unknown>()

  constructor(resource: unknown, asksRules = true) {
    this.asksRules = asksRules
    this.resource = resource
    this.root = resource
    this.#outermost = resource
  }

  /** Looks at a resource within the one it is in. */
  inResource(resource: unknown, look: () => void): void {
    const { resource: outer, root, isContained } = this
    this.isContained = this.#path.at(-2) === 'contained'
    if (!this.isContained) this.root = resource
    this.resource = resource
    look()
    this.resource = outer
    this.root = root
    this.isContained = isContained
  }

  /** Asks what a profile says. */
  by(profile: string, look: () => void): void {
    const outer = this.#profile
    this.#profile = profile
    look()
    this.#profile = outer
  }

  /** A visit of its own at the same resource, to find out whether anything would be wrong. */
  trial(): Visit {
    const trial = new Visit(this.#outermost, this.asksRules)
    trial.resource = this.resource
    trial.root = this.root
    trial.isContained = this.isContained
    trial.#holdsExact = this.#holdsExact
    return trial
  }

  /** A value of this resource as expressions can be asked of it. */
  readable(value: unknown): unknown {
    this.#holdsExact ??= holdsExact(this.#outermost)
    if (!this.#holdsExact) return value
    const known = this.#readable.get(value)
    if (known !== undefined) return known
    const made = readable(value)
    this.#readable.set(value, made)
    return made
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
    return this.#errors > ISSUES_MAX
  }

  /** Something is wrong here, or at the element of that name below. */
  find(problem: IssueProblem, diagnostics: string, below?: string, severity: Issue['severity'] = 'error'): void {
    const told = severity === 'error' ? this.#errors++ : this.#warnings++
    if (severity === 'error' && isAboutForm(problem)) this.malformed++
    if (told > ISSUES_MAX || (told === ISSUES_MAX && severity === 'warning')) return
    const expression = this.#expression(below)
    if (told === ISSUES_MAX)
      this.#add('tooMuch', 'There is more: only the first hundred are listed.', expression, 'error')
    else this.#add(problem, diagnostics, expression, severity)
  }

  #add(problem: IssueProblem, diagnostics: string, expression: string, severity: Issue['severity']): void {
    const by = this.#profile === undefined ? {} : { profile: this.#profile }
    this.issues.push({ severity, code: issueCode(problem), problem, diagnostics, expression, ...by })
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
