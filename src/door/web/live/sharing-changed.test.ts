import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance } from 'fastify'
import { type Announcement, listen } from '#ground/db/announce.ts'
import { PERSON_CHANGED } from '#record/person/link/announce-people.ts'
import { anotherRecordOf, findToBeOne } from '#record/person/link/test-join.ts'
import { SHARING_CHANGED } from '#record/sharing/wish/wish.ts'
import { personId, type Region, region } from '#test/kit.ts'
import type { WebMeans } from '../means.ts'
import { NO_APPS } from '../test-pages.ts'
import { webDoor } from '../web.ts'
import { closeWithServer, LiveHub } from './hub.ts'

/** How long a page is listened to that should stay as it is, milliseconds. */
const QUIET_MS = 300

const MAIR = personId('mair-pritchard')
const mair = `/people/${MAIR}/live`
let here: Region
let app: FastifyInstance
let live: LiveHub
let url: string
before(async () => {
  here = await region()
  const { store, visitorOf, replayer } = here
  const visits: WebMeans['visits'] = {
    whoAsks: async ({ headers: { as } }) => (typeof as === 'string' ? visitorOf(as) : undefined),
    holdForm: async () => false,
    takeHeldForm: async () => undefined,
  }
  live = new LiveHub(
    store,
    async (_, sessions) => new Set(sessions),
    fault => assert.fail(String(fault)),
  )
  app = fastify()
  closeWithServer(app, live)
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
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})
after(async () => {
  await app.close()
  await here.close()
})

test('when what may be seen of Mair changes, every page about her loads again, and the lists of those who know her', async () => {
  const concerned = await Promise.all([open('ffion-gittins', mair), open('sioned-evans', '/people/live')])
  changed()
  assert.deepEqual(await Promise.all(concerned.map(isToldToLoad)), [true, true])
})

test('a page about somebody else stays as it is, and so does the list of somebody who never had to do with her', async () => {
  here.clock.move('2026-11-22T09:00:01Z')
  const others = await Promise.all([
    open('sioned-evans', `/people/${personId('owen-griffiths')}/live`),
    open('dewi-prosser', '/people/live'),
  ])
  changed()
  assert.deepEqual(await Promise.all(others.map(isToldToLoad)), [false, false])
})

test('a page drawn before she refused, which begins to listen only afterwards, is told as well', async () => {
  here.clock.move('2026-11-22T09:00:10Z')
  changed()
  const drawn = (at: string) => `${mair}?drawn=${new Date(at).getTime()}`
  here.clock.move('2026-11-22T09:00:11Z')
  assert.equal(await isToldToLoad(await open('ffion-gittins', drawn('2026-11-22T09:00:09Z'))), true)
  assert.equal(await isToldToLoad(await open('ffion-gittins', drawn('2026-11-22T09:00:11Z'))), false)
})

test('when she is found to be somebody else as well, and when she is told apart from them, pages about her load again', async () => {
  here.clock.move('2026-11-22T09:00:20Z')
  const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')
  let undo: (() => Promise<void>) | undefined
  for (const act of [async () => (undo = await findToBeOne(here.store, MAIR, old.personId)), async () => undo?.()]) {
    const pages = await Promise.all([MAIR, old.personId].map(id => open('ffion-gittins', `/people/${id}/live`)))
    const both = Promise.withResolvers<void>()
    const waiting = new Set([MAIR, old.personId])
    const announced = (announcement: Announcement) => {
      live.announced(announcement)
      if (announcement.topic === PERSON_CHANGED && waiting.delete(announcement.id) && waiting.size === 0) both.resolve()
    }
    const listening = await listen(here.url, { announced, missed: () => {} })
    await act()
    await both.promise
    assert.deepEqual(await Promise.all(pages.map(isToldToLoad)), [true, true])
    await listening.stop()
    here.clock.move('2026-11-22T09:00:30Z')
  }
})

test('a page drawn so long ago that nobody remembers what has changed since is told to load again', async () => {
  here.clock.move('2026-11-22T09:30:00Z')
  const drawn = new Date('2026-11-22T09:15:00Z').getTime()
  assert.equal(await isToldToLoad(await open('ffion-gittins', `${mair}?drawn=${drawn}`)), true)
})

function changed(): void {
  live.announced({ topic: SHARING_CHANGED, id: MAIR })
}

/** A page that listens: its stream, once the server has answered. */
async function open(as: string, path: string): Promise<Response> {
  const stream = await fetch(url + path, { headers: { as } })
  assert.equal(stream.status, 200)
  return stream
}

/** Whether the stream ends with word to load again, before it has been quiet for a while. */
async function isToldToLoad(stream: Response): Promise<boolean> {
  assert(stream.body)
  const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const quiet = new Promise<'quiet'>(resolve => setTimeout(resolve, QUIET_MS, 'quiet'))
  for (;;) {
    const next = await Promise.race([reader.read(), quiet])
    if (next === 'quiet' || next.done) break
    heard += next.value
  }
  await reader.cancel()
  return heard.includes('event: ended')
}
