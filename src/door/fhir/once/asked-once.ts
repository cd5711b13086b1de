import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '#record/chart/store/caller.ts'
import { wrongValue } from '../problem.ts'

/** A request that says which it is. */
export interface AskedOnce {
  readonly requestId: string
  /** The place in a batch of which each entry is done by itself; -1 for a request that is one. */
  readonly entry: number
  /** What is asked, as a hash: the method, the address, the conditions and the body. */
  readonly digest: string
}

/** Any letters that can stand in a header, as many as a UUID has several times. */
const REQUEST_ID = /^[\x21-\x7e]{1,200}$/
const CONDITIONS = ['if-match', 'if-none-match', 'if-none-exist'] as const

/** Which request this is, where it says so (`X-Request-ID`). Throws where it says it in no way that can be kept. */
export function askedOnce(request: FastifyRequest): AskedOnce | undefined {
  const { headers, method, body, fhir } = request
  const said = headers['x-request-id']
  if (said === undefined) return undefined
  if (typeof said !== 'string' || !REQUEST_ID.test(said)) throw wrongValue('X-Request-ID')
  const conditions = CONDITIONS.map(name => headers[name] ?? null)
  const hash = createHash('sha256').update(`${JSON.stringify([method, fhir.path, conditions])}\n`)
  if (Buffer.isBuffer(body)) hash.update(body)
  return { requestId: said, entry: fhir.entry ?? -1, digest: hash.digest('hex') }
}

/** The app, and in whose name it asks. */
export function askedBy({ actor, through }: Caller): string {
  return `${actor.kind === 'system' ? actor.senderId : actor.accountId} ${through.app ?? ''}`
}
