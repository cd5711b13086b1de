import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personId } from '#test/kit.ts'
import { visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// The hospital sends a record that may be Ifan's. Gwyneth compares it, in Welsh, on a telephone without scripts.
let running: RunningProduct
let gwyneth: Page
let idwal: Page
let ownRecords: number

const RECORD = [
  'MSH|^~\\&|GHPAS|YGH|CYDOFAL|GLANHAFREN|20261122090000||ADT^A28|IDENT1|P|2.5.1',
  'EVN|A28|20261122090000',
  'PID|1||J100^^^GHB^PI||Watkin^I||19441201|M',
]

before(async () => {
  running = await product()
  ownRecords = await recordsOf('ifan-watkin')
  await running.send(RECORD.map(segment => `${segment}\r`).join(''))
  gwyneth = await visit(running.url, { as: 'gwyneth-maddocks', language: 'cy', width: 320, scripts: false })
  idwal = await visit(running.url, { as: 'idwal-preece', scripts: false })
})
after(() => running.stop())

test('the records officer begins with what waits, and it does not say whose the records are', async () => {
  await gwyneth.goto(`${running.url}/`)
  assert.equal(gwyneth.url(), `${running.url}/identity`)
  const page = await textOf(gwyneth)
  assert.match(page, /Bwrdd Iechyd Glan Hafren/)
  assert.doesNotMatch(page, /Watkin/)
})

test('she takes the task, and sees both records side by side with what each line tells', async () => {
  const own = gwyneth.getByRole('row').filter({ hasText: 'Bwrdd Iechyd Glan Hafren' }).last()
  await own.getByRole('button', { name: /Cymryd a chymharu/ }).click()
  const page = await textOf(gwyneth)
  for (const expected of [
    /Ai cofnodion un person yw’r rhain\?/,
    /Watkin/,
    /Yr un dyddiad geni/,
    /Tystiolaeth gryf o blaid/,
  ])
    assert.match(page, expected)
})

test('a decision without a reason comes back with what was chosen, and leads to what is missing', async () => {
  await gwyneth.getByLabel('Ie, un person biau’r ddau').check()
  await gwyneth.getByRole('button', { name: 'Penderfynu' }).click()
  assert.match(await textOf(gwyneth), /Dywedwch pam/)
  assert.equal(await gwyneth.getByLabel('Ie, un person biau’r ddau').isChecked(), true)
})

test('she says that they are one person’s, and the records are closed to her again', async () => {
  await gwyneth.getByLabel('Pam rydych chi’n dweud hynny?').fill('Ffoniais y practis')
  await gwyneth.getByRole('button', { name: 'Penderfynu' }).click()
  const page = await textOf(gwyneth)
  assert.match(page, /Un person\..*Gwyneth Maddocks.*Ffoniais y practis/)
  assert.match(page, /mae’r cofnodion ar gau i chi eto/)
  assert.equal(await recordsOf('ifan-watkin'), ownRecords + 1)
})

test('her colleague takes it back from the same screen, and each record is as it was', async () => {
  const task = gwyneth.url().split('/').at(-1)
  await idwal.goto(`${running.url}/identity/${task}`)
  await idwal.getByText('Take this back').click()
  await idwal.getByLabel('Why is it taken back?').fill('The other Mr Watkin came to the desk')
  await idwal.getByRole('button', { name: 'Take it back' }).click()
  assert.match(await textOf(idwal), /Taken back\..*Idwal Preece.*The other Mr Watkin came to the desk/)
  assert.equal(await recordsOf('ifan-watkin'), ownRecords)
})

test('nobody else finds any of it', async () => {
  for (const stranger of ['steffan-howells', 'sioned-evans']) {
    const page = await visit(running.url, { as: stranger })
    for (const path of ['/identity', new URL(gwyneth.url()).pathname])
      assert.equal((await page.goto(running.url + path))?.status(), 404, stranger)
  }
})

async function recordsOf(person: string): Promise<number> {
  const rows = await running.store.db
    .selectFrom('personLinkNow')
    .select('sourceRecordId')
    .where('personId', '=', personId(person))
    .execute()
  return rows.length
}

async function textOf(page: Page): Promise<string> {
  return ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')
}
