import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { writeResource } from '#record/chart/write-resource.ts'
import { membersOf } from '#record/person/link/persons.ts'
import { contribute } from '#record/sharing/look.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region } from '#test/kit.ts'
import { type NewVersion, raiseOfPlan } from './raise-of-plan.ts'
import { raiseOfResource } from './raise-of-resource.ts'
import { noticesOf } from './read.ts'

// New words in Mair's plan, and what a safeguarding enquiry came to.
const here = await region()
const MAIR = personId('mair-pritchard')
const { id: planId } = await here.store.db
  .selectFrom('plan')
  .select('id')
  .where('personId', '=', MAIR)
  .executeTakeFirstOrThrow()
const hers: NewVersion = {
  planId,
  contributorId: seedId.organisation('person'),
  dataClass: 'plan',
  madeBy: seedId.account('mair-pritchard'),
}

test('when Mair has changed her plan those who read it are told, and not she herself; nor her landlord', async () => {
  await raise(hers)
  assert.deepEqual(await kinds('sioned-evans'), ['plan-version'])
  assert.deepEqual(await kinds('elin-pritchard'), ['plan-version'])
  assert.deepEqual(await kinds('mair-pritchard'), [])
  assert.deepEqual(await kinds('ffion-gittins'), [])
})

test('within the hour her further changes are the same news, and after it they are news again', async () => {
  here.clock.move('2026-11-22T09:40:00Z')
  await raise(hers)
  assert.equal((await kinds('sioned-evans')).length, 1)
  here.clock.move('2026-11-22T10:30:00Z')
  await raise(hers)
  assert.equal((await kinds('sioned-evans')).length, 2)
})

test('another part, which others read, is news of its own: nobody learns from what they are not told', async () => {
  await raise({ ...hers, contributorId: seedId.organisation('cartrefi-gwennol'), dataClass: 'housing-and-tenancy' })
  assert.deepEqual(await kinds('ffion-gittins'), ['plan-version'])
})

test('what another hand has changed within the hour is told to Mair', async () => {
  await raise({
    ...hers,
    contributorId: seedId.organisation('cyngor-dyffryn-banadl'),
    madeBy: seedId.account('sioned-evans'),
  })
  assert.ok((await kinds('mair-pritchard')).includes('plan-version'))
  assert.equal((await kinds('sioned-evans')).length, 3, 'the landlord’s part is open to her, her own change is no news')
})

test('that an enquiry is concluded is told to the safeguarding lead alone, once, and nothing of what was found', async () => {
  await beginSafeguarding()
  for (const words of ['Substantiated', 'Substantiated, and closed']) await conclude(words)
  assert.deepEqual(await kinds('menna-rosser'), ['safeguarding-concluded'])
  const seen = await here.look('menna-rosser', 'mair-pritchard', (tx, access) => noticesOf(tx, [access]))
  assert.doesNotMatch(JSON.stringify(seen), /Substantiated/)
  for (const account of ['sioned-evans', 'elin-pritchard', 'ffion-gittins'])
    assert.ok(!(await kinds(account)).includes('safeguarding-concluded'), account)
})

function raise(version: NewVersion): Promise<void> {
  return transaction(here.store, tx => raiseOfPlan(tx, version))
}

async function kinds(account: string): Promise<string[]> {
  const seen = await here.look(account, 'mair-pritchard', (tx, access) => noticesOf(tx, [access]))
  return seen.ok ? (seen.value[0] ?? []).map(({ kind }) => kind) : assert.fail(`${account} sees nothing of her`)
}

function beginSafeguarding(): Promise<string> {
  return transaction(here.store, tx =>
    beginRelationship(
      tx,
      { personId: MAIR },
      { kind: 'referral', with: { accountId: seedId.account('menna-rosser') }, source: 'referral' },
    ),
  )
}

/** The council's own system sends what the enquiry came to. */
async function conclude(words: string): Promise<void> {
  const organisationId = seedId.organisation('cyngor-dyffryn-banadl')
  const system = {
    kind: 'system' as const,
    senderId: seedId.account('wccis'),
    name: 'WCCIS',
    organisationId,
    organisationCode: 'cyngor-dyffryn-banadl',
  }
  await transaction(here.store, async tx => {
    const [sourceRecordId = ''] = await membersOf(tx, MAIR)
    await contribute(tx, system, MAIR, 'feed', async access => {
      const own = { sourceRecordId, dataClass: 'safeguarding-conclusion' as const }
      const written = await writeResource(
        tx,
        access,
        { ...own, type: 'Observation', contributorId: organisationId, businessKey: 'enquiry/1' },
        () => ({ resourceType: 'Observation', status: 'final', code: { text: 'Enquiry' }, valueString: words }),
        undefined,
      )
      await raiseOfResource(tx, { ...own, id: written.id, isNew: written.before === undefined })
    })
  })
}
