import type { Bilingual } from '#ground/language/say.ts'
import type { Figure } from '#ground/small-numbers.ts'
import type { RecordFault } from '#record/person/quality/fault.ts'

/** How many weeks are told at most, this one among them. */
export const WEEKS_SHOWN = 12

/**
 * A count of records as the reader may have it: exact of their own body, and of any other to the nearest five, with 1 to
 * 4 as few. `percent` is of all records of the organisation, made of the same figures; undefined where that is few.
 */
export interface Share {
  readonly records: Figure
  readonly percent: number | undefined
}

/** How good the records of one organisation are, as its figures were kept last. */
export interface OrganisationQuality {
  readonly organisation: { readonly id: string; readonly code: string; readonly name: Bilingual }
  /** Whether it is of the reader's own body: then figures are exact, and an officer is shown which records. */
  readonly isOwn: boolean
  readonly countedAt: Date
  readonly records: Figure
  /** Records without any fault that has a target. */
  readonly sound: Share
  /** Records that wait for somebody to say whose they are. */
  readonly undecided: Share
  /** Every fault that was found or has a target. */
  readonly faults: readonly FaultShare[]
  /** The Mondays of the weeks that are told, ISO 8601, the latest last. */
  readonly weeks: readonly string[]
  /** As the figures stood at the end of each week; undefined where none were kept. */
  readonly soundByWeek: readonly (number | undefined)[]
  /** What came in each week that was kept, and what came anew. */
  readonly arrivedByWeek: readonly Figure[]
  readonly changedByWeek: readonly Figure[]
}

export interface FaultShare extends Share {
  readonly fault: RecordFault
  /** How many in a hundred may have it; undefined when it is held against nobody of this kind. */
  readonly target: number | undefined
  readonly standing: Standing
  readonly byWeek: readonly (number | undefined)[]
}

/** Against the target: `untold` where few have the fault and it is not known whether they are more than may. */
export type Standing = 'met' | 'missed' | 'untold' | 'not-asked'

/** How many targets an organisation misses; undefined where its records are too few to tell. */
export function missedBy({ faults, records }: OrganisationQuality): number | undefined {
  return records === 'few' ? undefined : faults.filter(({ standing }) => standing === 'missed').length
}
