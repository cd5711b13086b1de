import type { Location, Visit } from './adt-event.ts'
import { findSegment, type Repetition } from './field.ts'
import { onlySaid } from './header.ts'
import type { Hl7Message, Segment } from './message.ts'
import {
  firstStated,
  namePart,
  part,
  type Reading,
  stated,
  statedCode,
  statedDate,
  statedMoment,
  statedText,
} from './reading.ts'
import type { SenderMap } from './sender.ts'
import type { Clinician, Coded, Stated, VisitKind } from './stated.ts'

/**
 * Reads PV1, and PV2 and the first DG1 that go with it: the stay or attendance. Undefined when PV1 says nothing of
 * one; a bare class of "not applicable" or "unknown" is how senders fill a PV1 that the standard demands and they
 * have no use for.
 */
export function readVisit(reading: Reading, message: Hl7Message): Visit | undefined {
  const pv1 = findSegment(message, 'PV1')
  const locationIn = (number: number) => stated(pv1, number, ([first]) => locationOf(first, reading.sender))
  const stay = onlySaid({
    number: statedText(pv1, 19),
    class: classOf(pv1, reading.sender),
    location: locationIn(3),
    previousLocation: locationIn(6),
    temporaryLocation: locationIn(11),
    pendingLocation: locationIn(42),
    consultant: firstStated(stated(pv1, 7, clinicianOf), stated(pv1, 9, clinicianOf)),
    admittedAt: statedMoment(reading, pv1, 44),
    dischargedAt: statedMoment(reading, pv1, 45),
    specialty: statedCode(pv1, 10),
  })
  if (Object.keys(stay).length === 0) return undefined
  const pv2 = findSegment(message, 'PV2')
  return onlySaid({
    ...stay,
    expectedDischargeOn: statedDate(reading, pv2, 9),
    reason: firstStated(statedCode(pv2, 3), diagnosisOf(findSegment(message, 'DG1'))),
  })
}

/** HL7 table 0004, and the day case that UK senders add to it. */
const KINDS: Readonly<Record<string, VisitKind>> = {
  I: 'inpatient',
  E: 'emergency',
  O: 'outpatient',
  D: 'daycase',
  P: 'preadmission',
  R: 'recurring',
  B: 'maternity',
}

function classOf(pv1: Segment | undefined, sender: SenderMap): Visit['class'] {
  const code = statedText(pv1, 2)
  if (!code) return code === null ? null : undefined
  const own = Object.hasOwn(sender.visitKinds ?? {}, code) ? sender.visitKinds?.[code] : undefined
  if (!own && /^(?:N|NA|U)$/i.test(code)) return undefined
  return { kind: own ?? KINDS[code.toUpperCase()] ?? 'other', code }
}

/** PL: where, as far as it says. */
export function locationOf(sent: Repetition | undefined, sender: SenderMap): Location | undefined {
  const site = namePart(sent, 4)
  const named = site !== undefined && Object.hasOwn(sender.siteNames ?? {}, site)
  const location = onlySaid({
    ward: namePart(sent, 1),
    room: namePart(sent, 2),
    bed: namePart(sent, 3),
    site,
    siteName: named ? sender.siteNames?.[site] : undefined,
  })
  return Object.keys(location).length > 0 ? location : undefined
}

function clinicianOf([first]: readonly Repetition[]): Clinician | undefined {
  const clinician = onlySaid({
    code: part(first, 1),
    family: part(first, 2, 1),
    given: part(first, 3),
    prefix: part(first, 6),
  })
  return Object.keys(clinician).length > 0 ? clinician : undefined
}

/** DG1-3, with DG1-4 for the words when DG1-3 has only a code. */
function diagnosisOf(dg1: Segment | undefined): Stated<Coded> | undefined {
  const coded = statedCode(dg1, 3)
  const text = statedText(dg1, 4) ?? undefined
  if (coded?.text || !text) return coded ?? undefined
  return { ...coded, text }
}
