import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { freshDatabase } from '#test/database.ts'
import { emptyGround } from '#test/kit.ts'
import { listen } from './announce.ts'
import { APP_ROLE, AS_APP, tryAppRole } from './app-role.ts'
import { openOwnerStore } from './store.ts'

const here = await emptyGround()

test('every connection of the running program is in a role that owns nothing', async () => {
  const who = sql<{ who: string }>`select current_user as who`
  assert.deepEqual((await who.execute(here.store.db)).rows, [{ who: APP_ROLE }])
  const announcements = await listen(here.url, { announced: () => {}, missed: () => {} })
  await announcements.stop()
})

test('the running program can change no entry of the trail, nor make it possible', async () => {
  for (const statement of [
    'update trail_entry set allowed = true',
    'delete from trail_entry',
    'truncate trail_entry',
    'alter table trail_entry disable trigger kept',
    'drop trigger kept on trail_entry',
    'create table mine (id uuid)',
    `select erase_trail_entry('00000000-0000-4000-8000-000000000000', 'why', 'who')`,
  ]) {
    await assert.rejects(sql.raw(statement).execute(here.store.db), /permission denied|must be owner/, statement)
  }
})

test('Cydofal starts when it may do what it needs, and says no when it may do more', async () => {
  const ground = await emptyGround()
  assert.deepEqual(await tryAppRole(ground.url), { ok: true, value: undefined })
  const owner = openOwnerStore(ground.url, ground)
  await sql`grant delete on wish_end to cydofal_app`.execute(owner.db)
  await owner.close()
  assert.deepEqual(await tryAppRole(ground.url), {
    ok: false,
    problem: { code: 'databaseRoleTooMuch', role: APP_ROLE, table: 'wish_end' },
  })
  await ground.close()
})

test('an account that may not enter the role is told which right it lacks', async () => {
  const database = await freshDatabase('nothing')
  const client = new pg.Client({ connectionString: database.url, options: AS_APP.replace(APP_ROLE, 'pg_monitor') })
  await assert.rejects(client.connect(), /permission denied to set role/)
  await client.end().catch(() => {})
  await database.drop()
})
