import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyGround } from '#test/kit.ts'
import { sql, statement } from './sql.ts'
import { openOwnerStore, type Tx, transactionInTurn } from './store.ts'
import { together } from './together.ts'

const here = await emptyGround()
const owner = openOwnerStore(here.url, here)
await sql`create table batch_kept (number integer primary key, said_what jsonb)`.execute(owner.db)
await sql`grant select, insert, delete on batch_kept to cydofal_app`.execute(owner.db)
await owner.close()

const inTurn = <Value>(work: (tx: Tx) => Promise<Value>) => transactionInTurn(here.store, work)
const keep = (number: number) => sql`insert into batch_kept values (${number}, ${JSON.stringify({ number })})`
const add = async (tx: Tx, one: number, other: number) => {
  const { rows } = await sql<{ theSum: number }>`
    select ${one}::integer + ${other}::integer as the_sum`.execute(tx.db)
  return rows[0]?.theSum
}

test('what is asked in one go is each answered with its own, the first time and when its columns are known', async () => {
  for (const round of [1, 2, 3]) {
    const sums = await inTurn(tx => together([add(tx, round, 1), add(tx, round, 2), add(tx, round, 3)]))
    assert.deepEqual(sums, [round + 1, round + 2, round + 3])
  }
})

test('what is sent leaves in its turn among what is asked, and one that answers nothing answers no rows', async () => {
  const [none, kept, sum] = await inTurn(async tx => {
    const before = sql<{ number: number }>`select number from batch_kept`.execute(tx.db)
    tx.send(keep(1))
    const after = sql<{ saidWhat: unknown }>`select said_what from batch_kept`.execute(tx.db)
    return together([before, after, add(tx, 1, 1)])
  })
  assert.deepEqual([none.rows, kept.rows, sum], [[], [{ saidWhat: { number: 1 } }], 2])
})

test('how many rows a change has touched is told, of plain SQL as of any other', async () => {
  const { numAffectedRows } = await inTurn(tx => sql`delete from batch_kept`.execute(tx.db))
  assert.equal(numAffectedRows, 1n)
  const [deleted] = await inTurn(tx => tx.db.deleteFrom('heldForm').execute())
  assert.equal(deleted?.numDeletedRows, 0n)
})

test('the one that fails says why, those before it are answered, and those behind it fail with it', async () => {
  const answers = await inTurn(async tx => {
    tx.send(keep(5))
    const asked = [add(tx, 1, 1), sql`select 1 / ${0}::integer as nothing`.execute(tx.db), add(tx, 2, 2)]
    const settled = await Promise.allSettled(asked)
    throw Object.assign(new Error('seen'), { settled })
  }).catch((fault: Error & { settled: PromiseSettledResult<unknown>[] }) => fault.settled)
  const reasons = answers.map(one => (one.status === 'rejected' ? String(one.reason) : one.value))
  assert.equal(reasons[0], 2)
  assert.match(String(reasons[1]), /division by zero/)
  assert.match(String(reasons[2]), /sent with this one had failed/)
  const left = await inTurn(tx => sql`select number from batch_kept`.execute(tx.db))
  assert.deepEqual(left.rows, [])
})

test('a statement that was never prepared, because one before it failed, is prepared when it is next asked', async () => {
  const text = 'select $1::integer as asked_for_the_first_time'
  for (const divisor of [0, 1]) {
    const asked = inTurn(async tx => {
      const [, answer] = await together([
        sql`select 1 / ${divisor}::integer as one`.execute(tx.db),
        statement(text, [7]).execute(tx.db),
      ])
      return answer.rows
    })
    if (divisor === 0) await assert.rejects(asked, /division by zero/)
    else assert.deepEqual(await asked, [{ askedForTheFirstTime: 7 }])
  }
})

test('a value that cannot be sent is refused by itself, and nothing goes wrong with its neighbours', async () => {
  const circle: { itself?: unknown } = {}
  circle.itself = circle
  const [bad, good] = await inTurn(tx =>
    Promise.allSettled([sql`select ${circle}::jsonb as circle`.execute(tx.db), add(tx, 3, 4)]),
  )
  assert.equal(bad?.status, 'rejected')
  assert.deepEqual(good, { status: 'fulfilled', value: 7 })
})

test('more statements than are kept prepared are answered as well', async () => {
  const answers = await inTurn(tx =>
    together(
      Array.from({ length: 600 }, (_, number) =>
        statement<{ number: number }>(`select ${number}::integer as number`, []).execute(tx.db),
      ),
    ),
  )
  assert.deepEqual(
    answers.map(({ rows }) => rows[0]?.number),
    Array.from({ length: 600 }, (_, number) => number),
  )
})
