import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { openOwnerStore, type Store, transaction } from '#ground/db/store.ts'
import { sayIn } from '#ground/language/say.ts'
import { keepSigningKey, type SigningKey } from '#ground/signing-key.ts'
import { readSeal } from '#record/sharing/trail/proof/read-seal.ts'
import { isSealedByAnother, seal } from '#record/sharing/trail/proof/seal.ts'
import { type Region, region } from '#test/kit.ts'
import { trailAct } from './trail-act.ts'

let here: Region
let key: SigningKey
let owner: Store
const folder = mkdtempSync(join(tmpdir(), 'cydofal-trail-'))
const keyFile = join(folder, 'trail-key')

before(async () => {
  here = await region()
  owner = openOwnerStore(here.url, here)
  const kept = keepSigningKey(keyFile, here.chance)
  assert.ok(kept.ok)
  key = kept.value
  await here.look('sioned-evans', 'mair-pritchard', async () => {})
  await seal(here.store, key)
})
after(async () => {
  await owner.close()
  await here.close()
  rmSync(folder, { recursive: true })
})

test('whoever runs Cydofal can see that the trail is whole, and is told where it is not', async () => {
  assert.deepEqual(await trail('check'), [true, 'The trail is whole: everything in it is what was sealed.'])
  await sql`alter table trail_entry disable trigger kept`.execute(owner.db)
  await sql`update trail_entry set actor_name = 'Somebody else'`.execute(owner.db)
  assert.deepEqual(await trail('check'), [false, 'The entry under this number is not what was written: 0'])
  await sql`update trail_entry set actor_name = 'Sioned Evans'`.execute(owner.db)
  await sql`alter table trail_entry enable trigger kept`.execute(owner.db)
  assert.equal((await trail('check'))[0], true)
})

test('an entry is handed over, and erased for a reason that stays', async () => {
  const { id } = await here.store.db.selectFrom('trailEntry').select('id').executeTakeFirstOrThrow()
  const [, handed] = await trail('entry', id)
  assert.deepEqual(Object.keys(JSON.parse(handed)), ['number', 'secret', 'text'])
  assert.match(JSON.parse(handed).text, /Sioned Evans/)
  assert.deepEqual(await trail('erase', id, 'A court ordered it', 'The board'), [
    true,
    `The entry ${id} is erased. Its place in the log, and the reason, stay.`,
  ])
  assert.deepEqual(await trail('erase', id, 'Again', 'The board'), [false, `There is no entry ${id}.`])
  assert.match((await trail('entry', id))[1], /There is no sealed entry/)
  assert.equal((await trail('check'))[0], true)
})

test('a partner is let in by its organisation’s code and its key, and shown to everybody', async () => {
  const theirs = key.publicKey.toString('base64')
  assert.match((await trail('witness', 'nobody', theirs))[1], /no organisation with the code nobody/)
  assert.match((await trail('witness', 'bwrdd-iechyd', 'short'))[1], /no key of a witness/)
  assert.equal((await trail('witness', 'bwrdd-iechyd', theirs))[0], true)
  const shown = await transaction(here.store, readSeal)
  assert.deepEqual(
    shown?.witnesses.map(({ seen }) => seen),
    [undefined],
  )
  assert.ok(shown && !shown.isLate && shown.waiting === 2)
  here.clock.move('2026-11-22T09:15:00Z')
  assert.ok((await transaction(here.store, readSeal))?.isLate, 'a quarter of an hour later')
})

test('what makes no sense is answered with what there is, and nothing is done', async () => {
  for (const args of [[], ['chek'], ['erase', 'x', 'why', 'who'], ['witness', 'one'], ['check', 'all']]) {
    assert.match((await trail(...args))[1], /^Use: npm run trail/)
  }
})

test('a trail that was sealed with another key is known at the start', async () => {
  const other = keepSigningKey(join(folder, 'other'), here.chance)
  assert.ok(other.ok)
  assert.equal(await transaction(here.store, tx => isSealedByAnother(tx, key)), false)
  assert.equal(await transaction(here.store, tx => isSealedByAnother(tx, other.value)), true)
})

/** Does it on this database. Answers how it ended and what it said. */
async function trail(...args: readonly string[]): Promise<[ok: boolean, said: string]> {
  const { ok, lines } = await trailAct({ store: owner, say: sayIn('en'), keyFile }, args)
  return [ok, lines.join('\n')]
}
