import type { Encounter } from 'fhir/r4.js'
import type { AdtEvent, Visit } from '#ground/hl7/adt-event.ts'
import { expectedHome, expectedHomeOn } from '#work/notice/expected-home.ts'
import type { AppliedTrigger } from './triggers.ts'

/** Whose visit it is and where, as the record knows them. */
export interface Whereabouts {
  readonly sourceRecordId: string
  readonly hospital: { readonly id: string; readonly name: string }
  /** The ward's team, when the sender's map knows the ward. */
  readonly ward: { readonly id: string; readonly name: string } | undefined
}

/**
 * The hospital spell: that somebody is in hospital, which, since when and until when. It holds nothing of where in the
 * hospital or why, because that is another class of data; see `stayAfter`.
 */
export function spellAfter(
  held: Encounter | undefined,
  event: AdtEvent,
  visit: Visit,
  at: Whereabouts,
  trigger: AppliedTrigger,
): Encounter {
  const admitted = visit.admittedAt?.at.toISOString() ?? held?.period?.start ?? event.eventAt.at.toISOString()
  const ended = endOf(held, event, visit, trigger)
  const expected =
    visit.expectedDischargeOn === undefined ? held && expectedHomeOn(held) : (visit.expectedDischargeOn ?? undefined)
  return {
    resourceType: 'Encounter',
    ...(visit.number ? { identifier: [{ value: visit.number }] } : held?.identifier && { identifier: held.identifier }),
    status: STATUS[trigger],
    class: {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
      code: visit.class ? CLASSES[visit.class.kind] : (held?.class.code ?? 'IMP'),
    },
    subject: { reference: `Patient/${at.sourceRecordId}` },
    serviceProvider: { reference: `Organization/${at.hospital.id}`, display: at.hospital.name },
    period: { start: admitted, ...(ended !== undefined && { end: ended }) },
    ...(expected !== undefined && { extension: [expectedHome(expected)] }),
  }
}

/** Where in the hospital and why: the ward stay within a spell. A move keeps the earlier wards as completed. */
export function stayAfter(
  held: Encounter | undefined,
  spellId: string,
  event: AdtEvent,
  visit: Visit,
  at: Whereabouts,
  trigger: AppliedTrigger,
): Encounter {
  const reason =
    visit.reason === undefined
      ? held?.reasonCode
      : visit.reason === null
        ? undefined
        : [{ text: visit.reason.text ?? visit.reason.code ?? '' }]
  const location = locationsAfter(held, event, visit, at)
  return {
    resourceType: 'Encounter',
    status: STATUS[trigger],
    class: {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
      code: visit.class ? CLASSES[visit.class.kind] : (held?.class.code ?? 'IMP'),
    },
    subject: { reference: `Patient/${at.sourceRecordId}` },
    partOf: { reference: `Encounter/${spellId}` },
    ...(location.length > 0 && { location }),
    ...(reason !== undefined && { reasonCode: reason }),
  }
}

const STATUS: Readonly<Record<AppliedTrigger, Encounter['status']>> = {
  A01: 'in-progress',
  A02: 'in-progress',
  A03: 'finished',
  A04: 'in-progress',
  A05: 'planned',
  A06: 'in-progress',
  A07: 'in-progress',
  A08: 'in-progress',
  A11: 'cancelled',
  A12: 'in-progress',
  A13: 'in-progress',
}

/** HL7 v3 ActCode, as R4 asks for. */
const CLASSES: Readonly<Record<NonNullable<NonNullable<Visit['class']>>['kind'], string>> = {
  inpatient: 'IMP',
  emergency: 'EMER',
  outpatient: 'AMB',
  daycase: 'SS',
  preadmission: 'PRENC',
  recurring: 'AMB',
  maternity: 'IMP',
  other: 'AMB',
}

function endOf(
  held: Encounter | undefined,
  event: AdtEvent,
  visit: Visit,
  trigger: AppliedTrigger,
): string | undefined {
  if (trigger === 'A03') return (visit.dischargedAt?.at ?? event.eventAt.at).toISOString()
  if (trigger === 'A08') return visit.dischargedAt?.at.toISOString() ?? held?.period?.end
  return undefined
}

function locationsAfter(
  held: Encounter | undefined,
  event: AdtEvent,
  visit: Visit,
  at: Whereabouts,
): NonNullable<Encounter['location']> {
  const before = held?.location ?? []
  if (!visit.location?.ward) return before
  const { ward, room, bed } = visit.location
  const reference = at.ward === undefined ? undefined : `Location/${at.ward.id}`
  const display = [at.ward?.name ?? ward, room, bed].filter(part => part !== undefined).join(', ')
  const now = { location: { ...(reference !== undefined && { reference }), display }, status: 'active' as const }
  const left = before.map(one =>
    one.status === 'active' && one.location.display !== display
      ? { ...one, status: 'completed' as const, period: { ...one.period, end: event.eventAt.at.toISOString() } }
      : one,
  )
  const stays = left.some(one => one.status === 'active')
  return stays ? left : [...left, { ...now, period: { start: event.eventAt.at.toISOString() } }]
}
