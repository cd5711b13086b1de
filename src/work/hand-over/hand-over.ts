import { closingTime } from '#ground/closing-time.ts'
import { dayOf } from '#ground/day.ts'
import type { Bilingual, Language } from '#ground/language/say.ts'
import { afterWorkingDays } from '#ground/working-days.ts'

/** How soon the other team must say whether it takes it. */
export const URGENCIES = ['same-day', 'soon', 'routine'] as const
export type Urgency = (typeof URGENCIES)[number]

/** Of what class the words of a hand-over are: what is to be done for somebody. */
export const HAND_OVER_CLASS = 'care-and-support'

/** The longest text of what is asked, and of a reason, characters. */
export const ASKS_LENGTH_MAX = 2000

/** The announcement's topic; its id is the hand-over's. */
export const HAND_OVER_TOPIC = 'hand-over'

/** A team with the organisation it belongs to. */
export interface NamedTeam {
  readonly team: Bilingual
  readonly organisation: Bilingual
}

/** Somebody handed on, as both teams read it. */
export interface HandOver {
  readonly id: string
  /** Whoever it is about now. */
  readonly personId: string
  /** Whose words they are: their data is open to a reader, or the hand-over is not shown. */
  readonly contributorId: string
  readonly fromTeamId: string | undefined
  /** Undefined when a system sent it. */
  readonly from: NamedTeam | undefined
  /** The organisation whose words they are. */
  readonly fromOrganisation: Bilingual
  readonly fromName: string
  readonly toTeamId: string
  readonly to: NamedTeam
  readonly urgency: Urgency
  readonly asks: string
  readonly language: Language | undefined
  readonly handedAt: Date
  readonly answerBy: Date
  /** Not answered in time. */
  readonly isLate: boolean
  readonly answer: HandOverAnswer | undefined
  /** Whether the team that handed it on has seen the answer. */
  readonly isSeen: boolean
}

export interface HandOverAnswer {
  readonly kind: 'accepted' | 'declined' | 'withdrawn'
  readonly reason: string | undefined
  readonly by: string
  readonly at: Date
}

const HOUR_MS = 3_600_000
/** How long a team has for what cannot wait until tomorrow, hours, by day and by night. */
const SAME_DAY_HOURS = 4
/** By the end of which working day the others are to be answered. */
const SOON_WORKING_DAYS = 1
const ROUTINE_WORKING_DAYS = 5

/** By when what is handed on at a moment is to be answered. */
export function answerBy(urgency: Urgency, handedAt: Date): Date {
  if (urgency === 'same-day') return new Date(handedAt.getTime() + SAME_DAY_HOURS * HOUR_MS)
  const days = urgency === 'soon' ? SOON_WORKING_DAYS : ROUTINE_WORKING_DAYS
  return closingTime(afterWorkingDays(dayOf(handedAt), days))
}

/** When whoever answers for the other organisation is told that it is still not answered. */
export function escalatesAt(urgency: Urgency, due: Date): Date {
  if (urgency === 'same-day') return new Date(due.getTime() + SAME_DAY_HOURS * HOUR_MS)
  return closingTime(afterWorkingDays(dayOf(due), 1))
}
