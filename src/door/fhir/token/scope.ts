import { scopeTooNarrow } from '../problem.ts'
import type { Bearer } from './bearer.ts'

/** Which letter of a scope an interaction needs. Source: SMART App Launch 2.2, scopes. */
export type Letter = 'c' | 'd' | 'r' | 's' | 'u'

/**
 * Refuses a token that was given for less than this. A scope is only an upper bound: what may be seen is decided from
 * the agreements and wishes, as for anybody. A scope with a query would bound it further in a way that is not served, so
 * it opens nothing; so do the scopes of one patient, which need a launch that there is not.
 */
export function refuseNarrowScope(bearer: Bearer | undefined, type: string, letter: Letter): void {
  refuseNarrow(bearer, { level: 'user', type, letter })
}

/** The same of a token that a system has of its own. */
export function refuseNarrowSystemScope(bearer: Bearer | undefined, type: string, letter: Letter): void {
  refuseNarrow(bearer, { level: 'system', type, letter })
}

interface Needed {
  readonly level: 'user' | 'system'
  readonly type: string
  readonly letter: Letter
}

function refuseNarrow(bearer: Bearer | undefined, { level, type, letter }: Needed): void {
  const opens = bearer?.scopes.some(scope => {
    const [, at, of, letters] = /^(user|system)\/(\w+|\*)\.(c?r?u?d?s?)$/.exec(scope) ?? []
    return at === level && (of === type || of === '*') && letters?.includes(letter) === true
  })
  if (opens !== true) throw scopeTooNarrow(`${level}/${type}.${letter}`)
}
