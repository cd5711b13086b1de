import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { transaction } from '#ground/db/store.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId } from '#test/kit.ts'
import { violationsOf } from './axe.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Idris dies in hospital. Those who come to him have their page open; his landlord has hers.
const IDRIS = personId('idris-cadwaladr')
let running: RunningProduct
let rhian: Page
let kasia: Page
let ffion: Page
let family: Page

before(async () => {
  running = await product()
  await transaction(running.store, async tx => {
    const ties = [
      { kind: 'caseload', with: { accountId: seedId.account('rhian-tudor') }, source: 'case-system' },
      { kind: 'family', with: { accountId: seedId.account('elin-pritchard') }, source: 'person-chose' },
    ] as const
    for (const tie of ties) await beginRelationship(tx, { personId: IDRIS }, tie)
  })
  rhian = await visit(running.url, { as: 'rhian-tudor' })
  kasia = await visit(running.url, { as: 'kasia-nowak', language: 'cy', width: PHONE })
  ffion = await visit(running.url, { as: 'ffion-gittins' })
  family = await visit(running.url, { as: 'elin-pritchard' })
  for (const page of [rhian, kasia, ffion, family]) {
    await page.goto(`${running.url}/people`)
    await page.waitForFunction(() => document.querySelector('live-region') !== null)
  }
  await rhian.waitForTimeout(200)
  assert.match(await running.send(tells('1', '20261121', 'Y')), /MSA\|AA/)
})

after(() => running.stop())

test('his district nurse reads it within a second: who told it, the day, and what to think of first', async () => {
  const card = await arrived(rhian, 'Has died')
  assert.match(card, /Glan Hafren Health Board/)
  assert.match(card, /21 November 2026/)
  assert.match(card, /Find out what has been arranged before anybody visits, rings or writes/)
  assert.deepEqual(await violationsOf(rhian), [])
})

test('his carer reads it in Welsh on her phone', async () => {
  assert.match(await arrived(kasia, 'Wedi marw'), /Holwch beth sydd wedi’i drefnu/)
  assert.deepEqual(await violationsOf(kasia), [])
})

test('it does not look like a task: no red, and nobody of the family is asked to tick it off', async () => {
  const card = rhian.locator('.app-notice', { hasText: 'Has died' })
  assert.equal(await card.locator('.nhsuk-tag--red').count(), 0)
  assert.equal(await card.getByRole('button', { name: 'I have seen this' }).count(), 1)
})

test('his landlord, to whom only its own record of him is open, is not told, and nothing tells her that there is anything', async () => {
  assert.equal(await ffion.locator('.app-notice').count(), 0)
  await ffion.goto(`${running.url}/people/${IDRIS}`)
  assert.doesNotMatch((await ffion.locator('main').textContent()) ?? '', /died|Health Board/i)
})

test('somebody he is close to, and who was given nothing to read, is not told by this', async () => {
  assert.equal(await family.locator('.app-notice').count(), 0)
})

test('when the hospital takes it back, they read that it was a mistake, and it does not stand any more', async () => {
  assert.match(await running.send(tells('2', '""', '""')), /MSA\|AA/)
  assert.match(await arrived(rhian, 'Recorded as dead by mistake'), /the record has been put right/)
  await rhian.goto(`${running.url}/people/${IDRIS}`)
  assert.equal(await rhian.locator('.app-notice', { hasText: 'Has died' }).count(), 0)
})

function tells(controlId: string, died: string, flag: string): string {
  const pid = `PID|1||H2002217^^^GHB^PI~9990015430^01^^NHS^NH||CADWALADR^IDRIS||19390621${'|'.repeat(22)}${died}|${flag}`
  const header = `MSH|^~\\&|GHPAS|YGH|CYDOFAL|GLANHAFREN|2026112209000${controlId}||ADT^A31^ADT_A05|D${controlId}|P|2.5.1`
  return [header, `EVN|A31|2026112209000${controlId}`, pid, 'PV1|1|N'].join('\r')
}

/** The text of the card with these words, waited for a second at most. */
async function arrived(page: Page, words: string): Promise<string> {
  const card = page.locator('.app-notice').filter({ hasText: words }).first()
  await card.waitFor({ timeout: 1000 })
  return ((await card.textContent()) ?? '').replace(/\s+/g, ' ')
}
