import type { Bilingual } from '#ground/language/say.ts'
import type { Actor, WorkerActor } from '#record/organisation/actor.ts'

/** What became of a message. */
export type Outcome = 'applied' | 'duplicate' | 'quarantined' | 'refused'

/** A system as it names itself (MSH-3 and MSH-4, empty when it does not), and whether it has been let in. */
export interface MessageSender {
  readonly application: string
  readonly facility: string
  readonly isKnown: boolean
}

/** What became of everything one sender sent. */
export interface LedgerLine extends Readonly<Record<Outcome, number>> {
  /** Undefined for the line of all senders that have not been let in, and of bytes that nobody can be named for. */
  readonly sender: MessageSender | undefined
  readonly received: number
  readonly lastReceivedAt: Date | undefined
}

/** A message that waits for somebody. */
export interface WaitingMessage {
  readonly id: string
  readonly sender: MessageSender
  readonly type: string | undefined
  readonly controlId: string | undefined
  /** A code of the feeds: `adt.noVisit`. */
  readonly reason: string
  /** The team that answers for it, and its organisation. */
  readonly owner: { readonly team: Bilingual; readonly organisation: Bilingual }
  readonly since: Date
  /** By when somebody must have dealt with it. */
  readonly dueAt: Date
  /** Who has said that they are on it. */
  readonly takenBy: string | undefined
  /** Whether the asking officer may open it. */
  readonly mayOpen: boolean
}

/** How many messages of a sender have no outcome: zero, or something is broken. */
export function withoutOutcome({ received, applied, duplicate, quarantined, refused }: LedgerLine): number {
  return received - applied - duplicate - quarantined - refused
}

/** Whether somebody's work is the messages. Nobody else is shown the ledger. */
export function isIntegrationOfficer(actor: Actor): actor is WorkerActor {
  return actor.kind === 'worker' && actor.role === 'integration-officer'
}

/**
 * Whether an officer may open a message and put it right: it was sent by their organisation, or their organisation
 * answers for it.
 */
export function mayOpen(officer: Actor, organisations: readonly (string | null)[]): officer is WorkerActor {
  return isIntegrationOfficer(officer) && organisations.includes(officer.organisationId)
}
