import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { violationsOf } from './axe.ts'
import { faultsOf, PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Goes to /my-notices, as Elin does on her telephone, without scripts and in Welsh; and Sioned at her desk.
let running: RunningProduct
let elin: Page
before(async () => {
  running = await product()
  elin = await visit(running.url, { as: 'elin-pritchard', language: 'cy', width: PHONE, scripts: false })
})
after(() => running.stop())

test('Elin finds the page, types half an address, and is told what is missing with what she typed still there', async () => {
  await elin.goto(`${running.url}/people`)
  await elin.getByRole('link', { name: 'Hysbysiadau drwy e-bost' }).click()
  await elin.getByText('Mae e-bost wedi’i ddiffodd').waitFor()
  await elin.getByLabel('Cyfeiriad e-bost').fill('elin@')
  await elin.getByRole('button', { name: 'Anfon cod ataf' }).click()
  await elin.getByRole('link', { name: 'Rhowch gyfeiriad e-bost' }).waitFor()
  assert.equal(await elin.getByLabel('Cyfeiriad e-bost').inputValue(), 'elin@')
})

test('she types a wrong code, then the one that came, and e-mail is on', async () => {
  await elin.getByLabel('Cyfeiriad e-bost').fill('elin@example.org')
  await elin.getByRole('button', { name: 'Anfon cod ataf' }).click()
  const code = await mailedCode()
  await elin.getByLabel('Cod', { exact: true }).fill(code === '000000' ? '000001' : '000000')
  await elin.getByRole('button', { name: 'Troi e-bost ymlaen' }).click()
  await elin.getByRole('link', { name: 'Nid dyma’r cod a anfonwyd' }).waitFor()
  await elin.getByLabel('Cod', { exact: true }).fill(code)
  await elin.getByRole('button', { name: 'Troi e-bost ymlaen' }).click()
  assert.match((await elin.locator('main').textContent()) ?? '', /elin@example\.org.*Cymraeg/s)
})

test('she turns it off, and it is off', async () => {
  await elin.getByRole('button', { name: 'Diffodd e-bost' }).click()
  await elin.getByText('Nid oes dim yn cael ei anfon atoch').waitFor()
})

test('every state of it is right for a screen reader and fits a telephone, in both languages', async () => {
  for (const language of ['en', 'cy'] as const) {
    const page = await visit(running.url, { as: 'sioned-evans', language, width: PHONE })
    await page.goto(`${running.url}/my-notices`)
    await isRight(page)
    await page.locator('#address').fill('sioned.evans.tim-pobl-hyn.cyngor-dyffryn-banadl@example.org')
    await page.locator('form:has(#address) button').click()
    await page.locator('#code').waitFor()
    await isRight(page)
    await page.locator('#code').fill(await mailedCode())
    await page.locator('form:has(#code) button').click()
    await page.locator('.nhsuk-summary-list').waitFor()
    await isRight(page)
    await page.locator('main form button').click()
    await page.locator('#address').waitFor()
    assert.deepEqual(faultsOf(page), [])
  }
})

/** As the newest mail tells it. */
async function mailedCode(): Promise<string> {
  const mails = running.store.db.selectFrom('outgoing').select('body').where('key', 'like', 'mail code %')
  const { body } = await mails.orderBy('queuedAt', 'desc').limit(1).executeTakeFirstOrThrow()
  return /\d{6}/.exec(String(body))?.[0] ?? ''
}

async function isRight(page: Page): Promise<void> {
  assert.deepEqual(await violationsOf(page), [])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  assert.equal(wide, false, 'it scrolls sideways')
}
