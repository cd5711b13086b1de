import type { AdtTrigger } from '#ground/hl7/trigger.ts'
import type { NoticeKind } from '#work/notice/notice.ts'

/** The events about a visit that are applied, and the notice each raises. The others are kept for a person to see. */
const VISIT_NOTICES = {
  A01: 'admitted',
  A02: 'moved',
  A03: 'went-home',
  A04: undefined,
  A05: undefined,
  A06: 'admitted',
  A07: undefined,
  A08: undefined,
  A11: 'admission-cancelled',
  A12: 'moved',
  A13: 'admitted',
} as const satisfies Partial<Record<AdtTrigger, NoticeKind | undefined>>

export type AppliedTrigger = keyof typeof VISIT_NOTICES

/** The events that change only what is held of the person. */
const PERSON_TRIGGERS: readonly AdtTrigger[] = ['A28', 'A31']

/** The events in which a number for somebody is given up in favour of another. */
const MERGE_TRIGGERS: readonly AdtTrigger[] = ['A34', 'A40', 'A43']

/** Whether the event says that two numbers of the sender's are one person's, and is applied. */
export function isMergeTrigger(trigger: AdtTrigger): boolean {
  return MERGE_TRIGGERS.includes(trigger)
}

/** Whether the event changes a stay in hospital, and is applied. */
export function isVisitTrigger(trigger: AdtTrigger): trigger is AppliedTrigger {
  return Object.hasOwn(VISIT_NOTICES, trigger)
}

/** Whether the event changes only what is held of the person, and is applied. */
export function isPersonTrigger(trigger: AdtTrigger): boolean {
  return PERSON_TRIGGERS.includes(trigger)
}

/** What to tell people. An update tells of a new expected day alone: not every correction is news. */
export function noticeFor(
  trigger: AppliedTrigger,
  change: { readonly expectedHomeChanged: boolean },
): NoticeKind | undefined {
  if (trigger === 'A08') return change.expectedHomeChanged ? 'expected-home' : undefined
  return VISIT_NOTICES[trigger]
}
