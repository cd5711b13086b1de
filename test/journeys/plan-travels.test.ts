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
// systems read (/people/:person/plan/copy and /people/:person/plan/copy/file). And
// others come in (/people/ID/plan/others, /people/ID/plan/others/ID, /people/ID/plan/others/ID/rest,
// /people/ID/plan/others/ID/take and
// /people/ID/plan/others/ID/file).
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
  assert.deepEqual(
    headings.slice(0, 2).map(heading => heading.trim()),
    ['Amdanaf i', 'Beth sy’n bwysig i mi'],
  )
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
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'en', width: PHONE, scripts: false })
  const carried = planIn(JSON.parse((await takenFile(mair)).toString()))
  const held = await transaction(running.store, tx =>
    look(tx, actorOf('mair-pritchard'), personId('mair-pritchard'), { doing: 'look', place: 'plan' }, access =>
      readCarriedPlan(tx, access),
    ),
  )
  assert.ok(held.ok && held.value && carried)
  assert.deepEqual(carried, { ...held.value, takenAt: carried.takenAt })
})

test('the plan travels out and back through FHIR unchanged, and says of itself that nothing in it has changed', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard', width: PHONE, scripts: false })
  const file = await takenFile(mair)
  await bring(mair, { name: 'fy nghynllun.json', mimeType: 'application/json', buffer: file })
  await mair.getByText('The plan is here. Nothing of it has been changed.').waitFor()
  const inset = mair.locator('.nhsuk-inset-text')
  assert.match((await inset.textContent()) ?? '', /copy of this very plan.*Nothing of it has changed since/s)
  await mair.getByText('Capel ar fore Sul.').first().waitFor()
  const [download] = await Promise.all([
    mair.waitForEvent('download'),
    mair.getByRole('button', { name: 'Download the file as it came' }).click(),
  ])
  const back = readFileSync(await download.path())
  assert.ok(back.equals(file), 'not byte for byte')
  assert.deepEqual(planIn(JSON.parse(back.toString())), planIn(JSON.parse(file.toString())))
})

test('her social worker brings a plan from another country, reads it beside hers, and opens what could not be shown', async () => {
  const sioned = await visit(running.url, { as: 'sioned-evans' })
  const file = { name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(FROM_ELSEWHERE)) }
  await bring(sioned, file)
  await sioned.getByText('Choose what kind of information it is').first().waitFor()
  await sioned.getByLabel('care and support').check()
  await bring(sioned, file, false)
  for (const words of ['Plan de cuidados', 'Caminar hasta el mercado', 'Fisioterapia', 'Dr. Ruiz'])
    await sioned.getByText(words, { exact: true }).first().waitFor()
  await sioned.getByRole('button', { name: 'Propose this for the plan Caminar hasta el mercado' }).click()
  await sioned.getByText('waits for the person’s answer', { exact: false }).waitFor()
  await sioned.getByRole('link', { name: 'CarePlan: 1 thing' }).click()
  await sioned.getByText('algo que no sabemos').waitFor()
  const mair = await visit(running.url, { as: 'mair-pritchard' })
  await mair.goto(`${running.url}${plan}/others`)
  await mair.getByRole('link', { name: 'plan.json', exact: true }).waitFor()
  await mair.goto(running.url + plan)
  await mair.getByText('Caminar hasta el mercado').first().waitFor()
  await mair.getByText('From the plan of Dr. Ruiz').first().waitFor()
  const ffion = await visit(running.url, { as: 'ffion-gittins' })
  await ffion.goto(`${running.url}${plan}/others`)
  assert.equal(await ffion.getByRole('link', { name: 'plan.json', exact: true }).count(), 0)
})

test('a file that is no plan is refused with what to do, and nothing is kept', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy' })
  await bring(mair, { name: 'llun.json', mimeType: 'application/json', buffer: Buffer.from('nid JSON') })
  await mair.getByText('nid JSON ydyw', { exact: false }).first().waitFor()
  assert.match(await mair.title(), /^Gwall:/)
})

test('whoever takes a booklet away stands in her trail', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard' })
  await mair.goto(`${running.url}/people/${personId('mair-pritchard')}/looks`)
  await mair.getByText('Sioned Evans opened your plan as a booklet to print').first().waitFor()
})

/** The file of her plan, as somebody takes it away. */
async function takenFile(page: Page): Promise<Buffer> {
  await page.goto(running.url + plan)
  await page.getByRole('link', { name: 'Take the plan with you' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the file' }).click(),
  ])
  return readFileSync(await download.path())
}

interface BroughtFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

async function bring(page: Page, file: BroughtFile, isFirst = true): Promise<void> {
  if (isFirst) await page.goto(`${running.url}${plan}/others`)
  await page.locator('input[type="file"]').setInputFiles(file)
  await page.locator('main form button').click()
}

/** A plan as another country's system writes it: a bundle of a search, with an extension of its own. */
const FROM_ELSEWHERE = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      fullUrl: 'https://hospital.example/CarePlan/1',
      resource: {
        resourceType: 'CarePlan',
        title: 'Plan de cuidados',
        status: 'active',
        author: { display: 'Dr. Ruiz' },
        goal: [{ reference: 'Goal/1' }],
        activity: [{ detail: { code: { text: 'Fisioterapia' }, status: 'scheduled' } }],
        extension: [{ url: 'https://hospital.example/ext', valueString: 'algo que no sabemos' }],
      },
    },
    { resource: { resourceType: 'Goal', id: '1', description: { text: 'Caminar hasta el mercado' } } },
  ],
}

/** What stands in the other column, beside words. */
async function besideOf(page: Page, words: string): Promise<string> {
  const pair = page.locator('.booklet-beside').filter({ has: page.locator('.booklet-words', { hasText: words }) })
  return ((await pair.locator('[lang="en"]').textContent()) ?? '').trim()
}
