import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql as composed } from 'kysely'
import { emptyGround } from '#test/kit.ts'
import { putTogetherOnce, sql } from './sql.ts'
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

test('a statement of pieces is put together once, and each time asked with the values of that time', async () => {
  let times = 0
  const greeting = putTogetherOnce(({ name, day }: { readonly name: string; readonly day: string }) => {
    times++
    const called = composed`${name}::text`
    return composed<{
      said: string
    }>`select ${called} || ${', bore '}::text || ${day}::text || ', ' || ${called} as said`
  })
  const said = await transaction(store, async ({ db }) => [
    await greeting({ name: 'Mair', day: 'Llun' }).execute(db),
    await greeting({ name: 'Owen', day: 'Mawrth' }).execute(db),
  ])
  assert.deepEqual(
    said.map(({ rows }) => rows[0]?.said),
    ['Mair, bore Llun, Mair', 'Owen, bore Mawrth, Owen'],
  )
  assert.equal(times, 1)
})
