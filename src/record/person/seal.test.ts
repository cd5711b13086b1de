import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, region } from '#test/kit.ts'
import { keepSourceRecord } from './keep-source-record.ts'
import { barredFrom } from './link/barred.ts'
import { linkRecords } from './link/link.ts'
import { personOf } from './link/persons.ts'
import { sealIdentities } from './seal.ts'

const here = await region()
const BECAUSE = { decidedBy: 'test', reason: 'test' }
const WORDS = 'Tystysgrif cydnabod rhywedd'

test('a privacy officer seals a new identity from an old one, and nothing joins them again', async () => {
  const { before, now, officer } = await somebody()
  for (const other of [before[1], ...now]) assert.ok((await link(before[0], other)).ok)
  assert.deepEqual(await seal(officer, before, now), { ok: true, value: undefined })
  const people = await Promise.all([...before, ...now].map(person))
  assert.equal(people[0], people[1], 'the two old records are still one person')
  assert.equal(people[2], people[3], 'and so are the two new ones')
  assert.notEqual(people[0], people[2])
  for (const one of before) for (const other of now) assert.equal((await link(one, other)).ok, false)
  const barred = await transaction(here.store, tx => barredFrom(tx, now[0], before))
  assert.deepEqual([...barred].toSorted(), [...before].toSorted(), 'and none is ever a candidate')
})

test('nobody else may, and all are refused alike: another role, another organisation’s officer, a record that is none', async () => {
  const { before, now, officer } = await somebody()
  const refused = { ok: false, problem: 'seal.notShown' }
  assert.deepEqual(await seal('sioned-evans', before, now), refused)
  assert.deepEqual(await seal(officer, before, before), refused)
  assert.deepEqual(await seal(officer, [], now), refused)
  assert.deepEqual(await seal(officer, before, ['00000000-0000-4000-8000-000000000000']), refused)
})

test('it leaves no trace in any trail', async () => {
  const { before, now, officer } = await somebody()
  const count = () => here.store.db.selectFrom('trailEntry').select('id').execute()
  const first = (await count()).length
  assert.ok((await seal(officer, before, now)).ok)
  assert.equal((await count()).length, first)
})

let arrivals = 0

/** Two records of the health board under each of two identities, and the officer who answers for the board. */
async function somebody() {
  const keep = () =>
    transactionInTurn(here.store, tx => {
      const key = { organisationId: seedId.organisation('bwrdd-iechyd'), localId: `sealed ${++arrivals}` }
      return keepSourceRecord(tx, key, () => ({ resourceType: 'Patient' }), undefined)
    })
  const ids = [(await keep()).id, (await keep()).id, (await keep()).id, (await keep()).id] as const
  return { before: [ids[0], ids[1]] as const, now: [ids[2], ids[3]] as const, officer: 'meinir-ellis' }
}

function link(one: string, other: string) {
  return transactionInTurn(here.store, tx => linkRecords(tx, one, other, BECAUSE))
}

function seal(account: string, before: readonly string[], now: readonly string[]) {
  const actor = actorOf(account)
  assert.ok(actor.kind === 'worker')
  return transactionInTurn(here.store, tx => sealIdentities(tx, actor, { before, now }, WORDS))
}

function person(recordId: string): Promise<string> {
  return transaction(here.store, tx => personOf(tx, recordId))
}
