import assert from 'node:assert/strict'
import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance } from 'fastify'
import type { Language } from '#ground/language/say.ts'
import type { Region } from '#test/kit.ts'
import { LiveHub } from './live/hub.ts'
import type { WebMeans } from './means.ts'
import { webDoor } from './web.ts'

/** How a page is asked for in a test: by whom of the region, in which language, with what typed into its form. */
export interface AskedAs {
  readonly as?: string
  readonly language?: Language
  readonly form?: Readonly<Record<string, string | readonly string[]>>
}

/** Nobody is led here by an app. */
export const NO_APPS: WebMeans['apps'] = {
  asks: async () => undefined,
  goOn: async () => '/',
  refuse: async () => '/',
}

/** Every page of the product over a region, for whoever the request names in a header of its own. */
export class TestPages {
  readonly #app: FastifyInstance

  private constructor(app: FastifyInstance) {
    this.#app = app
  }

  static async of({ store, visitorOf, replayer }: Region): Promise<TestPages> {
    const visits: WebMeans['visits'] = {
      whoAsks: async ({ headers: { as } }) => (typeof as === 'string' ? visitorOf(as) : undefined),
      holdForm: async () => false,
      takeHeldForm: async () => undefined,
    }
    const live = new LiveHub(
      store,
      async () => new Set(),
      fault => assert.fail(String(fault)),
    )
    const app = fastify()
    await app.register(cookie)
    await app.register(webDoor, {
      store,
      visits,
      live,
      replayer,
      origin: () => 'https://cydofal.example',
      hasMailRelay: false,
      offered: [],
      providerSource: "'self'",
      apps: NO_APPS,
    })
    return new TestPages(app)
  }

  read(url: string, { as, language = 'en' }: AskedAs = {}) {
    return this.#app.inject({ url, headers: { ...(as && { as }), cookie: `cydofal-language=${language}` } })
  }

  send(url: string, { as, language = 'en', form = {} }: AskedAs = {}) {
    const fields = Object.entries(form).flatMap(([name, value]) => [value].flat().map(one => [name, one]))
    return this.#app.inject({
      method: 'POST',
      url,
      headers: {
        ...(as && { as }),
        cookie: `cydofal-language=${language}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams(fields as [string, string][]).toString(),
    })
  }

  close(): Promise<void> {
    return this.#app.close()
  }
}
