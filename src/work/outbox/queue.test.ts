import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { region } from '#test/kit.ts'
import { queueMail, readMail } from './mail.ts'
import type { NewOutgoing } from './outgoing.ts'
import { queueOutgoing } from './queue.ts'
import { letIn } from './test-outbox.ts'

// Cannwyll’s rota system is to be told things. What is queued, and when:
const here = await region()
const ROTA = await transaction(here.store, tx => letIn(tx))

const queued = () =>
  here.store.db
    .selectFrom('outgoing')
    .leftJoin('outgoingWaiting', 'outgoingId', 'id')
    .select(['key', 'outgoing.sequence', 'dueAt', 'body'])
    .orderBy('outgoing.sequence')
    .execute()

const thing = (key: string, more: Partial<NewOutgoing> = {}): NewOutgoing => ({
  destinationId: ROTA,
  key,
  kind: 'stay-message',
  body: Buffer.from(key),
  contentType: 'x-application/hl7-v2+er7',
  order: 'Mair',
  ...more,
})

test('what is queued waits from then on, with its bytes', async () => {
  const id = await transactionInTurn(here.store, tx => queueOutgoing(tx, thing('admitted')))
  assert.ok(id)
  const [first] = await queued()
  assert.deepEqual([first?.key, first?.dueAt, String(first?.body)], ['admitted', here.clock.now(), 'admitted'])
})

test('what caused it is undone, and so nothing is sent', async () => {
  const undone = transactionInTurn(here.store, async (tx: Tx) => {
    await queueOutgoing(tx, thing('never happened'))
    throw new Error('undone')
  })
  await assert.rejects(undone, /undone/)
  assert.deepEqual(
    (await queued()).map(({ key }) => key),
    ['admitted'],
  )
})

test('the same thing is queued once, however often it is asked for, and by however many at once', async () => {
  const again = await Promise.all(
    [1, 2, 3].map(() => transactionInTurn(here.store, tx => queueOutgoing(tx, thing('home')))),
  )
  assert.equal(again.filter(id => id !== undefined).length, 1)
  assert.equal(await transaction(here.store, tx => queueOutgoing(tx, thing('home'))), undefined)
  assert.equal((await queued()).length, 2)
})

test('of one order, what is queued later has the later number, however long the earlier takes to commit', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const slow = transactionInTurn(here.store, async tx => {
    await queueOutgoing(tx, thing('slow'))
    begin()
    await held
  })
  await begun
  const waitingFor = transactionInTurn(here.store, tx => queueOutgoing(tx, thing('after it')))
  const other = await transactionInTurn(here.store, tx => queueOutgoing(tx, thing('somebody else', { order: 'Owen' })))
  assert.ok(other, 'another person does not wait')
  letGo()
  await Promise.all([slow, waitingFor])
  const keys = (await queued()).map(({ key }) => key)
  assert.ok(keys.indexOf('slow') < keys.indexOf('after it'))
})

test('a mail is kept with its subject and its text, and nobody slips a header into it', async () => {
  const mail = {
    key: 'notice 1',
    to: 'kasia@cannwyll.example\r\nBcc: all@x',
    subject: 'Newyddion\nBcc: y',
    text: 'Un.\n\nDau.',
  }
  await transaction(here.store, tx => queueMail(tx, mail))
  assert.equal(await transaction(here.store, tx => queueMail(tx, mail)), undefined)
  const row = await here.store.db
    .selectFrom('outgoing')
    .select(['body', 'recipient'])
    .where('kind', '=', 'mail')
    .executeTakeFirstOrThrow()
  assert.deepEqual(readMail(row.body), { subject: 'Newyddion Bcc: y', text: 'Un.\n\nDau.' })
  assert.equal(row.recipient, 'kasia@cannwyll.example Bcc: all@x')
})
