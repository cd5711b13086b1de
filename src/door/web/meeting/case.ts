import type { Entry } from '#work/conversation/conversation.ts'
import type { AgendaLine } from '#work/meeting/agenda.ts'
import type { WasAsked } from '#work/meeting/meeting.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import type { Choices } from '../conversation/choices.ts'
import type { Problems, Typed } from '../typed.ts'

/** Somebody the meeting is about, as far as one reader may see them. */
export interface ShownCase {
  readonly id: string
  readonly personId: string
  readonly name: string
  /** What matters to them, in their own words. */
  readonly ownWords: readonly PlanItem[]
  readonly lines: readonly AgendaLine[]
  readonly asked: WasAsked | undefined
  readonly decisions: readonly Entry[]
  readonly choices: Choices
}

/** A form of one case that comes back because something was wrong with it. */
export interface FilledCase {
  readonly caseId: string
  readonly form: 'decide' | 'asked'
  readonly typed: Typed
  readonly problems: Problems
}
