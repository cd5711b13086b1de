import type { Role } from '#record/organisation/role.ts'
import type { Doing } from '#record/sharing/doing.ts'

/**
 * Who a route is for. *Anybody* may be signed in or not; *systems* are programs that prove themselves in each request
 * and send no cookie of ours; roles are those of the post that somebody acts in.
 */
export type Asker = 'anybody' | 'visitors' | 'citizens' | 'workers' | 'systems' | readonly Role[]

/** What a route says of itself before it answers anybody. Source: reliability.md, design rule 1. */
export interface Declaration {
  /** Everybody else who is signed in is answered as if there were nothing; whoever is not signed in is sent to sign in. */
  readonly for: Asker
  /** All that the trail may say was done when somebody asks: nothing, where the answer is about no person. */
  readonly does: Doing | readonly Doing[] | 'nothing'
  /** Whether asking twice is not the same as asking once. POST changes something anyway, GET only where it says so here. */
  readonly changes?: boolean
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Put here by `Routes` alone. A request that found no route has none. */
    declared?: Declaration
  }
}
