import { z } from 'zod'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { SentResource } from './sent-resource.ts'
import { hasShape, isText } from './shape.ts'

export interface SentEntry {
  /** By what the other entries refer to it. */
  readonly fullUrl: string
  readonly resource: SentResource
}

/** A message, a transaction, a subscription's notification or a document with a care plan, as far as its envelope goes. */
export interface ReadBundle {
  readonly kind: 'message' | 'transaction' | 'notification' | 'document'
  /** What the ledger calls it: the event of a message, the kind of a notification, or the bundle's own type. */
  readonly type: string
  /** The sender's own name for the bundle, if it has one. */
  readonly identifier: string | undefined
  /** When the sender's system put it together. Where it does not say, it counts as said when it is taken in. */
  readonly at: Date | undefined
  /** Without the header of a message and the status of a notification. None where that only says that all is well. */
  readonly entries: readonly SentEntry[]
}

export type BundleProblem =
  /**
   * No JSON, no Bundle, another kind of bundle than a message, a transaction, a notification or a document with a care plan,
   * or in it what has not the shape of FHIR.
   */
  | 'fhir.notFhir'
  | 'fhir.tooDeep'
  | 'fhir.tooManyEntries'
  /** A message without a header, or with it elsewhere than first. Source: FHIR R4, 2.4.3. */
  | 'fhir.noHeader'
  /** A transaction that does more than say how something stands. */
  | 'fhir.onlyPutAndPost'
  /** A notification that names what has changed and does not hold it, or holds only a part of it. */
  | 'fhir.onlyNamed'

/** More than any referral holds; each entry is a resource and its version. */
const ENTRIES_MAX = 200
/** FHIR nests some ten deep; what nests deeper is made to hurt. */
const DEPTH_MAX = 40

const Resource = z.looseObject({
  resourceType: z.string().regex(/^[A-Z][A-Za-z]{2,60}$/),
  id: z.string().optional(),
})

const Entry = z.object({
  fullUrl: z.string().max(2000).optional(),
  resource: Resource.optional(),
  request: z.object({ method: z.string() }).optional(),
})

const Bundle = z.object({
  resourceType: z.literal('Bundle'),
  type: z.enum(['message', 'transaction', 'history', 'document']),
  identifier: z.looseObject({ value: z.string().min(1).max(200).optional() }).optional(),
  timestamp: z.string().optional(),
  entry: z.array(Entry).min(1),
})

const Header = z.looseObject({
  resourceType: z.literal('MessageHeader'),
  eventCoding: z.looseObject({ code: z.string() }).optional(),
  eventUri: z.string().optional(),
})

/** Source: HL7, Subscriptions R5 Backport 1.1, the status of a notification in R4. */
const Status = z.looseObject({
  resourceType: z.literal('Parameters'),
  parameter: z.array(z.looseObject({ name: z.string(), valueCode: z.string().optional() })),
})

/** Of a notification: that it can be sent, that it still is, or that something has happened. */
const NOTIFIED = ['handshake', 'heartbeat', 'event-notification']

/** Reads the body of a request as a bundle, within bounds of size that hold before anything of it is believed. */
export function readBundle(body: Buffer): Outcome<ReadBundle, BundleProblem> {
  const json = parsed(body)
  if (json === undefined) return refused('fhir.notFhir')
  if (isDeeperThan(json, DEPTH_MAX)) return refused('fhir.tooDeep')
  const read = Bundle.safeParse(json)
  if (!read.success || !isText(json)) return refused('fhir.notFhir')
  const { type: kind, timestamp, entry } = read.data
  const identifier = read.data.identifier?.value
  if (entry.length > ENTRIES_MAX) return refused('fhir.tooManyEntries')
  const entries = entry.flatMap(({ fullUrl, resource }) =>
    resource === undefined ? [] : [{ fullUrl: fullUrl ?? nameOf(resource), resource }],
  )
  if (!entries.every(({ resource }) => hasShape(resource))) return refused('fhir.notFhir')
  const at = momentOf(timestamp)
  const isWhole = entries.length === entry.length
  if (kind === 'history') {
    const event = notified(entries[0]?.resource)
    if (event === undefined) return refused('fhir.notFhir')
    if (event === 'event-notification' && (!isWhole || entries.length === 1)) return refused('fhir.onlyNamed')
    const told = event === 'event-notification' ? entries.slice(1) : []
    return done({ kind: 'notification', type: `FHIR^${event}`, identifier, at, entries: told })
  }
  if (!isWhole) return refused('fhir.notFhir')
  if (kind === 'transaction') {
    const changes = entry.every(({ request }) => ['PUT', 'POST'].includes(request?.method ?? ''))
    return changes ? done({ kind, type: 'FHIR^transaction', identifier, at, entries }) : refused('fhir.onlyPutAndPost')
  }
  if (kind === 'document') {
    const isPlan = entries.some(({ resource }) => resource.resourceType === 'CarePlan')
    return isPlan ? done({ kind, type: 'FHIR^document', identifier, at, entries }) : refused('fhir.notFhir')
  }
  const header = Header.safeParse(entries[0]?.resource)
  if (!header.success) return refused('fhir.noHeader')
  const event = header.data.eventCoding?.code ?? header.data.eventUri?.split('/').at(-1) ?? 'message'
  return done({ kind, type: `FHIR^${event.slice(0, 60)}`, identifier, at, entries: entries.slice(1) })
}

/** Which kind of notification it is whose bundle begins with this; undefined when it is none. */
function notified(first: SentResource | undefined): string | undefined {
  const status = Status.safeParse(first)
  return status.data?.parameter.find(({ name, valueCode }) => name === 'type' && NOTIFIED.includes(valueCode ?? ''))
    ?.valueCode
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some(inner => isDeeperThan(inner, depth - 1))
}

function nameOf({ resourceType, id = '' }: SentResource): string {
  return `${resourceType}/${id}`
}

function momentOf(text: string | undefined): Date | undefined {
  const at = text === undefined ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? undefined : new Date(at)
}
