import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Region, region } from '#test/kit.ts'
import { transactionInTurn } from './store.ts'
import { together } from './together.ts'

let here: Region
before(async () => {
  here = await region()
})
after(() => here.close())

test('what is asked together is answered in the order of asking', async () => {
  const answers = await transactionInTurn(here.store, tx =>
    together([1, 2, 3].map(number => sql<{ number: number }>`select ${number}::integer as number`.execute(tx.db))),
  )
  assert.deepEqual(
    answers.map(({ rows }) => rows[0]?.number),
    [1, 2, 3],
  )
})

test('when one of them fails nothing is asked after the transaction has ended, and nothing is kept', async () => {
  let slow: Promise<void> | undefined
  const trying = transactionInTurn(here.store, tx => {
    slow = wait(50).then(() => tx.send(sql`insert into person (id, recorded_at) values (${tx.newId()}, '1900-01-01')`))
    return together([Promise.reject(new Error('the first')), slow])
  })
  await assert.rejects(trying, /the first/)
  await slow
  const { rows } = await sql`select from person where recorded_at = '1900-01-01'`.execute(here.store.db)
  assert.equal(rows.length, 0)
})
