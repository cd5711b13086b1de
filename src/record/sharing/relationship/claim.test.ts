import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { type NhsNumber, parseNhsNumber } from '#ground/nhs-number.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { whoMaySee } from '../wish/who-may-see.ts'
import { type ClaimProblem, claimableTies, claimedTies, claimTie, type NewClaim } from './claim.ts'

const here = await region()
const dewi = actorOf('dewi-prosser') as WorkerActor
const MAIR: NewClaim = {
  nhsNumber: parseNhsNumber('999 000 0042') as NhsNumber,
  birthDate: '1942-03-17',
  kind: 'caseload',
  reason: 'Sioned is ill; I have her cases this week.',
  key: 'one',
}
const NOBODY: NewClaim = { ...MAIR, birthDate: '1942-03-18', key: 'two' }

test('Dewi learns nothing from the answer: it is the same for Mair and for nobody', async () => {
  assert.equal(await sees(), false)
  assert.deepEqual(await claims(NOBODY), await claims(MAIR))
  assert.deepEqual(await claims(MAIR), { ok: true, value: undefined })
  assert.equal(await sees(), true)
})

test('Mair reads of it: who has looked, and who has to do with her, how that is known and until when', async () => {
  const told = await here.store.db
    .selectFrom('trailEntry')
    .select(['personId', 'action'])
    .where('place', '=', 'claim')
    .where('accountId', '=', dewi.accountId)
    .orderBy('sequence')
    .execute()
  assert.deepEqual(told, [
    { personId: null, action: 'write' },
    { personId: personId('mair-pritchard'), action: 'write' },
  ])
  const { lines } = await transaction(here.store, tx => whoMaySee(tx, personId('mair-pritchard')))
  const [tie] = lines.find(({ name }) => name === 'Dewi Prosser')?.ties ?? []
  assert.deepEqual([tie?.source, tie?.until], ['self-claimed', new Date('2026-12-06T09:00:00Z')])
})

test('the privacy officer of his council has an alert for each, with his reason; another’s has none', async () => {
  const alerts = await transaction(here.store, tx => claimedTies(tx, [dewi.organisationId]))
  const told = alerts.map(({ who, reason, personId: known }) => [who, reason, known !== undefined])
  for (const known of [true, false])
    assert.ok(told.some(alert => JSON.stringify(alert) === JSON.stringify(['Dewi Prosser', MAIR.reason, known])))
  assert.deepEqual(await transaction(here.store, tx => claimedTies(tx, [seedId.organisation('bwrdd-iechyd')])), [])
})

test('it is over by itself after fourteen days', async () => {
  here.clock.move('2026-12-06T08:59:59Z')
  assert.equal(await sees(), true)
  here.clock.move('2026-12-06T09:00:00Z')
  assert.equal(await sees(), false)
})

test('five in a day and no more, and the same form twice is one', async () => {
  for (const key of ['a', 'b', 'c', 'c', 'd', 'e']) assert.ok((await claims({ ...NOBODY, key })).ok, key)
  assert.deepEqual(await claims({ ...MAIR, key: 'f' }), { ok: false, problem: 'claim.tooMany' })
  here.clock.move('2026-12-07T09:00:00Z')
  assert.ok((await claims({ ...NOBODY, key: 'f' })).ok)
})

test('a job that no clause serves cannot claim, nor can a tie be claimed that no clause asks of the job', async () => {
  const refusals: [string, NewClaim, ClaimProblem][] = [
    ['alun-meredith', MAIR, 'claim.notForYourJob'],
    ['steffan-howells', MAIR, 'claim.notForYourJob'],
    ['ffion-gittins', MAIR, 'claim.kindMissing'],
    ['sioned-evans', { ...MAIR, kind: 'admission' }, 'claim.kindMissing'],
    ['sioned-evans', { ...MAIR, reason: ' ' }, 'claim.reasonMissing'],
    ['sioned-evans', { ...MAIR, reason: 'x'.repeat(501) }, 'claim.reasonTooLong'],
  ]
  for (const [account, claim, problem] of refusals)
    assert.deepEqual(await claims(claim, account), { ok: false, problem }, account)
  const kinds = await transaction(here.store, tx => claimableTies(tx, actorOf('ffion-gittins') as WorkerActor))
  assert.deepEqual(kinds, ['tenancy'])
})

function claims(claim: NewClaim, account = 'dewi-prosser') {
  return transactionInTurn(here.store, tx => claimTie(tx, actorOf(account) as WorkerActor, claim))
}

async function sees(): Promise<boolean> {
  return (await here.look('dewi-prosser', 'mair-pritchard', async () => 'seen')).ok
}
