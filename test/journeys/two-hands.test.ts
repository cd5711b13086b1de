import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { transaction } from '#ground/db/store.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId } from '#test/kit.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Rhian is Mair’s district nurse now, and may say what she sees of the home. Ffion is the housing officer whose work that
// is. Both have the plan open, each in a browser of her own, and so does Mair on her phone.
const MAIR = personId('mair-pritchard')
const plan = `/people/${MAIR}/plan`
const SHOWER = 'Rhoi cawod wastad yn lle’r bath'
const NURSES = 'Cawod wastad, a sedd ynddi sy’n dal pwysau Mair.'
const HOUSINGS = 'Cawod wastad yn lle’r bath, efo gosodwr o’r Drenewydd.'
const FOOT = 'Edrych ar ei throed bob bore Mawrth.'

let running: RunningProduct
let rhian: Page
let ffion: Page
let mair: Page
before(async () => {
  running = await product()
  await transaction(running.store, async tx => {
    const nurse = { accountId: seedId.account('rhian-tudor') }
    await beginRelationship(tx, { personId: MAIR }, { kind: 'caseload', with: nurse, source: 'case-system' })
  })
  rhian = await opened({ as: 'rhian-tudor' })
  ffion = await opened({ as: 'ffion-gittins' })
  mair = await opened({ as: 'mair-pritchard', width: PHONE })
})
after(() => running.stop())

test('a nurse adds what she does while the housing officer moves her own work on, and Mair sees both as they come', async () => {
  const [nurse, housing] = [await beside(rhian), await beside(ffion)]
  await nurse.goto(`${running.url + plan}/new/action`)
  await openShower(housing)
  await nurse.getByLabel('Glan Hafren Health Board').check()
  await nurse.getByLabel('The words', { exact: true }).fill(FOOT)
  await Promise.all([
    nurse.getByRole('button', { name: 'Add' }).click(),
    say(housing, { state: 'Begun', words: 'Mae gosodwr arall yn dod ddydd Mawrth.' }),
  ])
  const shower = mair.locator('[id^="item-"]').filter({ hasText: SHOWER })
  await shower.getByText('Mae gosodwr arall yn dod ddydd Mawrth.').waitFor()
  await mair.locator('[id^="item-"]').filter({ hasText: FOOT }).waitFor()
  await rhian.getByText('Mae gosodwr arall yn dod ddydd Mawrth.').first().waitFor()
  assert.equal(await ffion.getByText(FOOT).count(), 0, 'the housing officer sees nothing of what the nurse does')
})

test('both write in the same item at once: what each changed of it is in it', async () => {
  const [nurse, housing] = [await beside(rhian), await beside(ffion)]
  await Promise.all([openShower(nurse), openShower(housing)])
  await nurse.getByLabel('The words', { exact: true }).fill(NURSES)
  await housing.getByLabel('Reference').fill('GW-A-1190')
  await housing.getByRole('button', { name: 'Change', exact: true }).click()
  await housing.getByText('You have changed the words.').waitFor()
  await nurse.getByRole('button', { name: 'Propose' }).click()
  await nurse.getByText('Your proposal is in the plan, and waits for an answer.').waitFor()
  await ffion.getByText(NURSES).first().waitFor()
  await openShower(housing)
  const answer = housing.locator('form[action$="/answer"]')
  await answer.getByLabel('Yes').check()
  await answer.getByRole('button', { name: 'Answer' }).click()
  const shower = rhian.locator('[id^="item-"]').filter({ hasText: NURSES })
  await shower.getByText('GW-A-1190').waitFor()
})

test('both change the same words at once: the two stand side by side on every screen, and the owner chooses', async () => {
  const [nurse, housing] = [await beside(rhian), await beside(ffion)]
  await Promise.all([openShower(nurse, NURSES), openShower(housing, NURSES)])
  await nurse.getByLabel('The words', { exact: true }).fill(`${NURSES} Erbyn y Nadolig.`)
  await housing.getByLabel('The words', { exact: true }).fill(HOUSINGS)
  await housing.getByRole('button', { name: 'Change', exact: true }).click()
  await housing.getByText('You have changed the words.').waitFor()
  await nurse.getByRole('button', { name: 'Propose' }).click()
  await nurse.getByText('Your proposal is in the plan, and waits for an answer.').waitFor()
  for (const page of [rhian, ffion, mair]) {
    const both = page.locator('[id^="item-"]').filter({ hasText: HOUSINGS })
    await both.getByText(`${NURSES} Erbyn y Nadolig.`).waitFor()
  }
})

/** A page of somebody who has the plan open and hears what changes in it. */
async function opened(as: Parameters<typeof visit>[1]): Promise<Page> {
  const page = await visit(running.url, as)
  await page.goto(running.url + plan)
  await page.locator('live-region:not([stale])').waitFor()
  return page
}

/** Another tab of the same browser: the one that was open stays open. */
function beside(page: Page): Promise<Page> {
  return page.context().newPage()
}

async function openShower(page: Page, words = SHOWER): Promise<void> {
  await page.goto(running.url + plan)
  const item = page.locator('[id^="item-"]').filter({ hasText: words }).first()
  await item.locator('a[href*="/plan/items/"]').first().click()
}

async function say(page: Page, { state, words }: { state: string; words: string }): Promise<void> {
  const form = page.locator('form[action$="/state"]')
  await form.getByLabel(state, { exact: true }).check()
  await form.getByRole('textbox').fill(words)
  await form.getByRole('button').click()
}
