import type { Bilingual } from '#ground/language/say.ts'
import type { Role } from '#record/organisation/role.ts'

/** Whether somebody who was asked to a meeting is there. */
export const WAYS = ['here', 'by-video', 'sends-word'] as const
export type Way = 'invited' | (typeof WAYS)[number]

/** What came of asking the person, or whoever lawfully acts for them, to a meeting about them. */
export const CAME_OF_IT = ['invited', 'comes', 'sends-word', 'does-not-come', 'not-asked'] as const
export type CameOfIt = (typeof CAME_OF_IT)[number]
/** Who may be asked to come. */
export const ASKED = ['person', 'representative'] as const
export type Asked = (typeof ASKED)[number]

/** Why somebody is to be talked about: what is due and what is stuck. */
export const AGENDA_REASONS = [
  'in-hospital',
  'late-question',
  'late-hand-over',
  'review-due',
  'stuck-action',
  'overdue-action',
  'unanswered-action',
] as const
export type AgendaReason = (typeof AGENDA_REASONS)[number]

/** The longest reason or word about asking the person, characters. */
export const ASKED_LENGTH_MAX = 1000
/** How many people one meeting talks about at most. */
export const CASES_MAX = 20

/** The announcement's topic for what is decided; its id is the case's. */
export const MEETING_TOPIC = 'meeting'
/** The announcement's topic for who is there and who takes the notes; its id is the meeting's. */
export const ATTENDANCE_TOPIC = 'meeting-attendance'

/** A meeting without those it is about. */
export interface Meeting {
  readonly id: string
  readonly teamId: string
  readonly team: Bilingual
  readonly beginsAt: Date
  readonly attendees: readonly Attendee[]
  /** Who writes down what is decided. */
  readonly noteTaker: { readonly accountId: string; readonly name: string }
}

export interface Attendee {
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly organisation: Bilingual
  readonly way: Way
}

/** Somebody a meeting is about, as they are now. */
export interface Case {
  readonly id: string
  readonly personId: string
}

/** Whether the person was asked, as it was said last. */
export interface WasAsked {
  readonly whom: Asked
  readonly cameOfIt: CameOfIt
  readonly words: string | undefined
  readonly by: string
  readonly at: Date
}

export type MeetingProblem =
  | 'meeting.notShown'
  | 'meeting.noTeam'
  | 'meeting.nobodyChosen'
  | 'meeting.tooMany'
  | 'meeting.timeMissing'
  | 'meeting.timeBefore'
  | 'meeting.notNoteTaker'
  | 'meeting.attendeeMissing'
  | 'meeting.whyNotAsked'
  | 'meeting.wordsTooLong'
