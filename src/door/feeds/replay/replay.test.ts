import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { actorOf, asSent, type Region, region } from '#test/kit.ts'
import { readLedger } from '#work/ledger/read-ledger.ts'
import { readReplay } from '#work/ledger/read-replay.ts'
import { openReplayer } from './replayer.ts'

const steffan = actorOf('steffan-howells') as WorkerActor
const elsewhere: WorkerActor = {
  ...steffan,
  organisationId: (actorOf('sioned-evans') as WorkerActor).organisationId,
}

test('a message that waited for its sender to be let in is read again, and only then takes effect', async () => {
  const here = await region()
  await here.send('unknown-sender.hl7')
  const replayer = replayerOf(here)
  const [messageId] = await waitingIn(here)
  assert.deepEqual(await replayer.replay(steffan, { messageId: messageId! }), {
    ok: true,
    value: { outcome: 'quarantined', reason: 'feed.unknownSender' },
  })
  await letIn(here, 'OLDPAS', 'PLASBACH')
  assert.deepEqual(await replayer.replay(steffan, { messageId: messageId! }), {
    ok: true,
    value: { outcome: 'applied', reason: undefined },
  })
  assert.deepEqual(await outcomesOf(here, messageId!), [
    ['quarantined', 'feed.unknownSender', null],
    ['quarantined', 'feed.unknownSender', 'Steffan Howells'],
    ['applied', null, 'Steffan Howells'],
  ])
  assert.equal(await stays(here), 2)
  await balances(here)
  await here.close()
})

test('a message that was replayed is a repeat when its system, let in by now, sends it again', async () => {
  const here = await region()
  await here.send('unknown-sender.hl7')
  await letIn(here, 'OLDPAS', 'PLASBACH')
  const [messageId] = await waitingIn(here)
  await replayerOf(here).replay(steffan, { messageId: messageId! })
  await here.send('unknown-sender.hl7')
  assert.equal(await stays(here), 2)
  const outcomes = await here.store.db.selectFrom('messageOutcomeNow').select('outcome').orderBy('sequence').execute()
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ['applied', 'duplicate'],
  )
  await here.close()
})

test('when ten officers press at once, it takes effect once, and the others are told that it is dealt with', async () => {
  const here = await region()
  await here.send('unknown-sender.hl7')
  await letIn(here, 'OLDPAS', 'PLASBACH')
  const [messageId] = await waitingIn(here)
  const replayer = replayerOf(here)
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => replayer.replay(steffan, { messageId: messageId! })),
  )
  assert.deepEqual(answers.filter(({ ok }) => ok).length, 1)
  for (const answer of answers) assert.ok(answer.ok || answer.problem === 'message.notWaiting')
  assert.equal(await stays(here), 2)
  await balances(here)
  await here.close()
})

test('the database itself refuses a second effect, and a second outcome in place of the same one', async () => {
  const here = await region()
  await here.send('unknown-sender.hl7')
  const [messageId] = await waitingIn(here)
  const first = await here.store.db.selectFrom('messageOutcome').select('id').executeTakeFirstOrThrow()
  const again = (replaces: string | null) =>
    here.store.db
      .insertInto('messageOutcome')
      .values({
        id: here.chance.id(),
        messageId: messageId!,
        outcome: 'applied',
        replaces,
        decidedAt: here.clock.now(),
      })
      .execute()
  await again(first.id)
  await assert.rejects(again(first.id), /message_outcome_replaces_key|message_applied_once/)
  await assert.rejects(again(null), /message_outcome_first|message_applied_once/)
  await here.close()
})

test('other bytes under a control id already used take effect only when an officer says that they are a message of their own', async () => {
  const here = await region()
  await here.send('mair-admitted.hl7')
  await here.send(asSent('mair-admitted.hl7').replace('Fall at home', 'Chest pain'))
  const [messageId] = await waitingIn(here)
  const replayer = replayerOf(here)
  assert.deepEqual(await replayer.replay(steffan, { messageId: messageId! }), {
    ok: false,
    problem: 'message.wordsMissing',
  })
  const words = 'The ward typed it anew after the system was restored'
  const answer = await replayer.replay(steffan, { messageId: messageId!, words })
  assert.deepEqual(answer, { ok: true, value: { outcome: 'applied', reason: undefined } })
  const kept = await here.store.db
    .selectFrom('messageOutcomeNow')
    .select('words')
    .where('messageId', '=', messageId!)
    .executeTakeFirst()
  assert.equal(kept?.words, words)
  await here.close()
})

test('two messages of an unknown system under one control id: whichever is replayed first, the other needs a word', async () => {
  for (const order of ['as they came', 'the later first']) {
    const here = await region()
    await here.send('unknown-sender.hl7')
    await here.send(asSent('unknown-sender.hl7').replace('WARD1', 'WARD2'))
    await letIn(here, 'OLDPAS', 'PLASBACH')
    const [first, second] = await waitingIn(here)
    const [one, other] = order === 'as they came' ? [first, second] : [second, first]
    const replayer = replayerOf(here)
    assert.equal((await replayer.replay(steffan, { messageId: one! })).ok, true, order)
    assert.deepEqual(await replayer.replay(steffan, { messageId: other! }), {
      ok: false,
      problem: 'message.wordsMissing',
    })
    await here.close()
  }
})

test('what an officer sets aside is refused for good, with the reason, and cannot be replayed', async () => {
  const here = await region()
  await here.send('wrong-person.hl7')
  const [messageId] = await waitingIn(here)
  const replayer = replayerOf(here)
  assert.deepEqual(await replayer.setAside(steffan, { messageId: messageId!, words: '  ' }), {
    ok: false,
    problem: 'message.wordsMissing',
  })
  const words = 'The ward has put it right and sent it again'
  assert.deepEqual(await replayer.setAside(steffan, { messageId: messageId!, words }), { ok: true, value: undefined })
  assert.deepEqual(await replayer.replay(steffan, { messageId: messageId! }), {
    ok: false,
    problem: 'message.notWaiting',
  })
  assert.deepEqual((await outcomesOf(here, messageId!)).at(-1), ['refused', 'feed.setAside', 'Steffan Howells'])
  await balances(here)
  await here.close()
})

test('an officer of another organisation replays nothing and sets nothing aside, and is told as of what is not there', async () => {
  const here = await region()
  await here.send('wrong-person.hl7')
  const [messageId] = await waitingIn(here)
  const replayer = replayerOf(here)
  const no = { ok: false, problem: 'message.notShown' }
  assert.deepEqual(await replayer.replay(elsewhere, { messageId: messageId! }), no)
  assert.deepEqual(await replayer.setAside(elsewhere, { messageId: messageId!, words: 'no' }), no)
  const nobodys = '00000000-0000-4000-8000-000000000000'
  assert.deepEqual(await replayer.replay(steffan, { messageId: nobodys }), no)
  const nurse = { ...steffan, role: 'district-nurse' } as const
  assert.deepEqual(await replayer.replay(nurse, { messageId: messageId! }), no)
  const none = await replayer.replayAll(elsewhere, [messageId!])
  await replayer.stop()
  assert.equal((await transaction(here.store, tx => readReplay(tx, elsewhere, none)))?.all, 0)
  await here.close()
})

test('all that wait are replayed in order of arrival; one that fails does not stop the rest, and the tally says so', async () => {
  const here = await region()
  for (const [number, reason] of ['Fall', 'Chest pain', 'Stroke'].entries()) {
    await here.send(fromOldPas(`PB${number}`, `stay-${number}`, reason))
  }
  await here.send('wrong-person.hl7')
  await letIn(here, 'OLDPAS', 'PLASBACH')
  const replayer = replayerOf(here)
  const waiting = await waitingIn(here)
  const replayId = await replayer.replayAll(steffan, [...waiting].reverse())
  while (replayer.isAtWork(replayId)) await new Promise(resolve => setTimeout(resolve, 10))
  const progress = await transaction(here.store, tx => readReplay(tx, steffan, replayId))
  assert.deepEqual([progress?.all, progress?.applied, progress?.dealtWith, progress?.remaining], [4, 3, 0, 0])
  assert.deepEqual(progress?.failed, [{ reason: 'match.numberOfSomebodyElse', count: 1, messageId: waiting[3] }])
  const { rows } = await sql<{ controlId: string }>`
    select message.control_id from message_outcome as outcome join message on message.id = outcome.message_id
    where outcome.replay_id = ${replayId} order by outcome.sequence`.execute(here.store.db)
  assert.deepEqual(
    rows.map(({ controlId }) => controlId),
    ['PB0', 'PB1', 'PB2', 'YGH0000418891'],
  )
  assert.equal(await transaction(here.store, tx => readReplay(tx, elsewhere, replayId)), undefined)
  await balances(here)
  await here.close()
})

test('a replay that was broken off is gone on with, and reads nothing twice', async () => {
  const here = await region()
  for (const number of [0, 1, 2, 3]) await here.send(fromOldPas(`PB${number}`, `stay-${number}`, 'Fall'))
  await letIn(here, 'OLDPAS', 'PLASBACH')
  const first = replayerOf(here)
  const replayId = await first.replayAll(steffan, await waitingIn(here))
  await first.stop()
  const half = await transaction(here.store, tx => readReplay(tx, steffan, replayId))
  assert.ok(half && half.remaining > 0, 'it was broken off')
  const second = replayerOf(here)
  await second.goOn(steffan, replayId)
  await second.goOn(steffan, replayId)
  while (second.isAtWork(replayId)) await new Promise(resolve => setTimeout(resolve, 10))
  const whole = await transaction(here.store, tx => readReplay(tx, steffan, replayId))
  assert.deepEqual([whole?.applied, whole?.remaining], [4, 0])
  await balances(here)
  await here.close()
})

function replayerOf({ store }: Region) {
  return openReplayer(store, fault => assert.fail(String(fault)))
}

async function waitingIn({ store }: Region): Promise<string[]> {
  const rows = await store.db
    .selectFrom('message')
    .innerJoin('messageOutcomeNow as outcome', 'outcome.messageId', 'message.id')
    .select('message.id')
    .where('outcome.outcome', '=', 'quarantined')
    .orderBy('message.sequence')
    .execute()
  return rows.map(({ id }) => id)
}

async function letIn({ store }: Region, application: string, facility: string): Promise<void> {
  await transaction(store, async tx => {
    const id = tx.newId()
    const { organisationId, teamId } = steffan
    await tx.db
      .insertInto('sender')
      .values({ id, application, facility, organisationId, ownerTeamId: teamId! })
      .execute()
    await tx.db
      .insertInto('senderMap')
      .values({
        id: tx.newId(),
        senderId: id,
        version: 1,
        map: '{"wards":{}}',
        reason: 'test',
        writtenBy: 'test',
        startedAt: tx.now,
      })
      .execute()
  })
}

/** An admission of somebody of their own, to a system that nobody has let in. */
function fromOldPas(controlId: string, stay: string, reason: string): string {
  return asSent('unknown-sender.hl7')
    .replaceAll('PB00001', controlId)
    .replace(/\rPV1[^\r]*/, `\rPV1|1|I|A^1^1^PLASBACH|||||||||||||||${stay}`)
    .replace('Fall', reason)
}

async function outcomesOf({ store }: Region, messageId: string) {
  const rows = await store.db
    .selectFrom('messageOutcome')
    .select(['outcome', 'reason', 'decidedBy'])
    .where('messageId', '=', messageId)
    .orderBy('sequence')
    .execute()
  return rows.map(({ outcome, reason, decidedBy }) => [outcome, reason, decidedBy])
}

async function stays({ store }: Region): Promise<number> {
  return (await store.db.selectFrom('resource').select('id').where('type', '=', 'Encounter').execute()).length
}

async function balances({ store }: Region): Promise<void> {
  for (const line of await transaction(store, readLedger)) {
    assert.equal(line.received, line.applied + line.duplicate + line.quarantined + line.refused)
  }
}
