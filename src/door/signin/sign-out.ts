import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transactionInTurn } from '#ground/db/store.ts'
import { sessionCookie } from './cookies.ts'
import { findVisitor } from './find-visitor.ts'
import type { SigninMeans } from './means.ts'
import { endEverySession, endSession } from './sessions.ts'

const Asked = z.object({ everywhere: z.literal('1').optional().catch(undefined) })

/**
 * Ends the session here, first of all, then sends the browser to end it at the provider too. With `everywhere=1`, while
 * the session has not run out, the account is signed out on every device. Never fails for want of a session.
 */
export function signOutRoute(routes: Routes, { store, config, provider, origin }: SigninMeans): void {
  routes.post('/sign-out', { for: 'anybody', does: 'nothing' }, async (request, reply) => {
    const { everywhere } = Asked.parse(request.query)
    const secret = sessionCookie.read(request)
    sessionCookie.clear(reply)
    if (secret === undefined) return reply.redirect('/', 303)
    const ended = await transactionInTurn(store, async tx => {
      const everySession = everywhere === '1' ? await accountOf(tx, secret, config.SESSION_IDLE_MINUTES) : undefined
      const own = await endSession(tx, secret)
      if (everySession !== undefined) await endEverySession(tx, everySession)
      return own
    })
    const there = ended && (await provider.findSignOut(ended.idToken, `${origin()}/`))
    return reply.redirect(there ?? '/', 303)
  })
}

async function accountOf(tx: Tx, secret: string, idleMinutes: number): Promise<string | undefined> {
  const found = await findVisitor(tx, secret, idleMinutes)
  return found?.is === 'visitor' ? found.visitor.accountId : undefined
}
