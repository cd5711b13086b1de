import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { transactionInTurn } from '#ground/db/store.ts'
import { ProblemError } from '#ground/problem.ts'
import { switchPost } from './acting-post.ts'
import { sessionCookie } from './cookies.ts'
import { findVisitor } from './find-visitor.ts'
import type { SigninMeans } from './means.ts'
import { ownPathOf } from './return-to.ts'

const Asked = z.object({ post: z.uuid().catch('') })

/** Acts in another post of the visitor's own, from the page they were on. Who is signed out is sent to sign in. */
export function switchPostRoute(routes: Routes, { store, config, origin }: SigninMeans): void {
  routes.post('/switch-post', { for: 'anybody', does: 'nothing' }, async (request, reply) => {
    const { post } = Asked.parse(request.body ?? {})
    const cameFrom = ownPathOf(request.headers.referer, origin())
    const secret = sessionCookie.read(request)
    const switched = await transactionInTurn(store, async tx => {
      const found = secret === undefined ? undefined : await findVisitor(tx, secret, config.SESSION_IDLE_MINUTES)
      return found?.is === 'visitor' ? await switchPost(tx, found.visitor, post) : undefined
    })
    if (switched === undefined) return reply.redirect(`/sign-in?return_to=${encodeURIComponent(cameFrom)}`, 303)
    if (!switched.ok) throw new ProblemError(switched.problem, 403)
    return reply.redirect(cameFrom, 303)
  })
}
