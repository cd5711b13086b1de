import type { FactName } from '#ground/fhir/care-plan/line.ts'
import type { Key, Say } from '#ground/language/say.ts'

/** What each fact of somebody else's plan is called. */
export const FACT_WORDS = {
  status: 'otherPlan.factStatus',
  progress: 'otherPlan.factProgress',
  reason: 'otherPlan.factReason',
  target: 'otherPlan.factTarget',
  due: 'otherPlan.factDue',
  starts: 'otherPlan.factStarts',
  ends: 'otherPlan.factEnds',
  when: 'otherPlan.factWhen',
  where: 'otherPlan.factWhere',
  who: 'otherPlan.factWho',
  role: 'otherPlan.factRole',
  dose: 'otherPlan.factDose',
  note: 'otherPlan.factNote',
} as const satisfies Record<FactName, Key>

/** The codes of FHIR's own lists that people meet most; of another the code itself is shown. */
const STATUS_WORDS: Readonly<Record<string, Key>> = {
  draft: 'otherPlan.isDraft',
  active: 'otherPlan.isActive',
  'in-progress': 'otherPlan.isActive',
  'on-hold': 'otherPlan.isOnHold',
  stopped: 'otherPlan.isStopped',
  cancelled: 'otherPlan.isStopped',
  revoked: 'otherPlan.isStopped',
  completed: 'otherPlan.isCompleted',
  achieved: 'otherPlan.isCompleted',
  'entered-in-error': 'otherPlan.isWrong',
  proposed: 'otherPlan.isProposed',
  accepted: 'otherPlan.isAccepted',
  planned: 'otherPlan.isPlanned',
  scheduled: 'otherPlan.isPlanned',
  'not-started': 'otherPlan.isPlanned',
  requested: 'otherPlan.isAsked',
}

/** How something stands, in the reader's language where we have the words. */
export function statusWords(say: Say, code: string): string {
  const key = Object.hasOwn(STATUS_WORDS, code) ? STATUS_WORDS[code] : undefined
  return key === undefined ? code : say.plain(key)
}

/** A day as people read it, where a text is one that FHIR writes; anything else as it stands. */
export function dayWords(say: Say, text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d(T.*)?$/.test(text) && !Number.isNaN(Date.parse(text))
  return isDay ? say.day(text.length > 10 ? new Date(text) : text) : text
}
