import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { look } from '#record/sharing/look.ts'
import { readTrail } from '#record/sharing/trail/read.ts'
import { actorOf, asSent, personId, type Region, region } from '#test/kit.ts'
import { type LedgerLine, withoutOutcome } from './ledger.ts'
import { readLedger } from './read-ledger.ts'
import { readMessage } from './read-message.ts'
import { readWaiting } from './read-waiting.ts'

const steffan = actorOf('steffan-howells') as WorkerActor
const elsewhere: WorkerActor = {
  ...steffan,
  accountId: actorOf('sioned-evans').accountId,
  name: 'Sioned Evans',
  organisationId: (actorOf('sioned-evans') as WorkerActor).organisationId,
  organisationCode: 'cyngor-dyffryn-banadl',
}

let here: Region

before(async () => {
  here = await region()
  await here.send('mair-admitted.hl7')
  await here.send('mair-admitted.hl7')
  await here.send('unknown-sender.hl7')
  here.clock.move('2026-11-22T10:00:00Z')
  await here.send('wrong-person.hl7')
  await here.send('no-control-id.hl7')
})
after(() => here.close())

test('Everything a hospital sent is applied, a repeat, in quarantine or refused, and the ledger balances', async () => {
  const lines = await transaction(here.store, readLedger)
  assert.deepEqual(countsOf(lines, 'GHPAS YGH'), { received: 3, applied: 1, duplicate: 1, quarantined: 1, refused: 0 })
  assert.deepEqual(countsOf(lines, ''), { received: 2, applied: 0, duplicate: 0, quarantined: 1, refused: 1 })
  assert.deepEqual(
    lines.map(withoutOutcome),
    lines.map(() => 0),
  )
})

test('A hospital that has sent nothing is in the ledger too', async () => {
  const lines = await transaction(here.store, readLedger)
  const silent = lines.find(({ sender }) => sender?.facility === 'YCP')
  assert.equal(silent?.received, 0)
  assert.equal(silent?.lastReceivedAt, undefined)
})

test('What has waited longest comes first, with its reason and the team that answers for it', async () => {
  const waiting = await transaction(here.store, tx => readWaiting(tx, steffan))
  assert.deepEqual(
    waiting.map(({ reason, controlId, since }) => [reason, controlId, since.toISOString()]),
    [
      ['feed.unknownSender', 'PB00001', '2026-11-22T09:00:00.000Z'],
      ['match.numberOfSomebodyElse', 'YGH0000418891', '2026-11-22T10:00:00.000Z'],
    ],
  )
  assert.ok(waiting.every(({ owner, mayOpen }) => owner.team.cy === 'Tîm Integreiddio' && mayOpen))
})

test('A system that has not been let in is called what it calls itself', async () => {
  const [first] = await transaction(here.store, tx => readWaiting(tx, steffan))
  assert.deepEqual(first?.sender, { application: 'OLDPAS', facility: 'PLASBACH', isKnown: false })
})

test('An officer opens what her organisation answers for, and it is shown as it was sent', async () => {
  const opened = await openNamed('YGH0000418891', steffan)
  assert.ok(opened.ok)
  assert.equal(opened.value.lines.map(({ text }) => text).join('\r'), asSent('wrong-person.hl7').trimEnd())
})

test('The person can read that an officer opened the message that brought their record', async () => {
  const opened = await openNamed(controlIdOf(asSent('mair-admitted.hl7')), steffan)
  assert.ok(opened.ok)
  const own = { doing: 'look', place: 'looks' } as const
  const looks = await transaction(here.store, tx =>
    look(tx, actorOf('mair-pritchard'), personId('mair-pritchard'), own, access =>
      readTrail(tx, access, { withOwn: false }),
    ),
  )
  assert.ok(looks.ok && looks.value.ok)
  const [entry] = looks.value.value
  assert.equal(entry?.who, 'Steffan Howells')
  assert.equal(entry?.place, 'message')
  assert.deepEqual(entry?.released.map(({ dataClass }) => dataClass).sort(), [
    'contacts',
    'demographics',
    'hospital-care',
    'presence-in-hospital',
  ])
})

test('Opening a message about nobody who is known is in the trail under the officer alone', async () => {
  const before = (await trailAboutNobody()).length
  await openNamed('PB00001', steffan)
  const entries = await trailAboutNobody()
  assert.equal(entries.length, before + 1)
  assert.equal(entries[0]?.allowed, true)
})

test('An officer of another organisation sees that it waits, cannot open it, and is written down for trying', async () => {
  const waiting = await transaction(here.store, tx => readWaiting(tx, elsewhere))
  assert.deepEqual(
    waiting.map(({ mayOpen }) => mayOpen),
    [false, false],
  )
  const opened = await openNamed('YGH0000418891', elsewhere)
  assert.deepEqual(opened, { ok: false, problem: 'message.notShown' })
  const [entry] = await trailAboutNobody()
  assert.equal(entry?.actorName, 'Sioned Evans')
  assert.equal(entry?.allowed, false)
})

test('Nobody whose work is not the messages opens one, not even in the organisation that sent it', async () => {
  const nurse = { ...steffan, role: 'district-nurse' } as const
  assert.deepEqual(await openNamed('YGH0000418891', nurse), { ok: false, problem: 'message.notShown' })
})

test('A message that does not exist is answered just like one that may not be opened', async () => {
  const nothing = '00000000-0000-4000-8000-000000000000'
  const opened = await transaction(here.store, tx => readMessage(tx, steffan, nothing))
  assert.deepEqual(opened, { ok: false, problem: 'message.notShown' })
})

test('What was put right after it waited counts as applied and waits no more', async () => {
  const { id: messageId } = await findByControlId('YGH0000418891')
  await transaction(here.store, async tx => {
    const [until] = await tx.db.selectFrom('messageOutcome').select('id').where('messageId', '=', messageId).execute()
    await tx.db
      .insertInto('messageOutcome')
      .values({ id: tx.newId(), messageId, outcome: 'applied', replaces: until!.id, decidedAt: tx.now })
      .execute()
  })
  const lines = await transaction(here.store, readLedger)
  assert.deepEqual(countsOf(lines, 'GHPAS YGH'), { received: 3, applied: 2, duplicate: 1, quarantined: 0, refused: 0 })
  const waiting = await transaction(here.store, tx => readWaiting(tx, steffan))
  assert.deepEqual(
    waiting.map(({ controlId }) => controlId),
    ['PB00001'],
  )
})

test('A message that nothing became of is missed: the ledger does not balance', async () => {
  await transaction(here.store, tx =>
    tx.db
      .insertInto('message')
      .values({ id: tx.newId(), contentHash: 'lost', receivedAt: tx.now, receivedFrom: '127.0.0.1' })
      .execute(),
  )
  const lines = await transaction(here.store, readLedger)
  assert.equal(
    lines.reduce((sum, line) => sum + withoutOutcome(line), 0),
    1,
  )
})

function countsOf(lines: readonly LedgerLine[], name: string) {
  const line = lines.find(({ sender }) => (sender ? `${sender.application} ${sender.facility}` : '') === name)
  assert.ok(line, `a line for ${name || 'unknown senders'}`)
  const { received, applied, duplicate, quarantined, refused } = line
  return { received, applied, duplicate, quarantined, refused }
}

async function openNamed(controlId: string, officer: WorkerActor) {
  const { id } = await findByControlId(controlId)
  return transaction(here.store, tx => readMessage(tx, officer, id))
}

/** The first one to have come under that name, not its repeats. */
function findByControlId(controlId: string): Promise<{ id: string }> {
  return here.store.db
    .selectFrom('message')
    .select('id')
    .where('controlId', '=', controlId)
    .where('duplicateOf', 'is', null)
    .executeTakeFirstOrThrow()
}

/** What is written under somebody who looked, and under nobody's record; the latest first. */
function trailAboutNobody() {
  return here.store.db
    .selectFrom('trailEntry')
    .select(['actorName', 'allowed'])
    .where('personId', 'is', null)
    .where('accountId', 'is not', null)
    .orderBy('sequence', 'desc')
    .execute()
}

function controlIdOf(message: string): string {
  return message.split('\r')[0]!.split('|')[9]!
}
