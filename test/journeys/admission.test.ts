import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personId } from '#test/kit.ts'
import { visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// The night Mair is taken into hospital: everybody has their page open before the message comes, and nobody reloads.
let running: RunningProduct
let sioned: Page
let ffion: Page
let elin: Page
let dewi: Page
let catrin: Page

before(async () => {
  running = await product()
  sioned = await visit(running.url, { as: 'sioned-evans' })
  ffion = await visit(running.url, { as: 'ffion-gittins' })
  elin = await visit(running.url, { as: 'elin-pritchard' })
  dewi = await visit(running.url, { as: 'dewi-prosser' })
  catrin = await visit(running.url, { as: 'catrin-morgan' })
  for (const page of [sioned, ffion, elin, dewi, catrin]) await page.goto(`${running.url}/people`)
  for (const page of [sioned, ffion, elin, dewi, catrin]) await listening(page)
  assert.match(await running.send('mair-admitted.hl7'), /MSA\|AA\|YGH0000418823/)
})

after(() => running.stop())

test('her social worker sees the ward and the reason within a second, without reloading', async () => {
  const card = await arrived(sioned)
  assert.match(card, /Taken into hospital/)
  assert.match(card, /Dyfi Ward/)
  assert.match(card, /Fall at home, hip pain/)
  assert.match(card, /Sunday 29 November 2026/)
})

test('her housing officer sees that she is in hospital and the expected day, and neither ward nor reason', async () => {
  const card = await arrived(ffion)
  assert.match(card, /Taken into hospital/)
  assert.match(card, /Sunday 29 November 2026/)
  const page = await ffion.content()
  for (const hidden of ['Dyfi', 'Fall', 'hip']) assert.ok(!page.includes(hidden), `${hidden} is on the landlord's page`)
})

test('her daughter, whom she chose, sees all of it two hundred miles away', async () => {
  assert.match(await arrived(elin), /Fall at home, hip pain/)
})

test('the nurse on her ward has her own words on the screen, in Welsh, before anything else', async () => {
  await arrived(catrin)
  await catrin.getByRole('link', { name: 'Mair Pritchard' }).first().click()
  const words = catrin.locator('.app-own-words blockquote').first()
  assert.equal(await words.getAttribute('lang'), 'cy')
  assert.match((await words.textContent()) ?? '', /Yr ieir/)
})

test('a stranger in the same council sees nothing, and nothing tells him that there is anything', async () => {
  assert.ok(!(await dewi.content()).includes('Pritchard'))
  const hers = await dewi.goto(`${running.url}/people/${personId('mair-pritchard')}`)
  const herPage = await dewi.locator('main').innerHTML()
  const nobodys = await dewi.goto(`${running.url}/people/00000000-0000-4000-8000-000000000000`)
  assert.equal(hers?.status(), 404)
  assert.equal(nobodys?.status(), 404)
  assert.equal(herPage, await dewi.locator('main').innerHTML())
})

test('afterwards Mair reads who was told and why, in Welsh, the stranger’s refused look among them', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy' })
  await mair.goto(`${running.url}/people/${personId('mair-pritchard')}/looks`)
  const page = (await mair.locator('main').textContent()) ?? ''
  for (const name of ['Sioned Evans', 'Ffion Gittins', 'Elin Pritchard', 'Dewi Prosser'])
    assert.ok(page.includes(name), name)
  assert.equal(await mair.locator('html').getAttribute('lang'), 'cy')
})

test('when the social worker has seen it she says so, and it stays said', async () => {
  await sioned.getByRole('button', { name: 'I have seen this' }).click()
  assert.match((await sioned.locator('.app-notice').first().textContent()) ?? '', /You saw this/)
})

async function listening(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('live-region') !== null)
  await page.waitForTimeout(200)
}

/** The text of the card that came, waited for a second at most. */
async function arrived(page: Page): Promise<string> {
  const card = page.locator('.app-notice').filter({ hasText: 'Mair Pritchard' }).first()
  await card.waitFor({ timeout: 1000 })
  return ((await card.textContent()) ?? '').replace(/\s+/g, ' ')
}
