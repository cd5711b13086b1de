import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { LANGUAGE_COOKIE } from '#door/route/language-cookie.ts'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import { ProblemError } from '#ground/problem.ts'
import type { ProviderRefusal, SignedIn } from './client.ts'
import { leftCookie, sessionCookie, signingInCookie } from './cookies.ts'
import { findAccount } from './find-account.ts'
import { forgetWhatIsOver } from './forget.ts'
import type { SigninMeans } from './means.ts'
import { BACK } from './provider-settings.ts'
import { ownPath } from './return-to.ts'
import { startSession } from './sessions.ts'
import { keepSigningIn, takeSigningIn } from './signing-in.ts'

/** What a link to sign in may carry. Whatever is not understood is as if it were not there. */
const Asked = z.object({
  as: z.string().min(1).max(255).optional().catch(undefined),
  return_to: z.string().optional().catch(undefined),
  language: z.enum(['en', 'cy']).optional().catch(undefined),
})

/** The way to the identity provider and back. Each use of it begins a visit or uses one up. */
export function signInRoutes(routes: Routes, means: SigninMeans): void {
  const declared = { for: 'anybody', does: 'nothing', changes: true } as const
  routes.get('/sign-in', declared, (request, reply) => begin(means, request, reply))
  routes.get(BACK, declared, (request, reply) => finish(means, request, reply))
}

/** Remembers the visit and sends the browser on to the provider. */
async function begin(
  { store, provider }: SigninMeans,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = Asked.parse(request.query)
  const { chance } = store
  const visit = {
    state: chance.secret(),
    nonce: chance.secret(),
    codeVerifier: chance.secret(),
    returnTo: ownPath(asked.return_to),
  }
  const anew = leftCookie.read(request) !== undefined
  const to = orProblem(await provider.begin(visit, { hint: asked.as, language: asked.language, anew }), request.log)
  await transaction(store, async tx => {
    await forgetWhatIsOver(tx)
    await keepSigningIn(tx, visit)
  })
  signingInCookie.put(reply, visit.state)
  return reply.redirect(to, 303)
}

/** Redeems what the browser brings back from the provider, and opens a session with a secret that was never used. */
async function finish(means: SigninMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { store, provider } = means
  const query = new URL(request.url, means.origin()).searchParams
  const state = signingInCookie.read(request)
  if (state === undefined || query.get('state') !== state) throw new ProblemError('signin.expired', 400)
  const visit = await transaction(store, tx => takeSigningIn(tx, state))
  signingInCookie.clear(reply)
  if (visit === undefined) throw new ProblemError('signin.expired', 400)
  const signedIn = orProblem(await provider.finish(visit, query), request.log)
  leftCookie.clear(reply)
  const session = await open(means, signedIn, sessionCookie.read(request))
  sessionCookie.put(reply, session.secret)
  // Whoever has answered the Active Offer is not asked again by a toggle that somebody else left in this browser.
  if (session.hasAnsweredOffer) reply.clearCookie(LANGUAGE_COOKIE, { path: '/' })
  return reply.redirect(visit.returnTo, 303)
}

/** Opens the session of the account the provider named. */
async function open(
  { store }: SigninMeans,
  { subject, idToken }: SignedIn,
  earlierSecret: string | undefined,
): Promise<{ readonly secret: string; readonly hasAnsweredOffer: boolean }> {
  const secret = store.chance.secret()
  return transaction(store, async tx => {
    const account = await findAccount(tx, subject)
    if (account === undefined) throw new ProblemError('signin.noAccount', 403)
    await startSession(tx, { secret, accountId: account.id, idToken, earlierSecret })
    return { secret, hasAnsweredOffer: account.hasAnsweredOffer }
  })
}

const STATUS = { 'signin.refused': 400, 'signin.unreachable': 503 }

function orProblem<Value>(answer: Outcome<Value, ProviderRefusal>, log: FastifyBaseLogger): Value {
  if (answer.ok) return answer.value
  const { problem, code } = answer.problem
  log.warn({ code }, 'the identity provider signed nobody in')
  throw new ProblemError(problem, STATUS[problem])
}
