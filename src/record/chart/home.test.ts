import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { transactionInTurn } from '#ground/db/store.ts'
import { membersOf } from '#record/person/link/persons.ts'
import { markSensitiveRecord } from '#record/person/sensitive/mark.ts'
import { personId, region } from '#test/kit.ts'
import { contactsOf } from './contacts.ts'
import { type Home, homeOf } from './home.ts'

const here = await region()

test('a landlord is shown that the twins live together, since both are its own tenants', async () => {
  const home = await homeSeen('marc-bennett', 'iwan-davies')
  assert.equal(home?.uprn, '999000110031')
  assert.deepEqual(
    home?.livesWith.map(({ name }) => name),
    ['Ieuan Rhys Davies'],
  )
})

test('whoever is named there has it in their trail', async () => {
  const { rows } = await sql<{ place: string }>`
    select place from trail_entry where person_id = ${personId('ieuan-davies')} and place = 'home'`.execute(
    here.store.db,
  )
  assert.equal(rows.length, 1)
})

test('a social worker of one twin is not shown the other, with whom she does not work', async () => {
  const home = await homeSeen('hannah-whitfield', 'iwan-davies')
  assert.equal(home?.uprn, '999000110031')
  assert.deepEqual(home?.livesWith, [])
})

test('those who live in a care home do not live with one another', async () => {
  const home = await homeSeen('hannah-whitfield', 'gwladys-wigley')
  assert.deepEqual([home?.institution, home?.livesWith], ['care-home', []])
})

test('of whoever lives in a refuge nobody is shown a home, and only those who may see a protected address see it', async () => {
  assert.equal(await homeSeen('hannah-whitfield', 'nesta-gwyther'), undefined)
  const seen = await here.look('hannah-whitfield', 'nesta-gwyther', contactsOf)
  assert.ok(seen.ok && seen.value.some(({ addressLines }) => addressLines.includes('GH1 5RD')))
  const support = await here.look('lowri-hughes', 'nesta-gwyther', contactsOf)
  assert.ok(support.ok)
  assert.ok(support.value.every(({ addressLines }) => addressLines.length === 0))
})

test('a tenant who is protected from today is named to nobody, and their own home is not shown', async () => {
  await transactionInTurn(here.store, async tx => {
    const [record] = await membersOf(tx, personId('ieuan-davies'))
    await markSensitiveRecord(tx, record!, 'own-request', { decidedBy: 'test', reason: 'test' })
  })
  assert.deepEqual((await homeSeen('marc-bennett', 'iwan-davies'))?.livesWith, [])
  assert.equal(await homeSeen('marc-bennett', 'ieuan-davies'), undefined)
})

async function homeSeen(account: string, person: string): Promise<Home | undefined> {
  const seen = await here.look(account, person, homeOf)
  assert.ok(seen.ok)
  return seen.value
}
