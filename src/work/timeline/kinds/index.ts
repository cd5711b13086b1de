import type { TimelineReader } from '../entry.ts'
import { appointments } from './appointments.ts'
import { hospital } from './hospital.ts'
import { letters } from './letters.ts'
import { plan } from './plan.ts'
import { record } from './record.ts'
import { referrals } from './referrals.ts'
import { results } from './results.ts'
import { reviews } from './reviews.ts'
import { scores } from './scores.ts'
import { visits } from './visits.ts'

/** Every kind of thing in a timeline, one file each, in the order in which they are offered to be shown alone. */
export const TIMELINE_KINDS = {
  hospital,
  visits,
  appointments,
  letters,
  results,
  plan,
  scores,
  reviews,
  referrals,
  record,
} as const satisfies Record<string, TimelineReader>

export type TimelineKind = keyof typeof TIMELINE_KINDS
