import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { region } from '#test/kit.ts'
import { readApps } from '#work/app/read.ts'
import { seedId } from './seed-id.ts'

test('the region comes with an app that one officer registered and another confirmed', async () => {
  const here = await region()
  const apps = await transaction(here.store, readApps)
  assert.deepEqual(
    apps.map(({ client, standing, registeredBy, launchUrl }) => [client, standing, registeredBy, launchUrl]),
    [['dyddiadur-cerdded', 'open', seedId.account('steffan-howells'), 'http://localhost:9090/launch']],
  )
  const steps = await here.store.db.selectFrom('appStep').select(['step', 'accountId']).execute()
  assert.deepEqual(steps, [{ step: 'confirmed', accountId: seedId.account('meinir-ellis') }])
})
