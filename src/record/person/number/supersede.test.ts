import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { type NhsNumber, parseNhsNumber } from '#ground/nhs-number.ts'
import { seedId } from '#seed/seed-id.ts'
import { region } from '#test/kit.ts'
import { keepSourceRecord } from '../keep-source-record.ts'
import { linkRecords } from '../link/link.ts'
import { nhsNumberIdentifier } from '../patient.ts'
import { liftSuperseded, supersedeNumber } from './supersede.ts'

const here = await region()
const BECAUSE = { decidedBy: 'Huw Tomos', reason: 'test' }
const [FIRST, SECOND, THIRD] = ['9990052204', '9990052212', '9990052220'].map(number) as [
  NhsNumber,
  NhsNumber,
  NhsNumber,
]

test('two verified numbers keep two records apart, until one is known to have taken the place of the other', async () => {
  const [one, other] = [await record('one', FIRST), await record('other', SECOND)]
  assert.equal((await link(one, other)).ok, false)
  const known = await supersede(FIRST, SECOND)
  assert.ok(known.ok)
  assert.equal(await comparedNumber(one), SECOND, 'what is compared follows at once')
  assert.equal((await link(one, other)).ok, true)
})

test('what is kept is what was sent: the record has the old number still', async () => {
  const held = await here.store.db
    .selectFrom('sourceRecord')
    .select('nhsNumber')
    .where('id', '=', await record('one', FIRST))
    .executeTakeFirstOrThrow()
  assert.equal(held.nhsNumber, FIRST)
})

test('numbers are followed from one to the next, and a record that comes later too', async () => {
  assert.ok((await supersede(SECOND, THIRD)).ok)
  assert.equal(await comparedNumber(await record('one', FIRST)), THIRD)
  assert.equal(await comparedNumber(await record('late', FIRST)), THIRD)
})

test('the same said twice is said once; another successor, and a circle, are refused', async () => {
  assert.deepEqual(await supersede(FIRST, SECOND), await supersede(FIRST, SECOND))
  assert.deepEqual(await supersede(FIRST, THIRD), { ok: false, problem: 'number.supersededByAnother' })
  assert.deepEqual(await supersede(THIRD, FIRST), { ok: false, problem: 'number.itsOwnSuccessor' })
})

test('a mistake is taken back, and the number is its own again', async () => {
  const known = await supersede(SECOND, THIRD)
  assert.ok(known.ok)
  const lift = () => transactionInTurn(here.store, tx => liftSuperseded(tx, known.value, BECAUSE))
  assert.ok((await lift()).ok)
  assert.equal(await comparedNumber(await record('one', FIRST)), SECOND)
  assert.deepEqual(await lift(), { ok: false, problem: 'number.notSuperseded' })
})

function number(text: string): NhsNumber {
  const parsed = parseNhsNumber(text)
  assert.ok(parsed, text)
  return parsed
}

async function record(localId: string, nhsNumber: NhsNumber): Promise<string> {
  const key = { organisationId: seedId.organisation('bwrdd-iechyd'), localId }
  const identifier = [nhsNumberIdentifier(nhsNumber, true)]
  const kept = await transactionInTurn(here.store, tx =>
    keepSourceRecord(tx, key, () => ({ resourceType: 'Patient', identifier }), undefined),
  )
  return kept.id
}

function supersede(oldNumber: NhsNumber, newNumber: NhsNumber) {
  const superseding = { oldNumber, newNumber, source: 'national index' }
  return transactionInTurn(here.store, tx => supersedeNumber(tx, superseding, BECAUSE))
}

function link(one: string, other: string) {
  return transactionInTurn(here.store, tx => linkRecords(tx, one, other, BECAUSE))
}

async function comparedNumber(recordId: string): Promise<unknown> {
  const held = await transaction(here.store, tx =>
    tx.db
      .selectFrom('recordStandard')
      .select('content')
      .where('sourceRecordId', '=', recordId)
      .executeTakeFirstOrThrow(),
  )
  return (held.content as { nhsNumber?: string }).nhsNumber
}
