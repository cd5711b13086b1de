import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { actorOf, asSent, type Region, region } from '#test/kit.ts'
import { readMapVersions } from '#work/sender/read-senders.ts'
import { writeMap } from '#work/sender/write-map.ts'

const steffan = actorOf('steffan-howells') as WorkerActor
const STAY = ['mair-admitted.hl7', 'mair-moved-ward.hl7', 'mair-expected-home.hl7', 'wrong-person.hl7']

test('under the map of now nothing would change: what was applied would be, and what waits would wait', async () => {
  const { here, senderId, map } = await withAStay()
  const tried = await here.replayer.rehearse(steffan, { senderId, map })
  assert.ok(tried.ok)
  assert.deepEqual(
    tried.value.map(({ now, after }) => [now.outcome, after.outcome, now.reason === after.reason]),
    [
      ['quarantined', 'quarantined', true],
      ['applied', 'applied', true],
      ['applied', 'applied', true],
      ['applied', 'applied', true],
    ],
  )
  for (const { now, after } of tried.value) assert.deepEqual(now.ward, after.ward)
  await here.close()
})

test('trying a map writes nothing and tells nobody, whatever it would do', async () => {
  const { here, senderId, map } = await withAStay()
  await here.send(asSent('mair-admitted.hl7').replace('YGH0000418823', 'ANOTHER').replace('PID|1||', 'PID|1||X'))
  const before = await everything(here)
  const tried = await here.replayer.rehearse(steffan, { senderId, map: { ...map, wards: {} } })
  assert.ok(tried.ok)
  assert.ok(tried.value.some(({ now, after }) => now.ward?.name !== undefined && after.ward?.name === undefined))
  assert.deepEqual(await everything(here), before)
  await here.close()
})

test('an officer who does not look after a system tries no map on it, and writes none', async () => {
  const { here, senderId, map } = await withAStay()
  const elsewhere = { ...steffan, organisationId: (actorOf('sioned-evans') as WorkerActor).organisationId }
  const no = { ok: false, problem: 'sender.notShown' }
  assert.deepEqual(await here.replayer.rehearse(elsewhere, { senderId, map }), no)
  const written = await transactionInTurn(here.store, tx =>
    writeMap(tx, elsewhere, { senderId, from: 1, map, reason: '' }),
  )
  assert.deepEqual(written, no)
  await here.close()
})

test('two officers who change the same version: the second is told, and the first’s stays', async () => {
  const { here, senderId, map } = await withAStay()
  const write = (reason: string) =>
    transactionInTurn(here.store, tx => writeMap(tx, steffan, { senderId, from: 1, map, reason }))
  const answers = await Promise.all([write('one'), write('other')])
  assert.deepEqual(answers.map(({ ok }) => ok).sort(), [false, true])
  const versions = await transaction(here.store, tx => readMapVersions(tx, senderId))
  assert.deepEqual(
    versions.map(({ version }) => version),
    [2, 1],
  )
  await here.close()
})

async function withAStay() {
  const here = await region()
  for (const message of STAY) await here.send(message)
  const { id: senderId } = await here.store.db
    .selectFrom('sender')
    .select('id')
    .where('application', '=', 'GHPAS')
    .where('facility', '=', 'YGH')
    .executeTakeFirstOrThrow()
  const [newest] = await transaction(here.store, tx => readMapVersions(tx, senderId))
  return { here, senderId, map: newest!.map }
}

/** How many rows every table has, and the newest state of what may change in place. */
async function everything({ store }: Region) {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(store.db)
  const counts: Record<string, unknown> = {}
  for (const { name } of tables) {
    const { rows } =
      await sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${sql.table(name)} as t`
        .execute(store.db)
        .catch(() => ({ rows: ['closed to the program'] }))
    counts[name] = rows[0]
  }
  return counts
}
