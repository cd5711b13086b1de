import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { transaction } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import { actorOf, type Region, region } from '#test/kit.ts'
import { send } from './test-drops.ts'

let here: Region
before(async () => {
  here = await region()
})
after(() => here.close())

const HEADING = 'Tenancy ref,Tenant ref,First name,Surname,DOB,Tenancy type,Start date,End date'
const NEW = 'GWT-9001,GW-99001,Heledd,Arwyn,04/07/1988,introductory,20/11/2026'

test('a tenant who comes in a landlord’s file is seen by its housing officers, and by no other landlord’s', async () => {
  await send(here, 'cartrefi-gwennol', 'tenancies', `${HEADING}\n${NEW},\n`)
  assert.deepEqual([await sees('ffion-gittins'), await sees('marc-bennett')], [true, false])
})

test('the same in the next file makes no second tie', async () => {
  await send(here, 'cartrefi-gwennol', 'tenancies', `${HEADING}\n${NEW.replace('introductory', 'secure')},\n`)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from relationship_now where person_id = ${await heledd()}`.execute(here.store.db)
  assert.equal(rows[0]?.count, 1)
})

test('when the tenancy has ended they see them no longer', async () => {
  await send(here, 'cartrefi-gwennol', 'tenancies', `${HEADING}\n${NEW},22/11/2026\n`)
  assert.equal(await sees('ffion-gittins'), false)
})

test('nor does a map give a tie to another organisation’s team', async () => {
  await sql`
    insert into sender_map (id, sender_id, version, map, reason, written_by, started_at)
    select gen_random_uuid(), sender_id, version + 1,
           jsonb_set(map, '{files,tenancies,team}', '"clicied-aberelwyn"'), 'a test', 'a test', now()
    from sender_map_now
    where sender_id in (select id from sender where application = 'FILES' and facility = 'cartrefi-gwennol')`.execute(
    here.store.db,
  )
  await send(here, 'cartrefi-gwennol', 'tenancies', `${HEADING}\n${NEW},\n`)
  assert.equal(await sees('marc-bennett'), false)
})

async function sees(account: string): Promise<boolean> {
  const personId = await heledd()
  const looked = await transaction(here.store, tx =>
    look(tx, actorOf(account), personId, { doing: 'look', place: 'record' }, async () => true),
  )
  return looked.ok
}

async function heledd(): Promise<string> {
  const { rows } = await sql<{ personId: string }>`
    select link.person_id from source_record as record
    join person_link_now as link on link.source_record_id = record.id
    where record.local_id = 'GW-99001'`.execute(here.store.db)
  return rows[0]?.personId ?? ''
}
