import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transactionInTurn } from '#ground/db/store.ts'
import { contactsOf } from '#record/chart/contacts.ts'
import { linkRecords } from '#record/person/link/link.ts'
import { membersOf } from '#record/person/link/persons.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { isPrivacyOfficer, type PrivacyOfficer } from '../privacy-team.ts'
import { homesOfMany, ordinaryAgain, recordHomeOfMany } from './institutions.ts'
import { recordSuperseded, supersededBy } from './numbers.ts'
import { protectAddress, protectionsOf, unprotect } from './protect.ts'
import { sealRecords } from './seal.ts'

const here = await region()
const MEINIR = officer('meinir-ellis')
const GWENNO = officer('gwenno-pryce')
const REASON = 'Gofynnodd amdano'

test('an officer protects the address of somebody by her own number, and takes it back', async () => {
  assert.ok((await addressSeen()).length > 0)
  const made = await doing(tx =>
    protectAddress(tx, MEINIR, { localId: ' H2051845 ', kind: 'own-request', reason: REASON }),
  )
  assert.ok(made.ok)
  assert.deepEqual(await addressSeen(), [])
  assert.deepEqual(
    (await doing(tx => protectionsOf(tx, MEINIR))).map(({ about, by }) => [about, by]),
    [['H2051845', 'Meinir Ellis']],
  )
  assert.equal((await doing(tx => unprotect(tx, GWENNO, made.value))).ok, false, 'another organisation’s officer')
  assert.ok((await doing(tx => unprotect(tx, MEINIR, made.value))).ok)
  assert.ok((await addressSeen()).length > 0)
})

test('a number of an organisation she does not answer for is as unknown as one that is nobody’s', async () => {
  for (const localId of ['BR-60218', 'nobody', '']) {
    const asked = { localId, kind: 'refuge' as const, reason: REASON }
    assert.deepEqual(await doing(tx => protectAddress(tx, MEINIR, asked)), refused('identityFact.numberUnknown'))
  }
})

test('a property of many is recorded by its UPRN, and is ordinary again', async () => {
  const asked = { uprn: '000999000110031', kind: 'hostel' as const, reason: REASON }
  const made = await doing(tx => recordHomeOfMany(tx, MEINIR, asked))
  assert.ok(made.ok)
  assert.ok((await doing(homesOfMany)).some(({ about }) => about === '999000110031'))
  assert.ok((await doing(tx => ordinaryAgain(tx, GWENNO, made.value))).ok, 'properties are the whole region’s')
  const wrong = await doing(tx => recordHomeOfMany(tx, MEINIR, { ...asked, uprn: 'Plas' }))
  assert.deepEqual(wrong, refused('identityFact.uprnWrong'))
})

test('an NHS number that took another’s place is recorded by whoever may, and listed to them alone', async () => {
  const asked = { old: '9990492557', now: '9990498725', source: 'mynegai', reason: REASON }
  assert.ok((await doing(tx => recordSuperseded(tx, MEINIR, asked))).ok)
  assert.equal((await doing(tx => supersededBy(tx, MEINIR))).length, 1)
  assert.equal((await doing(tx => supersededBy(tx, GWENNO))).length, 0)
  const wrong = { ...asked, old: '9990492558' }
  assert.deepEqual(await doing(tx => recordSuperseded(tx, MEINIR, wrong)), refused('identityFact.oldNumberWrong'))
})

test('the records named as of before part from all others of the person, and nothing joins them again', async () => {
  const before = await doing(tx => membersOf(tx, personId('iwan-davies')))
  const asked = { before: ['H2051845'], now: ['H2051845'], reason: REASON }
  assert.deepEqual(await doing(tx => sealRecords(tx, MEINIR, asked)), refused('identityFact.nowUnknown'))
  assert.ok((await doing(tx => sealRecords(tx, MEINIR, { ...asked, now: ['H2012340'] }))).ok)
  const [one, other] = [before[0]!, (await doing(tx => membersOf(tx, personId('evan-morris-tad'))))[0]!]
  const joined = await doing(tx => linkRecords(tx, one, other, { decidedBy: 'test', reason: 'test' }))
  assert.equal(joined.ok, false)
  const unknown = { before: ['H2051845', 'nobody'], now: ['H2012340'], reason: REASON }
  assert.deepEqual(await doing(tx => sealRecords(tx, MEINIR, unknown)), refused('identityFact.beforeUnknown'))
})

function refused(problem: string) {
  return { ok: false, problem }
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transactionInTurn(here.store, work)
}

async function addressSeen(): Promise<readonly string[]> {
  const seen = await here.look('marc-bennett', 'iwan-davies', contactsOf)
  assert.ok(seen.ok)
  return seen.value.flatMap(({ addressLines }) => addressLines)
}

function officer(account: string): PrivacyOfficer {
  const actor = actorOf(account)
  assert.ok(isPrivacyOfficer(actor))
  return actor
}
