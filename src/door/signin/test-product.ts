import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import fastify from 'fastify'
import { type Config, readConfig } from '#config'
import type { Store } from '#ground/db/store.ts'
import { ProblemError } from '#ground/problem.ts'
import { signinDoor } from './routes.ts'
import { refuseOtherSites } from './same-site.ts'
import { browserOn, type TestBrowser } from './test-browser.ts'

/** The sign-in door alone, listening, with two pages beside it: /me says who asks, /form is posted to. */
export interface TestProduct {
  readonly origin: string
  /** What went to the log. */
  readonly log: string[]
  browser(): TestBrowser
  stop(): Promise<void>
}

export async function serve(store: Store, settings: Record<string, string> = {}): Promise<TestProduct> {
  const config = configOf(settings)
  const log: string[] = []
  const app = fastify({ logger: { level: 'warn', stream: { write: line => void log.push(line) } } })
  const { routes, visits } = signinDoor({ store, config })
  await app.register(cookie)
  await app.register(formbody)
  app.addHook('preParsing', refuseOtherSites(config))
  app.setErrorHandler((fault, _request, reply) => {
    const { problem, status } = fault instanceof ProblemError ? fault : { problem: String(fault), status: 500 }
    return reply.code(status).send({ problem })
  })
  app.get('/', async () => 'front page')
  app.get('/me', async request => (await visits.whoAsks(request)) ?? { nobody: true })
  await app.register(routes)
  app.get('/form', async request => {
    const visitor = await visits.whoAsks(request)
    return visitor === undefined ? {} : ((await visits.takeHeldForm(visitor, '/form')) ?? {})
  })
  app.post('/form', async request => ({ held: await visits.holdForm(request, '/form', request.body) }))
  await app.listen({ port: 0 })
  const address = app.server.address()
  const here = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
  const origin = config.PUBLIC_URL ?? here
  return { origin, log, browser: () => browserOn({ origin, here }), stop: () => app.close() }
}

export function configOf(settings: Record<string, string>): Config {
  const config = readConfig({ PORT: '0', ...settings })
  if (!config.ok) throw new Error(JSON.stringify(config.problem))
  return config.value
}
