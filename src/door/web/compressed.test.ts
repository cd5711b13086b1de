import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import fastify from 'fastify'
import { sendWhole } from './compressed.ts'

const PAGE = `<p>Cerdded i’r capel bob dydd Sul</p>`.repeat(100)

test('a page is a twentieth of its length to a browser, and the same page', async () => {
  const { rawPayload, headers } = await answerTo('gzip, deflate, br')
  assert.equal(headers['content-encoding'], 'br')
  assert.equal(String(brotliDecompressSync(rawPayload)), PAGE)
  assert.ok(rawPayload.length < PAGE.length / 20)
})

test('whoever does not take Brotli, or says nothing of it, is sent the page as it is', async () => {
  for (const taken of ['identity', 'br;q=0', undefined]) {
    const { body, headers } = await answerTo(taken)
    assert.equal(headers['content-encoding'], undefined)
    assert.equal(body, PAGE)
  }
})

async function answerTo(taken: string | undefined) {
  const app = fastify()
  app.get('/', (request, reply) => sendWhole(request, reply.type('text/html; charset=utf-8'), PAGE))
  return app.inject({ url: '/', headers: taken === undefined ? {} : { 'accept-encoding': taken } })
}
