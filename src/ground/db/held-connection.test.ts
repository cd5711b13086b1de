import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { emptyGround } from '#test/kit.ts'
import { openOwnerStore, transactionInTurn } from './store.ts'

const here = await emptyGround()
const { store } = here
const owner = openOwnerStore(here.url, here)
await sql`create table kept (number integer primary key)`.execute(owner.db)
await sql`grant select, insert on kept to cydofal_app`.execute(owner.db)
await owner.close()

const keep = (number: number) => sql`insert into kept values (${number})`
const kept = async () =>
  (await sql<{ number: number }>`select number from kept order by number`.execute(store.db)).rows.map(
    ({ number }) => number,
  )

test('what is sent and not waited for is there for the next question, and is kept with the rest', async () => {
  await transactionInTurn(store, async tx => {
    tx.send(keep(1))
    tx.send(keep(2))
    const { rows } = await sql<{ many: number }>`select count(*) as many from kept`.execute(tx.db)
    assert.equal(rows[0]?.many, 2)
  })
  assert.deepEqual(await kept(), [1, 2])
})

test('a statement that nobody waited for and that fails, fails all of it, in its own words', async () => {
  const work = transactionInTurn(store, async tx => {
    tx.send(keep(3))
    tx.send(keep(1))
    tx.send(keep(4))
  })
  await assert.rejects(work, /duplicate key value/)
  assert.deepEqual(await kept(), [1, 2])
})

test('also when something else is asked after it, which fails only because it did', async () => {
  const work = transactionInTurn(store, async tx => {
    tx.send(keep(1))
    await sql`select 1`.execute(tx.db)
  })
  await assert.rejects(work, /duplicate key value/)
})

test('when another transaction got in the way of a statement nobody waited for, all of it is tried again', async () => {
  let tried = 0
  await transactionInTurn(store, async tx => {
    tx.send(++tried === 1 ? sql`do $$ begin raise exception 'in the way' using errcode = '40001'; end $$` : keep(5))
  })
  assert.equal(tried, 2)
  assert.deepEqual(await kept(), [1, 2, 5])
})

test('a fault of ours undoes what was sent before it', async () => {
  const work = transactionInTurn(store, async tx => {
    tx.send(keep(6))
    throw new Error('a fault of ours')
  })
  await assert.rejects(work, /a fault of ours/)
  assert.deepEqual(await kept(), [1, 2, 5])
})

test('what fails between two savepoints and is undone there, is let pass', async () => {
  await transactionInTurn(store, async tx => {
    await sql`savepoint before`.execute(tx.db)
    tx.send(keep(1))
    await assert.rejects(sql`select 1`.execute(tx.db))
    await sql`rollback to savepoint before`.execute(tx.db)
    tx.send(keep(7))
  })
  assert.deepEqual(await kept(), [1, 2, 5, 7])
})
