import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendText } from '../answer.ts'
import { jsonSent } from '../body.ts'
import type { FhirMeans } from '../means.ts'
import { queryOf } from '../query.ts'
import type { Bearer } from '../token/bearer.ts'
import { isOwnOfSystem } from '../token/system.ts'
import { answeredBundle } from './answered.ts'
import { bundleAsked } from './bundle.ts'
import { runBatch } from './run-batch.ts'
import { runTransaction } from './run-transaction.ts'

/**
 * Whether what a token sends is a message, kept in the ledger and applied from there: a system's own token with a scope for
 * Bundles says so. Any other token does what the entries of its bundle ask, each by the scope that it needs.
 */
export function sendsMessages(bearer: Bearer | undefined): boolean {
  return (
    bearer !== undefined &&
    isOwnOfSystem(bearer) &&
    bearer.scopes.some(({ level, type }) => level === 'system' && type === 'Bundle')
  )
}

/** Does what a bundle asks, all or nothing or each by itself, and answers what became of each entry. */
export async function takeBundle(
  request: FastifyRequest,
  reply: FastifyReply,
  means: FhirMeans,
): Promise<FastifyReply> {
  queryOf(request.fhir, new Set())
  const sent = jsonSent(request)
  const { type, entries } = bundleAsked(sent, `${means.origin()}/fhir`)
  const answers =
    type === 'batch' ? await runBatch(request, means, entries) : await runTransaction(request, means, entries, sent)
  return sendText(request, reply, answeredBundle(type, answers))
}
