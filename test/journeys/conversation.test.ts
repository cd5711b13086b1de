import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personId } from '#test/kit.ts'
import { violationsOf } from './axe.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Ffion is Mair's housing officer, Sioned her social worker; each has the one conversation about Mair open, and writes at
// /people/:person/conversation/write what she has to say.
const conversation = `/people/${personId('mair-pritchard')}/conversation`
let running: RunningProduct
let ffion: Page
let sioned: Page
before(async () => {
  running = await product()
  ffion = await visit(running.url, { as: 'ffion-gittins', width: PHONE })
  sioned = await visit(running.url, { as: 'sioned-evans' })
  await sioned.goto(running.url + conversation)
  await sioned.locator('live-region:not([stale])').waitFor()
})
after(() => running.stop())

test('whoever writes reads before sending exactly who will be able to read it', async () => {
  await ffion.goto(`${running.url}${conversation}/write`)
  const readers = await ffion.locator('.app-readers').allTextContents()
  assert.equal(readers.length, 1, 'the landlord’s officer writes in the part that is about the home, and in no other')
  assert.match(readers[0] ?? '', /Mair Pritchard/)
  assert.match(readers[0] ?? '', /Sioned Evans, social worker/)
  assert.doesNotMatch(readers[0] ?? '', /Elin|Aled/)
  assert.deepEqual(await violationsOf(ffion), [])
})

test('a question that leaves out who is to answer is asked about, and keeps what was typed', async () => {
  await ffion.getByLabel('A question', { exact: true }).check()
  await ffion.getByLabel('Your words').fill('Can the back gate stay unlocked for the neighbour?')
  await ffion.getByRole('button', { name: 'Send' }).click()
  await ffion.getByRole('link', { name: 'Choose who is to answer' }).waitFor()
  assert.equal(await ffion.getByLabel('Your words').inputValue(), 'Can the back gate stay unlocked for the neighbour?')
  assert.deepEqual(await violationsOf(ffion), [])
})

test('the social worker sees it on her open page, and her answer is on the housing officer’s', async () => {
  const social = ffion.locator('select[name=owner] option', { hasText: 'Sioned Evans' })
  await ffion.getByLabel('Who is to answer?').selectOption(await social.getAttribute('value'))
  await ffion.getByLabel('It cannot wait for tomorrow').check()
  await ffion.getByRole('button', { name: 'Send' }).click()
  await ffion.locator('live-region:not([stale])').waitFor()
  const asked = sioned.locator('[data-rows=entries] .app-entry', { hasText: 'Can the back gate stay unlocked' })
  await asked.waitFor()
  await sioned.locator('[data-rows=waiting] .app-entry', { hasText: 'Can the back gate stay unlocked' }).waitFor()
  await asked.getByRole('link', { name: /^Answer/ }).click()
  await sioned.getByLabel('Your words').fill('It can: I have asked next door to shut it at night.')
  await sioned.getByRole('button', { name: 'Send the answer' }).click()
  await ffion.locator('.app-entry__answer', { hasText: 'I have asked next door' }).waitFor()
  await ffion.locator('[data-rows=waiting] .app-entry', { hasText: 'back gate' }).waitFor({ state: 'hidden' })
})

test('a decision is an action of the plan, and Mair reads it on her phone in Welsh as it is made, with no scripts too', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE })
  await mair.goto(running.url + conversation)
  await mair.locator('live-region:not([stale])').waitFor()
  await sioned.goto(`${running.url}${conversation}/write`)
  await sioned.getByLabel('A decision', { exact: true }).check()
  await sioned.getByLabel('Who is to do it?').selectOption({ label: 'Glan Hafren Health Board' })
  for (const [part, value] of [
    ['day', '30'],
    ['month', '12'],
    ['year', '2030'],
  ] as const)
    await sioned.locator(`#due-${part}`).fill(value)
  await sioned.getByLabel('Your words').fill('Ffrâm gerdded cyn iddi ddod adref.')
  await sioned.getByRole('button', { name: 'Send' }).click()
  const decision = mair.locator('.app-entry--decision', { hasText: 'Ffrâm gerdded' })
  await decision.waitFor()
  assert.match((await decision.textContent()) ?? '', /Bwrdd Iechyd Glan Hafren.*30 Rhagfyr 2030/s)
  assert.deepEqual(await violationsOf(mair), [])
  const plain = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE, scripts: false })
  await plain.goto(running.url + conversation)
  await plain
    .locator('.app-entry--decision', { hasText: 'Ffrâm gerdded' })
    .getByRole('link', { name: 'Gweld hyn yn y cynllun' })
    .click()
  assert.match((await plain.locator('main').textContent()) ?? '', /Ffrâm gerdded cyn iddi ddod adref/)
})

test('Mair asks about one thing in her plan from beside it, without scripts, and the question stands there until it is answered', async () => {
  const words = 'Pryd daw’r gawod, a fydd yna ganllaw ynddi?'
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE, scripts: false })
  await mair.goto(`${running.url}/people/${personId('mair-pritchard')}/plan`)
  const shower = (page: Page) => page.locator('[id^="item-"]', { hasText: 'Rhoi cawod wastad' }).first()
  await shower(mair).locator('a[href*="/plan/items/"]').click()
  await mair.getByRole('button', { name: 'Gofyn am hyn' }).click()
  assert.match((await mair.locator('main').textContent()) ?? '', /Am hyn yn y cynllun:\s*Rhoi cawod wastad/)
  const social = mair.locator('select[name=owner] option', { hasText: 'Sioned Evans' })
  await mair.getByLabel('Pwy sydd i ateb?').selectOption(await social.getAttribute('value'))
  await mair.getByLabel('Eich geiriau').fill(words)
  await sioned.goto(`${running.url}/people/${personId('mair-pritchard')}/plan`)
  await sioned.locator('live-region:not([stale])').waitFor()
  await mair.getByRole('button', { name: 'Anfon' }).click()
  await mair.getByText('Mae eich cwestiwn wedi’i ofyn.').waitFor()
  await shower(sioned).getByText(words).waitFor()
  await shower(sioned).getByRole('link', { name: 'Open the question' }).last().click()
  await sioned.getByLabel('Your words').fill('Ym mis Chwefror, a bydd.')
  await sioned.getByRole('button', { name: 'Send the answer' }).click()
  await sioned.getByText('Your answer is in the conversation.').waitFor()
  await mair.goto(`${running.url}/people/${personId('mair-pritchard')}/plan`)
  assert.equal(await shower(mair).getByText(words).count(), 0)
  await shower(mair).locator('a[href*="/plan/items/"]').click()
  await mair.locator('.app-entry__words', { hasText: 'Ym mis Chwefror, a bydd.' }).waitFor()
})

test('what waits for her answer a worker finds on a page of its own: /my-questions', async () => {
  const aled = await visit(running.url, { as: 'aled-jenkins' })
  await aled.goto(`${running.url}/my-questions`)
  const page = (await aled.locator('main').textContent()) ?? ''
  assert.match(page, /1 question waits for you or your team/)
  assert.match(page, /Late/)
})
