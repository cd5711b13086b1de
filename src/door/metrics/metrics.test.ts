import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import { Routes } from '#door/route/routes.ts'
import { type Region, region } from '#test/kit.ts'
import { metricsDoor } from './metrics.ts'
import { metricsText } from './text.ts'

const folder = mkdtempSync(join(tmpdir(), 'metrics-'))
let here: Region
let app: FastifyInstance

before(async () => {
  here = await region()
  await here.send('mair-admitted.hl7')
  await here.send('mair-admitted.hl7')
  await here.send('wrong-person.hl7')
  writeFileSync(join(folder, 'token'), 'only for the watch\n')
  app = fastify()
  metricsDoor(new Routes(app), here.store, join(folder, 'token'))
})
after(async () => {
  await app.close()
  await here.close()
  rmSync(folder, { recursive: true })
})

test('the figures of the ledger are read from the machine itself, and hold nothing of anybody', async () => {
  here.clock.move('2026-11-22T09:00:30Z')
  const { body, headers } = await app.inject({ url: '/metrics' })
  assert.equal(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8')
  for (const line of [
    'cydofal_messages_received{sender="GHPAS/YGH",channel="hl7"} 3',
    'cydofal_messages{sender="GHPAS/YGH",channel="hl7",outcome="duplicate"} 1',
    'cydofal_messages_waiting 1',
    'cydofal_messages_oldest_waiting_seconds 30',
    'cydofal_messages_unbalanced 0',
  ])
    assert.ok(body.split('\n').includes(line), line)
  assert.doesNotMatch(body, /Mair|PRITCHARD|\d{10}/i)
})

test('from elsewhere they are read with the token alone, also through a proxy on the machine', async () => {
  const elsewhere = { url: '/metrics', remoteAddress: '192.0.2.7' }
  const proxied = { url: '/metrics', headers: { 'x-forwarded-for': '192.0.2.7' } }
  for (const asked of [elsewhere, proxied]) {
    const answer = await app.inject(asked)
    assert.deepEqual([answer.statusCode, answer.body], [401, ''])
  }
  const withToken = (token: string) => app.inject({ ...elsewhere, headers: { authorization: `Bearer ${token}` } })
  assert.equal((await withToken('only for the watch')).statusCode, 200)
  assert.equal((await withToken('only for the Watch')).statusCode, 401)
})

test('without a token nobody reads them from elsewhere', async () => {
  const without = fastify()
  metricsDoor(new Routes(without), here.store, undefined)
  const headers = { authorization: 'Bearer undefined' }
  assert.equal((await without.inject({ url: '/metrics', remoteAddress: '192.0.2.7', headers })).statusCode, 401)
  await without.close()
})

test('the name of a system cannot break out of its label', () => {
  const tally = { senderId: null, channel: 'hl7', received: 1, applied: 1, duplicate: 0, quarantined: 0, refused: 0 }
  const named = { ...tally, lastReceivedAt: null, sender: 'A"} 1\nB\\' }
  const text = metricsText({ tallies: [named], oldestWaitingAt: undefined }, new Date(0))
  assert.match(text, /received\{sender="A\\"\} 1\\nB\\\\",channel="hl7"\} 1\n/)
})
