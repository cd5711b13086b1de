import type { FastifyReply, FastifyRequest } from 'fastify'

/** What is handed out: what its bytes are, and the bytes. */
export interface HandedOut {
  readonly mediaType: string
  readonly bytes: Buffer
}

/**
 * Hands a picture or a sound to the page that shows it: as what its bytes are, to no other site, kept by nobody. A part
 * of it where a browser asks for one, without which some do not play a sound at all. Source: RFC 9110, section 14.
 */
export function handOutMedia(request: FastifyRequest, reply: FastifyReply, { mediaType, bytes }: HandedOut) {
  reply
    .type(mediaType)
    .header('content-disposition', 'inline')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('accept-ranges', 'bytes')
  const asked = /^bytes=(\d{1,10})-(\d{0,10})$/.exec(request.headers.range ?? '')
  if (asked === null) return reply.send(bytes)
  const from = Number(asked[1])
  const to = Math.min(asked[2] === '' ? bytes.length - 1 : Number(asked[2]), bytes.length - 1)
  if (from > to) return reply.code(416).header('content-range', `bytes */${bytes.length}`).send()
  return reply
    .code(206)
    .header('content-range', `bytes ${from}-${to}/${bytes.length}`)
    .send(bytes.subarray(from, to + 1))
}
