import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Config } from '#config'
import { type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
import { sessionCookie } from './cookies.ts'
import { type Found, findVisitor } from './find-visitor.ts'
import * as held from './held-forms.ts'
import { type Caller, type Named, whoIsNamed } from './named.ts'
import { openSessions } from './open-sessions.ts'

/** What the other doors may ask about whoever is visiting. */
export interface Visits {
  /** The visitor whose browser sent this request. It counts as a use of their session. */
  whoAsks(request: FastifyRequest): Promise<Visitor | undefined>
  /** Whether the browser had a session that ran out of time. Not so for one that was signed out. */
  hasExpired(request: FastifyRequest): Promise<boolean>
  /** Who a token names, as they are in this transaction. Undefined: nobody who may act in that way now. */
  whoIsNamed(tx: Tx, named: Named): Promise<Caller | undefined>
  /** Which of these sessions are still open, for pages that stay open. Asking counts as no use. */
  openSessions(tx: Tx, sessionIds: readonly string[]): Promise<ReadonlySet<string>>
  /**
   * Keeps a form that arrived after its session ran out, an hour, for that account alone. `path` is the page where it
   * is to be shown again. False when there was no such session, or the form is over 64 KiB or not of plain fields.
   */
  holdForm(request: FastifyRequest, path: string, fields: unknown): Promise<boolean>
  /** Gives the visitor back what was kept for them under this page, once. */
  takeHeldForm(visitor: Visitor, path: string): Promise<Record<string, string> | undefined>
}

const Fields = z.record(z.string(), z.string())

/** Who is behind each request: by their cookie, looked up anew every time, so that what has ended opens nothing. */
export function visitsTo(store: Store, config: Config): Visits {
  const idleMinutes = config.SESSION_IDLE_MINUTES
  const find = async (request: FastifyRequest): Promise<Found | undefined> => {
    const secret = sessionCookie.read(request)
    if (secret === undefined) return undefined
    return await transactionInTurn(store, tx => findVisitor(tx, secret, idleMinutes))
  }
  return {
    async whoAsks(request) {
      const found = await find(request)
      return found?.is === 'visitor' ? found.visitor : undefined
    },
    async hasExpired(request) {
      return (await find(request))?.is === 'expired'
    },
    whoIsNamed,
    openSessions: (tx, sessionIds) => openSessions(tx, sessionIds, idleMinutes),
    async holdForm(request, path, fields) {
      const found = await find(request)
      const typed = Fields.safeParse(fields)
      if (found?.is !== 'expired' || !typed.success) return false
      return await transactionInTurn(store, tx => held.holdForm(tx, found.accountId, path, typed.data))
    },
    takeHeldForm: ({ accountId }, path) => transactionInTurn(store, tx => held.takeHeldForm(tx, accountId, path)),
  }
}
