import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify, { type HTTPMethods } from 'fastify'
import type { Declaration } from './declaration.ts'
import { onlyDeclared, Routes } from './routes.ts'

const FREE: Declaration = { for: 'anybody', does: 'nothing' }
/** How many arguments a route takes. With fewer it does not compile, and neither would this. */
const ALL_OF_THEM: Parameters<Routes['get']>['length'] & Parameters<Routes['post']>['length'] = 3

test('a route without a declaration does not compile', () => {
  assert.equal(ALL_OF_THEM, 3)
})

test('a route that came about without a declaration keeps the server from starting, wherever it was added', async () => {
  const app = fastify()
  onlyDeclared(app)
  const refused = /does not declare whom it is for/
  assert.throws(() => app.get('/people', async () => 'all of them'), refused)
  assert.throws(() => app.route({ method: ['GET', 'POST'], url: '/plans', handler: async () => '' }), refused)
  await assert.rejects(async () => {
    await app.register(async inside => void inside.post('/people', async () => 'another'))
  }, refused)
})

test('HEAD is answered where it changes nothing and opens no stream', async () => {
  const app = fastify()
  onlyDeclared(app)
  const routes = new Routes(app)
  routes.get('/about', FREE, async () => 'about')
  routes.get('/sign-in', { ...FREE, changes: true }, async () => 'one visit more')
  routes.get('/people/live', { for: 'visitors', does: 'tell' }, async () => 'one stream more')
  routes.post('/sign-out', FREE, async () => 'one session less')
  const status = async (method: 'GET' | 'HEAD' | 'POST' | 'OPTIONS', url: string) =>
    (await app.inject({ method, url })).statusCode
  assert.deepEqual(
    await Promise.all(['/about', '/sign-in', '/people/live'].map(url => status('GET', url))),
    [200, 200, 200],
  )
  assert.deepEqual(
    await Promise.all(['/about', '/sign-in', '/people/live', '/sign-out'].map(url => status('HEAD', url))),
    [200, 404, 404, 404],
  )
  assert.deepEqual(
    await Promise.all((['GET', 'OPTIONS', 'POST'] as const).map(one => status(one, '/sign-out'))),
    [404, 404, 200],
  )
})

test('what a route declares can be read from the request it answers', async () => {
  const app = fastify()
  const seen = new Map<HTTPMethods, Declaration | undefined>()
  app.addHook(
    'onRequest',
    async ({ method, routeOptions }) => void seen.set(method as HTTPMethods, routeOptions.config.declared),
  )
  new Routes(app).get('/about', FREE, async () => 'about')
  for (const method of ['GET', 'HEAD', 'POST'] as const) await app.inject({ method, url: '/about' })
  assert.deepEqual(
    [...seen],
    [
      ['GET', FREE],
      ['HEAD', FREE],
      ['POST', undefined],
    ],
  )
})
