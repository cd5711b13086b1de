import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { separate } from '#record/person/link/unlink.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region } from '#test/kit.ts'
import { bannersOf } from './banner.ts'
import { resourcesOf } from './read-resources.ts'

// The hospital's record turns out to be about somebody else: everything that came with it must go from Mair's.
const here = await region()
await here.send('mair-admitted.hl7')

test('while the hospital’s record is linked to Mair, her social worker and her ward see the stay', async () => {
  assert.equal(await staysSeenBy('sioned-evans'), 2)
  assert.equal(await staysSeenBy('catrin-morgan'), 2)
  assert.equal(await staysSeenBy('mair-pritchard'), 2)
})

test('once it is unlinked nobody sees anything of it on Mair, and the ward sees nothing of Mair', async () => {
  const record = await here.store.db
    .selectFrom('sourceRecord')
    .select('id')
    .where('organisationId', '=', seedId.organisation('bwrdd-iechyd'))
    .where('localId', '=', 'H2088071')
    .executeTakeFirstOrThrow()
  const because = { decidedBy: 'Steffan Howells', reason: 'the hospital had the wrong patient’s number' }
  await transaction(here.store, tx => separate(tx, record.id, because))
  assert.equal(await staysSeenBy('sioned-evans'), 0)
  assert.equal(await staysSeenBy('mair-pritchard'), 0)
  assert.equal(await staysSeenBy('elin-pritchard'), 0)
  assert.equal(await staysSeenBy('catrin-morgan'), 'nothing of Mair')
})

test('what the others hold of Mair is still there, as if the hospital had never sent anything', async () => {
  const seen = await here.look('sioned-evans', 'mair-pritchard', (tx, access) => bannersOf(tx, [access]))
  assert.ok(seen.ok)
  assert.deepEqual([seen.value[0]?.name, seen.value[0]?.birthDate], ['Mair Pritchard', '1942-03-17'])
})

test('what was seen while it was linked stays in the trail', async () => {
  const looks = await here.store.db
    .selectFrom('trailEntry')
    .select('released')
    .where('personId', '=', personId('mair-pritchard'))
    .where('actorName', '=', 'Catrin Morgan')
    .where('allowed', '=', true)
    .execute()
  assert.match(JSON.stringify(looks), /hospital-care/)
})

async function staysSeenBy(account: string): Promise<number | 'nothing of Mair'> {
  const seen = await here.look(account, 'mair-pritchard', (tx, access) => resourcesOf(tx, [access], 'Encounter'))
  return seen.ok ? seen.value.flat().length : 'nothing of Mair'
}
