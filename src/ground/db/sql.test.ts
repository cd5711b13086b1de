import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql as composed } from 'kysely'
import { emptyGround } from '#test/kit.ts'
import { sql } from './sql.ts'
import { transaction } from './store.ts'

const { store } = await emptyGround()

test('a statement asked again has its new values, and answers in the words of the code', async () => {
  const answers = await transaction(store, async ({ db }) => {
    const ask = (one: string, other: string) =>
      sql<{ bothWords: string }>`select ${one}::text || ' ' || ${other}::text as both_words`.execute(db)
    return [await ask('da', 'iawn'), await ask('bore', 'da')]
  })
  assert.deepEqual(
    answers.map(({ rows }) => rows),
    [[{ bothWords: 'da iawn' }], [{ bothWords: 'bore da' }]],
  )
})

test('a piece of SQL among its values is refused, and never sent as a value', () => {
  assert.throws(() => sql`select ${composed`1`}`, /a piece of SQL/)
})
