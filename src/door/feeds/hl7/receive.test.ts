import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStore } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { asSent, personId, type Region, region } from '#test/kit.ts'
import { receiveFrame } from './receive.ts'

const here = await region()

test('Mair’s admission is acknowledged and takes effect: a stay, a ward, a notice', async () => {
  assert.match(await here.send('mair-admitted.hl7'), /\rMSA\|AA\|YGH0000418823\r/)
  assert.deepEqual(await ledger(here), { applied: 1 })
  assert.deepEqual(await effects(here), { stays: 2, notices: 1, ties: 1, records: 3 })
})

test('sent again, it is acknowledged again and takes effect once', async () => {
  assert.match(await here.send('mair-admitted.hl7'), /\rMSA\|AA\|YGH0000418823\r/)
  assert.deepEqual(await ledger(here), { applied: 1, duplicate: 1 })
  assert.deepEqual(await effects(here), { stays: 2, notices: 1, ties: 1, records: 3 })
})

test('a repeat points to the first, whose bytes are kept as they came and only once', async () => {
  const kept = await here.store.db
    .selectFrom('message')
    .select(['id', 'raw', 'duplicateOf'])
    .orderBy('sequence')
    .execute()
  assert.equal(String(kept[0]?.raw), asSent('mair-admitted.hl7'))
  assert.deepEqual([kept[1]?.raw, kept[1]?.duplicateOf], [null, kept[0]?.id])
})

test('a control id used for something else is set aside with its reason, and changes nothing', async () => {
  const other = asSent('mair-admitted.hl7').replace('Fall at home', 'Chest pain')
  assert.match(await here.send(other), /\rMSA\|AA\|/)
  assert.deepEqual(await setAside(here), [['feed.controlIdReused', seedId.team('tim-integreiddio'), other]])
  assert.deepEqual(await effects(here), { stays: 2, notices: 1, ties: 1, records: 3 })
})

test('the same bytes set aside once are not set aside again', async () => {
  const other = asSent('mair-admitted.hl7').replace('Fall at home', 'Chest pain')
  await here.send(other)
  assert.equal((await setAside(here)).length, 1)
  assert.deepEqual(await ledger(here), { applied: 1, duplicate: 2, quarantined: 1 })
})

test('Mair’s number on another name and birth date is set aside whole, and nothing of hers changes', async () => {
  const fresh = await region()
  const before = await effects(fresh)
  assert.match(await fresh.send('wrong-person.hl7'), /\rMSA\|AA\|/)
  const expected = ['match.numberOfSomebodyElse', seedId.team('tim-integreiddio'), asSent('wrong-person.hl7')]
  assert.deepEqual(await setAside(fresh), [expected])
  assert.deepEqual(await effects(fresh), before)
  const kept = await fresh.store.db.selectFrom('sourceRecord').select('id').where('localId', '=', 'H2088090').execute()
  assert.deepEqual(kept, [], 'not even the record of the stranger is left behind')
  await fresh.close()
})

test('a system nobody has introduced is not believed, and its message waits where somebody answers for it', async () => {
  const fresh = await region()
  assert.match(await fresh.send('unknown-sender.hl7'), /\rMSA\|AA\|PB00001\r/)
  const expected = ['feed.unknownSender', seedId.team('tim-integreiddio'), asSent('unknown-sender.hl7')]
  assert.deepEqual(await setAside(fresh), [expected])
  assert.deepEqual(await effects(fresh), { stays: 0, notices: 0, ties: 0, records: 2 })
  await fresh.close()
})

test('a message that could not be known again is refused with the reason, and kept to be shown', async () => {
  const fresh = await region()
  assert.match(await fresh.send('no-control-id.hl7'), /\rMSA\|(AR|CR)\|\r[\s\S]*hl7\.noControlId/)
  assert.match(await fresh.send('not-hl7.txt'), /\rMSA\|(AR|CR)\|\r[\s\S]*hl7\.notHl7/)
  assert.deepEqual(await ledger(fresh), { refused: 2 })
  const kept = await fresh.store.db.selectFrom('message').select('raw').orderBy('sequence').execute()
  assert.deepEqual(
    kept.map(({ raw }) => String(raw)),
    [asSent('no-control-id.hl7'), asSent('not-hl7.txt')],
  )
  await fresh.close()
})

test('somebody no agency has heard of is somebody new', async () => {
  const before = await countOf(here, 'person')
  await here.send('someone-unknown.hl7')
  assert.equal(await countOf(here, 'person'), before + 1)
})

test('a man without a number in the message is not joined to anybody by his likeness', async () => {
  const before = await countOf(here, 'person')
  await here.send('no-nhs-number.hl7')
  assert.equal(await countOf(here, 'person'), before + 1)
})

test('the same message ten times in the same moment takes effect once, and every sender is answered', async () => {
  const fresh = await region()
  const answers = await Promise.all(Array.from({ length: 10 }, () => fresh.send('mair-admitted.hl7')))
  for (const answer of answers) assert.match(answer, /\rMSA\|AA\|YGH0000418823\r/)
  assert.deepEqual(await ledger(fresh), { applied: 1, duplicate: 9 })
  assert.deepEqual(await effects(fresh), { stays: 2, notices: 1, ties: 1, records: 3 })
  await fresh.close()
})

test('however often a line repeats what it sent, the record comes out as if it had sent it once', async () => {
  const [calm, stuttering] = [await region(), await region()]
  const stay = ['mair-admitted.hl7', 'mair-moved-ward.hl7', 'mair-expected-home.hl7', 'mair-home.hl7']
  for (const message of stay) await calm.send(message)
  for (const place of [0, 0, 1, 0, 1, 2, 2, 0, 3, 1, 3]) await stuttering.send(stay[place] ?? '')
  assert.deepEqual(await stateOf(stuttering), await stateOf(calm))
  assert.deepEqual(await effects(calm), { stays: 2, notices: 4, ties: 0, records: 3 })
  assert.deepEqual(await ledger(stuttering), { applied: 4, duplicate: 7 })
  await calm.close()
  await stuttering.close()
})

test('when nothing can be kept there is no acknowledgement, so that the sender sends again', async () => {
  const gone = openStore(here.url.replace(/[^/]+$/, 'gone'), here)
  await assert.rejects(
    receiveFrame(gone, Buffer.from(asSent('owen-admitted.hl7')), '127.0.0.1'),
    /"gone" does not exist/,
  )
  await gone.close()
})

async function ledger({ store }: Region): Promise<Record<string, number>> {
  const outcomes = await store.db.selectFrom('messageOutcome').select('outcome').execute()
  assert.equal(outcomes.length, await countOf({ store }, 'message'), 'every message has one outcome')
  const counts: Record<string, number> = {}
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

/** Reason, owner and bytes of what waits. */
async function setAside({ store }: Region): Promise<(string | null)[][]> {
  const rows = await store.db
    .selectFrom('messageOutcome as became')
    .innerJoin('message', 'message.id', 'became.messageId')
    .select(['became.reason', 'became.ownerTeamId', 'message.raw'])
    .where('became.outcome', '=', 'quarantined')
    .orderBy('message.sequence')
    .execute()
  return rows.map(({ reason, ownerTeamId, raw }) => [reason, ownerTeamId, String(raw)])
}

/** What stands on Mair: encounters, notices, wards that have a tie to her, and the records linked to her. */
async function effects({ store }: Region) {
  const { db } = store
  const of = <Row extends { personId: string | null }>(rows: Row[]) => rows.filter(row => row.personId === MAIR).length
  const linked = db.selectFrom('personLinkNow as link').select('link.personId')
  const resources = linked.innerJoin('resource', 'resource.sourceRecordId', 'link.sourceRecordId')
  return {
    stays: of(await resources.where('resource.type', '=', 'Encounter').execute()),
    notices: of(await linked.innerJoin('notice', 'notice.sourceRecordId', 'link.sourceRecordId').execute()),
    ties: of(await db.selectFrom('relationshipNow').select('personId').where('kind', '=', 'admission').execute()),
    records: of(await linked.execute()),
  }
}
const MAIR = personId('mair-pritchard')

/** Everything that a message may change but for identifiers and the order of what came. */
async function stateOf({ store }: Region) {
  const { db } = store
  const resources = await db
    .selectFrom('resource')
    .select(['businessKey', 'version', 'content'])
    .orderBy('businessKey')
    .execute()
  const notices = await db.selectFrom('notice').select(['kind', 'happenedAt']).orderBy('happenedAt').execute()
  const withoutIds = JSON.stringify(resources).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'an id')
  return { resources: JSON.parse(withoutIds), notices }
}

async function countOf({ store }: Pick<Region, 'store'>, table: 'person' | 'message'): Promise<number> {
  const rows = await store.db.selectFrom(table).select('id').execute()
  return rows.length
}
