import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Observation } from 'fhir/r4.js'
import { transaction } from '#ground/db/store.ts'
import type { SystemActor } from '#record/organisation/actor.ts'
import { contribute } from '#record/sharing/look.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region } from '#test/kit.ts'
import { type ResourceKey, writeResource } from './write-resource.ts'

const here = await region()
const LABORATORY: SystemActor = {
  kind: 'system',
  senderId: seedId.sender('GHPAS', 'YGH'),
  name: 'GHPAS',
  organisationId: seedId.organisation('bwrdd-iechyd'),
  organisationCode: 'bwrdd-iechyd',
}

test('what a laboratory said at ten is not overwritten by what it had said at nine, in whichever order they arrive', async () => {
  for (const order of [
    ['09', '10'],
    ['10', '09'],
  ]) {
    const key = `result/${order}`
    for (const hour of order) await says(key, `seen at ${hour}`, hour)
    assert.equal((await held(key)).text, 'seen at 10')
  }
})

test('the same said once more makes no new version, and still counts as said then', async () => {
  await says('result/again', 'clear', '09')
  await says('result/again', 'clear', '11')
  await says('result/again', 'not clear', '10')
  assert.deepEqual(await held('result/again'), { text: 'clear', version: 1, dataClass: 'hospital-care' })
})

test('what turns out to be more private than it seemed is kept under its new class, though not a word differs', async () => {
  await says('result/private', 'clear', '09')
  await says('result/private', 'clear', '10', 'sexual-health')
  assert.deepEqual(await held('result/private'), { text: 'clear', version: 2, dataClass: 'sexual-health' })
})

async function says(businessKey: string, text: string, hour: string, dataClass: DataClass = 'hospital-care') {
  await transaction(here.store, async tx => {
    const record = await tx.db.selectFrom('sourceRecord').select('id').executeTakeFirstOrThrow()
    const key: ResourceKey<'Observation'> = {
      type: 'Observation',
      contributorId: LABORATORY.organisationId,
      businessKey,
      dataClass,
      sourceRecordId: record.id,
    }
    const result: Observation = { resourceType: 'Observation', status: 'final', code: { text } }
    await contribute(tx, LABORATORY, personId('mair-pritchard'), 'feed', access =>
      writeResource(tx, access, key, () => result, undefined, new Date(`2026-11-22T${hour}:00:00Z`)),
    )
  })
}

async function held(businessKey: string) {
  const { content, ...row } = await here.store.db
    .selectFrom('resource')
    .select(['content', 'version', 'dataClass'])
    .where('businessKey', '=', businessKey)
    .executeTakeFirstOrThrow()
  return { text: (content as unknown as Observation).code.text, ...row }
}
