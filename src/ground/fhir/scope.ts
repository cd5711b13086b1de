import type { Criterion } from './search/query/criterion.ts'
import { scopeCriterion } from './search/query/of-scope.ts'

/** What a scope opens at most of a kind of resource: create, read, update, delete, search. Source: SMART App Launch 2.2. */
export type Letter = 'c' | 'd' | 'r' | 's' | 'u'

/** Whose data: of the one person an app was opened for, of whoever somebody may see, or of what a system may see itself. */
export type Level = 'patient' | 'system' | 'user'

/** A scope for resources, understood. It is an upper bound, and never a right to see anything. */
export interface Scope {
  readonly level: Level
  /** A type of resource, or `*` for all. */
  readonly type: string
  readonly letters: ReadonlySet<Letter>
  /** Only what has these codes, dates and references, as a search would ask for them; nothing for all of the type. */
  readonly query: readonly (readonly [name: string, value: string])[]
}

const SHAPE = /^(patient|system|user)\/(\*|[A-Z][A-Za-z]+)\.(\*|read|write|c?r?u?d?s?)(?:\?(.+))?$/

/** How version 1 wrote it. A read there was a search as well. Source: SMART App Launch 2.2, scopes, backward compatibility. */
const VERSION_1: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' }

/** Undefined for what is no scope for resources, or cannot be understood in full. */
export function parseScope(text: string): Scope | undefined {
  const [, level, type, letters = '', query] = SHAPE.exec(text) ?? []
  const named = VERSION_1[letters] ?? letters
  if (level === undefined || type === undefined || named === '') return undefined
  const pairs = query === undefined ? [] : [...new URLSearchParams(query)]
  // A query of which a part is not understood would bind to something else than it says.
  if (query !== undefined && (pairs.length === 0 || scopeCriterion(type, pairs) === undefined)) return undefined
  return { level: level as Level, type, letters: new Set([...named] as Letter[]), query: pairs }
}

/** A scope as it is written, so that it is understood as the same. */
export function scopeText({ level, type, letters, query }: Scope): string {
  const said = [...'cruds'].filter(letter => letters.has(letter as Letter)).join('')
  const asked = query.length === 0 ? '' : `?${new URLSearchParams(query.map(([name, value]) => [name, value]))}`
  return `${level}/${type}.${said}${asked}`
}

/** Every scope for resources in a list of scopes. What is none is left out. */
export function scopesIn(texts: readonly string[]): Scope[] {
  return texts.map(parseScope).filter(scope => scope !== undefined)
}

/** What scopes leave of a type: all of it, nothing of it, or what meets this. */
export type Left = 'all' | 'nothing' | Criterion

/** What some scopes, of those that are about a type, leave of it together: what any of them does. */
export function leftBy(scopes: readonly Scope[], type: string): Left {
  if (scopes.length === 0) return 'nothing'
  if (scopes.some(({ query }) => query.length === 0)) return 'all'
  return { is: 'any', of: scopes.map(scope => askedBy(scope, type)) }
}

/** What a scope asks of a type, read once: an export asks it at every resource. */
function askedBy(scope: Scope, type: string): Criterion {
  const byType = asked.get(scope) ?? new Map<string, Criterion>()
  asked.set(scope, byType)
  const known = byType.get(type) ?? scopeCriterion(type, scope.query) ?? { is: 'any', of: [] }
  byType.set(type, known)
  return known
}

const asked = new WeakMap<Scope, Map<string, Criterion>>()

/** Whether one scope opens no more than another. */
export function isWithin(inner: Scope, outer: Scope): boolean {
  return (
    inner.level === outer.level &&
    (outer.type === '*' || outer.type === inner.type) &&
    [...inner.letters].every(letter => outer.letters.has(letter)) &&
    outer.query.every(([name, value]) => inner.query.some(([one, other]) => one === name && other === value))
  )
}
