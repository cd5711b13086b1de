import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personId } from '#test/kit.ts'
import { violationsOf } from './axe.ts'
import { DESK, PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Catrin, on the ward where Mair is, asks the district nurses to see to her shin when she is home.
const MAIR = personId('mair-pritchard')
let running: RunningProduct
let catrin: Page
let rhian: Page

before(async () => {
  running = await product()
  await running.send('mair-admitted.hl7')
  catrin = await visit(running.url, { as: 'catrin-morgan' })
  rhian = await visit(running.url, { as: 'rhian-tudor' })
  await rhian.goto(`${running.url}/hand-overs`)
  await rhian.locator('live-region:not([stale])').waitFor()
})

after(() => running.stop())

test('a form that leaves something out says what, and keeps what was typed', async () => {
  await catrin.goto(`${running.url}/people/${MAIR}`)
  await catrin.getByRole('link', { name: 'Hand on to another team' }).waitFor()
  await catrin.goto(`${running.url}/people/${MAIR}/hand-on`)
  await catrin.getByLabel('What do you ask of them?').fill('Dressing on her left shin, daily.')
  await catrin.getByRole('button', { name: 'Hand on' }).click()
  const summary = (await catrin.getByRole('alert').textContent()) ?? ''
  assert.match(summary, /Choose a team/)
  assert.match(summary, /Choose how soon they must answer/)
  assert.equal(await catrin.getByLabel('What do you ask of them?').inputValue(), 'Dressing on her left shin, daily.')
  assert.deepEqual(await violationsOf(catrin), [])
})

test('the other team sees it at once on an open page, and whoever handed on sees that it waits', async () => {
  const nurses = catrin.locator('option', { hasText: 'Glan Hafren Health Board: District Nursing Team' })
  await catrin.getByLabel('To whom?').selectOption((await nurses.getAttribute('value')) ?? '')
  await catrin.getByLabel('By the end of the next working day').check()
  await catrin.getByRole('button', { name: 'Hand on' }).click()
  await rhian.locator('.app-notice', { hasText: 'Dressing on her left shin, daily.' }).waitFor()
  assert.match((await rhian.locator('.app-notice').textContent()) ?? '', /Mair Pritchard/)
  assert.match((await catrin.locator('main').textContent()) ?? '', /1 handed on by your team/)
  for (const page of [catrin, rhian])
    for (const width of [PHONE, DESK]) {
      await page.setViewportSize({ width, height: 900 })
      assert.deepEqual(await violationsOf(page), [])
    }
})

test('Mair reads on her record, in Welsh, whom she waits for', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy' })
  await mair.goto(`${running.url}/people/${MAIR}`)
  const page = (await mair.locator('main').textContent()) ?? ''
  assert.match(page, /Yn aros am ateb/)
  assert.match(page, /Tîm Nyrsys Ardal/)
  const id = (await mair.locator('[id^=hand-over-]').getAttribute('id')) ?? ''
  await mair.goto(`${running.url}/people/${MAIR}/hand-overs/${id.replace('hand-over-', '')}`)
  assert.match((await mair.locator('main').textContent()) ?? '', /Dressing on her left shin/)
  assert.deepEqual(await violationsOf(mair), [])
})

test('declining without a reason is asked about again, without scripts too', async () => {
  const plain = await visit(running.url, { as: 'rhian-tudor', scripts: false })
  await plain.goto(`${running.url}/hand-overs`)
  await plain.locator('summary', { hasText: 'Decline' }).click()
  await plain.locator('details').getByRole('button', { name: 'Decline' }).click()
  assert.match((await plain.locator('main').textContent()) ?? '', /Say why/)
})

test('when it is accepted it waits no more, and those who asked say that they have seen it', async () => {
  await rhian.goto(`${running.url}/hand-overs`)
  await rhian.getByRole('button', { name: 'Accept' }).click()
  assert.match((await rhian.locator('main').textContent()) ?? '', /Nothing waits for your team’s answer/)
  await catrin.goto(`${running.url}/hand-overs`)
  const card = (await catrin.locator('.app-notice').textContent()) ?? ''
  assert.match(card, /Accepted/)
  assert.match(card, /Rhian Tudor/)
  await catrin.getByRole('link', { name: 'Mair Pritchard' }).first().waitFor()
  await catrin.getByRole('button', { name: 'I have seen the answer' }).click()
  assert.match((await catrin.locator('main').textContent()) ?? '', /Your team waits for nobody/)
})
