import type { Bundle, BundleEntry, CodeableConcept, FhirResource, Parameters, ParametersParameter } from 'fhir/r4.js'
import type { Topic } from '../topic.ts'
import type { SubscriptionStatus } from './subscription.ts'

/** The media type of what is sent. */
export const FHIR_JSON = 'application/fhir+json'

/** Our topics by their canonical URLs: the same for ever, and in every region. */
const TOPIC_URL = 'https://cydofal.example/fhir/SubscriptionTopic/'
const IG = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/'

/** The profile of a subscription, and of what it is told. Source: HL7 Subscriptions R5 Backport 1.1.0. */
export const BACKPORT = {
  subscription: `${IG}backport-subscription`,
  notification: `${IG}backport-subscription-notification-r4`,
  status: `${IG}backport-subscription-status-r4`,
  filter: `${IG}backport-filter-criteria`,
  heartbeat: `${IG}backport-heartbeat-period`,
  payload: `${IG}backport-payload-content`,
  topics: `http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/capabilitystatement-subscriptiontopic-canonical`,
} as const

/** The canonical URL of a topic. */
export function urlOf(topic: Topic): string {
  return `${TOPIC_URL}${topic}`
}

/** What a canonical URL names after our own beginning, whatever its version. Undefined for somebody else's. */
export function nameInUrl(url: string): string | undefined {
  return url.startsWith(TOPIC_URL) ? url.slice(TOPIC_URL.length).split('|')[0] : undefined
}

/** One event as it is told. Without a focus it is told that there was one, and nothing more. */
export interface ToldEvent {
  readonly number: number
  readonly at: Date
  readonly focus: string | undefined
  /** With a resource where that is told; by its reference alone where not. */
  readonly entries: readonly { readonly reference: string; readonly resource: FhirResource | undefined }[]
}

/** What a notification is made of. */
export interface NewNotification {
  readonly id: string
  readonly topic: Topic
  readonly status: SubscriptionStatus
  readonly type: 'handshake' | 'heartbeat' | 'event-notification' | 'query-status' | 'query-event'
  /** How many events there have been in all. */
  readonly total: number
  readonly events: readonly ToldEvent[]
  /** Why something does not arrive, where it is told how the subscription stands. */
  readonly error?: CodeableConcept | undefined
  readonly bundleId: string
  readonly at: Date
}

/** A notification: a bundle of kind `history`, its first entry saying which subscription, how it stands, and of which events. */
export function notificationOf(told: NewNotification): Bundle {
  const first: BundleEntry = {
    fullUrl: `urn:uuid:${told.bundleId}`,
    resource: statusOf(told),
    request: { method: 'GET', url: `Subscription/${told.id}/$status` },
    response: { status: '200' },
  }
  const others = told.events.flatMap(({ entries }) => entries)
  return {
    resourceType: 'Bundle',
    id: told.bundleId,
    meta: { profile: [BACKPORT.notification] },
    type: 'history',
    timestamp: told.at.toISOString(),
    entry: [first, ...others.map(entryOf)],
  }
}

/** How a subscription stands, as FHIR R4 says it: R5 has a resource for it. */
export function statusOf({
  id,
  topic,
  status,
  type,
  total,
  events,
  error,
}: Omit<NewNotification, 'bundleId' | 'at'>): Parameters {
  return {
    resourceType: 'Parameters',
    meta: { profile: [BACKPORT.status] },
    parameter: [
      { name: 'subscription', valueReference: { reference: `Subscription/${id}` } },
      { name: 'topic', valueCanonical: urlOf(topic) },
      { name: 'status', valueCode: status },
      { name: 'type', valueCode: type },
      { name: 'events-since-subscription-start', valueString: String(total) },
      ...events.map(eventOf),
      ...(error === undefined ? [] : [{ name: 'error', valueCodeableConcept: error }]),
    ],
  }
}

function eventOf({ number, at, focus }: ToldEvent): ParametersParameter {
  return {
    name: 'notification-event',
    part: [
      { name: 'event-number', valueString: String(number) },
      { name: 'timestamp', valueInstant: at.toISOString() },
      ...(focus === undefined ? [] : [{ name: 'focus', valueReference: { reference: focus } }]),
    ],
  }
}

function entryOf({ reference, resource }: ToldEvent['entries'][number]): BundleEntry {
  const [, id = ''] = reference.split('/')
  return {
    fullUrl: `urn:uuid:${id}`,
    ...(resource !== undefined && { resource }),
    request: { method: 'PUT', url: reference },
    response: { status: '200' },
  }
}
