import pg from 'pg'
import type { Asked, Field, Wire } from './asked.ts'

/**
 * Statements that leave together and are answered together: with one wait for the server (the protocol's Sync) behind the
 * last of them, where the library has one behind each. When one fails, those behind it are not done, and fail as what
 * follows in a transaction that has failed. To the library it is one query.
 */
export class Batch extends pg.Query {
  readonly #members: readonly Asked[]
  #at = 0

  constructor(members: readonly Asked[]) {
    super('', () => {})
    this.#members = members
    this.#name()
  }

  override submit = (connection: pg.Connection): void => {
    const wire = connection as unknown as Wire
    for (const member of this.#members) member.submit(wire)
    wire.sync()
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    this.#members[this.#at]?.describe(fields)
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#members[this.#at]?.row(fields)
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#members[this.#at]?.complete(text)
    this.#next()
  }

  handleEmptyQuery(): void {
    this.#next()
  }

  handleReadyForQuery(): void {
    for (const member of this.#members) member.settle()
  }

  /** What the server says of the statement that it is at; or that the connection has ended, which is said of all of them. */
  handleError(fault: Error, connection: pg.Connection): void {
    const isOfOne = fault instanceof pg.DatabaseError
    const { submittedNamedStatements } = connection as unknown as Wire
    for (const [place, member] of this.#members.entries()) {
      if (place < this.#at) member.settle()
      else {
        // It was not prepared either, and must be when it is next asked.
        delete submittedNamedStatements[member.name]
        member.fail(isOfOne && place > this.#at ? aborted() : fault)
      }
    }
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

/** As PostgreSQL refuses what is asked in a transaction that has failed. */
function aborted(): pg.DatabaseError {
  const fault = new pg.DatabaseError('a statement that was sent with this one had failed', 0, 'error')
  fault.code = '25P02'
  return fault
}
