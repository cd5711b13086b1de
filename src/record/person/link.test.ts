import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { seedId } from '#seed/plant.ts'
import { personId, region } from '#test/kit.ts'
import { findPersonOf, linkSourceRecord, newPerson, unlinkSourceRecord } from './link.ts'

const here = await region()
const BY_STEFFAN = { decidedBy: 'Steffan Howells', reason: 'the landlord wrote down another tenant’s number' }

test('a record that was linked to the wrong person can be taken from them, and given to the right one', async () => {
  const record = await recordOf('tai-clicied', 'TC-06533')
  assert.equal(await personNow(record), personId('gwilym-parry'))
  await transaction(here.store, tx => unlinkSourceRecord(tx, record, BY_STEFFAN))
  assert.equal(await personNow(record), undefined)
  const because = { decidedBy: 'Steffan Howells', reason: 'asked at the house', evidence: {} }
  await transaction(here.store, tx => linkSourceRecord(tx, personId('beti-parry'), record, because))
  assert.equal(await personNow(record), personId('beti-parry'))
})

test('who decided each link and each ending, and why, stays to be read', async () => {
  const record = await recordOf('tai-clicied', 'TC-06533')
  const links = await here.store.db
    .selectFrom('personLink as link')
    .leftJoin('personLinkEnd as ended', 'ended.personLinkId', 'link.id')
    .select(['link.personId', 'link.decidedBy', 'link.reason', 'ended.reason as endedBecause', 'ended.endedAt'])
    .where('link.sourceRecordId', '=', record)
    .orderBy('link.startedAt')
    .execute()
  assert.deepEqual(links, [
    {
      personId: personId('gwilym-parry'),
      decidedBy: 'region',
      reason: 'match.knownFromTheStart',
      endedBecause: BY_STEFFAN.reason,
      endedAt: here.clock.now(),
    },
    {
      personId: personId('beti-parry'),
      decidedBy: 'Steffan Howells',
      reason: 'asked at the house',
      endedBecause: null,
      endedAt: null,
    },
  ])
})

test('the record itself is not touched by being linked or unlinked', async () => {
  const record = await recordOf('cyngor-dyffryn-banadl', 'DB-104217')
  const before = await contentOf(record)
  await transaction(here.store, async tx => {
    await unlinkSourceRecord(tx, record, BY_STEFFAN)
    await linkSourceRecord(tx, await newPerson(tx), record, { ...BY_STEFFAN, evidence: {} })
  })
  assert.deepEqual(await contentOf(record), before)
})

test('what is not linked cannot be unlinked', async () => {
  const record = await recordOf('tai-clicied', 'TC-05119')
  const unlink = () => transaction(here.store, tx => unlinkSourceRecord(tx, record, BY_STEFFAN))
  assert.deepEqual(await unlink(), { ok: true, value: undefined })
  assert.deepEqual(await unlink(), { ok: false, problem: 'link.none' })
})

test('nobody can rub out that a link was made or ended', async () => {
  const { db } = here.store
  await assert.rejects(db.updateTable('personLink').set({ reason: 'nothing happened' }).execute(), /permission denied/)
  await assert.rejects(db.deleteFrom('personLink').execute(), /permission denied/)
  await assert.rejects(db.deleteFrom('personLinkEnd').execute(), /permission denied/)
})

async function recordOf(organisation: string, localId: string): Promise<string> {
  const { id } = await here.store.db
    .selectFrom('sourceRecord')
    .select('id')
    .where('organisationId', '=', seedId.organisation(organisation))
    .where('localId', '=', localId)
    .executeTakeFirstOrThrow()
  return id
}

function personNow(record: string): Promise<string | undefined> {
  return transaction(here.store, tx => findPersonOf(tx, record))
}

function contentOf(record: string) {
  return here.store.db
    .selectFrom('sourceRecord')
    .select(['version', 'content'])
    .where('id', '=', record)
    .executeTakeFirstOrThrow()
}
