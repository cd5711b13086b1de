import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { region } from '#test/kit.ts'
import { queueOutgoing } from '#work/outbox/queue.ts'
import { sendNext } from '#work/outbox/send-next.ts'
import { letIn } from '#work/outbox/test-outbox.ts'
import { keepSending } from './keep-sending.ts'
import { mllpCarrier } from './mllp.ts'
import { type Manner, messageOf, openReceiver, type Receiver } from './test-receiver.ts'

// A partner’s system that is told things, and does not always behave.
const here = await region()
const mllp = mllpCarrier({ timeoutSeconds: 0.3 })
const carriers = { mllp: mllp.carry }
let made = 0

/** A receiver, a destination for it, and what is queued for it, by MSH-10. */
async function partner(manners: readonly Manner[], ...queued: readonly string[]) {
  const receiver = await openReceiver()
  receiver.manners.push(...manners)
  const name = `ROTA${++made}`
  const id = await transaction(here.store, tx => letIn(tx, { name, address: receiver.address }))
  for (const controlId of queued) await queue(id, controlId)
  return { receiver, id, name }
}

const queue = (destinationId: string, controlId: string, order = 'Mair') =>
  transactionInTurn(here.store, tx =>
    queueOutgoing(tx, {
      destinationId,
      key: controlId,
      kind: 'stay-message',
      body: messageOf(controlId),
      contentType: 'x-application/hl7-v2+er7',
      order,
    }),
  )

const send = (id: string) => sendNext(here.store, carriers, id)

function later(minutes: number): void {
  here.clock.move(new Date(here.clock.now().getTime() + minutes * 60_000).toISOString())
}

/** What became of each thing queued for a destination, by its key; what still waits is left out. */
async function became(id: string): Promise<Record<string, string>> {
  const rows = await here.store.db
    .selectFrom('outgoing')
    .innerJoin('outgoingOutcome', 'outgoingId', 'outgoing.id')
    .select(['key', 'outcome', 'reason'])
    .where('destinationId', '=', id)
    .orderBy('at')
    .execute()
  return Object.fromEntries(rows.map(({ key, outcome, reason }) => [key, reason ?? outcome]))
}

/** What came back of each try, in order. */
async function tries(id: string): Promise<string[]> {
  const rows = await here.store.db
    .selectFrom('outgoing')
    .innerJoin('outgoingAttempt', 'outgoingId', 'outgoing.id')
    .leftJoin('outgoingAnswer', 'attemptId', 'outgoingAttempt.id')
    .select(['key', 'code'])
    .where('destinationId', '=', id)
    .orderBy('startedAt')
    .orderBy('sequence')
    .orderBy('number')
    .execute()
  return rows.map(({ key, code }) => `${key} ${code ?? 'nobody knows'}`)
}

test('what is acknowledged is delivered, in order, and nothing waits', async () => {
  const { id, receiver } = await partner(['AA', 'CA'], 'A1', 'A2')
  assert.equal((await send(id))?.result, 'accepted')
  assert.equal((await send(id))?.result, 'accepted')
  assert.equal(await send(id), undefined)
  assert.deepEqual(receiver.took, ['A1', 'A2'])
  assert.deepEqual(await became(id), { A1: 'delivered', A2: 'delivered' })
})

test('an error is tried again after a while, the same bytes under the same id, and what is behind it waits', async () => {
  const { id, receiver } = await partner(['AE'], 'B1', 'B2')
  assert.equal((await send(id))?.result, 'error')
  assert.equal(await send(id), undefined, 'B2 stands behind B1, and B1 is not due')
  later(1)
  await send(id)
  await send(id)
  assert.deepEqual(receiver.took, ['B1', 'B2'])
  assert.deepEqual(await tries(id), ['B1 AE', 'B1 AA', 'B2 AA'])
})

test('what is rejected is a dead letter at once, of the team that answers for it, and lets the next one pass', async () => {
  const { id, receiver } = await partner(['AR'], 'C1', 'C2')
  assert.equal((await send(id))?.result, 'rejected')
  await send(id)
  assert.deepEqual(receiver.took, ['C2'])
  assert.deepEqual(await became(id), { C1: 'outbox.rejected', C2: 'delivered' })
})

test('what is called wrong ten times is a dead letter', async () => {
  const { id } = await partner(
    Array.from({ length: 10 }, () => 'AE' as const),
    'D1',
  )
  for (let tried = 0; tried < 10; tried++) {
    assert.equal((await send(id))?.result, 'error')
    later(11)
  }
  assert.deepEqual(await became(id), { D1: 'outbox.wrongTooOften' })
})

for (const [manner, code] of [
  ['answers for another', 'mllp.wrongAck'],
  ['answers nonsense', 'mllp.badAck'],
  ['cuts before reading', 'mllp.cut'],
  ['cuts after taking it in', 'mllp.cut'],
  ['hangs', 'mllp.timeout'],
] as const) {
  test(`a receiver that ${manner} has said nothing that counts: it is sent again`, async () => {
    const { id, receiver } = await partner([manner], `E${code}`)
    const tried = await send(id)
    assert.equal(tried?.result, 'unknown')
    assert.equal(await send(id), undefined)
    later(1)
    assert.equal((await send(id))?.result, 'accepted')
    assert.deepEqual(await tries(id), [`E${code} ${code}`, `E${code} AA`])
    assert.deepEqual(new Set(receiver.took), new Set([`E${code}`]), 'a repeat has the same id')
  })
}

test('a system that is down for an hour gets everything when it is back, in order', async () => {
  const { id, receiver } = await partner([], 'F1', 'F2', 'F3')
  const port = Number(receiver.address.split(':')[1])
  await receiver.stop()
  for (let minute = 0; minute < 60; minute++) {
    await send(id)
    later(1)
  }
  const back = await openReceiver({ port })
  for (let minute = 0; minute < 15; minute++) {
    while (await send(id));
    later(1)
  }
  assert.deepEqual(back.took, ['F1', 'F2', 'F3'])
  assert.ok((await tries(id)).length < 20, 'and it was not asked every minute')
})

test('one that never answers is given four days, and then the letter has an owner', async () => {
  const { id, receiver } = await partner([], 'G1')
  await receiver.stop()
  await send(id)
  later(95 * 60)
  await send(id)
  assert.deepEqual(await became(id), {})
  later(61)
  await send(id)
  assert.deepEqual(await became(id), { G1: 'outbox.noAnswer' })
})

test('whoever took it and was killed is waited for, and then somebody else sends it', async () => {
  const { id, receiver } = await partner([], 'H1')
  const killed = sendNext(here.store, { mllp: () => new Promise(() => {}) }, id)
  await pause(200)
  assert.equal(await send(id), undefined, 'it may still be on its way')
  later(2)
  assert.equal((await send(id))?.result, 'accepted')
  assert.deepEqual(await tries(id), ['H1 nobody knows', 'H1 AA'])
  assert.deepEqual(receiver.took, ['H1'])
  void killed
})

test('an acknowledgement that comes late counts, and the thing is not delivered twice', async () => {
  const { id, receiver } = await partner([], 'I1')
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const slow = sendNext(here.store, { mllp: parcel => held.then(() => mllp.carry(parcel)) }, id)
  await pause(200)
  later(2)
  await send(id)
  letGo()
  assert.equal((await slow)?.nextAt, undefined)
  assert.deepEqual(receiver.took, ['I1', 'I1'], 'at least once: the receiver can tell by the id')
  assert.deepEqual(await became(id), { I1: 'delivered' })
})

test('several processes at once never have two of one order with the receiver', async () => {
  const receiver: Receiver = await openReceiver({ thinksMs: 20 })
  const id = await transaction(here.store, tx => letIn(tx, { name: 'MANY', address: receiver.address }))
  for (let number = 0; number < 8; number++) await queue(id, `J${number}`)
  const process = async () => {
    const own = mllpCarrier({ timeoutSeconds: 2 })
    for (let looked = 0; looked < 60; looked++)
      if (!(await sendNext(here.store, { mllp: own.carry }, id))) await pause(10)
    own.close()
  }
  await Promise.all([process(), process(), process()])
  assert.equal(receiver.atOnce, 1)
  assert.deepEqual(receiver.took, ['J0', 'J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7'])
})

test('the sender sends what is queued when it is told, and one destination that hangs holds up nobody else', async t => {
  const hanging = await partner(['hangs', 'hangs', 'hangs'], 'K1')
  const well = await partner([], 'K2')
  const faults: unknown[] = []
  const sending = keepSending(here.store, carriers, fault => faults.push(fault))
  t.after(() => sending.stop())
  for (let looked = 0; well.receiver.took.length === 0 && looked < 100; looked++) await pause(10)
  assert.deepEqual(well.receiver.took, ['K2'])
  await queue(well.id, 'K3')
  sending.now()
  for (let looked = 0; well.receiver.took.length === 1 && looked < 100; looked++) await pause(10)
  assert.deepEqual(well.receiver.took, ['K2', 'K3'])
  await sending.stop()
  assert.deepEqual([faults, hanging.receiver.took], [[], []])
})
