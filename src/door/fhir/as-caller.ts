import type { FastifyRequest } from 'fastify'
import { type Tx, transaction } from '#ground/db/store.ts'
import { sayIn } from '#ground/language/say.ts'
import type { Actor } from '#record/organisation/actor.ts'
import { findPersonNow } from '#record/person/link/persons.ts'
import type { Through } from '#record/sharing/through.ts'
import { languageAsked } from './asked.ts'
import type { FhirMeans } from './means.ts'
import { noToken, tokenRefused } from './problem.ts'

/** An app's request in one transaction: in whose name, and through which app. */
export interface InTheirName {
  readonly tx: Tx
  readonly actor: Actor
  readonly through: Through
  /** Whether the token bounds what is asked to another person than this one. Then they are as if they did not exist. */
  isBeyond(personId: string): Promise<boolean>
}

/**
 * Runs `work` in the name of whoever the token names, as they are in that very transaction: an account that has gone, or
 * a post that has ended since, is as good as no token. What the app is answered leaves after the transaction commits.
 */
export async function asCaller<Value>(
  request: FastifyRequest,
  { store, whoIsNamed }: FhirMeans,
  work: (asking: InTheirName) => Promise<Value>,
): Promise<Value> {
  const { bearer, path, onlyAbout } = request.fhir
  if (bearer === undefined) throw noToken()
  return transaction(store, async tx => {
    const caller = await whoIsNamed(tx, bearer)
    if (caller === undefined) throw tokenRefused()
    if (languageAsked(request) === undefined) request.fhir.say = sayIn(caller.language)
    return work({
      tx,
      actor: caller.actor,
      through: { app: bearer.app, token: bearer.tokenId, request: path },
      isBeyond: async personId =>
        onlyAbout !== undefined &&
        onlyAbout !== personId &&
        (await findPersonNow(tx, onlyAbout)) !== (await findPersonNow(tx, personId)),
    })
  })
}
