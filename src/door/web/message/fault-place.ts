import { PROBLEM_PLACES } from '#ground/hl7/problem.ts'

/** Where in an HL7 message a reason lies: a segment, and a field of it where there is one. */
export interface FaultPlace {
  readonly segment: string
  readonly field?: number
}

/** Reasons that the reader of messages does not give: they came up when the message was held against the record. */
const OTHERS: Readonly<Record<string, FaultPlace>> = {
  'feed.unknownSender': { segment: 'MSH', field: 3 },
  'feed.controlIdReused': { segment: 'MSH', field: 10 },
  'feed.noLocalId': { segment: 'PID', field: 3 },
  'feed.triggerNotApplied': { segment: 'MSH', field: 9 },
  'feed.visitUnknown': { segment: 'PV1', field: 19 },
  'feed.visitOfAnother': { segment: 'PV1', field: 19 },
  'match.numberOfSomebodyElse': { segment: 'PID', field: 3 },
}

/** Where to look for what is wrong; undefined where no one place is. */
export function faultPlace(reason: string | undefined): FaultPlace | undefined {
  const places: Readonly<Record<string, FaultPlace>> = { ...OTHERS, ...PROBLEM_PLACES }
  return reason !== undefined && Object.hasOwn(places, reason) ? places[reason] : undefined
}
