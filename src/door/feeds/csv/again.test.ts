import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { transactionInTurn } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { type Region, region } from '#test/kit.ts'
import { startDrop } from '#work/drop/keep-drop.ts'
import { takeDrop } from './take-drop.ts'
import { keep, sampleFile, send } from './test-drops.ts'

let here: Region
before(async () => {
  here = await region()
})
after(() => here.close())

const FOLDER = 'cartrefi-gwennol'
const FAULTY = sampleFile(FOLDER, 'tenancies-with-faults')
const RIGHT = sampleFile(FOLDER, 'tenancies')

test('two rows that cannot be read wait with a reason and a team, and the four others count', async () => {
  await send(here, FOLDER, 'tenancies', FAULTY)
  assert.deepEqual(await outcomes(), { applied: 4, quarantined: 2 })
  const { rows } = await sql<{ reason: string }>`
    select reason from message_outcome where outcome = 'quarantined' and owner_team_id is not null order by reason`.execute(
    here.store.db,
  )
  assert.deepEqual(
    rows.map(({ reason }) => reason),
    ['csv.not-a-day', 'csv.unknown-code'],
  )
  assert.deepEqual(Object.keys(await tenancies()), ['GWT-1127', 'GWT-3310', 'GWT-4015', 'GWT-4420'])
})

test('the same file again is all repeats, and nothing is written a second time', async () => {
  const before = await tenancies()
  await send(here, FOLDER, 'tenancies', FAULTY)
  assert.deepEqual(await outcomes(), { applied: 4, quarantined: 2, duplicate: 6 })
  assert.deepEqual(await tenancies(), before)
})

test('put right and sent again, the two rows count, and no other is changed', async () => {
  const before = await tenancies()
  const id = await send(here, FOLDER, 'tenancies', RIGHT)
  const after = await tenancies()
  assert.equal(Object.keys(after).length, 6)
  for (const [reference, version] of Object.entries(before)) assert.equal(after[reference], version, reference)
  assert.equal(await changedRows(id), 2)
})

test('and what had waited for being put right waits no longer, nor do the repeats say anything else', async () => {
  const { rows } = await sql<{ reason: string | null; count: number }>`
    select reason, count(*) as count from message_outcome_now where outcome in ('quarantined', 'refused') group by reason`.execute(
    here.store.db,
  )
  assert.deepEqual(rows, [{ reason: 'csv.put-right', count: 2 }])
})

test('a file that goes back to what it said before last brings that back', async () => {
  const ended = RIGHT.replace('01/04/2009,\n', '01/04/2009,20/11/2026\n')
  await send(here, FOLDER, 'tenancies', ended)
  assert.equal(await statusOf('GWT-3310'), 'terminated')
  await send(here, FOLDER, 'tenancies', RIGHT)
  assert.equal(await statusOf('GWT-3310'), 'executed')
})

test('taking in that is broken off anywhere goes on where it was, and each row counts once', async () => {
  const text = RIGHT.replaceAll('GWT-', 'GWX-')
  const id = await keep(here, FOLDER, 'tenancies', text)
  await transactionInTurn(here.store, tx => startDrop(tx, id, { name: 'a test' }))
  for (let pressed = 0; pressed < 8; pressed++) {
    let rows = 0
    await takeDrop(here.store, id, () => rows++ < 1)
  }
  await takeDrop(here.store, id, () => true)
  const { rows } = await sql<{ count: number; different: number }>`
    select count(*) as count, count(distinct message_id) as different from file_drop_row where drop_id = ${id}`.execute(
    here.store.db,
  )
  assert.deepEqual(rows[0], { count: 6, different: 6 })
  assert.equal(Object.keys(await tenancies()).filter(reference => reference.startsWith('GWX')).length, 6)
})

test('what a whole file no longer tells of ends when somebody says so, by a row of its own, and comes back with a later file', async () => {
  const without = RIGHT.replace(/^GWT-1127.*\n/m, '')
  await send(here, FOLDER, 'tenancies', without)
  assert.equal(await statusOf('GWT-1127'), 'executed')
  const id = await send(
    here,
    FOLDER,
    'tenancies',
    without.replace('Diogel', 'diogel').replace('14/09/2015', '15/09/2015'),
    true,
  )
  assert.equal(await statusOf('GWT-1127'), 'terminated')
  const { rows } = await sql<{ rowNumber: number; rowKey: string }>`
    select row_number, row_key from file_drop_row where drop_id = ${id} and row_key in ('tenancies/GWT-1127')`.execute(
    here.store.db,
  )
  assert.deepEqual(rows, [{ rowNumber: 7, rowKey: 'tenancies/GWT-1127' }])
  await send(here, FOLDER, 'tenancies', RIGHT)
  assert.equal(await statusOf('GWT-1127'), 'executed')
})

async function outcomes(): Promise<Record<string, number>> {
  const { rows } = await sql<{ outcome: string; count: number }>`
    select outcome, count(*) as count from message_outcome group by outcome`.execute(here.store.db)
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]))
}

/** The version of each tenancy, by its reference. */
async function tenancies(): Promise<Record<string, number>> {
  const rows = await here.store.db
    .selectFrom('resource')
    .select(['businessKey', 'version'])
    .where('type', '=', 'Contract')
    .where('contributorId', '=', seedId.organisation(FOLDER))
    .orderBy('businessKey')
    .execute()
  return Object.fromEntries(rows.map(({ businessKey, version }) => [businessKey.replace('tenancies/', ''), version]))
}

async function statusOf(reference: string): Promise<string | undefined> {
  const { rows } = await sql<{ status: string }>`
    select content ->> 'status' as status from resource where business_key = ${`tenancies/${reference}`}`.execute(
    here.store.db,
  )
  return rows[0]?.status
}

async function changedRows(dropId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from file_drop_row where drop_id = ${dropId} and has_changed`.execute(here.store.db)
  return rows[0]?.count ?? 0
}
