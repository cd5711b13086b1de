import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { repeatableChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { migrate, migrations } from '#ground/db/migrate.ts'
import { openStore, transaction } from '#ground/db/store.ts'
import { newSigningKey } from '#ground/signing-key.ts'
import { freshDatabase } from '#test/database.ts'
import { checkTrail } from './check.ts'
import { newestHead } from './head.ts'
import { seal } from './seal.ts'

const SEALING = '0010-proof.sql'

test('what was in the trail before there was a seal is bound as it stands, and every later column leaves it so', async () => {
  const database = await freshDatabase('nothing')
  const client = new pg.Client({ connectionString: database.url, options: '-c timezone=Asia/Kolkata' })
  await client.connect()
  await client.query(
    'create table migration (name text primary key, hash text not null, run_at timestamptz not null default now())',
  )
  for (const { name, sql, hash } of migrations().filter(one => one.name < SEALING)) {
    await client.query(sql)
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
  }
  await client.query(`
    insert into trail_entry (id, at, actor_name, action, place, purpose, allowed, released, failed)
    select gen_random_uuid(), now(), 'Siôn ' || number, 'look', 'record', 'none', true, '[]', '{no-clause}'
    from generate_series(1, 20) as number`)
  await client.end()
  assert.ok((await migrate(database.url)).ok)

  const chance = repeatableChance('before')
  const store = openStore(database.url, { clock: stoppedClock('2026-11-22T09:00:00Z'), chance })
  const key = newSigningKey(chance)
  await seal(store, key)
  assert.equal((await transaction(store, newestHead))?.size, 20)
  assert.deepEqual(await transaction(store, tx => checkTrail(tx, key.publicKey)), [])
  await store.close()
  await database.drop()
})
