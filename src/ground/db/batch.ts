import pg from 'pg'

/**
 * Statements that leave together and are answered together: with one wait for the server (the protocol's Sync) behind the
 * last of them, where the library has one behind each. When one fails, those behind it are not done, and fail as what
 * follows in a transaction that has failed.
 */
export class Batch extends pg.Query {
  readonly #members: readonly Member[]
  #at = 0

  constructor(members: readonly pg.Query[]) {
    super('', () => {})
    this.#members = members as unknown as readonly Member[]
    this.#name()
  }

  override submit = (connection: pg.Connection): void => {
    const unsynced = withoutSync(connection)
    for (const member of this.#members) member.submit(unsynced)
    ;(connection as unknown as Wire).sync()
  }

  handleRowDescription(message: unknown): void {
    this.#current.handleRowDescription(message)
  }

  handleDataRow(message: unknown): void {
    this.#current.handleDataRow(message)
  }

  handleCommandComplete(message: unknown, connection: pg.Connection): void {
    this.#current.handleCommandComplete(message, connection)
    this.#next()
  }

  handleEmptyQuery(connection: pg.Connection): void {
    this.#current.handleEmptyQuery(connection)
    this.#next()
  }

  handleReadyForQuery(connection: pg.Connection): void {
    for (const member of this.#members) member.handleReadyForQuery(connection)
  }

  /** What the server says of the statement that it is at; or that the connection has ended, which is said of all of them. */
  handleError(fault: Error, connection: pg.Connection): void {
    const isOfOne = fault instanceof pg.DatabaseError
    const submitted = (connection as unknown as Wire).submittedNamedStatements
    for (const [place, member] of this.#members.entries()) {
      if (place < this.#at) member.handleReadyForQuery(connection)
      else {
        // It was not prepared either, and must be when it is next asked.
        delete submitted[member.name]
        member.handleError(isOfOne && place > this.#at ? aborted() : fault, connection)
      }
    }
  }

  get #current(): Member {
    const member = this.#members[this.#at]
    if (member === undefined) throw new Error('an answer to a statement that was not asked')
    return member
  }

  #next(): void {
    this.#at++
    this.#name()
  }

  /** The library notes as prepared what the query at hand is called. */
  #name(): void {
    const { name, text } = this.#members[this.#at] ?? {}
    Object.assign(this, { name, text })
  }
}

/** What the library asks of a query, and its types do not say. */
interface Member {
  readonly name: string
  readonly text: string
  submit(connection: pg.Connection): Error | null
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: pg.Connection): void
  handleEmptyQuery(connection: pg.Connection): void
  handleReadyForQuery(connection: pg.Connection): void
  handleError(fault: Error, connection: pg.Connection): void
}

interface Wire {
  sync(): void
  /** By name, what was sent to be prepared and is not known to be. */
  readonly submittedNamedStatements: Record<string, string>
}

const unsynced = new WeakMap<pg.Connection, pg.Connection>()

/** The same connection, over which a statement waits for nothing. */
function withoutSync(connection: pg.Connection): pg.Connection {
  const known = unsynced.get(connection)
  if (known !== undefined) return known
  const made = Object.create(connection, { sync: { value: () => {} } })
  unsynced.set(connection, made)
  return made
}

/** As PostgreSQL refuses what is asked in a transaction that has failed. */
function aborted(): pg.DatabaseError {
  const fault = new pg.DatabaseError('a statement that was sent with this one had failed', 0, 'error')
  fault.code = '25P02'
  return fault
}
