import type { FastifyRequest } from 'fastify'
import { type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { sayIn } from '#ground/language/say.ts'
import type { Caller } from '#record/chart/store/caller.ts'
import { findPersonNow } from '#record/person/link/persons.ts'
import { jobsOfClient } from '#work/outbox/receiver.ts'
import { findFhirSystem } from '#work/sender/fhir-system.ts'
import { languageAsked } from '../asked.ts'
import type { FhirMeans } from '../means.ts'
import { noToken, tokenRefused } from '../problem.ts'
import { mayInclude } from '../search/asked.ts'
import { leftTo } from '../token/scope.ts'
import { isOwnOfSystem } from '../token/system.ts'

/** A request of somebody, or of a system that was let in, in one transaction. */
export interface AnyCaller extends Caller {
  readonly tx: Tx
}

/** Runs `work` for whoever the token speaks for, in one snapshot: for reading. */
export function readingAs<Value>(
  request: FastifyRequest,
  means: FhirMeans,
  work: (caller: AnyCaller) => Promise<Value>,
): Promise<Value> {
  return transaction(means.store, async tx => work(await callerIn(tx, request, means)))
}

/** The same for writing: who writes the same at once takes their turn. */
export function writingAs<Value>(
  request: FastifyRequest,
  means: FhirMeans,
  work: (caller: AnyCaller) => Promise<Value>,
): Promise<Value> {
  return transactionInTurn(means.store, async tx => work(await callerIn(tx, request, means)))
}

async function callerIn(tx: Tx, request: FastifyRequest, { whoIsNamed }: FhirMeans): Promise<AnyCaller> {
  const { bearer, path, onlyAbout } = request.fhir
  if (bearer === undefined) throw noToken()
  const through = { app: bearer.app, token: bearer.tokenId, request: path }
  const leaves: Caller['leaves'] = (type, letter) => leftTo(bearer, type, letter)
  const mayRead = mayInclude(request, onlyAbout, 'r')
  if (isOwnOfSystem(bearer)) {
    const actor = await findFhirSystem(tx, bearer.app)
    if (actor === undefined) throw tokenRefused()
    const job = async () => (await jobsOfClient(tx, bearer.app)).get(actor.organisationId)
    return { tx, actor, through, leaves, mayRead, job }
  }
  const caller = await whoIsNamed(tx, bearer)
  if (caller === undefined) throw tokenRefused()
  if (languageAsked(request) === undefined) request.fhir.say = sayIn(caller.language)
  // An app that was opened for an id that is nobody's sees nobody.
  const person = onlyAbout && ((await findPersonNow(tx, onlyAbout)) ?? onlyAbout)
  return { tx, actor: caller.actor, through, leaves, mayRead, onlyAbout: person }
}
