import type { Outcome as Answer } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { WholeMap } from '#work/sender/map.ts'
import type { Outcome } from './ledger.ts'

/** The longest reason an officer may give, characters. */
export const REPLAY_WORDS_LENGTH_MAX = 2000

export type ReplayProblem =
  /** It may not be opened by this officer, or does not exist. */
  | 'message.notShown'
  /** Somebody has dealt with it already. */
  | 'message.notWaiting'
  /** It needs a reason, and none was given. */
  | 'message.wordsMissing'
  | 'message.wordsTooLong'

/** One message to be put right, and why, where a reason is asked for. */
export interface ToPutRight {
  readonly messageId: string
  readonly words?: string
}

/** What became of a message when it was read again. */
export interface Replayed {
  readonly outcome: Outcome
  /** Why it waits still. */
  readonly reason: string | undefined
}

/** A map that is to be tried on what its sender has sent. */
export interface ToRehearse {
  readonly senderId: string
  readonly map: WholeMap
}

/** What has become of a message, or would. */
interface BecomesOf {
  readonly outcome: Outcome
  readonly reason: string | undefined
  /** The sender's word for the ward, and which ward that is by the map; undefined where the map does not say. */
  readonly ward: { readonly code: string; readonly name: string | undefined } | undefined
}

/** One message under the map of now and under another. */
export interface Rehearsed {
  readonly id: string
  readonly type: string | undefined
  readonly controlId: string | undefined
  readonly receivedAt: Date
  readonly now: BecomesOf
  readonly after: BecomesOf
}

/**
 * What officers do about messages that wait. Whatever reads what systems send does it (the feeds); whatever officers
 * work with asks for it (the pages).
 */
export interface Replayer {
  /**
   * Reads a waiting message again, under the map of now, and applies it. Exactly once, whoever presses at once. One whose
   * control id was used for something else needs the officer's word that it is a message of its own.
   */
  replay(officer: WorkerActor, asked: ToPutRight): Promise<Answer<Replayed, ReplayProblem>>
  /** Lets a waiting message be for good, with a reason. It is kept. */
  setAside(officer: WorkerActor, asked: ToPutRight): Promise<Answer<undefined, ReplayProblem>>
  /**
   * Begins to replay several, in the order in which they came, and answers at once; `readReplay` tells how far it is. One
   * that fails again does not stop the others. Those the officer may not open are left out.
   */
  replayAll(officer: WorkerActor, messageIds: readonly string[]): Promise<string>
  /**
   * What would become, under another map, of a sender's messages that wait and of the last that it sent. Nothing is
   * written and nobody is told.
   */
  rehearse(officer: WorkerActor, asked: ToRehearse): Promise<Answer<readonly Rehearsed[], 'sender.notShown'>>
  /** Goes on with a replay that was broken off. Nothing when it is at work. */
  goOn(officer: WorkerActor, replayId: string): Promise<void>
  /** Whether a replay is at work in this process. */
  isAtWork(replayId: string): boolean
}
