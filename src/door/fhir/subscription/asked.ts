import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { BACKPORT, nameInUrl } from '#work/telling/subscription/notification.ts'
import { CHANNELS, CONTENTS, type Content, type NewSubscription } from '#work/telling/subscription/subscription.ts'
import { TOPICS, type Topic } from '#work/telling/topic.ts'
import { subscriptionNotTaken } from '../problem.ts'

/** The shortest time after which a heartbeat may be wanted, seconds. */
const HEARTBEAT_SECONDS_MIN = 60
const HEARTBEAT_SECONDS_MAX = 7 * 24 * 60 * 60
const TEXT_MAX = 500
const URL_MAX = 2000

const Extensions = z
  .array(
    z.looseObject({
      url: z.string(),
      valueString: z.string().optional(),
      valueCode: z.string().optional(),
      valueUnsignedInt: z.number().int().optional(),
    }),
  )
  .default([])
const Extended = z.looseObject({ extension: Extensions }).default({ extension: [] })

const Asked = z.looseObject({
  resourceType: z.literal('Subscription'),
  status: z.enum(['requested', 'active']).optional(),
  reason: z.string().max(TEXT_MAX).default(''),
  end: z.iso.datetime({ offset: true }).optional(),
  criteria: z.string().max(URL_MAX),
  _criteria: Extended,
  channel: z.looseObject({
    extension: Extensions,
    type: z.enum(CHANNELS),
    endpoint: z
      .url({ protocol: /^https?$/ })
      .max(URL_MAX)
      .optional(),
    payload: z.enum(['application/fhir+json', 'application/json']).optional(),
    _payload: Extended,
    header: z.array(z.string().max(URL_MAX)).max(1).default([]),
  }),
})

/**
 * What a system asks for in a Subscription, or throws for the first part of it that cannot be taken: what is not served must
 * not be thought to be. Source: FHIR R4, Subscription; HL7 Subscriptions R5 Backport 1.1.0.
 */
export function subscriptionAsked({ body }: FastifyRequest): NewSubscription {
  const read = Asked.safeParse(body)
  if (!read.success) throw subscriptionNotTaken(read.error.issues[0]?.path.join('.') || 'Subscription')
  const { reason, end, criteria, _criteria, channel } = read.data
  const isPosted = channel.type === 'rest-hook'
  if (isPosted !== (channel.endpoint !== undefined)) throw subscriptionNotTaken('channel.endpoint')
  if (!isPosted && channel.header.length > 0) throw subscriptionNotTaken('channel.header')
  return {
    topic: topicIn(criteria),
    channel: channel.type,
    endpoint: channel.endpoint,
    content: contentIn(channel._payload.extension),
    patient: patientIn(_criteria.extension),
    heartbeatSeconds: heartbeatIn(channel.extension),
    endsAt: end === undefined ? undefined : new Date(end),
    reason,
    authorization: authorizationIn(channel.header),
  }
}

type Extension = z.infer<typeof Extensions>[number]

function topicIn(criteria: string): Topic {
  const topic = TOPICS.find(one => one === nameInUrl(criteria))
  if (topic === undefined) throw subscriptionNotTaken('criteria')
  return topic
}

function contentIn(extensions: readonly Extension[]): Content {
  const asked = extensions.find(({ url }) => url === BACKPORT.payload)
  if (asked === undefined) return 'id-only'
  return contentCalled(asked.valueCode) ?? notTaken('channel._payload')
}

/** How much is to be told, by its code. */
export function contentCalled(code: string | undefined): Content | undefined {
  return CONTENTS.find(one => one === code)
}

/** One person, by `patient.identifier=SYSTEM|VALUE`; any other filter would be one that is not kept to. */
function patientIn(extensions: readonly Extension[]): NewSubscription['patient'] {
  const filters = extensions.filter(({ url }) => url === BACKPORT.filter)
  const [filter] = filters
  if (filter === undefined) return undefined
  const query = new URLSearchParams(filter.valueString?.split('?').at(-1))
  const [name, value = ''] = [...query][0] ?? []
  const [system = '', number = ''] = value.split('|')
  const isOne = filters.length === 1 && query.size === 1 && name === 'patient.identifier'
  return isOne && system !== '' && number !== '' ? { system, value: number } : notTaken('_criteria')
}

function heartbeatIn(extensions: readonly Extension[]): number | undefined {
  const asked = extensions.find(({ url }) => url === BACKPORT.heartbeat)
  if (asked === undefined) return undefined
  const seconds = asked.valueUnsignedInt ?? 0
  const isTaken = seconds >= HEARTBEAT_SECONDS_MIN && seconds <= HEARTBEAT_SECONDS_MAX
  return isTaken ? seconds : notTaken('channel.extension')
}

/** No other header is sent: it could change what the request is. */
function authorizationIn([header]: readonly string[]): string | undefined {
  if (header === undefined) return undefined
  return /^authorization: *([\x21-\x7e][\x20-\x7e]*)$/i.exec(header)?.[1] ?? notTaken('channel.header')
}

function notTaken(part: string): never {
  throw subscriptionNotTaken(part)
}
