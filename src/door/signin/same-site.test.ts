import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import { Routes } from '#door/route/routes.ts'
import { ProblemError } from '#ground/problem.ts'
import { refuseOtherSites } from './same-site.ts'
import { configOf } from './test-product.ts'

const OURS = 'https://cydofal.invalid'
let app: FastifyInstance
before(async () => {
  app = fastify()
  app.addHook('preParsing', refuseOtherSites(configOf({ PUBLIC_URL: `${OURS}/` })))
  app.setErrorHandler((fault, _request, reply) => {
    const status = fault instanceof ProblemError ? fault.status : 500
    return reply.code(status).send(fault instanceof ProblemError ? fault.problem : String(fault))
  })
  app.route({
    url: '/',
    method: ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'],
    handler: async () => 'done',
  })
  new Routes(app).post('/token', { for: 'systems', does: 'nothing' }, async () => 'done')
})
after(() => app.close())

const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'] as const

const FROM_HERE: Record<string, string>[] = [
  { 'sec-fetch-site': 'same-origin', origin: OURS },
  { 'sec-fetch-site': 'same-origin', origin: 'null' },
  { 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
  { origin: OURS },
]
const FROM_ELSEWHERE: Record<string, string>[] = [
  {},
  { 'sec-fetch-site': 'cross-site', origin: OURS },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'https://sister.invalid' },
  { 'sec-fetch-site': 'none', origin: OURS },
  { 'sec-fetch-site': '', origin: OURS },
  { 'sec-fetch-site': 'Same-Origin', origin: OURS },
  { origin: 'https://thief.example' },
  { origin: 'null' },
  { origin: 'http://cydofal.invalid' },
  { origin: `${OURS}.thief.example` },
  { origin: `${OURS}:8443` },
  { origin: '' },
]

test('a form on a page of ours is heard', async () => {
  for (const method of CHANGING) {
    for (const headers of FROM_HERE) {
      assert.equal((await app.inject({ method, url: '/', headers })).body, 'done', JSON.stringify({ method, headers }))
    }
  }
})

test('a form on another site’s page is refused, and so is one that will not say where it is from', async () => {
  for (const method of CHANGING) {
    for (const headers of FROM_ELSEWHERE) {
      const { statusCode, body } = await app.inject({ method, url: '/', headers })
      assert.deepEqual([statusCode, body], [403, 'problem.otherSite'], JSON.stringify({ method, headers }))
    }
  }
})

test('another site may link to us', async () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) {
    const headers = { 'sec-fetch-site': 'cross-site' }
    assert.equal((await app.inject({ method, url: '/', headers })).statusCode, 200)
  }
})

test('a program that proves itself needs to come from no page, at exactly its own address', async () => {
  assert.equal((await app.inject({ method: 'POST', url: '/token' })).body, 'done')
  for (const url of ['/token/', '//token', '/token/../', '/nowhere']) {
    assert.equal((await app.inject({ method: 'POST', url })).statusCode, 403, url)
  }
})
