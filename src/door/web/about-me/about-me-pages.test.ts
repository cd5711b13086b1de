import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify from 'fastify'
import { personId, region } from '#test/kit.ts'
import { TestPages } from '../test-pages.ts'
import { handOutMedia } from './hand-out-media.ts'

const here = await region()
const pages = await TestPages.of(here)
const mair = `/people/${personId('mair-pritchard')}/about-me`

test('a part that there is not, and somebody else’s page, are one answer', async () => {
  for (const [path, as] of [
    [`${mair}/nothing`, 'mair-pritchard'],
    [`${mair}/also`, 'hannah-whitfield'],
    [`${mair}/also/media/${personId('mair-pritchard')}`, 'mair-pritchard'],
  ] as const)
    assert.equal((await pages.read(path, { as })).statusCode, 404, `${as} ${path}`)
})

test('words without a language come back as they were typed, with what is wrong, and nothing is written', async () => {
  const answer = await pages.send(`${mair}/also`, { as: 'mair-pritchard', form: { words: 'Dwi’n licio pysgod.' } })
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /Dwi’n licio pysgod\./)
  assert.match(answer.body, /Choose the language of the words/)
  assert.doesNotMatch((await pages.read(mair, { as: 'mair-pritchard' })).body, /pysgod/)
})

test('a version that was never read writes over nothing', async () => {
  const form = { words: 'Rhywbeth arall', language: 'cy', afterId: 'no id at all' }
  const answer = await pages.send(`${mair}/also`, { as: 'mair-pritchard', form })
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /has changed since you read it/)
})

test('a picture or a sound sent as no form with a file is not understood, and nobody but the person sends one', async () => {
  const sent = await pages.send(`${mair}/also/media`, { as: 'mair-pritchard', form: { tells: 'x' } })
  assert.equal(sent.statusCode, 400)
  const away = await pages.send(`${mair}/also/media/away`, { as: 'elin-pritchard', form: { afterId: '' } })
  assert.equal(away.statusCode, 404)
})

test('a browser that asks for a part of a sound gets that part, and none that there is not', async () => {
  const app = fastify()
  const bytes = Buffer.from('0123456789')
  app.get('/', (request, reply) => handOutMedia(request, reply, { mediaType: 'audio/mpeg', bytes }))
  const ask = async (range?: string) => {
    const answer = await app.inject({ url: '/', ...(range !== undefined && { headers: { range } }) })
    return [answer.statusCode, answer.headers['content-range'], answer.body]
  }
  assert.deepEqual(await ask(), [200, undefined, '0123456789'])
  assert.deepEqual(await ask('bytes=0-1'), [206, 'bytes 0-1/10', '01'])
  assert.deepEqual(await ask('bytes=8-'), [206, 'bytes 8-9/10', '89'])
  assert.deepEqual(await ask('bytes=8-99'), [206, 'bytes 8-9/10', '89'])
  assert.deepEqual(await ask('bytes=10-'), [416, 'bytes */10', ''])
  assert.deepEqual(await ask('lines=1-2'), [200, undefined, '0123456789'])
  await app.close()
})
