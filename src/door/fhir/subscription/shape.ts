import type { Bundle, Extension, Subscription as FhirSubscription } from 'fhir/r4.js'
import type { Say } from '#ground/language/say.ts'
import { answerIn } from '#work/outbox/answer-words.ts'
import {
  BACKPORT,
  FHIR_JSON,
  notificationOf,
  statusOf,
  type ToldEvent,
  urlOf,
} from '#work/telling/subscription/notification.ts'
import type { Subscription } from '#work/telling/subscription/subscription.ts'

/** Codes of why something does not arrive. They are never changed, only added to. */
const DELIVERY_SYSTEM = 'https://cydofal.example/fhir/CodeSystem/delivery'

/** A subscription as FHIR says it. What its receiver wants to be shown is never read out. */
export function subscriptionOf(one: Subscription, say: Say): FhirSubscription {
  const {
    id,
    version,
    status,
    reason,
    endsAt,
    topic,
    patient,
    channel,
    endpoint,
    content,
    heartbeatSeconds,
    since,
    error,
  } = one
  return {
    resourceType: 'Subscription',
    id,
    meta: { versionId: String(version), lastUpdated: since.toISOString(), profile: [BACKPORT.subscription] },
    status,
    reason,
    ...(endsAt && { end: endsAt.toISOString() }),
    ...(error !== undefined && { error: answerIn(say, error) }),
    criteria: urlOf(topic),
    ...(patient && {
      _criteria: extended({
        url: BACKPORT.filter,
        valueString: `patient.identifier=${patient.system}|${patient.value}`,
      }),
    }),
    channel: {
      ...(heartbeatSeconds !== undefined && extended({ url: BACKPORT.heartbeat, valueUnsignedInt: heartbeatSeconds })),
      type: channel,
      ...(endpoint !== undefined && { endpoint }),
      payload: FHIR_JSON,
      _payload: extended({ url: BACKPORT.payload, valueCode: content }),
    },
  }
}

/** All of a system's own, as a search answers them. */
export function subscriptionsFound(all: readonly Subscription[], origin: string, say: Say): Bundle {
  const entry = all.map(one => ({
    fullUrl: `${origin}/fhir/Subscription/${one.id}`,
    resource: subscriptionOf(one, say),
  }))
  return { resourceType: 'Bundle', type: 'searchset', total: entry.length, ...(entry.length > 0 && { entry }) }
}

/** How a subscription stands, as `$status` answers it. */
export function standingOf(one: Subscription, origin: string, say: Say): Bundle {
  const { error: code } = one
  const error =
    code === undefined ? undefined : { coding: [{ system: DELIVERY_SYSTEM, code }], text: answerIn(say, code) }
  const resource = statusOf({ ...one, type: 'query-status', total: one.events, events: [], error })
  const fullUrl = `${origin}/fhir/Subscription/${one.id}/$status`
  return { resourceType: 'Bundle', type: 'searchset', total: 1, entry: [{ fullUrl, resource }] }
}

/** Events told again, as `$events` answers them. */
export function eventsTold(
  one: Subscription,
  events: readonly ToldEvent[],
  own: { bundleId: string; at: Date },
): Bundle {
  return notificationOf({ ...one, type: 'query-event', total: one.events, events, ...own, error: undefined })
}

function extended(extension: Extension): { extension: Extension[] } {
  return { extension: [extension] }
}
