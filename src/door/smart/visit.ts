import type { FastifyReply, FastifyRequest } from 'fastify'
import { errors, type Provider } from 'oidc-provider'
import type { Store } from '#ground/db/store.ts'
import type { App } from '#work/app/app.ts'
import { askable, OTHER_SCOPES } from '#work/app/ask.ts'
import { findOpenApp } from '#work/app/read.ts'
import { fhirBase, type SmartMeans } from './means.ts'

/** What an app that led somebody here asks of them. */
export interface AppAsks {
  readonly app: App
  /** As much of what it asked as may be put to anybody. */
  readonly scopes: readonly string[]
  /** By which way from here it was opened. */
  readonly launch: string | undefined
  /** Where the answer leads: the address of the app that was let in. */
  readonly redirectUri: string
}

/** Somebody's answer to it. */
export interface LetIn {
  readonly grantId: string
  readonly accountId: string
  readonly scopes: readonly string[]
  readonly endsAt: Date
}

/** What the pages may do about the visit on which a browser is, that began at an app. */
export interface AppVisits {
  /** Undefined when there is none, it is over, or the app has been closed meanwhile. */
  asks(request: FastifyRequest, reply: FastifyReply): Promise<AppAsks | undefined>
  /** Goes on with what was let in. Answers where to. */
  goOn(request: FastifyRequest, reply: FastifyReply, letIn: LetIn): Promise<string>
  /** Goes back to the app with a no. Answers where to. */
  refuse(request: FastifyRequest, reply: FastifyReply): Promise<string>
}

/** The visits of one provider, once it is there. */
export function visitsOf(provider: () => Provider, means: SmartMeans): AppVisits {
  return {
    asks: (request, reply) => asks(provider(), means.store, request, reply),
    goOn: async (request, reply, { grantId, accountId, scopes, endsAt }) => {
      const { raw } = request
      const { params } = await provider().interactionDetails(raw, reply.raw)
      const asked = String(params.scope ?? '').split(' ')
      const seconds = Math.ceil((endsAt.getTime() - means.store.clock.now().getTime()) / 1000)
      const Grant = provider().Grant
      const grant = new Grant({
        jti: grantId,
        accountId,
        clientId: String(params.client_id),
        expiresIn: seconds,
      } as Given)
      const others: readonly string[] = OTHER_SCOPES
      grant.addOIDCScope(scopes.filter(scope => others.includes(scope)).join(' '))
      grant.rejectOIDCScope(asked.filter(scope => others.includes(scope) && !scopes.includes(scope)).join(' '))
      grant.addResourceScope(fhirBase(means), scopes.join(' '))
      await grant.save()
      const result = { login: { accountId, remember: false }, consent: { grantId } }
      return provider().interactionResult(raw, reply.raw, result, { mergeWithLastSubmission: false })
    },
    refuse: ({ raw }, reply) => {
      const result = { error: 'access_denied', error_description: 'not let in' }
      return provider().interactionResult(raw, reply.raw, result, { mergeWithLastSubmission: false })
    },
  }
}

type Given = ConstructorParameters<Provider['Grant']>[0]

async function asks(
  provider: Provider,
  store: Store,
  { raw }: FastifyRequest,
  reply: FastifyReply,
): Promise<AppAsks | undefined> {
  try {
    const { params } = await provider.interactionDetails(raw, reply.raw)
    const app = await findOpenApp(store, String(params.client_id))
    if (app === undefined) return undefined
    const launch = typeof params.launch === 'string' ? params.launch : undefined
    const scopes = askable(app, String(params.scope ?? '').split(' '))
    return { app, scopes, launch, redirectUri: String(params.redirect_uri) }
  } catch (fault) {
    if (fault instanceof errors.SessionNotFound) return undefined
    throw fault
  }
}
