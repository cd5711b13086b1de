import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { openOwnerStore, type Store, transaction } from '#ground/db/store.ts'
import { hasSigned, newSigningKey } from '#ground/signing-key.ts'
import { emptyGround, region } from '#test/kit.ts'
import { checkTrail } from './check.ts'
import { eraseEntry, handEntry } from './entry.ts'
import { commitmentTo, hashOfLinked, NOTHING_BEFORE } from './hashes.ts'
import { headsFrom, headText, newestHead } from './head.ts'
import { readLeaves } from './log.ts'
import { SEALED_MAX, seal, sealWhenDue } from './seal.ts'
import { writeEntries } from './test-entries.ts'

test('a look is bound in its own transaction, and sealed within the minute', async () => {
  const here = await region()
  const key = newSigningKey(here.chance)
  await sealWhenDue(here.store, key)
  await here.look('sioned-evans', 'mair-pritchard', async () => {})
  assert.equal(await sealWhenDue(here.store, key), 0)
  here.clock.move('2026-11-22T09:01:00Z')
  assert.equal(await sealWhenDue(here.store, key), 1)
  const head = await transaction(here.store, newestHead)
  assert.ok(head && hasSigned(key.publicKey, headText(head), head.signature))
  assert.equal(head.size, await count(here.store, 'trail_entry'))
  assert.equal(await count(here.store, 'trail_unsealed'), 0)
  assert.deepEqual(await checked(here.store, key.publicKey), [])
  await here.close()
})

test('a look that came to nothing leaves nothing to seal', async () => {
  const here = await region()
  const before = await count(here.store, 'trail_unsealed')
  await assert.rejects(
    here.look('sioned-evans', 'mair-pritchard', async () => {
      throw new Error('the page fell over')
    }),
  )
  assert.equal(await count(here.store, 'trail_unsealed'), before)
  await here.close()
})

test('each leaf is the commitment to one entry, hashed with the leaf before, and anybody can make it again', async () => {
  const { store, close, chance } = await emptyGround()
  await writeEntries(store, 3)
  const key = newSigningKey(chance)
  await seal(store, key)
  const leaves = await transaction(store, tx => readLeaves(tx, 0, 3))
  const { rows } = await sql<{ id: string }>`select id from trail_entry order by sequence`.execute(store.db)
  let before = NOTHING_BEFORE
  for (const [number, { id }] of rows.entries()) {
    const handed = await transaction(store, tx => handEntry(tx, id))
    assert.ok(handed.ok && handed.value.number === number)
    const commitment = commitmentTo(handed.value.text, Buffer.from(handed.value.secret, 'base64'))
    assert.deepEqual(leaves[number], { commitment, hash: hashOfLinked(commitment, before) })
    before = leaves[number]!.hash
  }
  await close()
})

test('an entry that was begun early and committed late is sealed later, and never passed over', async () => {
  const { store, url, close, chance } = await emptyGround()
  const key = newSigningKey(chance)
  const slow = new pg.Client({ connectionString: url })
  await slow.connect()
  await slow.query('begin')
  await slow.query(`insert into trail_entry (id, at, actor_name, action, place, purpose, allowed, released, failed)
                    values (gen_random_uuid(), now(), 'Slow', 'look', 'record', 'none', true, '[]', '{}')`)
  await writeEntries(store, 2)
  await seal(store, key)
  await slow.query('commit')
  await slow.end()
  await seal(store, key)
  assert.equal((await transaction(store, newestHead))?.size, 3)
  assert.deepEqual(await checked(store, key.publicKey), [])
  await close()
})

test('more than a thousand that wait are sealed at once, a thousand to a head, and two sealers take turns', async () => {
  const { store, close, chance } = await emptyGround()
  const key = newSigningKey(chance)
  await seal(store, key)
  await writeEntries(store, SEALED_MAX * 2 + 5)
  assert.equal((await Promise.all([seal(store, key), seal(store, key)])).length, 2)
  assert.equal((await transaction(store, newestHead))?.size, SEALED_MAX * 2)
  assert.equal(await sealWhenDue(store, key), 0)
  await seal(store, key)
  const sizes = (await transaction(store, tx => headsFrom(tx, 0, 10))).map(({ size }) => size)
  assert.deepEqual(sizes, [0, SEALED_MAX, SEALED_MAX * 2, SEALED_MAX * 2 + 5])
  assert.equal(await count(store, 'trail_tile'), Math.floor((SEALED_MAX * 2 + 5) / 256))
  assert.deepEqual(await checked(store, key.publicKey), [])
  await close()
})

test('an erased entry is gone with its secret, says why, and the log still holds', async () => {
  const here = await emptyGround()
  const key = newSigningKey(here.chance)
  await writeEntries(here.store, 5)
  await seal(here.store, key)
  const { rows } = await sql<{ id: string }>`select id from trail_entry order by sequence limit 2`.execute(
    here.store.db,
  )
  const owner = openOwnerStore(here.url, here)
  const decision = { why: 'A court ordered it', by: 'The information governance board' }
  assert.ok((await transaction(owner, tx => eraseEntry(tx, rows[0]!.id, decision))).ok)
  assert.deepEqual(await transaction(owner, tx => eraseEntry(tx, here.chance.id(), decision)), {
    ok: false,
    problem: 'entry-unknown',
  })
  await owner.close()
  assert.equal(await count(here.store, 'trail_entry'), 4)
  assert.equal((await transaction(here.store, tx => handEntry(tx, rows[0]!.id))).ok, false)
  const { rows: said } = await sql`select reason, decided_by from trail_erasure`.execute(here.store.db)
  assert.deepEqual(said, [{ reason: decision.why, decidedBy: decision.by }])
  assert.deepEqual(await checked(here.store, key.publicKey), [])
  await seal(here.store, key)
  assert.equal((await transaction(here.store, newestHead))?.size, 6)
  assert.deepEqual(await checked(here.store, key.publicKey), [])
  await here.close()
})

function checked(store: Store, publicKey: Buffer) {
  return transaction(store, tx => checkTrail(tx, publicKey))
}

async function count(store: Store, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.ref(table)}`.execute(store.db)
  return rows[0]!.count
}
