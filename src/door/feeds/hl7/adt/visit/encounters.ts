import type { Encounter } from 'fhir/r4.js'
import type { VisitKind } from '#ground/hl7/stated.ts'
import { expectedHome } from '#work/notice/expected-home.ts'
import type { Course, Stop } from './stay.ts'

/**
 * The hospital spell: that somebody is in hospital, which, since when and until when. It holds nothing of where in the
 * hospital or why, because that is another class of data; see `stayOf`.
 */
export function spellOf(course: Course): Encounter {
  const { said, hospital, begunAt, endedAt } = course
  const start = said.admittedAt ?? begunAt
  const period = { ...(start && { start }), ...(endedAt && { end: endedAt }) }
  const spell: Encounter = {
    resourceType: 'Encounter',
    ...(said.number && { identifier: [{ value: said.number }] }),
    ...common(course),
    serviceProvider: { reference: `Organization/${hospital.id}`, display: hospital.name },
    ...(Object.keys(period).length > 0 && { period }),
    ...(said.expectedHomeOn && { extension: [expectedHome(said.expectedHomeOn)] }),
  }
  return spell.status === 'entered-in-error' ? enteredInError(spell) : spell
}

/** Where in the hospital and why: the ward stay within a spell. A move keeps the earlier wards as completed. */
export function stayOf(course: Course, spellId: string): Encounter {
  const { reason } = course.said
  const stay: Encounter = {
    resourceType: 'Encounter',
    ...common(course),
    partOf: { reference: `Encounter/${spellId}` },
    ...(course.stops.length > 0 && { location: course.stops.map(locationOf) }),
    ...(reason && { reasonCode: [{ text: reason.text ?? reason.code ?? '' }] }),
  }
  return stay.status === 'entered-in-error' ? enteredInError(stay) : stay
}

/** That there was one, and nothing of the stay: it was written by mistake, or is somebody else's. */
export function enteredInError({ subject, class: kind, serviceProvider }: Encounter): Encounter {
  return {
    resourceType: 'Encounter',
    status: 'entered-in-error',
    class: kind,
    ...(subject !== undefined && { subject }),
    ...(serviceProvider !== undefined && { serviceProvider }),
  }
}

function common({ recordId, standing, endedAt, said }: Course): Pick<Encounter, 'status' | 'class' | 'subject'> {
  return {
    status: standing ?? (endedAt === undefined ? 'in-progress' : 'finished'),
    class: {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
      code: CLASSES[said.kind ?? 'inpatient'],
    },
    subject: { reference: `Patient/${recordId}` },
  }
}

/** HL7 v3 ActCode, as R4 asks for. */
const CLASSES: Readonly<Record<VisitKind, string>> = {
  inpatient: 'IMP',
  emergency: 'EMER',
  outpatient: 'AMB',
  daycase: 'SS',
  preadmission: 'PRENC',
  recurring: 'AMB',
  maternity: 'IMP',
  other: 'AMB',
}

function locationOf({ team, display, status, from, until }: Stop): NonNullable<Encounter['location']>[number] {
  const period = { ...(from && { start: from }), ...(until && { end: until }) }
  return {
    location: { ...(team !== undefined && { reference: `Location/${team.id}` }), display },
    status,
    ...(Object.keys(period).length > 0 && { period }),
  }
}
