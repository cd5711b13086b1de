import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personId } from '#test/kit.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Mair's plan is hers. Elin is her daughter, Sioned her social worker, whose page stays open all the while.
const plan = `/people/${personId('mair-pritchard')}/plan`
const adding = `/people/${personId('mair-pritchard')}/plan/new`
const whole = `/people/${personId('mair-pritchard')}/plan/agree`
const BLYGAIN = 'Bod yn ddigon cryf i sefyll efo’r parti yn y Blygain'
const WORDS = 'Canu alto yn y Blygain fis Ionawr, ar fy nhraed neu beidio.'

let running: RunningProduct
let sioned: Page
before(async () => {
  running = await product()
  sioned = await visit(running.url, { as: 'sioned-evans' })
  await sioned.goto(running.url + plan)
  await sioned.waitForTimeout(200)
})
after(() => running.stop())

test('her daughter proposes other words for a goal, and the social worker sees it without reloading', async () => {
  const elin = await visit(running.url, { as: 'elin-pritchard', width: PHONE })
  await openGoal(elin, BLYGAIN)
  await elin.getByLabel('The words', { exact: true }).fill(WORDS)
  await elin.getByLabel('Why (optional)').fill('Mi fasa’n torri ei chalon hi i beidio â mynd.')
  await elin.getByRole('button', { name: 'Propose' }).click()
  await elin.getByText('Your proposal is in the plan, and waits for an answer.').waitFor()
  await sioned.getByText(WORDS).first().waitFor({ timeout: 1000 })
})

test('until Mair says yes her own words stand', async () => {
  const text = (await sioned.locator('main').textContent()) ?? ''
  assert.ok(text.includes(BLYGAIN))
})

test('Mair says yes on her phone, in Welsh and without scripts, and the words are hers from then on', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE, scripts: false })
  await openGoal(mair, BLYGAIN)
  const answer = mair.locator('form[action$="/answer"]')
  await answer.locator('input[type="radio"]').first().check()
  await answer.locator('button').click()
  const goal = mair.locator('main').getByText(WORDS)
  assert.ok((await goal.count()) > 0)
  await sioned.getByText(BLYGAIN).first().waitFor({ state: 'detached', timeout: 1000 })
})

test('somebody who disagrees and does not say why is asked, and nothing typed is lost', async () => {
  const elin = await visit(running.url, { as: 'elin-pritchard' })
  await openGoal(elin, 'Cerdded at y giât')
  await elin.getByLabel('I do not agree').check()
  await elin.getByRole('button', { name: 'Send' }).click()
  await elin.getByRole('link', { name: 'Say why you do not agree' }).waitFor()
  assert.match(await elin.title(), /^Error:/)
  assert.ok(await elin.getByLabel('I do not agree').isChecked())
})

test('two who write at once lose nothing: the second sees both and chooses', async () => {
  const [first, second] = await Promise.all([
    visit(running.url, { as: 'mair-pritchard' }),
    visit(running.url, { as: 'mair-pritchard' }),
  ])
  await openGoal(first, 'Cerdded at y giât')
  await openGoal(second, 'Cerdded at y giât')
  await first.getByLabel('The words', { exact: true }).fill('Cerdded at y giât bob bore.')
  await first.getByRole('button', { name: 'Change', exact: true }).click()
  await first.getByText('You have changed the words.').waitFor()
  await second.getByLabel('The words', { exact: true }).fill('Cerdded at y giât ar ddydd Sul.')
  await second.getByRole('button', { name: 'Change', exact: true }).click()
  await second.getByText('Yours are kept beside them, to choose from.').waitFor()
  const goal = second.locator('[id^="item-"]').filter({ hasText: 'Cerdded at y giât bob bore.' })
  await goal.getByText('Cerdded at y giât ar ddydd Sul.').waitFor()
})

test('Mair adds a goal in her own words on her phone, without scripts, and says how far away it is', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard', width: PHONE, scripts: false })
  await mair.goto(running.url + adding)
  await mair.getByRole('link', { name: 'Goal', exact: true }).click()
  await mair.getByLabel('In your own words').fill('Mynd i weld y môr efo Elin.')
  await mair.getByLabel('Cymraeg').check()
  await mair.getByRole('button', { name: 'Add' }).click()
  await mair.getByText('It is in the plan.').waitFor()
  await openGoal(mair, 'Mynd i weld y môr')
  const score = mair.locator('form[action$="/score"]')
  await score.getByLabel('2', { exact: true }).check()
  await score.getByRole('button').click()
  const goal = mair.locator('[id^="item-"]').filter({ hasText: 'Mynd i weld y môr' }).first()
  await goal.getByText('out of 10').waitFor()
  assert.match((await goal.textContent()) ?? '', /2\s*out of 10/)
})

test('her daughter puts a goal to her; Mair says no in her own words, and it is no part of her plan', async () => {
  const elin = await visit(running.url, { as: 'elin-pritchard' })
  await elin.goto(`${running.url + adding}/goal`)
  await elin.getByLabel('The words', { exact: true }).fill('Symud yn nes at Elin.')
  await elin.getByRole('button', { name: 'Add' }).click()
  await elin.getByText('It has been put forward, and waits for a yes.').waitFor()
  const mair = await visit(running.url, { as: 'mair-pritchard', width: PHONE })
  await openGoal(mair, 'Symud yn nes at Elin.')
  await mair.getByLabel('No, leave it out').check()
  await mair.getByLabel('A word to Elin', { exact: false }).fill('Fan hyn ydi adra.')
  await mair.getByRole('button', { name: 'Answer' }).click()
  await mair.getByText('that was not wanted in the plan').click()
  await mair.getByText('Fan hyn ydi adra.').waitFor()
})

test('Elin says that she does not agree with the whole plan, and why, and the social worker’s open page has it at once', async () => {
  const elin = await visit(running.url, { as: 'elin-pritchard' })
  await elin.goto(running.url + whole)
  await elin.getByLabel('I do not agree').check()
  await elin.getByLabel('In your own words').fill('Nobody is there at night.')
  await elin.getByRole('button', { name: 'Send' }).click()
  await elin.getByText('Nobody is there at night.').waitFor()
  await sioned.getByText('Nobody is there at night.').waitFor()
})

async function openGoal(page: Page, words: string): Promise<void> {
  await page.goto(running.url + plan)
  const goal = page.locator('[id^="item-"]').filter({ hasText: words }).first()
  await goal.locator('a[href*="/plan/items/"]').first().click()
}
