import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Patient } from 'fhir/r4.js'
import { type Tx, transactionInTurn } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region } from '#test/kit.ts'
import { keepSourceRecord } from '../keep-source-record.ts'
import { sealApart, tellApart } from '../link/apart.ts'
import { linkRecords } from '../link/link.ts'
import { membersOf } from '../link/persons.ts'
import { type NewReview, raiseReview } from './raise.ts'

const here = await region()
const ownerTeamId = seedId.team('tim-integreiddio')
const STEFFAN = { decidedBy: 'Steffan Howells', reason: 'asked at the house' }
const [OWEN, IFAN] = await Promise.all(['owen-griffiths', 'ifan-watkin'].map(firstRecordOf))
// Two of the charity's records, which have no NHS numbers.
const [GWILYM, BETI] = await Promise.all(['Gwilym', 'Beti'].map(newcomer))

test('a record that may be either of two people’s is one task with both, and is not asked about twice', async () => {
  assert.equal(await raise({ sourceRecordId: GWILYM!, candidates: [{ recordId: OWEN! }] }), 1)
  assert.equal(await raise({ sourceRecordId: GWILYM!, candidates: [{ recordId: OWEN! }, { recordId: IFAN! }] }), 1)
  assert.equal(
    await raise({ sourceRecordId: OWEN!, candidates: [{ recordId: GWILYM! }] }),
    0,
    'nor the other way round',
  )
  const waiting = await here.store.db.selectFrom('reviewCandidateNow').select('reviewTaskId').execute()
  assert.deepEqual([waiting.length, new Set(waiting.map(({ reviewTaskId }) => reviewTaskId)).size], [2, 1])
})

test('it is due at five on the second working day', async () => {
  const { dueAt } = await here.store.db.selectFrom('reviewTask').select('dueAt').executeTakeFirstOrThrow()
  assert.equal(dueAt.toISOString(), '2026-11-24T17:00:00.000Z', 'raised on a Sunday in November')
})

test('what cannot be answered with yes is not asked: told apart, sealed, one person already', async () => {
  await doing(tx => tellApart(tx, BETI!, OWEN!, STEFFAN))
  await doing(tx => sealApart(tx, BETI!, IFAN!, STEFFAN))
  const asked = [{ recordId: OWEN! }, { recordId: IFAN! }]
  assert.equal(await raise({ sourceRecordId: BETI!, candidates: asked }), 0)
  const sibling = (await doing(tx => membersOf(tx, personId('mair-pritchard')))) as [string, string]
  assert.equal(await raise({ sourceRecordId: sibling[0], candidates: [{ recordId: sibling[1] }] }), 0)
})

test('a doubt is asked about records of one person, and of no others', async () => {
  const [one, other] = (await doing(tx => membersOf(tx, personId('mair-pritchard')))) as [string, string]
  const doubt = { reason: 'said.notMine', isDoubt: true } as const
  assert.equal(await raise({ ...doubt, sourceRecordId: one, candidates: [{ recordId: other }] }), 1)
  assert.equal(await raise({ ...doubt, sourceRecordId: one, candidates: [{ recordId: GWILYM! }] }), 0)
})

test('a task that something else has settled waits no longer', async () => {
  const linked = await doing(tx => linkRecords(tx, GWILYM!, IFAN!, STEFFAN))
  assert.ok(linked.ok)
  const waiting = await here.store.db
    .selectFrom('reviewCandidateNow')
    .select('candidateRecordId')
    .where('recordId', '=', GWILYM!)
    .execute()
  assert.deepEqual(waiting, [{ candidateRecordId: OWEN }])
})

function raise(review: Pick<NewReview, 'sourceRecordId' | 'candidates'> & Partial<NewReview>): Promise<number> {
  return doing(tx => raiseReview(tx, { reason: 'match.likely', ownerTeamId, ...review }))
}

async function newcomer(given: string): Promise<string> {
  const key = { organisationId: seedId.organisation('canolfan-gofalwyr'), localId: given }
  const patient: Patient = { resourceType: 'Patient', name: [{ family: 'Parry', given: [given] }] }
  return (await doing(tx => keepSourceRecord(tx, key, () => patient, undefined))).id
}

async function firstRecordOf(person: string): Promise<string> {
  const [first] = await doing(tx => membersOf(tx, personId(person)))
  return first ?? assert.fail(`${person} has no record`)
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transactionInTurn(here.store, work)
}
