import type { Letter, Level } from '#ground/fhir/scope.ts'
import { scopeTooNarrow } from '../problem.ts'
import type { Bearer } from './bearer.ts'

export type { Letter } from '#ground/fhir/scope.ts'

/** What a token leaves open of an interaction: only what is about one person, only what a search would find, or both. */
interface Limit {
  /** The person that the app was opened for, by the id it was given. */
  readonly patient: string | undefined
  readonly query: readonly (readonly [name: string, value: string])[]
}

/**
 * The one person that a token in somebody's name is for; undefined when it is open for whoever may be seen. Refused when no
 * scope opens it at all; a scope with a query opens nothing. A scope is only ever an upper bound: what may be seen is decided
 * from the agreements and wishes, as for anybody. Source: SMART App Launch 2.2, scopes.
 */
export function onlyAbout(bearer: Bearer | undefined, type: string, letter: Letter): string | undefined {
  const limits = limitsOf(bearer, { levels: ['patient', 'user'], type, letter }).filter(
    ({ query }) => query.length === 0,
  )
  if (limits.length === 0) throw scopeTooNarrow(`user/${type}.${letter}`)
  return limits.some(({ patient }) => patient === undefined) ? undefined : bearer?.patient
}

/** Refuses a token that was given for less than this, of whoever may be seen. */
export function refuseNarrowScope(bearer: Bearer | undefined, type: string, letter: Letter): void {
  if (onlyAbout(bearer, type, letter) !== undefined) throw scopeTooNarrow(`user/${type}.${letter}`)
}

/** The same of a token that a system has of its own. */
export function refuseNarrowSystemScope(bearer: Bearer | undefined, type: string, letter: Letter): void {
  const limits = limitsOf(bearer, { levels: ['system'], type, letter })
  if (!limits.some(({ query }) => query.length === 0)) throw scopeTooNarrow(`system/${type}.${letter}`)
}

interface Needed {
  readonly levels: readonly Level[]
  readonly type: string
  readonly letter: Letter
}

/** A scope of one patient opens nothing to an app that was opened for nobody. */
function limitsOf(bearer: Bearer | undefined, { levels, type, letter }: Needed): readonly Limit[] {
  const opening = (bearer?.scopes ?? []).filter(
    scope =>
      levels.includes(scope.level) &&
      (scope.type === type || scope.type === '*') &&
      scope.letters.has(letter) &&
      (scope.level !== 'patient' || bearer?.patient !== undefined),
  )
  if (opening.length === 0) throw scopeTooNarrow(`${levels.at(-1)}/${type}.${letter}`)
  return opening.map(({ level, query }) => ({ patient: level === 'patient' ? bearer?.patient : undefined, query }))
}
