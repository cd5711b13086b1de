import type { FastifyRequest } from 'fastify'
import { MESSAGE_BYTES_MAX } from '../body.ts'
import type { FhirMeans, TakenBundle } from '../means.ts'
import { bodyNotUnderstood, noToken, notUnderstood } from '../problem.ts'
import { queryOf } from '../query.ts'
import { systemOf } from '../token/system.ts'

/** The longest key that is kept, characters. */
const KEY_LENGTH_MAX = 200

/**
 * Gives what a system sent to whoever takes bundles in, with who has proved to be sending it and by what key it is known:
 * its `X-Request-ID` or `Idempotency-Key`, else the identifier of the bundle, else its bytes. Settles once it is safe.
 * Source: NHS England, BaRS API, `X-Request-ID`.
 */
export async function takeSent(request: FastifyRequest, { takeBundle }: FhirMeans): Promise<TakenBundle> {
  const { bearer } = request.fhir
  if (bearer === undefined) throw noToken()
  const client = systemOf(bearer)
  queryOf(request.fhir, new Set())
  const body: unknown = request.body
  if (!Buffer.isBuffer(body) || body.length === 0) throw bodyNotUnderstood('Bundle')
  if (body.length > MESSAGE_BYTES_MAX) throw notUnderstood(413)
  return takeBundle({ client, key: keyIn(request.headers), body }, request.ip)
}

function keyIn(headers: FastifyRequest['headers']): string | undefined {
  const said = headers['x-request-id'] ?? headers['idempotency-key']
  const key = Array.isArray(said) ? said[0] : said
  return key?.trim().slice(0, KEY_LENGTH_MAX) || undefined
}
