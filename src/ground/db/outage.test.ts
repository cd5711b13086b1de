import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { emptyGround } from '#test/kit.ts'
import { isOutage, transactionInTurn } from './store.ts'

const { store } = await emptyGround()

test('a disk that is full or fails is no fault of what was asked, and neither is a server that is stopping', async () => {
  for (const code of ['53100', '58030', '57P01', '08006']) assert.equal(isOutage(await faultOf(code)), true, code)
  for (const code of ['23505', '22P02', '40001']) assert.equal(isOutage(await faultOf(code)), false, code)
})

/** What is thrown when the database fails a statement with this code. */
async function faultOf(code: string): Promise<unknown> {
  const raise = sql.raw(`do $$ begin raise exception 'failed' using errcode = '${code}'; end $$`)
  return transactionInTurn(store, async tx => void (await raise.execute(tx.db))).then(
    () => assert.fail('it did not fail'),
    (fault: unknown) => fault,
  )
}
