import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { personId } from '#test/kit.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

const plan = `/people/${personId('mair-pritchard')}/plan`

let running: RunningProduct
before(async () => {
  running = await product()
})
after(() => running.stop())

test('Mair is called away mid-sentence, her session runs out, and what she had typed is there when she signs in again', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy', scripts: false })
  await mair.goto(running.url + plan)
  await mair.locator('a[href*="/plan/items/"]').first().click()
  const words = mair.locator('textarea').first()
  await words.fill('Yr ieir, a’r ceiliog newydd hefyd.')
  await everySessionRunsOut()
  await mair.locator('form').filter({ has: words }).locator('button').first().click()
  // Whoever signs in without saying who they are is shown the list.
  await mair.goto(`${running.url}/sign-in?as=mair-pritchard&return_to=${encodeURIComponent(await whereHeld())}`)
  assert.equal(await mair.locator('textarea').first().inputValue(), 'Yr ieir, a’r ceiliog newydd hefyd.')
})

test('what one person had typed is never shown to another who signs in at the same browser', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard', scripts: false })
  await mair.goto(running.url + plan)
  await mair.locator('a[href*="/plan/items/"]').first().click()
  await mair.locator('textarea').first().fill('Dim ond i mi.')
  await everySessionRunsOut()
  await mair
    .locator('form')
    .filter({ has: mair.locator('textarea').first() })
    .locator('button')
    .first()
    .click()
  await mair.goto(`${running.url}/sign-in?as=elin-pritchard&return_to=${encodeURIComponent(await whereHeld())}`)
  assert.ok(!(await mair.content()).includes('Dim ond i mi.'))
})

test('signing out ends it: the page before is not there when going back, and signing in again asks who', async () => {
  const elin = await visit(running.url, { as: 'elin-pritchard' })
  await elin.goto(`${running.url}/people`)
  await elin.getByRole('button', { name: 'Sign out' }).click()
  await elin.getByText('Who would you like to be?').waitFor()
  await elin.goBack()
  assert.ok(!(await elin.content()).includes('Mair Pritchard, '))
  await elin.goto(`${running.url}/people`)
  await elin.getByText('Who would you like to be?').waitFor()
})

test('a second tab that is open live closes when the first signs out', async () => {
  const first = await visit(running.url, { as: 'sioned-evans' })
  await first.goto(`${running.url}/people`)
  const second = await first.context().newPage()
  await second.goto(`${running.url}/people`)
  await second.waitForTimeout(200)
  await first.getByRole('button', { name: 'Sign out' }).click()
  await second.getByText('Who would you like to be?').waitFor({ timeout: 3000 })
})

test('the language that was chosen stays through signing in and from page to page', async () => {
  const page = await visit(running.url, { language: 'en', width: PHONE })
  await page.getByRole('link', { name: 'Cymraeg' }).click()
  await page.getByRole('link', { name: 'Ffion Gittins' }).click()
  assert.equal(await page.locator('html').getAttribute('lang'), 'cy')
  await page.goto(`${running.url}/agreements`)
  assert.equal(await page.locator('html').getAttribute('lang'), 'cy')
})

test('somebody who uses no mouse can skip to the page, choose who to be, and sign out again', async () => {
  const page = await visit(running.url)
  await page.keyboard.press('Tab')
  assert.equal(await focused(), 'Skip to main content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  assert.equal(await focused(), 'Mair Pritchard')
  await page.keyboard.press('Enter')
  // She has asked for Welsh once, and need not ask again.
  await page.getByRole('heading', { level: 1, name: 'Fy nghynllun' }).waitFor()
  for (let presses = 0; presses < 10 && (await focused()) !== 'Allgofnodi'; presses++) await page.keyboard.press('Tab')
  assert.equal(await focused(), 'Allgofnodi')
  await page.keyboard.press('Enter')
  await page.getByText(/Who would you like to be\?|Pwy hoffech chi fod\?/).waitFor()

  function focused(): Promise<string | undefined> {
    return page.evaluate(() => document.activeElement?.textContent?.trim())
  }
})

/** As if everybody had been away for longer than a session lasts. */
async function everySessionRunsOut(): Promise<void> {
  await sql`update session set last_used_at = now() - interval '13 hours', ends_at = now() - interval '1 hour'`.execute(
    running.store.db,
  )
}

async function whereHeld(): Promise<string> {
  const { rows } = await sql<{ path: string }>`select path from held_form order by held_at desc limit 1`.execute(
    running.store.db,
  )
  assert.ok(rows[0], 'nothing was kept')
  return rows[0].path
}
