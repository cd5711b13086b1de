import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region } from '#test/kit.ts'
import { linkRecords } from './link.ts'
import { findPersonNow, membersOf, personOf } from './persons.ts'
import { separate, unlinkRecords } from './unlink.ts'

const here = await region()
const BY_STEFFAN = { decidedBy: 'Steffan Howells', reason: 'the landlord wrote down another tenant’s number' }
const ASKED = { decidedBy: 'Steffan Howells', reason: 'asked at the house' }
const GWILYM = personId('gwilym-parry')
const BETI = personId('beti-parry')
const [TENANCY, OF_BETI] = await doing(async tx => [
  await recordOf(tx, 'tai-clicied', 'TC-06533'),
  (await membersOf(tx, BETI))[0]!,
])

test('a record that was linked to the wrong person can be taken from them, and given to the right one', async () => {
  assert.equal(await doing(tx => personOf(tx, TENANCY)), GWILYM)
  const parted = await doing(tx => separate(tx, TENANCY, BY_STEFFAN))
  assert.ok(parted.ok && parted.value.people.includes(GWILYM))
  const alone = await doing(tx => personOf(tx, TENANCY))
  assert.ok(alone !== GWILYM && parted.value.people.includes(alone))
  const linked = await doing(tx => linkRecords(tx, TENANCY, OF_BETI, ASKED))
  assert.ok(linked.ok)
  assert.equal(linked.value.personId, BETI)
  assert.equal(await doing(tx => personOf(tx, TENANCY)), BETI)
})

test('the id that the record had by itself names Beti now, and itself again once it is taken from her', async () => {
  const { homePersonId: own } = await here.store.db
    .selectFrom('sourceRecord')
    .select('homePersonId')
    .where('id', '=', TENANCY)
    .executeTakeFirstOrThrow()
  assert.equal(await doing(tx => findPersonNow(tx, own)), BETI)
  assert.deepEqual(await doing(tx => membersOf(tx, own)), await doing(tx => membersOf(tx, BETI)))
  await doing(tx => separate(tx, TENANCY, BY_STEFFAN))
  assert.equal(await doing(tx => findPersonNow(tx, own)), own)
  assert.deepEqual(await doing(tx => membersOf(tx, own)), [TENANCY])
})

test('who decided each link and each ending, and why, stays to be read', async () => {
  const links = await here.store.db
    .selectFrom('recordLink as link')
    .leftJoin('recordLinkEnd as ended', 'ended.recordLinkId', 'link.id')
    .select(['link.decidedBy', 'link.reason', 'ended.decidedBy as endedBy', 'ended.endedAt'])
    .where(({ or, eb }) => or([eb('link.recordA', '=', TENANCY), eb('link.recordB', '=', TENANCY)]))
    .orderBy('link.reason')
    .execute()
  const ended = { endedBy: 'Steffan Howells', endedAt: here.clock.now() }
  assert.deepEqual(links, [
    { ...ASKED, ...ended },
    { decidedBy: 'region', reason: 'match.knownFromTheStart', ...ended },
  ])
})

test('the record itself is not touched by being linked or unlinked', async () => {
  const record = await doing(tx => recordOf(tx, 'cyngor-dyffryn-banadl', 'DB-104217'))
  const before = await contentOf(record)
  await doing(tx => separate(tx, record, BY_STEFFAN))
  await doing(tx => linkRecords(tx, record, TENANCY, ASKED))
  assert.deepEqual(await contentOf(record), before)
})

test('what is not linked cannot be unlinked, nor a link that was ended', async () => {
  const alone = await doing(tx => recordOf(tx, 'tai-clicied', 'TC-05119'))
  await doing(tx => separate(tx, alone, BY_STEFFAN))
  assert.deepEqual(await doing(tx => separate(tx, alone, BY_STEFFAN)), { ok: false, problem: 'link.none' })
  const linked = await doing(tx => linkRecords(tx, alone, OF_BETI, ASKED))
  assert.ok(linked.ok)
  const unlink = () => doing(tx => unlinkRecords(tx, linked.value.linkId, BY_STEFFAN))
  assert.ok((await unlink()).ok)
  assert.deepEqual(await unlink(), { ok: false, problem: 'link.none' })
  const noLink = await doing(tx => unlinkRecords(tx, tx.newId(), BY_STEFFAN))
  assert.deepEqual(noLink, { ok: false, problem: 'link.none' })
})

test('nobody can rub out that a link was made or ended, nor give a record the id of somebody else', async () => {
  const { db } = here.store
  await assert.rejects(db.updateTable('recordLink').set({ reason: 'nothing happened' }).execute(), /permission denied/)
  await assert.rejects(db.deleteFrom('recordLink').execute(), /permission denied/)
  await assert.rejects(db.deleteFrom('recordLinkEnd').execute(), /permission denied/)
  await assert.rejects(db.updateTable('sourceRecord').set({ homePersonId: BETI }).execute(), /never changed or removed/)
})

async function recordOf(tx: Tx, organisation: string, localId: string): Promise<string> {
  const { id } = await tx.db
    .selectFrom('sourceRecord')
    .select('id')
    .where('organisationId', '=', seedId.organisation(organisation))
    .where('localId', '=', localId)
    .executeTakeFirstOrThrow()
  return id
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}

function contentOf(record: string) {
  return here.store.db
    .selectFrom('sourceRecord')
    .select(['version', 'content'])
    .where('id', '=', record)
    .executeTakeFirstOrThrow()
}
