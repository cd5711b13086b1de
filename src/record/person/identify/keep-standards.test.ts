import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import { openOwnerStore, transactionInTurn } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { region } from '#test/kit.ts'
import { keepSourceRecord } from '../keep-source-record.ts'
import { comparableOf } from './keep-standards.ts'
import { restandardise } from './restandardise.ts'
import { standardsOf } from './standard-of.ts'

const here = await region()

test('every record of the region is found under exactly the keys that follow from it', async () => {
  assert.deepEqual(await keysAstray(), [])
})

test('a key that is missing, or one too many, is noticed', async () => {
  const owner = openOwnerStore(here.url, here)
  const [one, another] = await recordsOf()
  await owner.db.deleteFrom('recordKey').where('sourceRecordId', '=', one!).execute()
  await owner.db.insertInto('recordKey').values({ key: 77, sourceRecordId: another! }).execute()
  assert.deepEqual((await keysAstray()).toSorted(), [one, another].toSorted())
  await owner.db.deleteFrom('recordKey').where('key', '=', 77).execute()
  await setVersion(0, one!)
  await restandardise(here.store)
  await owner.close()
})

test('after a marriage she is found by her new name, and by the old one no more', async () => {
  const before = await keeps({ family: 'Cadwaladr', given: ['Eluned'] })
  const after = await keeps({ family: 'Trahaearn', given: ['Eluned'] })
  assert.equal(after.id, before.id)
  assert.equal(after.compared?.before?.names[0]?.surname, 'cadwaladr')
  assert.deepEqual(await keysAstray(), [])
})

test('what comes again as it was, or changes only in what is not compared, finds nobody new', async () => {
  await keeps({ family: 'Ellis', given: ['Tegid'] })
  assert.equal((await keeps({ family: 'Ellis', given: ['Tegid'] })).compared, undefined)
  const withTitle = await keeps({ family: 'Ellis', given: ['Tegid'], prefix: ['Dr'] })
  assert.deepEqual([withTitle.version, withTitle.compared], [2, undefined])
})

test('a day of birth that never was is kept as it came, and is no day', async () => {
  const kept = await keeps({ family: 'Naid', given: ['Llamu'] }, '2003-02-29')
  assert.deepEqual([kept.identity.birthDate, kept.compared?.standard.born?.day], [undefined, undefined])
})

test('records that were made ready in an older way, or never, are made ready anew, and once', async () => {
  const all = await recordsOf()
  await sql`update record_standard set content = '{}', keys = '{}', standard_version = 0`.execute(here.store.db)
  await sql`delete from record_key`.execute(here.store.db)
  assert.equal(await restandardise(here.store), all.length)
  assert.deepEqual(await keysAstray(), [])
  assert.equal(await restandardise(here.store), 0)
})

/** The records whose keys are not those that follow from what is kept of them. */
async function keysAstray(): Promise<string[]> {
  const { rows } = await sql<{ id: string; content: Patient; held: string[] | null; kept: string[] | null }>`
    select record.id, record.content, standard.keys::text[] as kept,
           (select array_agg(key::text) from record_key where source_record_id = record.id) as held
    from source_record as record
    left join record_standard as standard on standard.source_record_id = record.id`.execute(here.store.db)
  assert.ok(rows.length > 50)
  const sorted = (keys: readonly unknown[] | null) => (keys ?? []).map(String).toSorted().join()
  const standards = await transactionInTurn(here.store, tx =>
    standardsOf(
      tx,
      rows.map(({ content }) => content),
    ),
  )
  return rows.flatMap(({ id, held, kept }, at) => {
    const follow = sorted(comparableOf(id, standards[at]!).keys)
    return sorted(held) === follow && sorted(kept) === follow ? [] : [id]
  })
}

function keeps(name: NonNullable<Patient['name']>[number], birthDate = '1961-04-30') {
  const key = { organisationId: seedId.organisation('tai-clicied'), localId: `T ${name.given?.join()}` }
  const patient: Patient = { resourceType: 'Patient', name: [{ use: 'official', ...name }], birthDate }
  return transactionInTurn(here.store, tx => keepSourceRecord(tx, key, () => patient, undefined))
}

async function recordsOf(): Promise<string[]> {
  const rows = await here.store.db.selectFrom('sourceRecord').select('id').orderBy('arrival').execute()
  return rows.map(({ id }) => id)
}

async function setVersion(version: number, recordId: string): Promise<void> {
  await here.store.db
    .updateTable('recordStandard')
    .set({ standardVersion: version, keys: [], content: '{}' })
    .where('sourceRecordId', '=', recordId)
    .execute()
}
