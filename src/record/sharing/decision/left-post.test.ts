import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { actorOf, type Region, region } from '#test/kit.ts'

let here: Region
before(async () => {
  here = await region()
})
after(() => here.close())

test('a worker who has left while their page was being fetched is shown nothing, and a new post opens again', async () => {
  const { accountId } = actorOf('sioned-evans')
  const seen = async () => (await here.look('sioned-evans', 'mair-pritchard', async () => 'seen')).ok
  assert.equal(await seen(), true)
  await sql`
    insert into post_end (post_id, ended_at, reason)
    select id, ${here.clock.now()}::timestamptz, 'left' from post where account_id = ${accountId}`.execute(
    here.store.db,
  )
  assert.equal(await seen(), false)
  await sql`
    insert into post (id, account_id, organisation_id, team_id, role, title_en, title_cy, started_at)
    select gen_random_uuid(), account_id, organisation_id, team_id, role, title_en, title_cy, started_at
    from post where account_id = ${accountId}`.execute(here.store.db)
  assert.equal(await seen(), true)
})
