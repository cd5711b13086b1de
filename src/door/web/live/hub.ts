import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Announcement } from '#ground/db/announce.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
import { PERSON_CHANGED } from '#record/person/link/announce-people.ts'
import { AGREEMENT_CHANGED } from '#record/sharing/agreement/announce-change.ts'
import { whoWasEverTiedTo } from '#record/sharing/relationship/ties.ts'
import { SHARING_CHANGED } from '#record/sharing/wish/wish.ts'
import { type Asked, visitorOf } from '../asked.ts'
import { LiveStream } from './stream.ts'

/** How many pages may be open live at once in one process; more are refused and reload themselves instead. */
const STREAMS_MAX = 5000

/** How many announcements are told in one transaction at most. */
const TOLD_TOGETHER_MAX = 50

/**
 * How long a change of sharing is remembered, milliseconds. A page that was drawn before that, and only now begins to
 * listen, is sent for anew: what it shows may have been refused in between.
 */
const CHANGES_KEPT_MS = 10 * 60_000

/** What a page that stays open shows: its topic, and whose, when it is about one person only. */
export interface LiveView {
  readonly topic:
    | 'notice'
    | 'plan'
    | 'about-me'
    | 'hand-over'
    | 'conversation'
    | 'confidence'
    | 'question'
    | 'review'
    | 'progress'
    | 'meeting'
  readonly personId?: string
  /** Of a meeting: which. */
  readonly meetingId?: string
}

/** Somebody with a page open: who they are, what it shows, and where to send a row. */
export interface Watcher {
  readonly view: LiveView
  readonly asked: Asked & { readonly visitor: Visitor }
  send(row: string): void
}

/** Draws what was announced, by the ids, for each of these watchers, deciding for each on its own. */
export type Teller = (tx: Tx, ids: readonly string[], watchers: readonly Watcher[]) => Promise<readonly Told[]>

/** A row for one watcher, sent once the transaction that decided it has committed. */
export interface Told {
  readonly watcher: Watcher
  readonly row: string
}

/** Which of these sessions are open still. */
export type OpenSessions = (tx: Tx, sessionIds: readonly string[]) => Promise<ReadonlySet<string>>

/** Everybody who has a live page open in this process. */
export class LiveHub {
  readonly #store: Store
  readonly #openSessions: OpenSessions
  readonly #fault: (fault: unknown) => void
  readonly #tellers = new Map<string, readonly { readonly teller: Teller; readonly to: LiveView['topic'] }[]>()
  readonly #open = new Map<LiveStream, Watcher>()
  /** What is announced of a topic while it is being told. */
  readonly #waiting = new Map<string, string[]>()
  /** Whose sharing has changed lately, of a person or of a receiver of an agreement, and when that was heard. */
  readonly #changed = new Map<string, number>()
  readonly #begun: number

  constructor(store: Store, openSessions: OpenSessions, fault: (fault: unknown) => void) {
    this.#store = store
    this.#openSessions = openSessions
    this.#fault = fault
    this.#begun = store.clock.now().getTime()
  }

  /** Says how what is announced under one topic is told, and to which pages; it may be told to several kinds of page. */
  tell(topic: string, to: LiveView['topic'], teller: Teller): void {
    this.#tellers.set(topic, [...(this.#tellers.get(topic) ?? []), { teller, to }])
  }

  /** Opens a stream that a page listens to. */
  open(request: FastifyRequest, reply: FastifyReply, view: LiveView): void {
    if (this.#open.size >= STREAMS_MAX) {
      reply.code(503).send()
      return
    }
    const stream = new LiveStream(reply)
    const asked = { ...request.asked, visitor: visitorOf(request) }
    this.#open.set(stream, { view, asked, send: row => stream.send('row', row) })
    stream.onClose(() => this.#open.delete(stream))
    if (this.#mayBeOutOfDate(view, asked.visitor, drawnAt(request))) endStream(stream)
  }

  /**
   * Those of the watchers whose session is open still; the pages of the others are sent to sign in again. Asked in the
   * transaction that decides, so that whoever has left a minute ago is told nothing.
   */
  async stillOpen(tx: Tx, watchers: readonly Watcher[]): Promise<Watcher[]> {
    const sessions = await this.#openSessions(
      tx,
      watchers.map(({ asked }) => asked.visitor.sessionId),
    )
    for (const { asked } of watchers) if (!sessions.has(asked.visitor.sessionId)) this.#end(asked.visitor.sessionId)
    return watchers.filter(({ asked }) => sessions.has(asked.visitor.sessionId))
  }

  /** Ends the pages of sessions that have run out since: what is on the screen must not outlive the session. */
  async sweep(): Promise<void> {
    if (this.#open.size > 0) await transaction(this.#store, tx => this.stillOpen(tx, [...this.#open.values()]))
  }

  /** Something happened: tells those whom it may concern, soon. Never throws; a fault goes to the log. */
  announced({ topic, id }: Announcement): void {
    if (topic === 'session-ended') this.#end(id)
    if (topic === SHARING_CHANGED || topic === PERSON_CHANGED) void this.#sharingChanged(id).catch(this.#fault)
    if (topic === AGREEMENT_CHANGED) this.#agreementChanged(id)
    const waiting = this.#waiting.get(topic)
    if (waiting !== undefined) waiting.push(id)
    else if (this.#tellers.has(topic)) void this.#tellInTurn(topic, [id])
  }

  /**
   * Tells one lot after another, so that a row never overtakes a later one; whatever is announced in the meantime is
   * told together, so that a rush costs less for each and not more.
   */
  async #tellInTurn(topic: string, first: string[]): Promise<void> {
    for (let ids = first; ids.length > 0; ) {
      const next: string[] = []
      this.#waiting.set(topic, next)
      await this.#tellAll(topic, [...new Set(ids)]).catch(this.#fault)
      ids = next
    }
    this.#waiting.delete(topic)
  }

  async #tellAll(topic: string, ids: readonly string[]): Promise<void> {
    for (const { teller, to } of this.#tellers.get(topic) ?? []) {
      const watchers = [...this.#open.values()].filter(({ view }) => view.topic === to)
      if (watchers.length > 0) await this.#tellThose(ids, teller, watchers)
    }
  }

  async #tellThose(ids: readonly string[], teller: Teller, watchers: readonly Watcher[]): Promise<void> {
    for (let at = 0; at < ids.length; at += TOLD_TOGETHER_MAX) {
      const some = ids.slice(at, at + TOLD_TOGETHER_MAX)
      for (const { watcher, row } of await transaction(this.#store, tx => teller(tx, some, watchers))) watcher.send(row)
    }
  }

  /** What was announced while nobody listened is lost: every page fetches itself anew. */
  missed(): void {
    for (const stream of this.#open.keys()) stream.close()
  }

  /** Ends every stream, so that the server can stop. */
  close(): void {
    for (const stream of this.#open.keys()) stream.close()
  }

  /**
   * Closes every page that may show this person, which then loads again and is decided anew: what was refused must not
   * stay on a screen. Lists are closed for those alone who have, or had, a tie to the person.
   */
  async #sharingChanged(personId: string): Promise<void> {
    this.#noteChange(personId)
    const lists: [LiveStream, Watcher][] = []
    for (const [stream, watcher] of this.#open) {
      if (watcher.view.personId === personId) endStream(stream)
      else if (watcher.view.personId === undefined) lists.push([stream, watcher])
    }
    if (lists.length === 0) return
    const isConcerned = await transaction(this.#store, tx => whoWasEverTiedTo(tx, personId))
    for (const [stream, { asked }] of lists) if (isConcerned(asked.visitor.actor)) endStream(stream)
  }

  /** Closes every page of those who work for a receiver: an agreement has come into force for them, or has ended. */
  #agreementChanged(organisation: string): void {
    this.#noteChange(organisation)
    for (const [stream, { asked }] of this.#open) if (employerOf(asked.visitor) === organisation) endStream(stream)
  }

  #noteChange(whose: string): void {
    const now = this.#store.clock.now().getTime()
    for (const [person, at] of this.#changed) if (at < now - CHANGES_KEPT_MS) this.#changed.delete(person)
    this.#changed.set(whose, now)
  }

  /** Whether what a page shows may have been refused after it was drawn and before it began to listen. */
  #mayBeOutOfDate({ personId }: LiveView, visitor: Visitor, drawn: number): boolean {
    const oldest = Math.max(this.#begun, this.#store.clock.now().getTime() - CHANGES_KEPT_MS)
    if (drawn < oldest) return true
    const changes = personId === undefined ? [...this.#changed.keys()] : [personId, employerOf(visitor)]
    return changes.some(whose => (this.#changed.get(whose) ?? 0) >= drawn)
  }

  #end(sessionId: string): void {
    for (const [stream, { asked }] of this.#open) {
      if (asked.visitor.sessionId !== sessionId) continue
      endStream(stream)
    }
  }
}

/** The code of the organisation somebody works for; empty for whoever acts as themselves. */
function employerOf({ actor }: Visitor): string {
  return actor.kind === 'worker' ? actor.organisationCode : ''
}

/** The page loads again, and is answered as things are now. */
function endStream(stream: LiveStream): void {
  stream.send('ended', '')
  stream.close()
}

/** When the page was drawn that listens, as its own address says; a page that does not say counts as drawn just now. */
function drawnAt({ query, asked }: FastifyRequest): number {
  const drawn = Number((query as { readonly drawn?: string }).drawn ?? Number.NaN)
  return Number.isFinite(drawn) ? drawn : asked.now.getTime()
}

/** Closes the streams before the server waits for its connections to end. */
export function closeWithServer(app: FastifyInstance, hub: LiveHub): void {
  app.addHook('preClose', async () => hub.close())
}
