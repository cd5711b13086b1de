import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { transaction } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import { actorOf, personId } from '#test/kit.ts'
import { readCarriedPlan } from '#work/plan-document/carried-plan.ts'
import { planIn } from '#work/plan-document/read-document.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Mair's plan leaves the product: on paper (/people/:person/plan/booklet), and as a file that other
// systems read (/people/:person/plan/copy and /people/:person/plan/copy/file).
const plan = `/people/${personId('mair-pritchard')}/plan`

let running: RunningProduct
before(async () => {
  running = await product()
})
after(() => running.stop())

test('Mair opens her plan as an easy booklet in Welsh on her phone: it begins with her words and ends with who to call', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE, scripts: false })
  await mair.goto(running.url + plan)
  await mair.getByRole('link', { name: 'Argraffu’r cynllun fel llyfryn' }).click()
  await mair.getByRole('link', { name: 'Hawdd ei ddeall, gyda lluniau' }).click()
  const headings = await mair.locator('main').getByRole('heading', { level: 2 }).allTextContents()
  assert.equal(headings[0]?.trim(), 'Beth sy’n bwysig i mi')
  assert.equal(headings.at(-1)?.trim(), 'Pwy i’w ffonio')
  assert.ok((await mair.locator('.booklet-picture svg').count()) >= headings.length)
})

test('side by side nothing is put into another language, and on paper nothing stands around it', async () => {
  const sioned = await visit(running.url, { as: 'sioned-evans' })
  await sioned.goto(`${running.url}${plan}/booklet?language=both&size=large&layout=plain`)
  const words = sioned.locator('.booklet-words').filter({ hasText: 'Capel ar fore Sul' })
  assert.equal(await words.count(), 1)
  assert.equal(await words.locator('xpath=..').getAttribute('lang'), 'cy')
  assert.equal(await besideOf(sioned, 'Capel ar fore Sul'), 'This was written in Welsh only.')
  await sioned.emulateMedia({ media: 'print' })
  assert.ok(await sioned.locator('.booklet').isVisible())
  for (const around of ['.nhsuk-header', '.nhsuk-footer', '.app-banner', '.booklet-choices'])
    assert.equal(await sioned.locator(around).first().isVisible(), false, around)
  const points = await words.evaluate(element => (Number.parseFloat(getComputedStyle(element).fontSize) * 3) / 4)
  assert.ok(points >= 18, `large print is ${points} points`)
})

test('Mair takes her plan with her as a file, and every field of it is as it is in her plan', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE, scripts: false })
  await mair.goto(running.url + plan)
  await mair.getByRole('link', { name: 'Mynd â’r cynllun gyda chi' }).click()
  const [download] = await Promise.all([
    mair.waitForEvent('download'),
    mair.getByRole('button', { name: 'Lawrlwytho’r ffeil' }).click(),
  ])
  const file = readFileSync(await download.path(), 'utf8')
  const carried = planIn(JSON.parse(file))
  const held = await transaction(running.store, tx =>
    look(tx, actorOf('mair-pritchard'), personId('mair-pritchard'), { doing: 'look', place: 'plan' }, access =>
      readCarriedPlan(tx, access),
    ),
  )
  assert.ok(held.ok && held.value && carried)
  assert.deepEqual(carried, { ...held.value, takenAt: carried.takenAt })
})

test('whoever takes a booklet away stands in her trail', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard' })
  await mair.goto(`${running.url}/people/${personId('mair-pritchard')}/looks`)
  await mair.getByText('Sioned Evans opened your plan as a booklet to print').first().waitFor()
})

/** What stands in the other column, beside words. */
async function besideOf(page: Page, words: string): Promise<string> {
  const pair = page.locator('.booklet-beside').filter({ has: page.locator('.booklet-words', { hasText: words }) })
  return ((await pair.locator('[lang="en"]').textContent()) ?? '').trim()
}
