import type { WebSocket } from 'ws'
import { type Store, transactionInTurn } from '#ground/db/store.ts'
import { type Kept, keepDoing } from '#ground/keep-doing.ts'
import { type NextTold, nextTold } from '#work/telling/subscription/next-told.ts'
import { type NewNotification, notificationOf } from '#work/telling/subscription/notification.ts'
import type { Subscription } from '#work/telling/subscription/subscription.ts'
import { FhirProblem } from '../problem.ts'
import type { SocketLimits } from './limits.ts'
import { sendText } from './send.ts'

/** Why somebody is told nothing any more: the end of a subscription, or of the token, or a reader who does not keep up. */
export type Over = 'ended' | 'token-over' | 'slow'

/** A subscription that somebody listens to. */
export interface Bound {
  readonly socket: WebSocket
  readonly id: string
  /** It is told `ping`, and nothing more. Source: FHIR R4, Subscription, channel websocket. */
  readonly isBare: boolean
  /** Whose token it is, as it is now. Throws when it is not taken any more. */
  findClient(): Promise<string>
  over(why: Over): void
}

/** What telling needs. */
export interface TellingMeans {
  readonly store: Store
  readonly limits: SocketLimits
  failed(fault: unknown): void
}

/** Telling one subscription over one socket. */
export interface Telling extends Kept {
  /** The last event that was told, or was not open any more when it would have been. */
  readonly through: number
}

/**
 * Tells what happens after one event to somebody who listens, one event at a time and in the order of their numbers, whenever it
 * is woken and every now and then. Before each the token is taken anew and the event decided anew: nothing is told that
 * would not be answered at that moment.
 */
export function keepTelling(bound: Bound, means: TellingMeans, after: number): Telling {
  const { store, limits, failed } = means
  const { socket, id, isBare } = bound
  let through = after
  let lastAt = store.clock.now()
  let stopped = false

  async function tellAll(): Promise<void> {
    while (!stopped && (await tellNext()));
  }

  async function tellNext(): Promise<boolean> {
    const client = await bound.findClient()
    const told = await transactionInTurn(store, tx => nextTold(tx, { client, id, through, isBare, lastAt }))
    if (told === undefined) return over('ended')
    const text = textOf(told, isBare, store)
    if (text !== undefined) {
      const became = await sendText(socket, text, limits.sendMs)
      if (became === 'slow') return over('slow')
      if (became === 'gone') return false
      lastAt = store.clock.now()
    }
    if (told.event === undefined) return false
    through = told.event.number
    return true
  }

  function over(why: Over): false {
    bound.over(why)
    return false
  }

  const kept = keepDoing(tellAll, limits.lookMs, fault => {
    if (!(fault instanceof FhirProblem)) failed(fault)
    // Who gives out the tokens does not answer: nothing is told until they do.
    else if (fault.status !== 503) bound.over('token-over')
  })
  return {
    get through() {
      return through
    },
    now: () => kept.now(),
    stop() {
      stopped = true
      return kept.stop()
    },
  }
}

function textOf({ subscription, event, isHeartbeatDue }: NextTold, isBare: boolean, store: Store): string | undefined {
  const { id, events } = subscription
  if (event !== undefined) {
    if (!event.isOpen) return undefined
    return isBare
      ? `ping ${id}`
      : said(subscription, store, 'event-notification', { total: event.number, events: [event] })
  }
  return isHeartbeatDue && !isBare ? said(subscription, store, 'heartbeat', { total: events, events: [] }) : undefined
}

/** A notification as it goes over the socket. */
export function said(
  { id, topic, status }: Subscription,
  store: Store,
  type: NewNotification['type'],
  what: Pick<NewNotification, 'total' | 'events'>,
): string {
  const own = { bundleId: store.chance.id(), at: store.clock.now() }
  const standing = status === 'error' ? 'active' : status
  return JSON.stringify(notificationOf({ id, topic, status: standing, type, ...what, ...own }))
}
