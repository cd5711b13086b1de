import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Asked, AskedContext } from './asked.ts'
import { sendWhole } from './compressed.ts'
import { partWordsIn } from './part-words.ts'
import { Words } from './parts/words.ts'

/** Answers with a whole page. */
export function drawPage(request: FastifyRequest, reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  reply.code(status).type('text/html; charset=utf-8')
  return sendWhole(request, reply, `<!DOCTYPE html>${drawPiece(request.asked, page)}`)
}

/** Draws a piece of a page, as it is sent to a page that is already open. */
export function drawPiece(asked: Asked, piece: VNode): string {
  return renderToString(
    <AskedContext.Provider value={asked}>
      <Words.Provider value={partWordsIn(asked.say)}>{piece}</Words.Provider>
    </AskedContext.Provider>,
  )
}
