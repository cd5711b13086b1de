import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import { anotherRecordOf, findToBeOne } from '#record/person/link/test-join.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import type { Access } from '../access.ts'
import { look } from '../look.ts'
import { beginRelationship } from '../relationship/relationship.ts'
import { recordAdvanceDecision, recordAdvanceStatement } from './ahead.ts'
import { recordFinding } from './find-capacity.ts'
import { readActing } from './read-acting.ts'
import { endRepresentative, type NewRepresentative, recordRepresentative } from './record.ts'
import { actsFor } from './representatives-of.ts'

const here = await region()
const MAIR = personId('mair-pritchard')
const SIONED = { accountId: seedId.account('sioned-evans') }
const ELIN = seedId.account('elin-pritchard')
const POWER: NewRepresentative = {
  accountId: ELIN,
  kind: 'health-attorney',
  acts: 'alone',
  reference: '7000-0000-0001',
  registeredOn: '2025-01-20',
}
const LACKS = {
  decision: 'health-and-care',
  hasCapacity: false,
  evidence: 'Ni allai gofio.',
  reviewOn: '2027-02-01',
} as const
const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')
await doing(async tx => {
  await beginRelationship(tx, { personId: old.personId }, { kind: 'caseload', with: SIONED, source: 'case-system' })
  await beginRelationship(
    tx,
    { personId: old.personId },
    { kind: 'family', with: { accountId: ELIN }, source: 'person-chose' },
  )
})

test('a power recorded for one and what was found of the other are of one person while the two are one', async () => {
  assert.ok((await bySioned(MAIR, (tx, access) => recordFinding(tx, access, LACKS))).ok)
  assert.ok((await bySioned(old.personId, (tx, access) => recordRepresentative(tx, access, POWER))).ok)
  assert.equal(await isOpenToElin(MAIR), false)
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  assert.equal(await isOpenToElin(MAIR), true)
  assert.deepEqual(await bySioned(MAIR, (tx, access) => recordRepresentative(tx, access, POWER)), {
    ok: false,
    problem: 'representative.already',
  })
  assert.deepEqual(await acting(MAIR), { representatives: 1, findings: 1, decisions: 0, statements: 0 })
  await undo()
  assert.equal(await isOpenToElin(MAIR), false)
  assert.equal(await isOpenToElin(old.personId), false, 'nothing was found of the other')
  assert.deepEqual(await acting(MAIR), { representatives: 0, findings: 1, decisions: 0, statements: 0 })
  assert.deepEqual(await acting(old.personId), { representatives: 1, findings: 0, decisions: 0, statements: 0 })
})

test('who looks it up finds whom they act for by the id that the person has now, and again by the old one', async () => {
  const actedFor = async () => (await doing(tx => actsFor(tx, ELIN))).map(office => office.personId)
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  assert.deepEqual(await actedFor(), [MAIR])
  await undo()
  assert.deepEqual(await actedFor(), [old.personId])
})

test('a refusal of treatment written about one is read while they are one, and is never on the other’s record after', async () => {
  const refusal = {
    refuses: 'CPR',
    isLifeSustaining: false,
    isWritten: false,
    isSigned: false,
    witness: '',
    madeOn: '2026-11-01',
  }
  const wishes = { words: 'Ffenest agored.', language: 'cy', madeOn: '2026-11-01' } as const
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  assert.ok((await bySioned(old.personId, (tx, access) => recordAdvanceDecision(tx, access, refusal))).ok)
  assert.ok((await bySioned(MAIR, (tx, access) => recordAdvanceStatement(tx, access, wishes))).ok)
  assert.deepEqual(await acting(MAIR), { representatives: 1, findings: 1, decisions: 1, statements: 1 })
  await undo()
  assert.deepEqual(await acting(MAIR), { representatives: 0, findings: 1, decisions: 0, statements: 1 })
  assert.deepEqual(await acting(old.personId), { representatives: 1, findings: 0, decisions: 1, statements: 0 })
})

test('a power that was ended while they were one stays ended', async () => {
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const [office] = await doing(tx => actsFor(tx, ELIN))
  const end = { representativeId: office!.id, reason: 'revoked' }
  assert.ok((await bySioned(MAIR, (tx, access) => endRepresentative(tx, access, end))).ok)
  await undo()
  assert.deepEqual(await doing(tx => actsFor(tx, ELIN)), [])
})

async function isOpenToElin(address: string): Promise<boolean> {
  const asking = { doing: 'look', place: 'record' } as const
  const looked = await doing(tx =>
    look(tx, actorOf('elin-pritchard'), address, asking, async access => access.opens('clinical-summary')),
  )
  return looked.ok && looked.value
}

async function acting(address: string) {
  const read = await bySioned(address, (tx, access) => readActing(tx, access))
  assert(read.ok)
  const { representatives, findings, decisions, statements } = read.value
  return {
    representatives: representatives.length,
    findings: findings.length,
    decisions: decisions.length,
    statements: statements.length,
  }
}

async function bySioned<Value>(address: string, work: (tx: Tx, access: Access) => Promise<Value>): Promise<Value> {
  const asking = { doing: 'write', place: 'acting' } as const
  const looked = await doing(tx => look(tx, actorOf('sioned-evans'), address, asking, access => work(tx, access)))
  assert(looked.ok, 'she works with both')
  return looked.value
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}
