import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { actorOf, asSent, type Region, region } from '#test/kit.ts'

const steffan = actorOf('steffan-howells') as WorkerActor

/** Mair's move to another ward, under the control id of her admission: nobody but an officer can say that it is another. */
const POISONED = asSent('mair-moved-ward.hl7').replace(
  /^((?:[^|]*\|){9})[^|]*/,
  `$1${controlIdOf('mair-admitted.hl7')}`,
)

test('one poisoned message holds up nobody else, and nothing that comes after it about the same person', async () => {
  const here = await region()
  await here.send('mair-admitted.hl7')
  await here.send(POISONED)
  await here.send('owen-admitted.hl7')
  await here.send('mair-home.hl7')
  assert.deepEqual(await outcomes(here), ['applied', 'quarantined', 'applied', 'applied'])
  assert.deepEqual(await standing(here, 'Mair'), ['finished'])
  await here.close()
})

test('replayed when she is home, it changes only what is not newer: all is as if it had come in its turn', async () => {
  const [late, inTurn] = [await region(), await region()]
  for (const message of ['mair-admitted.hl7', POISONED, 'mair-home.hl7']) await late.send(message)
  for (const message of ['mair-admitted.hl7', 'mair-moved-ward.hl7', 'mair-home.hl7']) await inTurn.send(message)
  assert.notDeepEqual(await stays(late), await stays(inTurn), 'without it something is missing')
  const waiting = await late.store.db
    .selectFrom('messageOutcomeNow')
    .select('messageId')
    .where('outcome', '=', 'quarantined')
    .executeTakeFirstOrThrow()
  const asked = { messageId: waiting.messageId!, words: 'The ward numbers twice' }
  assert.equal((await late.replayer.replay(steffan, asked)).ok, true)
  assert.deepEqual(await outcomes(late), ['applied', 'applied', 'applied'])
  assert.deepEqual(await stays(late), await stays(inTurn))
  assert.deepEqual(await standing(late, 'Mair'), ['finished'], 'she is not taken back into hospital')
  await late.close()
  await inTurn.close()
})

function controlIdOf(message: string): string {
  return asSent(message).split('\r')[0]!.split('|')[9]!
}

async function outcomes({ store }: Region): Promise<(string | null)[]> {
  const rows = await store.db
    .selectFrom('messageOutcomeNow as now')
    .innerJoin('message', 'message.id', 'now.messageId')
    .select('now.outcome')
    .orderBy('message.sequence')
    .execute()
  return rows.map(({ outcome }) => outcome)
}

/** What stands of every stay, without the ids that chance gives. */
async function stays({ store }: Region): Promise<unknown> {
  const rows = await store.db
    .selectFrom('resource')
    .select(['businessKey', 'content'])
    .where('type', '=', 'Encounter')
    .orderBy('businessKey')
    .execute()
  return JSON.parse(JSON.stringify(rows).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'an id'))
}

/** The standing of the stays of whoever has that given name, without their wards. */
async function standing({ store }: Region, given: string): Promise<unknown[]> {
  const rows = await store.db
    .selectFrom('resource')
    .innerJoin('sourceRecord', 'sourceRecord.id', 'resource.sourceRecordId')
    .select(['resource.businessKey', 'resource.content', 'sourceRecord.content as patient'])
    .where('resource.type', '=', 'Encounter')
    .execute()
  return rows
    .filter(
      ({ businessKey, patient }) => !businessKey?.endsWith('/ward') && RegExp(given, 'i').test(JSON.stringify(patient)),
    )
    .map(({ content }) => (content as { readonly status?: string }).status)
}
