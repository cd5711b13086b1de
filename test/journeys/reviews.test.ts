import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personId } from '#test/kit.ts'
import { violationsOf } from './axe.ts'
import { DESK, PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Arranged at /people/:person/plan/reviews/arrange, asked for at /people/:person/plan/reviews/ask, and ended at
// /people/:person/plan/reviews/:review/confirm, /people/:person/plan/reviews/:review/revise or
// /people/:person/plan/reviews/:review/close, with the word at /people/:person/plan/reviews/:review/stance
// Mair’s plan is soon looked at; Lakshmi’s is arranged, closed with need remaining, disagreed with, and opened again.
const mairs = `/people/${personId('mair-pritchard')}/plan/reviews`
const lakshmi = `/people/${personId('lakshmi-venkataraman')}/plan`
const lakshmis = `/people/${personId('lakshmi-venkataraman')}/plan/reviews`

let running: RunningProduct
before(async () => {
  running = await product()
})
after(() => running.stop())

test('Mair asks for a review on her phone, in Welsh and without scripts, and her social worker sees it at once', async () => {
  const sioned = await visit(running.url, { as: 'sioned-evans' })
  await sioned.goto(`${running.url}/reviews`)
  await sioned.locator('live-region:not([stale])').waitFor()
  await sioned.getByText('1 review is late').waitFor()
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE, scripts: false })
  await mair.goto(running.url + mairs)
  await mair.getByRole('button', { name: 'Gofyn am adolygiad' }).click()
  await mair.getByLabel('Pam? (nid oes rhaid dweud)').fill('Dwi isio sôn am y canllaw.')
  await mair.getByRole('button', { name: 'Gofyn am adolygiad' }).click()
  await mair.getByText('Rydych wedi gofyn am adolygiad.').waitFor()
  await sioned.getByText('Dwi isio sôn am y canllaw.').waitFor({ timeout: 2000 })
})

test('a social worker arranges a review, and a plan is not closed before everything is said', async () => {
  const hannah = await visit(running.url, { as: 'hannah-whitfield' })
  await hannah.goto(running.url + lakshmis)
  await hannah.getByRole('button', { name: 'Arrange a review' }).click()
  await isRight(hannah)
  const soon = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000)
  await hannah.getByLabel('Day', { exact: true }).fill(String(soon.getUTCDate()))
  await hannah.getByLabel('Month', { exact: true }).fill(String(soon.getUTCMonth() + 1))
  await hannah.getByLabel('Year', { exact: true }).fill(String(soon.getUTCFullYear()))
  await hannah.getByRole('button', { name: 'Save' }).click()
  await hannah.getByText('The review is arranged.').waitFor()
  await hannah.getByRole('link', { name: 'See what is known for this review' }).click()
  await isRight(hannah)
  const review = hannah.url()
  for (const other of ['confirm', 'revise']) {
    await hannah.goto(`${review}/${other}`)
    await isRight(hannah)
  }
  await hannah.goto(`${review}/close`)
  await hannah.getByRole('button', { name: 'Close the plan' }).click()
  const summary = (await hannah.getByRole('alert').textContent()) ?? ''
  for (const said of [/how far it was reached/, /Say why/, /whether any need remains/]) assert.match(summary, said)
  await isRight(hannah)
})

test('a plan is closed with need remaining, and whoever has it open sees the statement without reloading', async () => {
  const reader = await visit(running.url, { as: 'lakshmi-venkataraman' })
  await reader.goto(running.url + lakshmi)
  await reader.locator('live-region:not([stale])').waitFor()
  const hannah = await visit(running.url, { as: 'hannah-whitfield' })
  await hannah.goto(running.url + lakshmis)
  const review = await hannah.getByRole('link', { name: 'See what is known for this review' }).getAttribute('href')
  await hannah.goto(`${running.url}${review}/close`)
  for (const field of await hannah.getByLabel('How far was this reached?').all()) await field.fill('Half the way.')
  for (const score of await hannah.getByLabel('Their own score now, 0 to 10').all()) await score.selectOption('6')
  await hannah.getByLabel('Why is the plan being closed?').fill('She moves to her sister in Cardigan.')
  await hannah.getByLabel('Yes, some need remains').check()
  await hannah.getByLabel('How it will be met').fill('Hand therapy goes on where she moves to.')
  await hannah.getByLabel('By whom').fill('The therapists of the council there')
  await hannah.getByRole('button', { name: 'Close the plan' }).click()
  await hannah.getByText('What the review came to is in the plan.').waitFor()
  await reader.getByRole('heading', { name: /This plan was closed on/ }).waitFor({ timeout: 2000 })
  await reader.getByText('The therapists of the council there').waitFor()
  await isRight(reader)
  await reader.getByRole('link', { name: 'Read the whole statement' }).click()
  await isRight(reader)
})

test('she does not agree, in her words, is told how to complain, and opens the plan again', async () => {
  const her = await visit(running.url, { as: 'lakshmi-venkataraman', width: PHONE, scripts: false })
  await her.goto(running.url + lakshmi)
  await her.getByRole('link', { name: 'Read the whole statement' }).click()
  await her.locator('summary', { hasText: 'If you are not content with this' }).waitFor()
  await her.getByLabel('I do not agree').check()
  await her.getByRole('button', { name: 'Send' }).click()
  assert.match((await her.getByRole('alert').textContent()) ?? '', /Say why you do not agree/)
  await her.getByLabel('In your own words').fill('I said I might move. I have not moved.')
  await her.getByRole('button', { name: 'Send' }).click()
  await her.getByText('Lakshmi Venkataraman does not agree').waitFor()
  await her.goto(`${running.url}${lakshmis}/reopen`)
  await her.getByLabel('Why should it be opened again?').fill('I am still here.')
  await her.getByRole('button', { name: 'Open it again' }).click()
  await her.getByText('The plan is open again.').waitFor()
  await her.getByText('The plan was opened again', { exact: true }).waitFor()
})

async function isRight(page: Page): Promise<void> {
  for (const width of [PHONE, DESK]) {
    await page.setViewportSize({ width, height: 900 })
    assert.deepEqual(await violationsOf(page), [])
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(wider <= 0, `${page.url()} is ${wider} pixels wider than ${width}`)
  }
}
