import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personId } from '#test/kit.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Goes to /people/:person/sharing, /people/:person/sharing/kinds/:kind, /people/:person/sharing/wish,
// and /people/:person/sharing/pause where all of it stops.
// Mair, on her phone, in Welsh, without scripts; the others have their pages open and do not reload them.
const mair = `/people/${personId('mair-pritchard')}`

let running: RunningProduct
let phone: Page
let ffion: Page
let sioned: Page
before(async () => {
  running = await product()
  await running.send('mair-admitted.hl7')
  phone = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE, scripts: false })
  ffion = await openLive('ffion-gittins', mair)
  sioned = await openLive('sioned-evans', '/people')
})
after(() => running.stop())

test('Mair finds who may see that she is in hospital, and reads why in Welsh', async () => {
  await phone.goto(`${running.url}${mair}/plan`)
  await phone.getByRole('link', { name: 'Pwy gaiff weld beth' }).click()
  await phone.getByRole('link', { name: 'bod yn yr ysbyty' }).click()
  const main = (await phone.locator('main').textContent()) ?? ''
  for (const said of ['Ffion Gittins', 'Swyddog tai', 'Cartrefi Gwennol', 'Chi ddewisodd adael iddyn nhw ei weld'])
    assert.match(main, new RegExp(said, 'i'))
  assert.match(main, /Ni chânt ei weld nawr.*Glenys Tudge/s)
})

test('she refuses her landlord, and the officer’s open page shows nothing of her within a second', async () => {
  assert.match((await ffion.locator('main').textContent()) ?? '', /Taken into hospital/)
  await phone.getByRole('button', { name: 'Peidio â gadael iddyn nhw weld hyn (Ffion Gittins)' }).click()
  await phone.getByLabel('Pawb yn y sefydliad hwn').check()
  for (const box of await phone.locator('input[type=checkbox]').all()) await box.check()
  await phone.getByLabel('Yn eich geiriau chi').fill('Fy musnes i ydi hynny.')
  await phone.getByRole('button', { name: 'Peidio â gadael iddyn nhw ei weld' }).click()
  await phone.getByText('mae’n dal o hyn ymlaen').waitFor()
  await ffion.getByText('There is nothing here that you can see').waitFor({ timeout: 1000 })
  const left = (await ffion.content()) ?? ''
  for (const gone of ['Pritchard', 'hospital', '01632']) assert.ok(!left.includes(gone), gone)
})

test('nobody whom it does not concern is disturbed: her social worker’s page shows her still', async () => {
  assert.match((await sioned.locator('main').textContent()) ?? '', /Mair Pritchard/)
})

test('her wish stands on her page in her own words, and going back does not make it twice', async () => {
  const wishes = phone.locator('main')
  assert.match((await wishes.textContent()) ?? '', /Cartrefi Gwennol.*Fy musnes i ydi hynny/s)
  await phone.reload()
  assert.equal(await phone.getByText('Fy musnes i ydi hynny.').count(), 1)
})

test('she stops everything, after reading what that means, and it is gone from her social worker’s open list', async () => {
  await phone.getByRole('button', { name: 'Atal pob rhannu' }).click()
  await phone.getByText('ni fydd neb sy’n gweithio gyda chi yn gweld dim').waitFor()
  await phone.getByText('Y gyfraith sy’n dod gyntaf').waitFor()
  await phone.getByRole('button', { name: 'Iawn, atal pob rhannu' }).click()
  await phone.getByRole('heading', { name: 'Rydych chi wedi atal pob rhannu' }).waitFor()
  await sioned.waitForFunction(() => !document.body.textContent?.includes('Mair Pritchard'), undefined, {
    timeout: 1000,
  })
})

test('she lifts it on the same page, and it is there again at once', async () => {
  await phone.getByRole('button', { name: 'Gadael i’r rhannu fynd yn ei flaen' }).click()
  await phone.getByRole('button', { name: 'Gadael i’r rhannu fynd yn ei flaen' }).click()
  await phone.getByText('Mae’r rhannu’n mynd yn ei flaen fel cynt').waitFor()
  await sioned.getByText('Mair Pritchard').first().waitFor({ timeout: 1500 })
})

test('she takes back the refusal, and her landlord is told the same as before', async () => {
  await phone.getByRole('button', { name: 'Tynnu hyn yn ôl (Cartrefi Gwennol)' }).click()
  await phone.getByText('Nid yw’n cyfrif mwyach').waitFor()
  await ffion.goto(running.url + mair)
  assert.match((await ffion.locator('main').textContent()) ?? '', /Taken into hospital/)
})

test('a wish about nothing is the form again, with the problem and what was typed', async () => {
  await phone.goto(`${running.url}${mair}/sharing/wish?kind=refuse`)
  await phone.getByLabel('Ffion Gittins').check()
  await phone.getByLabel('Yn eich geiriau chi').fill('Dim byd.')
  await phone.getByRole('button', { name: 'Peidio â gadael iddyn nhw ei weld' }).click()
  await phone.getByRole('link', { name: 'Dewiswch o leiaf un math o wybodaeth' }).waitFor()
  assert.equal(await phone.getByLabel('Yn eich geiriau chi').inputValue(), 'Dim byd.')
})

test('her daughter cannot decide for her: the page is not there, and a wish she sends anyway changes nothing', async () => {
  const elin = await visit(running.url, { as: 'elin-pritchard' })
  assert.equal((await elin.goto(`${running.url}${mair}/sharing`))?.status(), 404)
  const sent = await elin.request.post(`${running.url}${mair}/sharing/pause`, {
    form: { act: 'stop' },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  assert.equal(sent.status(), 403)
  assert.match(await sent.text(), /Nothing was changed/)
  await ffion.goto(running.url + mair)
  assert.match((await ffion.locator('main').textContent()) ?? '', /Taken into hospital/)
})

async function openLive(as: string, path: string): Promise<Page> {
  const page = await visit(running.url, { as })
  await page.goto(running.url + path)
  await page.waitForFunction(() => document.querySelector('live-region') !== null)
  await page.waitForTimeout(300)
  return page
}
