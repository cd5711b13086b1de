import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepPace } from '#ground/pace.ts'
import { seedId } from '#seed/seed-id.ts'
import { asSent } from '#test/kit.ts'
import type { SenderLine } from '#work/sender/line.ts'
import { receiveFrame } from './hl7/receive.ts'
import { becameOf, boundRegion } from './test-line.ts'

const OURS = ['SHA256:AB', 'CN:pas.ysbyty.example', 'DNS:pas.ysbyty.example']
const admitted = asSent('mair-admitted.hl7')

test('a sender bound to its certificate is believed with it, and what comes otherwise under its name is put aside', async t => {
  const here = await bound(t, { certificates: ['DNS:pas.ysbyty.example'] })
  for (const certificate of [undefined, ['SHA256:CD', 'CN:pas.ysbyty.example.org', 'DNS:other.example']]) {
    const forged = admitted.replace('YGH0000418823', `F${certificate?.length}`)
    assert.match(await here.receive(forged, '127.0.0.1', certificate), /\rMSA\|AA\|F/)
  }
  assert.deepEqual(await becameOf(here), Array(2).fill('quarantined feed.otherCertificate of nobody'))
  await here.receive(admitted, '127.0.0.1', OURS)
  assert.deepEqual((await becameOf(here)).at(-1), 'applied')
})

test('what was forged uses up no control id of the sender, and its team answers for it', async t => {
  const here = await bound(t, { certificates: ['SHA256:AB'] })
  await here.receive(admitted.replace('Fall at home', 'Chest pain'), '127.0.0.1', undefined)
  await here.receive(admitted, '127.0.0.1', OURS)
  assert.deepEqual(await becameOf(here), ['quarantined feed.otherCertificate of nobody', 'applied'])
  const owners = await here.store.db.selectFrom('messageOutcome').select('ownerTeamId').orderBy('sequence').execute()
  assert.equal(owners[0]?.ownerTeamId, seedId.team('tim-integreiddio'))
})

test('a sender bound to addresses is believed from them alone', async t => {
  const here = await bound(t, { addresses: ['10.1.0.0/16'] })
  await here.receive(admitted, '10.2.0.1', OURS)
  await here.receive(asSent('owen-admitted.hl7'), '10.1.7.7', undefined)
  assert.deepEqual(await becameOf(here), ['quarantined feed.otherAddress of nobody', 'applied'])
})

test('by which certificate a message came is kept with it', async t => {
  const here = await bound(t, {})
  await here.receive(admitted, '127.0.0.1', OURS)
  const kept = await here.store.db.selectFrom('message').select(['certificate', 'receivedFrom']).execute()
  assert.deepEqual(kept, [{ certificate: OURS, receivedFrom: '127.0.0.1' }])
})

test('a sender that may send so many a second is answered later when it sends faster, and loses nothing', async t => {
  const here = await bound(t, { perSecondMax: 10 })
  const pace = keepPace({ now: () => new Date() })
  const began = performance.now()
  for (const name of ['mair-admitted.hl7', 'owen-admitted.hl7', 'someone-unknown.hl7']) {
    await receiveFrame(here.store, Buffer.from(asSent(name)), '127.0.0.1', { pace })
  }
  assert.ok(performance.now() - began >= 195)
  assert.deepEqual(await becameOf(here), ['applied', 'applied', 'applied'])
})

/** The region, with the hospital's system bound to a line. */
async function bound(t: { after(act: () => Promise<void>): void }, line: SenderLine) {
  const here = await boundRegion(line)
  t.after(() => here.close())
  const receive = async (text: string, from: string, certificate: readonly string[] | undefined) =>
    String(await receiveFrame(here.store, Buffer.from(text), from, { certificate }))
  return { ...here, receive }
}
