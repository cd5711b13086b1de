import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personId } from '#test/kit.ts'
import { violationsOf } from './axe.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// The older people's team sits down with the nurse, the reablement worker and the housing officer: Sioned takes the notes,
// and Ffion looks at the same meeting on her telephone.
let running: RunningProduct
let sioned: Page
let ffion: Page
let meeting: string
before(async () => {
  running = await product()
  sioned = await visit(running.url, { as: 'sioned-evans' })
  ffion = await visit(running.url, { as: 'ffion-gittins', width: PHONE })
  await sioned.goto(`${running.url}/meetings`)
  meeting = (await sioned.locator('main a[href^="/meetings/"]').first().getAttribute('href')) ?? ''
  for (const page of [sioned, ffion]) {
    await page.goto(running.url + meeting)
    await page.locator('live-region:not([stale])').waitFor()
  }
})
after(() => running.stop())

test('everybody around the table sees those on the agenda whom their access opens, and nothing of the others', async () => {
  assert.equal(await sioned.locator('.app-case').count(), 4)
  const names = await ffion.locator('.app-case h2').allTextContents()
  assert.deepEqual(names, ['Mair Pritchard', 'Morfudd Bevan'])
  const page = (await ffion.locator('main').textContent()) ?? ''
  assert.doesNotMatch(page, /Enid|Margaret|grisiau/)
  for (const one of [sioned, ffion]) assert.deepEqual(await violationsOf(one), [])
})

test('who is there is seen on every screen', async () => {
  await ffion.getByRole('button', { name: 'I have joined by video' }).click()
  await sioned.locator('#attendees li', { hasText: 'Ffion Gittins' }).getByText('by video').waitFor()
})

test('what is decided is an action at once, on every screen, and the person reads it in her conversation', async () => {
  await ffion.goto(running.url + meeting)
  await ffion.locator('live-region:not([stale])').waitFor()
  const mair = sioned.locator('.app-case', { hasText: 'Mair Pritchard' })
  await mair.getByText('Write down a decision').click()
  await mair.getByLabel('What is decided').fill('The back step is raised before she is home.')
  await mair.getByLabel('Who is to do it?').selectOption({ label: 'Gwennol Homes' })
  for (const [part, value] of [
    ['day', '30'],
    ['month', '12'],
    ['year', '2030'],
  ] as const)
    await mair.locator(`[id^=due-][id$=-${part}]`).fill(value)
  await mair.getByLabel('Home. It will be read by:').check()
  await mair.getByLabel('English').check()
  await mair.getByRole('button', { name: 'Decide' }).click()
  const decided = ffion.locator('.app-case', { hasText: 'Mair Pritchard' }).locator('.app-entry--decision')
  await decided.waitFor()
  assert.match((await decided.textContent()) ?? '', /The back step is raised.*Gwennol Homes.*30 December 2030/s)
  await decided.getByRole('link', { name: 'See this in the plan' }).click()
  assert.match((await ffion.locator('main').textContent()) ?? '', /The back step is raised before she is home/)
  const herself = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE })
  await herself.goto(`${running.url}/people/${personId('mair-pritchard')}/conversation`)
  await herself.locator('.app-entry--decision', { hasText: 'The back step is raised' }).waitFor()
})

test('a meeting is planned with those chosen first of whom something is due, and a time that is wrong is asked about', async () => {
  await sioned.goto(`${running.url}/meetings/plan`)
  assert.ok(await sioned.getByLabel('Enid Mary Jarman').isChecked())
  await sioned.getByRole('button', { name: 'Plan it' }).click()
  await sioned.getByRole('link', { name: 'Give a real day and time' }).waitFor()
  assert.ok(await sioned.getByLabel('Enid Mary Jarman').isChecked())
  assert.deepEqual(await violationsOf(sioned), [])
})
