import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Tegell's befrienders learn nothing of Mair's admission, because HAFREN-4 was never signed by them. The health board
// writes a new version of it; both sign; at once the connector who arranged Mair's volunteer is told.
let running: RunningProduct
let steffan: Page
let glenys: Page
let agreement: string

before(async () => {
  running = await product()
  await running.send('mair-admitted.hl7')
  steffan = await visit(running.url, { as: 'steffan-howells' })
  glenys = await visit(running.url, { as: 'glenys-tudge' })
  await glenys.goto(`${running.url}/people`)
  await glenys.waitForTimeout(200)
})
after(() => running.stop())

test('before anybody has signed, Glenys is told nothing', async () => {
  assert.ok(!(await glenysReads()).includes('Taken into hospital'))
})

test('the integration officer begins a new version from a copy', async () => {
  await steffan.getByRole('button', { name: 'More' }).click()
  await steffan.getByRole('link', { name: 'Drafts of agreements' }).click()
  const copy = await steffan.locator('option', { hasText: 'HAFREN-4' }).getAttribute('value')
  await steffan.getByLabel('Begin with').selectOption(copy)
  await steffan.getByRole('button', { name: 'Begin' }).click()
  await steffan.getByRole('heading', { level: 1, name: 'Letting your visitor know' }).waitFor()
})

test('a last day before the first is told at once, and there is no way to enter such a draft', async () => {
  await steffan.getByRole('link', { name: 'From when until when' }).click()
  await lastYear('2020')
  await steffan.getByText('It ends before it begins.').waitFor()
  await steffan.getByText('Something is wrong').first().waitFor()
  assert.equal(await steffan.getByRole('button', { name: 'Enter for signing' }).count(), 0)
})

test('mended, it reads as it will decide, and is entered for signing', async () => {
  await steffan.getByRole('link', { name: 'From when until when' }).click()
  await lastYear('2029')
  await steffan.getByText('How it reads').click()
  await steffan.getByText('being in hospital, and when home is expected').first().waitFor()
  await steffan.getByRole('button', { name: 'Enter for signing' }).click()
  await steffan.getByText('The draft is an agreement now').waitFor()
  agreement = new URL(steffan.url()).pathname
})

test('its file has both languages and can be read by anybody', async () => {
  // The address /agreements/:hash.json
  const file = await steffan.request.get(`${running.url}${agreement}.json`)
  const text = await file.text()
  assert.match(text, /"en": "Letting your visitor know",\n {4}"cy": "Rhoi gwybod i’ch ymwelydd"/)
})

test('the health board’s chief executive reads it and signs it; one signature opens nothing', async () => {
  const gwenno = await visit(running.url, { as: 'gwenno-probert' })
  await sign(gwenno, 'Sign')
  await gwenno.getByText('You have signed for your organisation.').waitFor()
  assert.ok(!(await glenysReads()).includes('Taken into hospital'))
})

test('Tegell’s chair signs on her phone, in Welsh and without scripts, and at once Glenys is told, and not why', async () => {
  const beca = await visit(running.url, { as: 'beca-manuel', language: 'cy', width: PHONE, scripts: false })
  await sign(beca, 'Llofnodi')
  await beca.getByText('Rydych wedi llofnodi dros eich sefydliad.').waitFor()
  await beca.getByText('Mewn grym').first().waitFor()
  await glenys.getByText('Taken into hospital').waitFor({ timeout: 3000 })
  const page = await glenysReads()
  for (const hidden of ['hip', 'Dyfi']) assert.ok(!page.includes(hidden), hidden)
})

async function lastYear(year: string): Promise<void> {
  await steffan.getByRole('group', { name: 'Last day' }).getByLabel('Year').fill(year)
  await steffan.getByRole('button', { name: 'Save' }).click()
  await steffan.getByText('Saved.').waitFor()
}

async function sign(page: Page, button: string): Promise<void> {
  await page.goto(`${running.url}${agreement}/sign`)
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** The page that Glenys has left open all the while, as it stands. */
async function glenysReads(): Promise<string> {
  return (await glenys.locator('main').textContent()) ?? ''
}
