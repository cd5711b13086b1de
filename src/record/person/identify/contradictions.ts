import { type Decided, decideTwo, type Ready, ready } from '../matching/decide.ts'
import type { Matcher } from '../matching/matcher.ts'
import { onlyStandard } from '../matching/record.ts'
import type { Standard } from '../standard/standard.ts'
import type { Surroundings } from './find-near.ts'
import type { Known } from './near.ts'

/** A record of the same person that now speaks against the one that changed. */
export interface Contradiction {
  readonly recordId: string
  readonly decided: Decided
}

/**
 * The other records of the person that a changed record speaks against: those that now hold another NHS number, and all
 * of them if there was one that spoke for it before and now there is none. Empty for a record that was never compared
 * before, and for one that somebody linked although nothing spoke for it.
 */
export function contradictions(
  matcher: Matcher,
  { own, kin }: Surroundings,
  before: Standard | undefined,
): Contradiction[] {
  if (before === undefined || kin.length === 0) return []
  const then = compareWith(matcher, ready(matcher, onlyStandard(before)), kin)
  const now = compareWith(matcher, own.ready, kin)
  if (then.some(isFor) && !now.some(isFor)) return now
  return now.filter((one, at) => isAnotherNumber(one) && !then.slice(at, at + 1).some(isAnotherNumber))
}

function compareWith(matcher: Matcher, one: Ready, others: readonly Known[]): Contradiction[] {
  return others.map(({ recordId, ready: other }) => ({ recordId, decided: decideTwo(matcher, one, other) }))
}

function isFor({ decided }: Contradiction): boolean {
  return decided.decision !== 'none' && !isAnotherNumber({ decided })
}

function isAnotherNumber({ decided }: Pick<Contradiction, 'decided'>): boolean {
  return decided.guards.includes('twoNumbers')
}
