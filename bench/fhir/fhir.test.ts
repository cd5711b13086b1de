import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { region } from '#test/kit.ts'
import { BARE } from './bare.ts'
import { measureFhir } from './fhir.ts'
import { startLoad } from './load.ts'
import { NAMES } from './requests.ts'
import { type Cell, figuresOf } from './table.ts'

test('each kind of request is answered as FHIR says, at each concurrency, and some of them without policy and trail', async () => {
  const here = await region()
  const wanted = { seconds: 0.02, rounds: 1, transactions: 3, rate: 20, openSeconds: 0.3 }
  const { figures, prices } = await measureFhir(here.url, wanted)
  const kinds = (names: Iterable<string>) =>
    [...names].flatMap(name => [1, 8, 32].map(at => `${name} ${at}`)).toSorted()
  const named = (lines: readonly { operation: string; concurrency: number }[]) =>
    lines.map(({ operation, concurrency }) => `${operation} ${concurrency}`).toSorted()
  assert.deepEqual(named(figures), kinds(NAMES))
  assert.deepEqual(named(prices), kinds(BARE))
  assert.ok(figures.every(({ per_s, p99_ms }) => per_s > 0 && p99_ms > 0))
  assert.ok(prices.every(({ price }) => price > 0))
})

test('a server that says 200 where something was created ends the measuring, and so does one that refuses', async () => {
  let status = 201
  const server = createServer((request, answer) => {
    request.resume()
    answer.writeHead(status).end('{}')
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const load = startLoad(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const create = { kind: 'closed', operation: 'create_patient', concurrency: 1, seconds: 0.01 } as const
  try {
    assert.ok((await load.run(create)).times.length > 0)
    for (status of [200, 403, 422]) await assert.rejects(load.run(create), new RegExp(`was answered ${status}`))
  } finally {
    load.stop()
    server.closeAllConnections()
    server.close()
  }
})

test('a table in which a kind of request was not measured is no table', () => {
  const answered = { ours: { times: [1], seconds: 1 }, productMs: 1, databaseMs: 1 }
  const cells = NAMES.map(
    (operation): Cell => ({ operation, concurrency: 1, ...answered, theirs: undefined, bare: undefined }),
  )
  assert.equal(figuresOf(cells).length, NAMES.length)
  assert.throws(() => figuresOf(cells.slice(1)), /nothing was measured of create_patient at concurrency 1/)
})
