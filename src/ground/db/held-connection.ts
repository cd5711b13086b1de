import { type CompiledQuery, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { IN_OUR_WORDS } from './in-our-words.ts'
import { goesOver } from './sql.ts'
import type { DB as Tables } from './tables.ts'

/**
 * One connection, held for one transaction. A statement is sent as it is asked, behind those before it, whether or not
 * their answers have come: whoever does not wait for an answer saves the way there and back.
 */
export interface HeldConnection {
  readonly db: Kysely<Tables>
  /** Sends a statement whose answer nobody waits for. */
  send(statement: Statement): void
  /** Begins the transaction. Nobody waits for that either. */
  begin(isolation: Isolation): void
  /** Commits all that was sent, or throws why nothing was kept: the first fault of what nobody waited for, it may be. */
  commit(): Promise<void>
  /** Undoes all of it, and answers what went wrong first: this fault, or one that nobody waited for and that brought it about. */
  undo(fault: unknown): Promise<unknown>
}

export type Isolation = 'repeatable read' | 'read committed'
export type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>

/** Holds a connection until it is released: by `commit` and `undo`. */
export function hold(client: pg.PoolClient): HeldConnection {
  const sent: Promise<unknown>[] = []
  let first: { readonly fault: unknown } | undefined
  const note = (answer: Promise<unknown>) => {
    sent.push(
      answer.catch((fault: unknown) => {
        first ??= { fault }
      }),
    )
  }
  const send = ({ sql, parameters }: Statement) => note(client.query(sql, parameters as unknown[]))
  return {
    db: dbOver(client),
    send,
    begin: isolation => note(client.query(`start transaction isolation level ${isolation}`, [])),
    async commit() {
      const { command } = await client.query('commit', [])
      await Promise.all(sent)
      if (command === 'ROLLBACK') throw first?.fault ?? new Error('a statement had failed, and its fault was let pass')
      client.release()
    },
    async undo(fault) {
      const undone = await client.query('rollback').then(
        () => true,
        () => false,
      )
      await Promise.all(sent)
      client.release(!undone)
      return isOnlyAborted(fault) && first !== undefined ? first.fault : fault
    },
  }
}

/** Whether a statement was refused only because one before it had failed. */
function isOnlyAborted(fault: unknown): boolean {
  return fault instanceof pg.DatabaseError && fault.code === '25P02'
}

const made = new WeakMap<pg.PoolClient, Kysely<Tables>>()

/** Kysely over this connection alone. Unlike a transaction of its own it does not have one statement wait for another. */
function dbOver(client: pg.PoolClient): Kysely<Tables> {
  const known = made.get(client)
  if (known !== undefined) return known
  const held: PostgresPoolClient = {
    query: client.query.bind(client) as PostgresPoolClient['query'],
    release: () => {},
  }
  const pool = { options: {}, connect: async () => held, end: async () => {} }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [IN_OUR_WORDS] })
  goesOver(db, client as unknown as Parameters<typeof goesOver>[1])
  made.set(client, db)
  return db
}
