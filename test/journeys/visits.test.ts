import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { writeResource } from '#record/chart/write-resource.ts'
import { membersOf } from '#record/person/link/persons.ts'
import { contribute } from '#record/sharing/look.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId } from '#test/kit.ts'
import { violationsOf } from './axe.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Kasia comes to Mair tomorrow morning. In the night Mair is taken into hospital.
const MAIR = personId('mair-pritchard')
const CANNWYLL = seedId.organisation('gofal-cannwyll')
let running: RunningProduct
let kasia: Page

before(async () => {
  running = await product()
  await transaction(running.store, tx =>
    beginRelationship(
      tx,
      { personId: MAIR },
      { kind: 'care-package', with: { accountId: seedId.account('kasia-nowak') }, source: 'care-package-list' },
    ),
  )
  for (const hours of [20, 30]) await plan(new Date(running.store.clock.now().getTime() + hours * 3_600_000))
  kasia = await visit(running.url, { as: 'kasia-nowak', width: PHONE })
})

after(() => running.stop())

test('her carer finds the visits that are planned, from her record', async () => {
  await kasia.goto(`${running.url}/people/${MAIR}`)
  await kasia.getByRole('link', { name: 'Planned visits' }).click()
  assert.equal(await kasia.locator('.nhsuk-tag', { hasText: 'Planned' }).count(), 2)
})

test('once Mair is in hospital they are held, and her carer is asked', async () => {
  assert.match(await running.send('mair-admitted.hl7'), /MSA\|AA/)
  await kasia.reload()
  assert.equal(await kasia.locator('.nhsuk-tag', { hasText: 'Held: in hospital' }).count(), 2)
  assert.equal(await kasia.getByRole('heading', { name: 'Hold these visits?' }).count(), 1)
  assert.deepEqual(await violationsOf(kasia), [])
})

test('she says that one goes ahead, and holds the others; Mair reads who said so, in Welsh', async () => {
  await kasia.getByRole('button', { name: 'Yes, hold them' }).click()
  await kasia.getByRole('button', { name: 'This visit goes ahead' }).first().click()
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy' })
  await mair.goto(`${running.url}/people/${MAIR}/visits`)
  const page = (await mair.locator('main').textContent()) ?? ''
  assert.match(page, /Yn mynd yn ei flaen/)
  assert.match(page, /Wedi’i oedi: yn yr ysbyty/)
  assert.match(page, /Kasia Nowak/)
  assert.deepEqual(await violationsOf(mair), [])
})

test('once Mair has left hospital they are planned again, and nobody is asked', async () => {
  assert.match(await running.send('mair-home.hl7'), /MSA\|AA/)
  await kasia.goto(`${running.url}/people/${MAIR}/visits`)
  assert.equal(await kasia.locator('.nhsuk-tag', { hasText: 'Planned' }).count(), 2)
  assert.equal(await kasia.getByRole('heading', { name: 'Hold these visits?' }).count(), 0)
})

/** The provider's rota, as its list of visits tells it. */
async function plan(at: Date): Promise<void> {
  const start = at.toISOString()
  const end = new Date(at.getTime() + 30 * 60_000).toISOString()
  const rota = {
    kind: 'system' as const,
    senderId: seedId.account('rota'),
    name: 'ROTA',
    organisationId: CANNWYLL,
    organisationCode: 'gofal-cannwyll',
  }
  await transactionInTurn(running.store, async tx => {
    const [sourceRecordId = ''] = await membersOf(tx, MAIR)
    const key = { contributorId: CANNWYLL, businessKey: start, dataClass: 'care-and-support', sourceRecordId } as const
    await contribute(tx, rota, MAIR, 'feed', access =>
      writeResource(
        tx,
        access,
        { type: 'Appointment', ...key },
        () => ({ resourceType: 'Appointment', status: 'booked', start, end, participant: [{ status: 'accepted' }] }),
        undefined,
      ),
    )
  })
}
