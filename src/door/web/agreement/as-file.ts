import type { FastifyReply } from 'fastify'

/** Answers with a file of JSON to keep, in UTF-8. */
export function asFile(reply: FastifyReply, name: string, text: string): FastifyReply {
  return reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(text)
}
