import type { Topic } from '../topic.ts'

/** How much a notification says: that there is something, of what, or the thing itself. */
export const CONTENTS = ['empty', 'id-only', 'full-resource'] as const
export type Content = (typeof CONTENTS)[number]

/** How it is told: we post to its endpoint, or it listens over a websocket. */
export const CHANNELS = ['rest-hook', 'websocket'] as const
export type Channel = (typeof CHANNELS)[number]

/** What a system asks for. */
export interface NewSubscription {
  readonly topic: Topic
  readonly channel: Channel
  /** Where it is told: under the address that two people have let in. Undefined for one that listens itself. */
  readonly endpoint: string | undefined
  readonly content: Content
  /** The one person it is for, by an identifier. Undefined: all who are open to it. */
  readonly patient: { readonly system: string; readonly value: string } | undefined
  /** Told after so many seconds without anything else that all is well; undefined: not. */
  readonly heartbeatSeconds: number | undefined
  readonly endsAt: Date | undefined
  readonly reason: string
  /** What it wants to be shown in `Authorization`. Kept apart, and never read out. */
  readonly authorization: string | undefined
}

/**
 * `requested`: its endpoint has not yet taken the handshake. `error`: something for it has not arrived, in ERROR_TRIES or
 * for good, or has waited UNHEARD_SECONDS for a listener. `off`: it has ended. Source: FHIR R4, value set
 * subscription-status.
 */
export type SubscriptionStatus = 'requested' | 'active' | 'error' | 'off'

/** After how many tries in vain a subscription is in error. What waits is tried further. */
export const ERROR_TRIES = 5

/** After how long without anybody who listens one over a websocket is in error, seconds. */
export const UNHEARD_SECONDS = 120

/** How many one system may have at a time. */
export const SUBSCRIPTIONS_MAX = 100

/** A subscription as it is. */
export interface Subscription extends Omit<NewSubscription, 'authorization'> {
  readonly id: string
  readonly destinationId: string
  readonly version: number
  readonly status: SubscriptionStatus
  /** What came back of the last try, or why it was the last: a code. Of one in error alone. */
  readonly error: string | undefined
  /** The number of the last event. */
  readonly events: number
  /** Through which it has been told over a websocket. */
  readonly reached: number
  /** Whether what is told to its system has to wait, because an officer says so. */
  readonly isPaused: boolean
  /** When its system said what it asks for. */
  readonly since: Date
  /** Of what is sent for it none overtakes another. */
  readonly turn: string
}

/** The announcement's topic, when there is something new of a subscription; its id is the subscription's. */
export const SUBSCRIPTION_TOPIC = 'subscription'

/** The order in which it is told, as `queueOutgoing` has it. */
export function orderOf({ id }: Pick<Subscription, 'id'>): string {
  return `subscription ${id}`
}
