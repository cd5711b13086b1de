import type { FastifyReply, FastifyRequest } from 'fastify'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Say } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Visitor } from '#record/organisation/visitor.ts'

/** What every page knows of the request it answers. */
export interface Asked {
  readonly say: Say
  readonly visitor: Visitor | undefined
  /** Path and query, for the language toggle and for coming back after signing in. */
  readonly path: string
  /** Lets our own scripts run under the content security policy. */
  readonly nonce: string
  readonly now: Date
  /** Whether everybody here is invented. */
  readonly isDemo: boolean
}

/** Carries what a page was asked down to its every part; `useAsked` reads it. */
export const AskedContext = createContext<Asked | undefined>(undefined)

/** What the page being drawn was asked. Throws outside a page. */
export function useAsked(): Asked {
  const asked = useContext(AskedContext)
  if (asked === undefined) throw new Error('drawn outside a page')
  return asked
}

/** The page's voice. */
export function useSay(): Say {
  return useAsked().say
}

declare module 'fastify' {
  interface FastifyRequest {
    asked: Asked
  }
}

/** The visitor of a page that is for visitors. The web door has already sent everybody else to sign in. */
export function visitorOf(request: FastifyRequest): Visitor {
  const { visitor } = request.asked
  if (visitor === undefined) throw new Error('a page for visitors was reached by nobody')
  return visitor
}

/** The worker of a page that is for workers. For everybody else the web door has found nothing there. */
export function workerOf(request: FastifyRequest): WorkerActor {
  const { actor } = visitorOf(request)
  if (actor.kind !== 'worker') throw new Error('a page for workers was reached by somebody else')
  return actor
}

/** After a form did what was asked: on to a page, so that going back or reloading does not do it twice. */
export function onward(reply: FastifyReply, path: string): FastifyReply {
  return reply.redirect(path, 303)
}
