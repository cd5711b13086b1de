import type { Patient, ServiceRequest } from 'fhir/r4.js'
import { composeMessage, type OwnHeader, parts, type Segment, text } from '#ground/hl7/compose.ts'
import { pidOf } from '../pid.ts'

/** The answer to a referral, and the referral as its sender knows it. */
export interface Reply {
  readonly answer: 'accepted' | 'declined'
  readonly reason: string | undefined
  /** MSH-10 of the referral. */
  readonly referralControlId: string
  readonly referral: ServiceRequest
  /** Its sender's own record of whom it is about. */
  readonly patient: Patient
}

/** RF1-1. Source: HL7 v2.5.1 table 0283. */
const STATUSES = { accepted: 'A', declined: 'R' } as const

/**
 * RRI^I12: whoever was asked has accepted or declined, and why not, by the sender's own number for the referral and for the
 * person, with its own name for whoever it asked. Source: HL7 v2.5.1 chapter 11.4.1.
 */
export function rriOf(
  { answer, reason, referralControlId, referral, patient }: Reply,
  header: Omit<OwnHeader, 'type'>,
): Buffer {
  const [number] = referral.identifier ?? []
  return composeMessage({ ...header, type: ['RRI', 'I12', 'RRI_I12'] }, [
    ['MSA', { 1: 'AA', 2: text(referralControlId) }],
    ['RF1', { 1: STATUSES[answer], 6: parts(text(number?.value), text(authorityOf(number?.system))) }],
    ...prd(referral),
    pidOf(patient, patient.identifier ?? []),
    ...(reason === undefined ? [] : [['NTE', { 1: '1', 3: text(reason) }] as const]),
  ])
}

/** Whoever was asked, as the referral named them. Source: HL7 v2.5.1 table 0286, RT: referred to. */
function prd({ performer = [] }: ServiceRequest): Segment[] {
  return performer
    .slice(0, 1)
    .map(({ display, identifier }) => ['PRD', { 1: 'RT', 2: text(display), 7: text(identifier?.value) }])
}

function authorityOf(system: string | undefined): string | undefined {
  return system?.split(/[:/]/).at(-1)
}
