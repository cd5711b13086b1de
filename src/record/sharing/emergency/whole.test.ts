import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openOwnerStore } from '#ground/db/store.ts'
import { region } from '#test/kit.ts'
import { CEILING_LEAST } from './ceiling.ts'
import { opened, opens } from './test-emergency.ts'

const here = await region()

/** What is written beside the emergency itself, each of which must be there for it to be. */
const BESIDE = [
  ['the trail', 'trail_entry', 'true'],
  ['the notice to the person', 'emergency_notice', 'new.person_id is not null'],
  ['the notice to the worker’s privacy officers', 'emergency_notice', 'new.team_id is not null'],
  ['the review by another body', 'emergency_review_task', 'true'],
  ['what was lacking', 'emergency_lack', 'true'],
] as const

const TABLES = ['emergency_access', 'trail_entry', 'emergency_notice', 'emergency_review_task', 'emergency_lack']

for (const [what, table, when] of BESIDE) {
  test(`if ${what} cannot be written, nothing is open and nothing has happened`, async () => {
    const before = await rows()
    await withFault(table, when, () =>
      assert.rejects(opens(here, 'catrin-morgan', 'owen-griffiths', { id: '00000000-0000-4000-8000-0000000000aa' })),
    )
    assert.deepEqual(await rows(), before)
    assert.equal((await here.look('catrin-morgan', 'owen-griffiths', async () => 'open')).ok, false)
    // The look just now is an entry too: it is the only one.
    assert.equal((await rows()).trail_entry, (before.trail_entry ?? 0) + 1)
  })
}

test('if the passing of the ceiling cannot be written, the one that passes it is not open', async () => {
  for (let count = 0; count < CEILING_LEAST; count++) await opened(here, 'catrin-morgan', 'owen-griffiths')
  const before = await rows()
  await withFault('emergency_ceiling_task', 'true', () =>
    assert.rejects(opens(here, 'catrin-morgan', 'owen-griffiths')),
  )
  assert.deepEqual(await rows(), before)
})

test('with none of those faults it opens, and all of it is there', async () => {
  const before = await rows()
  await opened(here, 'catrin-morgan', 'cadi-prydderch')
  const after = await rows()
  for (const table of TABLES) assert.ok((after[table] ?? 0) > (before[table] ?? 0), table)
})

/** Makes the database refuse one kind of row while something is done. */
async function withFault(table: string, when: string, work: () => Promise<unknown>): Promise<void> {
  const owner = openOwnerStore(here.url, here)
  const [name, rows] = [sql.id(table), sql.raw(when)]
  await sql`create function refuse_seeded() returns trigger language plpgsql as $$
            begin raise exception 'a seeded fault'; end $$`.execute(owner.db)
  await sql`create trigger seeded before insert on ${name} for each row when (${rows}) execute function refuse_seeded()`.execute(
    owner.db,
  )
  try {
    await work()
  } finally {
    await sql`drop trigger seeded on ${name}`.execute(owner.db)
    await sql`drop function refuse_seeded()`.execute(owner.db)
    await owner.close()
  }
}

async function rows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of TABLES) {
    const { rows } = await sql<{ count: number }>`select count(*) from ${sql.id(table)}`.execute(here.store.db)
    counts[table] = rows[0]?.count ?? 0
  }
  return counts
}
