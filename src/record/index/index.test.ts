import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { KINDS } from '#ground/fhir/search/value/rows.ts'
import { region } from '#test/kit.ts'
import { reindex } from './reindex.ts'

const here = await region()
await here.send('mair-admitted.hl7')

test('what a hospital sends can be searched for as soon as it is kept', async () => {
  const { rows } = await sql<{ folded: string }>`
    select value.folded
    from index_string as value
    join source_record as record on record.id = value.resource_id
    where record.local_id = 'H2088071' and value.parameter = 'family'`.execute(here.store.db)
  assert.deepEqual(rows, [{ folded: 'pritchard' }])
  assert.ok((await counts()).token! > 0 && (await counts()).reference! > 0)
})

test('what was there before there was an index is given the very rows that it would have been written with', async () => {
  const before = await counts()
  await forget()
  assert.deepEqual(await counts(), { token: 0, string: 0, date: 0, quantity: 0, reference: 0, uri: 0 })
  assert.ok((await reindex(here.store)) > 0)
  assert.deepEqual(await counts(), before)
})

test('each row says whose record it hangs on, as its resource does, also when it is made anew', async () => {
  for (const kind of KINDS) {
    const { rows } = await sql<{ placed: number; astray: number }>`
      select count(*) filter (where value.source_record_id is not null) as placed,
             count(*) filter (where value.source_record_id is distinct from held.source_record_id) as astray
      from ${sql.table(`index_${kind}`)} as value
      join (select id, source_record_id from resource union all select id, id from source_record) as held
        on held.id = value.resource_id`.execute(here.store.db)
    assert.equal(Number(rows[0]?.astray), 0, kind)
    if (kind === 'token' || kind === 'reference') assert.ok(Number(rows[0]?.placed) > 0, kind)
  }
  const { rows } = await sql<{ astray: number; all: number }>`
    select count(*) as all, count(*) filter (where version.source_record_id is distinct from resource.source_record_id) as astray
    from resource_version as version join resource on resource.id = version.resource_id`.execute(here.store.db)
  assert.ok(Number(rows[0]?.all) > 0)
  assert.equal(Number(rows[0]?.astray), 0)
})

test('it is done once, and twice makes no row twice', async () => {
  assert.equal(await reindex(here.store), 0)
  const before = await counts()
  await here.send('mair-admitted.hl7')
  assert.deepEqual(await counts(), before)
})

async function counts(): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const kind of KINDS) {
    const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(`index_${kind}`)}`.execute(
      here.store.db,
    )
    found[kind] = rows[0]?.count ?? 0
  }
  return found
}

async function forget(): Promise<void> {
  for (const kind of KINDS) await sql`delete from ${sql.table(`index_${kind}`)}`.execute(here.store.db)
}
