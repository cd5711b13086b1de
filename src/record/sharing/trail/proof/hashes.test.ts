import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from '#ground/db/sql.ts'
import { emptyGround } from '#test/kit.ts'
import { commitmentTo } from './hashes.ts'

const here = await emptyGround()

test('what the database binds an entry with is what whoever checks it computes, for any secret and any text', async () => {
  const bound = fc.record({
    secret: fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => Buffer.from(bytes)),
    text: fc.string({ unit: 'binary', maxLength: 300 }).filter(text => !text.includes('\0') && text.isWellFormed()),
  })
  const fixed = [0x00, 0xff, 0x36, 0x5c].map(byte => ({ secret: Buffer.alloc(32, byte), text: 'Mair' }))
  const drawn = [...fixed, ...fc.sample(bound, { numRuns: 500, seed: 74 })]
  const { rows } = await sql<{ commitment: Buffer }>`
    select hmac_sha256(secret, convert_to(text, 'UTF8')) as commitment
    from unnest(${drawn.map(({ secret }) => secret)}::bytea[], ${drawn.map(({ text }) => text)}::text[])
      with ordinality as drawn (secret, text, place)
    order by place`.execute(here.store.db)
  assert.deepEqual(
    rows.map(({ commitment }) => commitment.toString('hex')),
    drawn.map(({ secret, text }) => commitmentTo(text, secret).toString('hex')),
  )
})
