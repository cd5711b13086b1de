import type { Routes } from '#door/route/routes.ts'
import { transactionInTurn } from '#ground/db/store.ts'
import { leftCookie, sessionCookie } from './cookies.ts'
import type { SigninMeans } from './means.ts'
import { endSession } from './sessions.ts'

/** A page that is about nobody and has no name of ours on it. */
export const HARMLESS = '/calendar'

/**
 * Leaving in a hurry, because somebody has come into the room. It ends the session here and leads to a harmless page at
 * once: the provider is not gone to, because that would show whose service this is. Whoever signs in at this browser
 * next is asked by the provider who they are, so that going back opens nothing.
 */
export function leaveRoute(routes: Routes, { store }: SigninMeans): void {
  routes.post('/leave', { for: 'anybody', does: 'nothing' }, async (request, reply) => {
    const secret = sessionCookie.read(request)
    sessionCookie.clear(reply)
    if (secret !== undefined) {
      leftCookie.put(reply, store.chance.secret())
      await transactionInTurn(store, tx => endSession(tx, secret))
    }
    return reply.header('clear-site-data', '"cache"').redirect(HARMLESS, 303)
  })
}
