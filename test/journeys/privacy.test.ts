import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personId } from '#test/kit.ts'
import { visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Dewi tries to see Mair's record. She asks why, on a telephone without scripts; the council's privacy officer answers.
let running: RunningProduct
let mair: Page
let gwenno: Page

before(async () => {
  running = await product()
  await running.send('mair-admitted.hl7')
  const dewi = await visit(running.url, { as: 'dewi-prosser' })
  await dewi.goto(`${running.url}/people/${personId('mair-pritchard')}`)
  mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: 320, scripts: false })
  gwenno = await visit(running.url, { as: 'gwenno-pryce', scripts: false })
})
after(() => running.stop())

test('Mair reads only what was not allowed, and then what a computer did', async () => {
  await mair.goto(`${running.url}/people/${personId('mair-pritchard')}/looks`)
  await mair.getByText('Dangos rhan ohono yn unig').click()
  await mair.getByLabel('Wedi’i ganiatáu ai peidio').selectOption('refused')
  await mair.getByRole('button', { name: 'Dangos' }).click()
  assert.deepEqual(await told(mair), ['Ceisiodd Dewi Prosser weld rhywbeth amdanoch, ac ni chaniatawyd hynny'])
  await mair.getByLabel('Wedi’i ganiatáu ai peidio').selectOption('')
  await mair.getByLabel('Pobl neu systemau cyfrifiadurol').selectOption('machines')
  await mair.getByRole('button', { name: 'Dangos' }).click()
  assert.deepEqual(await told(mair), ['Anfonodd system Bwrdd Iechyd Glan Hafren wybodaeth amdanoch'])
})

test('she asks about it; an empty question comes back, and the one she sends waits for the council', async () => {
  await mair.goto(`${running.url}/people/${personId('mair-pritchard')}/looks?only=refused`)
  await mair.getByRole('link', { name: 'Gofyn am hyn' }).click()
  assert.match(mair.url(), /\/people\/[^/]+\/looks\/[^/]+\/ask$/)
  const words = mair.getByLabel('Beth hoffech chi ei wybod?')
  assert.equal(await words.inputValue(), 'Pam y ceisiodd Dewi Prosser edrych ar fy nghofnod?')
  await words.fill('  ')
  await mair.getByRole('button', { name: 'Anfon y cwestiwn' }).click()
  assert.match(await textOf(mair), /Ysgrifennwch beth yr hoffech ei wybod/)
  await words.fill('Pwy yw Dewi Prosser?')
  await mair.getByRole('button', { name: 'Anfon y cwestiwn' }).click()
  const asked = await textOf(mair)
  for (const expected of [/Mae eich cwestiwn wedi’i anfon/, /Pwy yw Dewi Prosser\?/, /Cyngor Sir Dyffryn Banadl/])
    assert.match(asked, expected)
  assert.equal(mair.url(), `${running.url}/people/${personId('mair-pritchard')}/questions?done=sent`)
})

test('the privacy officer begins with what waits, sees who looked and when, and answers', async () => {
  await gwenno.goto(`${running.url}/`)
  assert.equal(gwenno.url(), `${running.url}/privacy-office`)
  await gwenno.getByRole('link', { name: 'Pwy yw Dewi Prosser?' }).click()
  assert.match(
    await textOf(gwenno),
    /Dewi Prosser.*social worker, Dyffryn Banadl County Council.*No, nothing was shown/,
  )
  await gwenno.getByLabel('Your answer').fill('Roedd wedi teipio’r rhif anghywir.')
  await gwenno.getByRole('button', { name: 'Send the answer' }).click()
  assert.match(await textOf(gwenno), /Your answer has been sent.*Nobody is waiting/)
})

test('Mair reads the answer where the look stands, and that the officer looked', async () => {
  await mair.goto(`${running.url}/people/${personId('mair-pritchard')}/looks`)
  const page = await textOf(mair)
  assert.match(page, /Atebodd Gwenno Pryce, ar .*Roedd wedi teipio’r rhif anghywir\./)
  assert.match(page, /Gwiriodd Gwenno Pryce pwy oedd wedi edrych ar eich cofnod/)
})

test('what stands out is looked into: without words it comes back, with them it is noted and waits no longer', async () => {
  const dewi = await visit(running.url, { as: 'dewi-prosser' })
  for (let time = 0; time < 3; time++) await dewi.goto(`${running.url}/people/${personId('mair-pritchard')}/plan`)
  await gwenno.goto(`${running.url}/privacy-office`)
  assert.match(await textOf(gwenno), /1 thing stands out.*Dewi Prosser.*They were refused 3 times or more/)
  await gwenno.getByRole('link', { name: 'Dewi Prosser', exact: true }).click()
  const page = await textOf(gwenno)
  assert.match(page, /Known to you as DB-104217/)
  assert.doesNotMatch(page, /Pritchard/)
  await gwenno.getByLabel('The worker was spoken to').check()
  await gwenno.getByRole('button', { name: 'Note it' }).click()
  assert.match(await textOf(gwenno), /Write what you found/)
  assert.ok(await gwenno.getByLabel('The worker was spoken to').isChecked(), 'what was chosen is kept')
  await gwenno.getByLabel('What did you find?').fill('He mistook the number.')
  await gwenno.getByRole('button', { name: 'Note it' }).click()
  assert.match(await textOf(gwenno), /It has been noted.*Nothing stands out.*Looked into lately.*He mistook the number/)
})

test('telling of looks is put off only with an end, and when it is ended Mair reads that it was, by whom and why', async () => {
  await gwenno.goto(`${running.url}/privacy-office/deferrals`)
  await gwenno.getByLabel('Your own number for the person').fill('DB-104217')
  await gwenno.getByLabel('Looks by which organisation').selectOption({ label: 'Dyffryn Banadl County Council' })
  await gwenno.getByLabel('Why must it be put off?').fill('An enquiry has begun.')
  await gwenno.getByLabel('Which law allows it?').fill('The 2014 Act, section 126.')
  await gwenno.getByRole('button', { name: 'Put it off' }).click()
  assert.match(await textOf(gwenno), /Enter the day on which it ends/)
  const until = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000)
  await gwenno.getByLabel('Day').fill(String(until.getUTCDate()))
  await gwenno.getByLabel('Month').fill(String(until.getUTCMonth() + 1))
  await gwenno.getByLabel('Year').fill(String(until.getUTCFullYear()))
  await gwenno.getByRole('button', { name: 'Put it off' }).click()
  assert.match(await textOf(gwenno), /It has been put off.*An enquiry has begun\..*Not told/)
  const dewi = await visit(running.url, { as: 'dewi-prosser' })
  await dewi.goto(`${running.url}/people/${personId('mair-pritchard')}`)
  const looks = `${running.url}/people/${personId('mair-pritchard')}/looks?only=refused`
  await mair.goto(looks)
  const hidden = (await told(mair)).length
  assert.doesNotMatch(await textOf(mair), /2014/)
  await gwenno.getByRole('button', { name: 'End it now' }).click()
  assert.match(await textOf(gwenno), /It has ended.*Over/)
  await mair.goto(looks)
  assert.equal((await told(mair)).length, hidden + 1)
  assert.match(await textOf(mair), /Penderfynwyd hyn gan: Gwenno Pryce\. Y rheswm: An enquiry has begun\./)
})

test('nobody else finds the office or the questions', async () => {
  const dewi = await visit(running.url, { as: 'dewi-prosser' })
  for (const path of ['/privacy-office', `/people/${personId('mair-pritchard')}/questions`])
    assert.equal((await dewi.goto(running.url + path))?.status(), 404, path)
  const elin = await visit(running.url, { as: 'elin-pritchard' })
  const hers = await elin.goto(`${running.url}/people/${personId('mair-pritchard')}/questions`)
  assert.equal(hers?.status(), 404)
})

async function textOf(page: Page): Promise<string> {
  return ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')
}

function told(page: Page): Promise<string[]> {
  return page.locator('.app-look__what').allTextContents()
}
