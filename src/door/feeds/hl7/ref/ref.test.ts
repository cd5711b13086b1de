import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceRequest } from 'fhir/r4.js'
import { matchesGolden, resourcesWritten } from '#test/golden.ts'
import { region } from '#test/kit.ts'
import { MAIR, tell } from '../test-tell.ts'

const here = await region()

test('the ward asks the reablement team to help Mair: who asks whom, for what, why, and how soon', async () => {
  await here.send('mair-referral.hl7')
  const written = await resourcesWritten(here.store, 'YGH0000419310')
  matchesGolden(new URL('golden/mair-referral.json', import.meta.url), written)
})

test('a referral that is changed is one referral, and one that is cancelled keeps what was asked', async () => {
  await refers('I12', 'R1', '08', 'R')
  await refers('I13', 'R1', '09', 'S')
  assert.deepEqual(await stateOf('R1'), ['active', 'stat', 'Cwympo'])
  await tell(here, { from: 'GHPAS', type: 'REF^I14', hour: '10' }, ['RF1||||||R1^GHPAS', MAIR])
  assert.deepEqual(await stateOf('R1'), ['revoked', 'stat', 'Cwympo'])
})

test('what was asked earlier and comes later does not bring a cancelled referral back', async () => {
  await refers('I14', 'R2', '10', 'R')
  await refers('I12', 'R2', '08', 'R')
  assert.equal((await stateOf('R2'))[0], 'revoked')
})

test('a referral to a team that the map does not know is put aside, and one without a number is none', async () => {
  assert.equal(await refers('I12', 'R3', '08', 'R', 'NEWYDD'), 'feed.classUnknown')
  assert.equal(await refers('I12', '', '08', 'R'), 'ref.noReferral')
})

async function refers(trigger: string, number: string, hour: string, priority: string, type = 'AILALLUOGI') {
  const rf1 = `RF1|P|${priority}|${type}^Team^GHPAS|||${number}^GHPAS|20261122080000|||CWYMP^Cwympo^GHPAS`
  return await tell(here, { from: 'GHPAS', type: `REF^${trigger}`, hour }, [rf1, MAIR])
}

async function stateOf(number: string) {
  const { content } = await here.store.db
    .selectFrom('resource')
    .select('content')
    .where('businessKey', '=', `referral/${number}`)
    .executeTakeFirstOrThrow()
  const { status, priority, reasonCode } = content as unknown as ServiceRequest
  return [status, priority, reasonCode?.[0]?.coding?.[0]?.display]
}
