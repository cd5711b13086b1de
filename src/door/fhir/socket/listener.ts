import type { RawData, WebSocket } from 'ws'
import { transactionInTurn } from '#ground/db/store.ts'
import { findListened, noteCut } from '#work/telling/subscription/next-told.ts'
import type { Subscription } from '#work/telling/subscription/subscription.ts'
import { isId } from '../id.ts'
import { FhirProblem } from '../problem.ts'
import { COMMANDS_WAITING_MAX } from './limits.ts'
import { sendText } from './send.ts'
import { keepTelling, type Over, said, type Telling, type TellingMeans } from './telling.ts'

/** What a socket is bound with. */
export interface ListenerMeans extends TellingMeans {
  /** Whose system's token this is now, if it may listen. Throws when it is not taken. */
  clientOf(authorization: string): Promise<string>
  /** What a binding token stands for, once. */
  takeBinding(token: string): { readonly authorization: string; readonly ids: readonly string[] } | undefined
  /** Whether a client has a socket more than it may have. */
  hasTooMany(client: string): boolean
}

/** The token that was shown when a socket was opened, and whose it is. */
export interface Shown {
  readonly authorization: string
  readonly client: string
}

/** Why a socket is closed by us, and with what code. Source: RFC 6455 section 7.4.1. */
const CLOSED = {
  ended: 1000,
  stopped: 1001,
  'not-text': 1003,
  'not-understood': 1008,
  'not-bound': 1008,
  'token-over': 1008,
  'too-many': 1013,
  'not-now': 1011,
} as const
type Closed = keyof typeof CLOSED

/** How long one who is told goodbye has to say so too, milliseconds. */
const GOODBYE_MS = 1000

/**
 * One socket, and what it is bound to. It understands `bind ID` from whoever showed a token when it was opened, and
 * `bind-with-token TOKEN` from anybody; whatever else is said, or is not the speaker's, closes it with one answer for what is
 * somebody else's and what is not there.
 */
export class Listener {
  readonly socket: WebSocket
  /** Whose it is; undefined until something is bound. */
  client: string | undefined
  /** Whether anything was heard since it was last asked. */
  isAlive = true
  readonly #authorization: string | undefined
  readonly #means: ListenerMeans
  readonly #tellings = new Map<string, { readonly telling: Telling; readonly destinationId: string }>()
  #commands: Promise<void> = Promise.resolve()
  #waiting = 0

  constructor(socket: WebSocket, means: ListenerMeans, shown: Shown | undefined) {
    this.socket = socket
    this.#means = means
    this.#authorization = shown?.authorization
    this.client = shown?.client
    socket.on('error', () => {})
    socket.on('pong', () => {
      this.isAlive = true
    })
    socket.on('message', (data, isBinary) => this.#heard(data, isBinary))
    socket.on('close', () => void this.#stopAll())
  }

  get isBound(): boolean {
    return this.#tellings.size > 0
  }

  /** There may be something to tell: of one subscription, of all of a destination, or, without an id, of all. */
  wake(id?: string): void {
    for (const [subscription, { telling, destinationId }] of this.#tellings)
      if (id === undefined || id === subscription || id === destinationId) telling.now()
  }

  /** Says why it ends, and ends it soon whether the other side agrees or not. */
  close(why: Closed): void {
    this.socket.close(CLOSED[why], why)
    const late = setTimeout(() => this.socket.terminate(), GOODBYE_MS)
    this.socket.once('close', () => clearTimeout(late))
  }

  /** Ends it because the server stops: settles when nothing of it goes on. */
  async leave(): Promise<void> {
    const closed = new Promise<void>(resolve => this.socket.once('close', () => resolve()))
    this.close('stopped')
    if (this.socket.readyState !== this.socket.CLOSED) await closed
    await this.#stopAll()
  }

  /** Cuts off one who does not read, or is not there: what it missed waits, and why is kept. */
  cut(why: 'slow' | 'unanswered'): void {
    this.#noteCut([...this.#tellings.keys()], why)
    this.socket.terminate()
  }

  #heard(data: RawData, isBinary: boolean): void {
    const isTooMany = ++this.#waiting > COMMANDS_WAITING_MAX
    if (isBinary || isTooMany) {
      this.close(isBinary ? 'not-text' : 'not-understood')
      return
    }
    this.#commands = this.#commands
      .then(() => this.#obey(String(data).trim()))
      .catch(fault => this.#refuse(fault))
      .finally(() => this.#waiting--)
  }

  async #obey(command: string): Promise<void> {
    if (this.socket.readyState !== this.socket.OPEN) return
    const [word, value = '', ...more] = command.split(' ')
    if (more.length > 0 || value === '') return this.close('not-understood')
    if (word === 'bind') return this.#bind(this.#authorization, [value], true)
    if (word !== 'bind-with-token') return this.close('not-understood')
    const bindable = this.#means.takeBinding(value)
    return this.#bind(bindable?.authorization, bindable?.ids ?? [], false)
  }

  async #bind(authorization: string | undefined, ids: readonly string[], isBare: boolean): Promise<void> {
    if (authorization === undefined || !ids.every(isId)) return this.close('not-bound')
    const { store } = this.#means
    const client = await this.#means.clientOf(authorization)
    if (this.client !== undefined && this.client !== client) return this.close('not-bound')
    this.client = client
    if (this.#means.hasTooMany(client)) return this.close('too-many')
    for (const id of ids) {
      const found = await transactionInTurn(store, tx => findListened(tx, client, id))
      if (found === undefined) return this.close('not-bound')
      await this.#greet(found, isBare)
      const findClient = () => this.#means.clientOf(authorization)
      this.#tell(found, { isBare, findClient, after: await this.#isTold(found, isBare) })
    }
  }

  async #greet(found: Subscription, isBare: boolean): Promise<void> {
    const { store, limits } = this.#means
    const handshake = () => said(found, store, 'handshake', { total: found.events, events: [] })
    await sendText(this.socket, isBare ? `bound ${found.id}` : handshake(), limits.sendMs)
  }

  /**
   * From where it is told: from where it was on this very socket; else after what the handshake has counted, which can be asked
   * for. A bare `ping` counts nothing, so that there whatever nobody has heard is told.
   */
  async #isTold({ id, events, reached }: Subscription, isBare: boolean): Promise<number> {
    const held = this.#tellings.get(id)?.telling
    await held?.stop()
    return held?.through ?? (isBare ? reached : events)
  }

  #tell(
    { id, destinationId }: Subscription,
    { isBare, findClient, after }: { isBare: boolean; findClient: () => Promise<string>; after: number },
  ): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    const bound = { socket: this.socket, id, isBare, findClient, over: (why: Over) => this.#over(id, why) }
    this.#tellings.set(id, { telling: keepTelling(bound, this.#means, after), destinationId })
  }

  #over(id: string, why: Over): void {
    if (why === 'slow') {
      this.cut('slow')
      return
    }
    if (why === 'token-over') this.#noteCut([id], why)
    const over = this.#tellings.get(id)
    this.#tellings.delete(id)
    void over?.telling.stop().catch(this.#means.failed)
    if (!this.isBound) this.close(why)
  }

  #noteCut(ids: readonly string[], why: 'slow' | 'unanswered' | 'token-over'): void {
    const { store, failed } = this.#means
    if (ids.length === 0) return
    transactionInTurn(store, async tx => {
      for (const id of ids) await noteCut(tx, id, `websocket.${why}`)
    }).catch(failed)
  }

  #refuse(fault: unknown): void {
    if (!(fault instanceof FhirProblem)) this.#means.failed(fault)
    this.close(fault instanceof FhirProblem && fault.status !== 503 ? 'not-bound' : 'not-now')
  }

  async #stopAll(): Promise<void> {
    const all = [...this.#tellings.values()]
    this.#tellings.clear()
    await Promise.all(all.map(({ telling }) => telling.stop()))
  }
}
