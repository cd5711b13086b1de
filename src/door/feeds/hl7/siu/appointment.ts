import type { Appointment, AppointmentParticipant, Reference } from 'fhir/r4.js'
import type { Location } from '#ground/hl7/adt-event.ts'
import { SIU_TRIGGERS, type SiuEvent } from '#ground/hl7/siu-event.ts'
import { own } from '#ground/own.ts'
import { referenceTo } from '../fhir/clinician.ts'
import { conceptOf } from '../fhir/concept.ts'
import { identifierOf, type Naming } from '../fhir/naming.ts'

/**
 * One SCH as an Appointment. What cancels, deletes or was not attended need say no more than which: the rest stays as
 * it was held. Source: the v2-to-FHIR maps of SCH, AIS, AIL, AIP and PID to Appointment.
 */
export function appointmentAfter(
  held: Appointment | undefined,
  { trigger, appointment }: SiuEvent,
  subject: Reference,
  naming: Naming,
): Appointment {
  const { placerNumber, fillerNumber, reason, type, startsAt, endsAt, services, comments } = appointment
  const status = statusOf(trigger, appointment.status)
  const identifier = [placerNumber, fillerNumber].flatMap(number => number ?? []).map(id => identifierOf(id, naming))
  if (status === 'entered-in-error') {
    return { resourceType: 'Appointment', identifier, status, participant: [patient(subject)] }
  }
  const before = isSaidInFull(trigger) ? undefined : held
  return {
    resourceType: 'Appointment',
    identifier,
    status,
    ...(status === 'cancelled' && appointment.eventReason && { cancelationReason: conceptOf(appointment.eventReason) }),
    ...(services.length > 0
      ? { serviceType: services.map(conceptOf) }
      : before?.serviceType && { serviceType: before.serviceType }),
    ...(type
      ? { appointmentType: conceptOf(type) }
      : before?.appointmentType && { appointmentType: before.appointmentType }),
    ...(reason ? { reasonCode: [conceptOf(reason)] } : before?.reasonCode && { reasonCode: before.reasonCode }),
    ...(startsAt ? { start: startsAt.at.toISOString() } : before?.start && { start: before.start }),
    ...(endsAt ? { end: endsAt.at.toISOString() } : !startsAt && before?.end ? { end: before.end } : {}),
    ...(comments.length > 0 ? { comment: comments.join('\n') } : before?.comment && { comment: before.comment }),
    participant: participants(before, appointment, subject, naming),
  }
}

function isSaidInFull(trigger: SiuEvent['trigger']): boolean {
  return ['booked', 'moved', 'changed'].includes(SIU_TRIGGERS[trigger])
}

/** By what happened, and where it stands as it stood, by SCH-25. Source: the v2-to-FHIR map of HL7 table 0278. */
function statusOf(trigger: SiuEvent['trigger'], filler: string | undefined): Appointment['status'] {
  switch (SIU_TRIGGERS[trigger]) {
    case 'cancelled':
    case 'discontinued':
      return 'cancelled'
    case 'deleted':
      return 'entered-in-error'
    case 'not-attended':
      return 'noshow'
    case 'booked':
    case 'moved':
    case 'changed':
      return own(FILLER_STATUS, filler?.toUpperCase()) ?? 'booked'
  }
}

const FILLER_STATUS: Readonly<Record<string, Appointment['status']>> = {
  PENDING: 'pending',
  WAITLIST: 'waitlist',
  BOOKED: 'booked',
  STARTED: 'checked-in',
  COMPLETE: 'fulfilled',
  CANCELLED: 'cancelled',
  DELETED: 'entered-in-error',
  NOSHOW: 'noshow',
}

function participants(
  before: Appointment | undefined,
  { places, people }: SiuEvent['appointment'],
  subject: Reference,
  naming: Naming,
): AppointmentParticipant[] {
  const others = [
    ...people.map(one => ({
      actor: { type: 'Practitioner', ...referenceTo(one, naming) },
      status: 'accepted' as const,
    })),
    ...places.map(place => ({ actor: { type: 'Location', display: placeText(place) }, status: 'accepted' as const })),
  ]
  const held = before?.participant.slice(1) ?? []
  return [patient(subject), ...(others.length > 0 ? others : held)]
}

function patient(subject: Reference): AppointmentParticipant {
  return { actor: subject, status: 'accepted' }
}

function placeText({ ward, room, bed, site, siteName }: Location): string {
  return [ward, room, bed, siteName ?? site].filter(part => part !== undefined).join(', ')
}
