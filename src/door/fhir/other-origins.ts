import type { FastifyReply, FastifyRequest } from 'fastify'

/** What an app in a browser may read of an answer besides its body. */
const EXPOSED = 'content-location, etag, last-modified, location, www-authenticate'
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const HEADERS =
  'accept, accept-language, authorization, content-type, if-match, if-modified-since, if-none-exist, if-none-match, prefer, x-request-id'
const DAY_SECONDS = 24 * 60 * 60

/**
 * Lets apps that run in a browser read what they are answered, wherever they come from: here only a token is believed,
 * which a page of somebody else's does not have, and never a cookie. Source: WHATWG Fetch, CORS protocol.
 */
export function openToOtherOrigins({ headers }: FastifyRequest, reply: FastifyReply): void {
  if (headers.origin === undefined) return
  reply.headers({ 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED })
}

/** What a browser asks before it lets an app ask. */
export async function answerOtherOrigins(_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return reply
    .code(204)
    .headers({
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': HEADERS,
      'access-control-max-age': DAY_SECONDS,
    })
    .send()
}
