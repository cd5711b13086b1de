import type { Identity } from './patient.ts'

/** A source record already held, whose person the incoming one may be. */
export interface Candidate extends Identity {
  readonly personId: string
  readonly sourceRecordId: string
}

/** What to do with a record that has come in, and the evidence for it. */
export type MatchDecision =
  | { readonly decision: 'link'; readonly personId: string; readonly evidence: Evidence }
  | { readonly decision: 'review'; readonly candidateId: string; readonly reason: ReviewReason }
  | { readonly decision: 'conflict'; readonly candidateId: string }
  | { readonly decision: 'new' }

export interface Evidence {
  readonly sourceRecordId: string
  readonly agreed: readonly ('nhsNumber' | 'birthDate' | 'familyName')[]
}

export type ReviewReason = 'match.numberNotVerified' | 'match.severalPeople'

/**
 * Decides whose record this is, from a verified NHS number and a second identifier (day of birth or family name).
 * A verified number whose day of birth and family name both differ is a conflict: somebody's number is on the wrong
 * record, and no score may join them. Without a verified number nothing is linked by itself.
 * Source: HSSIB, local integrated investigation pilot 1 (wrong NHS number, wrong medicines); domain.md, traps 4 and 5.
 */
export function decideMatch(incoming: Identity, candidates: readonly Candidate[]): MatchDecision {
  const sameNumber = candidates.filter(({ nhsNumber }) => nhsNumber !== undefined && nhsNumber === incoming.nhsNumber)
  const [first] = sameNumber
  if (first === undefined) return { decision: 'new' }
  const agreeing = sameNumber.filter(candidate => secondIdentifiers(incoming, candidate).length > 0)
  const [best] = agreeing
  if (best === undefined) return { decision: 'conflict', candidateId: first.personId }
  if (new Set(agreeing.map(({ personId }) => personId)).size > 1) {
    return { decision: 'review', candidateId: best.personId, reason: 'match.severalPeople' }
  }
  if (!incoming.nhsNumberVerified || !agreeing.some(({ nhsNumberVerified }) => nhsNumberVerified)) {
    return { decision: 'review', candidateId: best.personId, reason: 'match.numberNotVerified' }
  }
  const agreed = ['nhsNumber', ...secondIdentifiers(incoming, best)] as const
  return { decision: 'link', personId: best.personId, evidence: { sourceRecordId: best.sourceRecordId, agreed } }
}

function secondIdentifiers(one: Identity, other: Identity): ('birthDate' | 'familyName')[] {
  const agreed: ('birthDate' | 'familyName')[] = []
  if (one.birthDate !== undefined && one.birthDate === other.birthDate) agreed.push('birthDate')
  if (one.familyKey !== '' && one.familyKey === other.familyKey) agreed.push('familyName')
  return agreed
}
