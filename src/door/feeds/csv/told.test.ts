import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Region, region } from '#test/kit.ts'
import { toldOf } from '#work/drop/read-told.ts'
import { sampleFile, send } from './test-drops.ts'

let here: Region
before(async () => {
  here = await region()
  for (const [folder, kind] of [
    ['cartrefi-gwennol', 'tenancies'],
    ['cartrefi-gwennol', 'works'],
    ['cartrefi-gwennol', 'alerts'],
    ['cyngor-dyffryn-banadl', 'care-and-support'],
    ['cyngor-dyffryn-banadl', 'care-packages'],
    ['gofal-cannwyll', 'visits'],
  ] as const)
    await send(here, folder, kind, sampleFile(folder, kind))
})
after(() => here.close())

test('Mair’s social worker sees her home, the rail that was promised, her care and who comes on Monday', async () => {
  const told = await toldTo('sioned-evans', 'mair-pritchard')
  assert.deepEqual(told.tenancies, ['executed'])
  assert.deepEqual(told.works, ['Canllaw wrth y gris cefn'])
  assert.deepEqual(told.packages, ['Gofal Cannwyll'])
  assert.deepEqual(told.visits, ['2026-11-23T08:30:00.000Z'])
})

test('her housing officer sees the home and the work on it, and no care', async () => {
  const told = await toldTo('ffion-gittins', 'mair-pritchard')
  assert.deepEqual(told.works, ['Canllaw wrth y gris cefn'])
  assert.deepEqual([told.packages, told.plans, told.visits], [[], [], []])
})

test('of alerts about health a landlord brought, its own housing officer is shown none through the record', async () => {
  assert.deepEqual((await toldTo('ffion-gittins', 'cadi-prydderch')).alerts, [])
  assert.deepEqual((await toldTo('ffion-gittins', 'idris-cadwaladr')).alerts, [])
  assert.deepEqual((await toldTo('ffion-gittins', 'mair-jones-bont')).alerts, ['COMM1.08'])
})

test('Cadi herself reads what her landlord wrote down about her', async () => {
  assert.deepEqual((await toldTo('cadi-prydderch', 'cadi-prydderch')).alerts, ['MH1.01'])
})

async function toldTo(account: string, person: string) {
  const told = await here.look(account, person, toldOf)
  assert.ok(told.ok, `${account} may see something of ${person}`)
  const { tenancies, works, alerts, packages, plans, visits } = told.value
  return {
    tenancies: tenancies.map(({ content }) => content.status),
    works: works.map(({ content }) => content.description),
    alerts: alerts.map(({ content }) => content.code.coding?.[0]?.code),
    packages: packages.map(({ content }) => content.performer?.[0]?.display),
    plans: plans.map(({ content }) => content.description),
    visits: visits.map(({ content }) => content.start),
  }
}
