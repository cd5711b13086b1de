import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { violationsOf } from './axe.ts'
import { faultsOf, PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// A data officer of a landlord sends the tenancies of a Monday morning; two rows have something wrong in them.
const FILES = new URL('../../seed/region/files/cartrefi-gwennol/', import.meta.url)
let running: RunningProduct
let eleri: Page
let here: string

before(async () => {
  running = await product()
  eleri = await visit(running.url, { as: 'eleri-watkin', scripts: false, width: PHONE })
})
after(() => running.stop())

test('without a file or a kind she is told which is missing, and nothing is kept', async () => {
  await eleri.goto(`${running.url}/files`)
  await eleri.getByRole('button', { name: 'Send and look at it' }).click()
  assert.match(await mainText(eleri), /Choose what the file is about.*Choose a file/s)
  assert.equal(await count('fileDrop'), 0)
})

test('she sees what would come of the file before any of it counts, and what is wrong in which row', async () => {
  // The page of the file, /files/:drop.
  await send('tenancies-with-faults.csv')
  here = eleri.url()
  assert.match(here, /\/files\/[0-9a-f-]{36}$/)
  const text = await mainText(eleri)
  assert.match(text, /6 rows\. 2 rows cannot be taken in as they are/)
  assert.match(text, /Dyddiad dechrau: 31\/09\/2015/)
  assert.match(text, /Math o gontract: =GOFAL\(1\)/)
  assert.equal(await count('message'), 0)
})

test('what is seen holds in Welsh, and for those who do not see', async () => {
  const delyth = await visit(running.url, { as: 'eleri-watkin', language: 'cy' })
  await delyth.goto(here)
  assert.match(await mainText(delyth), /Ni ellir derbyn 2 res i mewn fel y mae/)
  assert.deepEqual(await violationsOf(delyth), [])
  await delyth.goto(`${running.url}/files`)
  assert.deepEqual(await violationsOf(delyth), [])
  assert.deepEqual(faultsOf(delyth), [])
})

test('four rows count, two wait, and what waits can be taken away without a formula that runs', async () => {
  await eleri.getByRole('button', { name: 'Take it in' }).click()
  await settled()
  assert.deepEqual(await result(), ['4', '0', '2'])
  const text = await download()
  assert.match(text, /^\uFEFFCyfeirnod y denantiaeth,/)
  assert.match(text, /,'=GOFAL\(1\),/)
  assert.doesNotMatch(text, /,=/)
  assert.equal(text.trim().split('\n').length, 3)
})

test('put right in that very list and sent again, the two count and nothing else changes', async () => {
  const list = await download()
  const right = list.replace('31/09/2015', '30/09/2015').replace(`'=GOFAL(1)`, 'Gofal ychwanegol')
  await eleri.goto(`${running.url}/files`)
  await send({ name: 'tenancies-put-right.csv', text: right })
  assert.match(await mainText(eleri), /2 rows\. Every row can be taken in/)
  await eleri.getByRole('button', { name: 'Take it in' }).click()
  await settled()
  assert.deepEqual(await result(), ['2', '0', '0'])
})

test('a spreadsheet that is named .csv is refused by name, and she is told what to do', async () => {
  await eleri.goto(`${running.url}/files`)
  await send({ name: 'tenants.csv', text: 'PK\u0003\u0004 and what follows' })
  assert.match(await mainText(eleri), /tenants\.csv is a spreadsheet or a zip archive/)
})

test('a column that nobody could know is said once, and known the next time', async () => {
  const text = readFileSync(new URL('tenancies.csv', FILES), 'utf8').replace('Cyfeirnod y tenant', 'Cyfrif rhent')
  await eleri.goto(`${running.url}/files`)
  await send({ name: 'other-headings.csv', text })
  assert.match(await mainText(eleri), /A column is missing.*Your number for the person/s)
  await eleri.getByLabel('Column “Cyfrif rhent”').selectOption('localId')
  await eleri.getByRole('button', { name: 'Read it so' }).click()
  assert.match(await mainText(eleri), /6 rows\. Every row can be taken in/)
})

test('what a whole file no longer tells of is named before it ends, and ends only when she says so', async () => {
  const text = readFileSync(new URL('tenancies.csv', FILES), 'utf8').replace(/^GWT-1127.*\n/m, '')
  await eleri.goto(`${running.url}/files`)
  await send({ name: 'one-less.csv', text })
  assert.match(await mainText(eleri), /1 thing that your earlier files told of is not in this one: GWT-1127/)
  await eleri.getByLabel('They are over: end them today').check()
  await eleri.getByRole('button', { name: 'Take it in' }).click()
  await settled()
  // The one that is over, and the one whose first day she had put right otherwise.
  assert.deepEqual(await result(), ['2', '4', '0'])
})

test('another organisation’s data officer finds no such file', async () => {
  const rhys = await visit(running.url, { as: 'rhys-beynon' })
  const answer = await rhys.goto(here)
  assert.equal(answer?.status(), 404)
})

async function send(file: string | { readonly name: string; readonly text: string }): Promise<void> {
  const { name, text } =
    typeof file === 'string' ? { name: file, text: readFileSync(new URL(file, FILES), 'utf8') } : file
  await eleri.getByLabel('What the file is about').selectOption('tenancies')
  await eleri.getByLabel('The file (CSV)').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await eleri.getByRole('button', { name: 'Send and look at it' }).click()
}

/** Looks again, as the page does by itself, until the file has been taken in. */
async function settled(): Promise<void> {
  for (let looked = 0; looked < 40; looked++) {
    if (!(await mainText(eleri)).includes('looks again by itself')) return
    await eleri.waitForTimeout(250)
    await eleri.reload()
  }
  throw new Error('the file is not taken in')
}

/** The numbers of the rows that were new, were not, and wait. */
function result(): Promise<string[]> {
  return eleri.locator('.nhsuk-summary-list__value').allTextContents()
}

/** The list of what waits, from `/files/:drop/put-right.csv`. */
async function download(): Promise<string> {
  const answer = await eleri.request.get(`${here}/put-right.csv`)
  return String(await answer.body())
}

async function mainText(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ')
}

async function count(table: 'fileDrop' | 'message'): Promise<number> {
  const rows = await running.store.db.selectFrom(table).select('id').execute()
  return rows.length
}
