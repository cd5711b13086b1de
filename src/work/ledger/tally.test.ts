import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { actorOf, asSent, type Region, region } from '#test/kit.ts'
import { ledgerCloser } from './close-ledger.ts'
import { readTallies } from './tally.ts'

const steffan = actorOf('steffan-howells') as WorkerActor

/** What may happen to a ledger, in any order and any number of times. */
const HAPPENINGS = ['admission', 'repeat', 'reused', 'unknown', 'unreadable', 'replay', 'set aside', 'count'] as const

test('the figures are what counting every message would give, whatever has happened and whenever it was counted', async () => {
  const here = await region()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...HAPPENINGS), { minLength: 4, maxLength: 10 }), async happenings => {
      const close = ledgerCloser(here.store, 1)
      for (const happening of happenings) {
        await happen(here, happening, close)
        await transaction(here.store, async tx => {
          assert.deepEqual(sorted(await readTallies(tx)), sorted(await countedInFull(here)))
        })
      }
    }),
    { numRuns: 12 },
  )
  const closes = await here.store.db.selectFrom('ledgerClose').select('number').execute()
  assert.ok(closes.length > 3, 'it was counted for good in between')
  await here.close()
})

test('a count that left something out is found: it is not what counting every message gives', async () => {
  const here = await region()
  await here.send('mair-admitted.hl7')
  await sql`insert into ledger_close (message_until, outcome_until, closed_at) values (1, 1, now())`.execute(
    here.store.db,
  )
  const [cheap, full] = [await transaction(here.store, readTallies), await countedInFull(here)]
  assert.notDeepEqual(sorted(cheap), sorted(full))
  await here.close()
})

test('what is still under way when the counting begins is not passed over', async () => {
  const here = await region()
  const close = ledgerCloser(here.store, 1)
  let begun = () => {}
  let end = () => {}
  const isBegun = new Promise<void>(resolve => (begun = resolve))
  const ended = new Promise<void>(resolve => (end = resolve))
  const slow = transaction(here.store, async tx => {
    await insertMessage(tx.db, tx.newId())
    begun()
    await ended
  })
  await isBegun
  await here.send('mair-admitted.hl7')
  await close()
  assert.equal(await close(), false, 'somebody is still writing')
  end()
  await slow
  for (let tries = 0; tries < 50 && !(await close()); tries++) await new Promise(resolve => setTimeout(resolve, 20))
  assert.deepEqual(sorted(await transaction(here.store, readTallies)), sorted(await countedInFull(here)))
  await here.close()
})

type Db = Region['store']['db']

async function insertMessage(db: Pick<Db, 'insertInto'>, id: string): Promise<void> {
  await db
    .insertInto('message')
    .values({ id, contentHash: 'slow', receivedAt: new Date('2026-11-22T09:00:00Z'), receivedFrom: 'here' })
    .execute()
}

let sent = 0

async function happen(
  here: Region,
  happening: (typeof HAPPENINGS)[number],
  close: () => Promise<boolean>,
): Promise<void> {
  const admission = asSent('mair-admitted.hl7')
  switch (happening) {
    case 'admission':
      await here.send(admission.replace('YGH0000418823', `NEW${sent++}`))
      return
    case 'repeat':
      await here.send(admission)
      return
    case 'reused':
      await here.send(admission.replace('Fall at home', `Fall number ${sent++}`))
      return
    case 'unknown':
      await here.send(asSent('unknown-sender.hl7').replace('PB00001', `PB${sent++}`))
      return
    case 'unreadable':
      await here.send('no-control-id.hl7')
      return
    case 'count':
      await close()
      await close()
      return
    default: {
      const waiting = await here.store.db
        .selectFrom('messageOutcomeNow')
        .select('messageId')
        .where('outcome', '=', 'quarantined')
        .orderBy('sequence')
        .executeTakeFirst()
      if (waiting === undefined) return
      const asked = { messageId: waiting.messageId!, words: 'a reason' }
      await (happening === 'replay' ? here.replayer.replay(steffan, asked) : here.replayer.setAside(steffan, asked))
    }
  }
}

/** Every message and its outcome of now, counted one by one. */
async function countedInFull({ store }: Region) {
  const { rows } = await sql<Awaited<ReturnType<typeof readTallies>>[number]>`
    select message.sender_id, message.channel, count(*) as received,
           count(*) filter (where now.outcome = 'applied') as applied,
           count(*) filter (where now.outcome = 'duplicate') as duplicate,
           count(*) filter (where now.outcome = 'quarantined') as quarantined,
           count(*) filter (where now.outcome = 'refused') as refused, max(message.received_at) as last_received_at
    from message
    left join message_outcome_now as now on now.message_id = message.id
    group by message.sender_id, message.channel`.execute(store.db)
  return rows
}

function sorted(tallies: Awaited<ReturnType<typeof readTallies>>) {
  return [...tallies].sort((one, other) =>
    `${one.senderId}${one.channel}`.localeCompare(`${other.senderId}${other.channel}`),
  )
}
