import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Patient } from 'fhir/r4.js'
import { type Tx, transactionInTurn } from '#ground/db/store.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { membersOf, personOf } from '#record/person/link/persons.ts'
import { raiseReview } from '#record/person/review/raise.ts'
import { look } from '#record/sharing/look.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { takeTask } from '../take.ts'
import { type SecondRecord, secondRecordsOf } from './second-records.ts'

const here = await region()
const IFAN = personId('ifan-watkin')
const { other, taskId } = await doing(mayBeIfans)

test('his social worker, who works with the one and not with the other, is told nothing', async () => {
  assert.deepEqual(await seenBy('hannah-whitfield'), [])
  assert.deepEqual(await entries('hannah-whitfield', other), 0, 'nor is it in the other’s trail that she was')
})

test('whoever works with both is told of it on his page, and can open the other; the other’s trail says so', async () => {
  await doing(tx =>
    beginRelationship(
      tx,
      { personId: other },
      { kind: 'caseload', source: 'case-system', with: { accountId: actorOf('hannah-whitfield').accountId } },
    ),
  )
  const [second, ...more] = await seenBy('hannah-whitfield')
  assert.deepEqual(second, { ...second, personId: other, taskId: undefined })
  assert.equal(more.length, 0)
  assert.equal(await entries('hannah-whitfield', other), 1)
})

test('the officer who has taken the task is led to it', async () => {
  const gwyneth = actorOf('gwyneth-maddocks')
  assert.ok(gwyneth.kind === 'worker')
  assert.ok((await doing(tx => takeTask(tx, gwyneth, taskId))).ok)
  assert.equal((await seenBy('gwyneth-maddocks'))[0]?.taskId, taskId)
})

async function mayBeIfans(tx: Tx): Promise<{ other: string; taskId: string }> {
  const key = { organisationId: seedId.organisation('cyngor-bro-rhedyn'), localId: 'BR-SECOND' }
  const patient: Patient = { resourceType: 'Patient', name: [{ use: 'official', family: 'Watkin', given: ['Ifan'] }] }
  const kept = await keepSourceRecord(tx, key, () => patient, undefined)
  const [ifans] = (await membersOf(tx, IFAN)) as [string]
  const ownerTeamId = seedId.team('tim-integreiddio')
  await raiseReview(tx, {
    sourceRecordId: kept.id,
    reason: 'match.likely',
    candidates: [{ recordId: ifans }],
    ownerTeamId,
  })
  const task = await tx.db
    .selectFrom('reviewTask')
    .select('id')
    .where('sourceRecordId', '=', kept.id)
    .executeTakeFirstOrThrow()
  return { other: await personOf(tx, kept.id), taskId: task.id }
}

async function seenBy(account: string): Promise<readonly SecondRecord[]> {
  const asking = { doing: 'look', place: 'record' } as const
  const seen = await doing(tx => look(tx, actorOf(account), IFAN, asking, access => secondRecordsOf(tx, access)))
  return seen.ok ? seen.value : []
}

async function entries(account: string, person: string): Promise<number> {
  const rows = await here.store.db
    .selectFrom('trailEntry')
    .select('id')
    .where('personId', '=', person)
    .where('place', '=', 'second-record')
    .where('accountId', '=', actorOf(account).accountId)
    .execute()
  return rows.length
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transactionInTurn(here.store, work)
}
