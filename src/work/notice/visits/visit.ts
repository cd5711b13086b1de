import type { Bilingual } from '#ground/language/say.ts'

/** A visit that a provider has planned, as far as one reader may know it. */
export interface PlannedVisit {
  readonly id: string
  readonly startsAt: Date
  readonly endsAt: Date | undefined
  readonly description: string | undefined
  readonly providerId: string
  readonly provider: Bilingual
  /** That it would be in vain; undefined where it is not, or where this reader may not know. */
  readonly hold: Hold | undefined
}

/** Why a visit would be in vain, and what its provider has said to that. */
export interface Hold {
  /** The notice with which it began. */
  readonly noticeId: string
  /** Undefined for the provider's own workers who may not know why: they read that it is held, and no more. */
  readonly because: 'in-hospital' | 'died' | undefined
  /** Until the provider says so, a hold is proposed; it is shown as held all the same. */
  readonly answer: HoldAnswer | undefined
}

export interface HoldAnswer {
  readonly goesAhead: boolean
  readonly by: string
  readonly at: Date
}
