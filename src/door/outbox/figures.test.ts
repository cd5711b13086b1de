import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, region } from '#test/kit.ts'
import { readDeadLetters, readLetter } from '#work/outbox/letter.ts'
import { giveUp, sendAgain } from '#work/outbox/put-right.ts'
import { queueOutgoing } from '#work/outbox/queue.ts'
import { readDestinations, readOutboxFigures } from '#work/outbox/read-destinations.ts'
import { registerDestination } from '#work/outbox/register.ts'
import { sendNext } from '#work/outbox/send-next.ts'
import { takeStep } from '#work/outbox/steer.ts'
import { dueDestinations } from '#work/outbox/take.ts'
import { letIn } from '#work/outbox/test-outbox.ts'

// What those who answer for the outbox are told, and what they may do.
const here = await region()
const STEFFAN = actorOf('steffan-howells') as WorkerActor
const MEINIR = actorOf('meinir-ellis') as WorkerActor
const SIONED = actorOf('sioned-evans') as WorkerActor
const ROTA = await transaction(here.store, tx => letIn(tx))
const accepts = async () => ({ result: 'accepted', code: 'AA', said: '' }) as const
const rejects = async () => ({ result: 'rejected', code: 'AR', said: 'no such person' }) as const

async function queueAndSend(key: string, answer?: typeof accepts | typeof rejects): Promise<string> {
  const queued = await transactionInTurn(here.store, tx =>
    queueOutgoing(tx, {
      destinationId: ROTA,
      key,
      kind: 'stay-message',
      body: Buffer.from(key),
      contentType: 'text/plain',
      order: 'Mair',
    }),
  )
  if (answer) await sendNext(here.store, { mllp: answer }, ROTA)
  here.clock.move(new Date(here.clock.now().getTime() + 1000).toISOString())
  return queued ?? assert.fail('queued before')
}

const figures = async () => {
  const [line] = await transaction(here.store, readOutboxFigures)
  return line && { ...line, destination: undefined, oldestSeconds: undefined, failingSeconds: undefined }
}
const counts = (one: object) => ({
  ...{ destination: undefined, oldestSeconds: undefined, failingSeconds: undefined },
  ...{ delivered: 0, waiting: 0, dead: 0, givenUp: 0, notOpen: 0 },
  ...one,
})

test('everything that was queued is in exactly one count, whatever is done with it', async () => {
  await queueAndSend('1', accepts)
  const dead = await queueAndSend('2', rejects)
  assert.deepEqual(await figures(), counts({ delivered: 1, dead: 1 }))
  await transactionInTurn(here.store, tx => sendAgain(tx, STEFFAN, dead))
  assert.deepEqual(await figures(), counts({ delivered: 1, waiting: 1 }))
  here.clock.move(new Date(here.clock.now().getTime() + 1000).toISOString())
  await sendNext(here.store, { mllp: rejects }, ROTA)
  here.clock.move(new Date(here.clock.now().getTime() + 1000).toISOString())
  await transactionInTurn(here.store, tx => giveUp(tx, STEFFAN, dead, 'We rang them'))
  assert.deepEqual(await figures(), counts({ delivered: 1, givenUp: 1 }))
})

test('nobody but the officer who answers for it opens a dead letter, and that they did is in the trail', async () => {
  const dead = await queueAndSend('3', rejects)
  const [listed] = await transaction(here.store, tx => readDeadLetters(tx, STEFFAN))
  assert.deepEqual([listed?.id, listed?.reason, listed?.mayOpen], [dead, 'outbox.rejected', true])
  const opened = await transaction(here.store, tx => readLetter(tx, STEFFAN, dead))
  assert.deepEqual(opened.ok && opened.value.tries.map(({ code, said }) => [code, said]), [['AR', 'no such person']])
  for (const other of [MEINIR, SIONED]) {
    assert.equal((await transaction(here.store, tx => readLetter(tx, other, dead))).ok, false)
    assert.equal((await transactionInTurn(here.store, tx => sendAgain(tx, other, dead))).ok, false)
    assert.equal((await transactionInTurn(here.store, tx => giveUp(tx, other, dead, 'x'))).ok, false)
  }
  const entries = await here.store.db
    .selectFrom('trailEntry')
    .select(['actorName', 'allowed'])
    .orderBy('sequence')
    .execute()
  assert.deepEqual(
    entries.map(({ actorName, allowed }) => `${actorName} ${allowed}`),
    ['Steffan Howells true', 'Meinir Ellis false', 'Sioned Evans false'],
  )
})

test('a letter that others have overtaken says so', async () => {
  await queueAndSend('4', accepts)
  const [listed] = await transaction(here.store, tx => readDeadLetters(tx, STEFFAN))
  const opened = await transaction(here.store, tx => readLetter(tx, STEFFAN, listed?.id ?? ''))
  assert.equal(opened.ok && opened.value.overtakenBy, 1)
})

test('whoever registered an address cannot confirm it, and until somebody does nothing is due', async () => {
  const named = {
    name: 'NEW',
    carrier: 'mllp',
    address: '127.0.0.1:1',
    role: 'care-worker',
    client: undefined,
  } as const
  const organisationId = seedId.organisation('gofal-cannwyll')
  const made = await transaction(here.store, tx => registerDestination(tx, STEFFAN, { ...named, organisationId }))
  assert.ok(made.ok)
  const id = made.value
  await transactionInTurn(here.store, tx =>
    queueOutgoing(tx, {
      destinationId: id,
      key: '1',
      kind: 'stay-message',
      body: Buffer.from('1'),
      contentType: 'text/plain',
    }),
  )
  const due = async () => (await transaction(here.store, tx => dueDestinations(tx, ['mllp']))).includes(id)
  const confirm = (officer: WorkerActor) =>
    transaction(here.store, tx => takeStep(tx, officer, id, { step: 'confirmed' }))
  assert.equal((await confirm(STEFFAN)).ok, false)
  assert.equal((await confirm(SIONED)).ok, false)
  assert.equal(await due(), false)
  assert.equal((await confirm(MEINIR)).ok, true)
  assert.equal(await due(), true)
  assert.equal((await confirm(MEINIR)).ok, false, 'once')
})

test('what is paused is not due, and what is closed never again', async () => {
  const step = (step: 'paused' | 'resumed' | 'closed') =>
    transaction(here.store, tx => takeStep(tx, STEFFAN, ROTA, { step, reason: 'They asked us to' }))
  await queueAndSend('5')
  const due = async () => (await transaction(here.store, tx => dueDestinations(tx, ['mllp']))).includes(ROTA)
  assert.equal(await due(), true)
  await step('paused')
  assert.equal(await due(), false)
  assert.equal(await sendNext(here.store, { mllp: accepts }, ROTA), undefined)
  here.clock.move(new Date(here.clock.now().getTime() + 1000).toISOString())
  await step('resumed')
  assert.equal(await due(), true)
  await step('closed')
  assert.equal(await due(), false)
  assert.equal((await step('resumed')).ok, false)
})

test('an address that is none, or holds a password, is not registered', async () => {
  const organisationId = seedId.organisation('gofal-cannwyll')
  for (const [carrier, address] of [
    ['mllp', 'rota.example'],
    ['mllp', 'rota.example:99999'],
    ['https', 'http://rota.example/hook'],
    ['https', 'https://a:b@rota.example/hook'],
    ['https', 'file:///etc/passwd'],
  ] as const) {
    const made = await transaction(here.store, tx =>
      registerDestination(tx, STEFFAN, {
        name: address,
        carrier,
        address,
        role: 'care-worker',
        client: 'rota',
        organisationId,
      }),
    )
    assert.deepEqual(made, { ok: false, problem: 'outbox.addressWrong' }, address)
  }
  const lines = await transaction(here.store, tx => readDestinations(tx, STEFFAN))
  assert.equal(lines.length, 2)
})
