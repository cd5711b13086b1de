import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personId } from '#test/kit.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Goes to /people/:person/sharing/family, /code, /people/:person/acting, /people/:person/acting/:form and /claim, as
// people do who have no scripts.
const mair = `/people/${personId('mair-pritchard')}`

let running: RunningProduct
let phone: Page
let carys: Page
let sioned: Page
before(async () => {
  running = await product()
  phone = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE, scripts: false })
  carys = await visit(running.url, { as: 'carys-llewelyn', scripts: false })
  sioned = await visit(running.url, { as: 'sioned-evans', scripts: false })
})
after(() => running.stop())

test('Mair makes a code, Carys enters it, and sees nothing of Mair until Mair says that it is her', async () => {
  await phone.goto(`${running.url}${mair}/sharing`)
  await phone.getByRole('link', { name: 'Teulu a ffrindiau', exact: true }).click()
  await phone.getByRole('button', { name: 'Gwneud cod' }).click()
  const code = (await phone.locator('.app-code').textContent()) ?? ''
  assert.match(code, /^\w{4} \w{4}$/)
  await carys.goto(`${running.url}/people`)
  await carys.getByRole('link', { name: 'I have been given a code' }).click()
  await carys.getByLabel('Code').fill('XXXX XXXX')
  await carys.getByRole('button', { name: 'Enter the code' }).click()
  await carys.getByText('This code cannot be used').first().waitFor()
  await carys.getByLabel('Code').fill(code.toLowerCase())
  await carys.getByRole('button', { name: 'Enter the code' }).click()
  await carys.getByText('The code has been entered').waitFor()
  assert.equal((await carys.goto(running.url + mair))?.status(), 404)
})

test('she sees the name, says what Carys may see, and Carys sees that and no more', async () => {
  await phone.goto(`${running.url}${mair}/sharing/family`)
  await phone.getByText('Mae rhywun wedi rhoi eich cod i mewn').waitFor()
  await phone.getByText('Carys Llewelyn').waitFor()
  await phone.getByLabel('cyfeiriad a ffôn').uncheck()
  await phone.getByRole('button', { name: 'Ie, gadael iddyn nhw weld hyn' }).click()
  await phone.getByText('Maen nhw bellach ymhlith eich teulu').waitFor()
  assert.equal((await carys.goto(running.url + mair))?.status(), 200)
  assert.ok(!(await carys.content()).includes('01632'))
})

test('she stops it, and it is over', async () => {
  await phone.goto(`${running.url}${mair}/sharing/family`)
  await phone.getByRole('button', { name: 'Peidio â gadael iddyn nhw weld dim (Carys Llewelyn)' }).click()
  await phone.getByText('Nid ydynt ymhlith eich teulu').waitFor()
  assert.equal((await carys.goto(running.url + mair))?.status(), 404)
})

test('Carys reads whom she acts for, and her uncle’s social worker reads by which power and what was found', async () => {
  await carys.goto(`${running.url}/people`)
  const main = (await carys.locator('main').textContent()) ?? ''
  assert.match(main, /Whom you act for.*Ivor Llewelyn-Price.*attorney for health and welfare.*Your power is in force/s)
  const delyth = await visit(running.url, { as: 'delyth-bowen', scripts: false })
  await delyth.goto(`${running.url}/people`)
  assert.match((await delyth.locator('main').textContent()) ?? '', /attorney for property and money.*Your power waits/s)
  await sioned.goto(`${running.url}/people/${personId('ivor-llewelyn-price')}`)
  await sioned.getByRole('link', { name: 'Who may act, and findings of capacity' }).click()
  const acting = (await sioned.locator('main').textContent()) ?? ''
  assert.match(acting, /Next of kin is not here/)
  assert.match(acting, /Carys Llewelyn.*7009-4411-2086.*about health and care.*Cannot make this decision/s)
})

test('a social worker records a power and a finding for Mair, and is told what is missing', async () => {
  await sioned.goto(`${running.url}${mair}/acting/power`)
  await sioned.getByRole('button', { name: 'Record it' }).click()
  await sioned.getByRole('link', { name: 'Enter a real day' }).waitFor()
  await sioned.getByLabel('Elin Pritchard').check()
  await sioned.getByLabel('attorney for health and welfare').check()
  await sioned.getByLabel('alone', { exact: true }).check()
  await sioned.getByLabel('Reference of the registered').fill('7000-1234-5678')
  await fillDay(sioned, 'registered', ['4', '2', '2025'])
  await sioned.getByRole('button', { name: 'Record it' }).click()
  await sioned.getByText('Waiting: it opens nothing').waitFor()
  await sioned.goto(`${running.url}${mair}/acting/finding`)
  await sioned.getByLabel('about health and care').check()
  await sioned.getByLabel('Cannot make this decision').check()
  await sioned.getByLabel('What does the finding rest on?').fill('Explained twice, in Welsh, in the morning.')
  await fillDay(sioned, 'review', ['1', '1', '2040'])
  await sioned.getByRole('button', { name: 'Record it' }).click()
  await sioned.getByRole('link', { name: 'within a year' }).waitFor()
})

test('Dewi says that he works with Mair, is answered the same as about nobody, and Mair reads that he said so', async () => {
  const dewi = await visit(running.url, { as: 'dewi-prosser', scripts: false })
  for (const born of [
    ['18', '3', '1942'],
    ['17', '3', '1942'],
  ]) {
    await dewi.goto(`${running.url}/claim`)
    await dewi.getByLabel('NHS number').fill('999 000 0042')
    await fillDay(dewi, 'born', born)
    await dewi.getByLabel('They are on my caseload').check()
    await dewi.getByLabel('Why is it not on your list').fill('Sioned is away this week.')
    await dewi.getByRole('button', { name: 'Say that I am working' }).click()
    await dewi.getByText('If this is somebody Cydofal knows').waitFor()
  }
  await phone.goto(`${running.url}${mair}/sharing`)
  const told = (await phone.locator('main').textContent()) ?? ''
  assert.match(told, /Dewi Prosser.*Hyd.*Nhw eu hunain sy’n dweud/s)
  await phone.goto(`${running.url}${mair}/looks`)
  await phone.getByText('Dywedodd Dewi Prosser eu bod yn gweithio gyda chi').first().waitFor()
})

async function fillDay(page: Page, name: string, [day = '', month = '', year = '']: readonly string[]): Promise<void> {
  await page.locator(`#${name}-day`).fill(day)
  await page.locator(`#${name}-month`).fill(month)
  await page.locator(`#${name}-year`).fill(year)
}
