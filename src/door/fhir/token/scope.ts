import { type Left, type Letter, type Level, leftBy, type Scope } from '#ground/fhir/scope.ts'
import { scopeTooNarrow } from '../problem.ts'
import type { Bearer } from './bearer.ts'
import { isOwnOfSystem } from './system.ts'

export type { Letter } from '#ground/fhir/scope.ts'

/**
 * The one person that a token is for, by the id it was given; undefined when it is open for whoever may be seen, or is a
 * system's own. Refused when no scope opens it at all. What a scope with a query leaves of the type is in `leftTo`. A scope is
 * only ever an upper bound: what may be seen is decided from the agreements and wishes, as for anybody. Source: SMART App
 * Launch 2.2, scopes.
 */
export function onlyAbout(bearer: Bearer | undefined, type: string, letter: Letter): string | undefined {
  const opening = scopesFor(bearer, levelsOf(bearer), type, letter)
  if (opening.length === 0) throw scopeTooNarrow(`${levelsOf(bearer).at(-1)}/${type}.${letter}`)
  return opening.some(({ level }) => level !== 'patient') ? undefined : bearer?.patient
}

/** What a token leaves of the resources of a type, whoever they are about. */
export function leftTo(bearer: Bearer | undefined, type: string, letter: Letter): Left {
  return leftBy(scopesFor(bearer, levelsOf(bearer), type, letter), type)
}

/** The same one person, of what is put together and kept nowhere: there a scope with a query opens nothing. */
export function onlyAboutAll(bearer: Bearer | undefined, type: string, letter: Letter): string | undefined {
  refuseQuery(bearer, ['patient', 'user'], type, letter)
  return onlyAbout(bearer, type, letter)
}

/** Refuses a token that was given for less than this, of whoever may be seen. */
export function refuseNarrowScope(bearer: Bearer | undefined, type: string, letter: Letter): void {
  if (onlyAboutAll(bearer, type, letter) !== undefined) throw scopeTooNarrow(`user/${type}.${letter}`)
}

/** The same of a token that a system has of its own. */
export function refuseNarrowSystemScope(bearer: Bearer | undefined, type: string, letter: Letter): void {
  refuseQuery(bearer, ['system'], type, letter)
}

function refuseQuery(bearer: Bearer | undefined, levels: readonly Level[], type: string, letter: Letter): void {
  if (scopesFor(bearer, levels, type, letter).every(({ query }) => query.length > 0))
    throw scopeTooNarrow(`${levels.at(-1)}/${type}.${letter}`)
}

function levelsOf(bearer: Bearer | undefined): readonly Level[] {
  return bearer !== undefined && isOwnOfSystem(bearer) ? ['system'] : ['patient', 'user']
}

/**
 * The scopes that open an interaction, of the widest level that does: what opens it for whoever may be seen stands for what
 * opens it for one person as well. One of one patient opens nothing to an app that was opened for nobody.
 */
function scopesFor(
  bearer: Bearer | undefined,
  levels: readonly Level[],
  type: string,
  letter: Letter,
): readonly Scope[] {
  const opening = (bearer?.scopes ?? []).filter(
    scope =>
      levels.includes(scope.level) &&
      (scope.type === type || scope.type === '*') &&
      scope.letters.has(letter) &&
      (scope.level !== 'patient' || bearer?.patient !== undefined),
  )
  const ofAll = opening.filter(({ level }) => level !== 'patient')
  return ofAll.length > 0 ? ofAll : opening
}
