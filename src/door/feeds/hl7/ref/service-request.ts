import type { Reference, ServiceRequest } from 'fhir/r4.js'
import type { Party, RefEvent } from '#ground/hl7/ref-event.ts'
import { own } from '#ground/own.ts'
import { conceptOf } from '../fhir/concept.ts'
import { dateTimeOf } from '../fhir/date-time.ts'
import { identifierOf, type Naming, systemOf } from '../fhir/naming.ts'

/**
 * One RF1 as a ServiceRequest. What cancels a referral need say no more than which: the rest stays as it was held.
 * HL7 publishes no map of RF1; this follows its maps of ORC, DG1 and NTE to ServiceRequest.
 */
export function referralAfter(
  held: ServiceRequest | undefined,
  { trigger, referral }: RefEvent,
  subject: Reference,
  naming: Naming,
): ServiceRequest {
  const { number, priority, type, asked, from, to, madeAt, reasons, diagnoses, comments } = referral
  const before = trigger === 'I14' ? held : undefined
  const code = asked ?? type
  const reasonCode = [...reasons, ...diagnoses].map(conceptOf)
  const urgency = own(PRIORITIES, priority?.toUpperCase()) ?? before?.priority
  return {
    resourceType: 'ServiceRequest',
    identifier: [identifierOf(number, naming)],
    status: trigger === 'I14' ? 'revoked' : (own(STATUSES, referral.status) ?? 'active'),
    intent: 'order',
    ...(type ? { category: [conceptOf(type)] } : before?.category && { category: before.category }),
    ...(urgency !== undefined && { priority: urgency }),
    ...(code ? { code: conceptOf(code) } : before?.code && { code: before.code }),
    subject,
    ...(madeAt ? { authoredOn: dateTimeOf(madeAt) } : before?.authoredOn && { authoredOn: before.authoredOn }),
    ...(from ? { requester: partyOf(from, naming) } : before?.requester && { requester: before.requester }),
    ...(to ? { performer: [partyOf(to, naming)] } : before?.performer && { performer: before.performer }),
    ...(reasonCode.length > 0 ? { reasonCode } : before?.reasonCode && { reasonCode: before.reasonCode }),
    ...(comments.length > 0 ? { note: comments.map(text => ({ text })) } : before?.note && { note: before.note }),
  }
}

/** RF1-1, HL7 table 0283: accepted, pending, rejected, expired. Whether somebody has taken it on is not told by it. */
const STATUSES: Readonly<Record<string, ServiceRequest['status']>> = {
  A: 'active',
  P: 'active',
  R: 'revoked',
  E: 'revoked',
}

/** RF1-2, HL7 table 0280. Source of the codes: the v2-to-FHIR map of HL7 table 0485. */
const PRIORITIES: Readonly<Record<string, NonNullable<ServiceRequest['priority']>>> = {
  S: 'stat',
  A: 'asap',
  R: 'routine',
}

function partyOf({ code, name }: Party, naming: Naming): Reference {
  return {
    ...(code !== undefined && { identifier: { system: systemOf(naming, undefined), value: code } }),
    ...(name !== undefined && { display: name }),
  }
}
