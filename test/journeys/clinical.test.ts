import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personId } from '#test/kit.ts'
import { violationsOf } from './axe.ts'
import { DESK, faultsOf, PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// What the laboratory, the ward and the clinic tell of Mair, read by her nurse and by herself:
// /people/ID/results, /people/ID/documents, /people/ID/documents/ID and /people/ID/documents/ID/files/1
let running: RunningProduct
let catrin: Page
let mair: Page
const record = () => `${running.url}/people/${personId('mair-pritchard')}`

before(async () => {
  running = await product()
  for (const message of ['mair-admitted', 'mair-result', 'mair-letter', 'mair-appointment']) {
    assert.match(await running.send(`${message}.hl7`), /MSA\|AA\|/)
  }
  assert.match(await running.send(WITH_FILES), /MSA\|AA\|FILES1/)
  catrin = await visit(running.url, { as: 'catrin-morgan' })
  mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy' })
})

after(() => running.stop())

test('her nurse reads what is out of range, and that one result is not final yet', async () => {
  await catrin.goto(record())
  assert.match(await mainOf(catrin), /Urea and electrolytes, Sunday 22 November 2026 at 6:15am 2 out of range/)
  await catrin.getByRole('link', { name: 'Urea and electrolytes' }).click()
  const potassium = (await catrin.getByRole('row', { name: /Potassium/ }).textContent()) ?? ''
  for (const part of ['5.60 mmol/L', 'High', 'Not final', '3.5 - 5.3', 'please repeat'])
    assert.ok(potassium.includes(part), part)
})

test('her nurse sees where and when she is to be seen after the ward, and what to bring', async () => {
  await catrin.goto(record())
  const page = await mainOf(catrin)
  assert.match(page, /Thursday 10 December 2026 at 10:15am/)
  assert.match(page, /Clinig Toresgyrn, Ysbyty Glan Hafren/)
  assert.match(page, /ffrâm gerdded/)
})

test('Mair reads her own letter, in her own language, with the words its author wrote', async () => {
  await mair.goto(record())
  await mair.getByRole('link', { name: 'Llythyr rhyddhau, Ward Banw' }).click()
  const page = await mainOf(mair)
  assert.match(page, /Mae hi’n cerdded â ffrâm/)
  assert.match(page, /Dr Gethin Rees/)
  assert.match(page, /Bwrdd Iechyd Glan Hafren/)
})

test('what a sender writes is words and never a page; what is no picture or PDF by its bytes is named and not handed out', async () => {
  await mair.goto(`${record()}/documents`)
  await mair.getByRole('link', { name: 'Cerdded gyda ffrâm' }).click()
  assert.match(await mainOf(mair), /<script>document.title = 'broken'<\/script> <b>Walks<\/b>/)
  assert.doesNotMatch(await mair.title(), /broken/)
  const [download] = await Promise.all([
    mair.waitForEvent('download'),
    mair.getByRole('link', { name: /Lawrlwytho/ }).click(),
  ])
  assert.match(download.suggestedFilename(), /\.pdf$/)
  assert.match(await mainOf(mair), /Gofynnwch i’r anfonwr/)
  const answer = await mair.request.get(`${mair.url()}/files/1`)
  assert.equal(answer.headers()['content-type'], 'application/pdf')
  assert.match(answer.headers()['content-disposition'] ?? '', /^attachment; /)
  assert.equal(answer.headers()['x-content-type-options'], 'nosniff')
  for (const place of ['0', '2', '9', '1.0', 'x']) {
    assert.equal((await mair.request.get(`${mair.url()}/files/${place}`)).status(), 404, place)
  }
})

test('her housing officer and a stranger see none of it, nor that there is any', async () => {
  const letter = new URL(mair.url()).pathname
  const ffion = await visit(running.url, { as: 'ffion-gittins' })
  await ffion.goto(record())
  for (const hidden of ['Test results', 'Letters', 'Appointments', 'Urea']) {
    assert.ok(!(await mainOf(ffion)).includes(hidden), hidden)
  }
  const dewi = await visit(running.url, { as: 'dewi-prosser' })
  for (const page of [ffion, dewi]) {
    assert.equal((await page.request.get(running.url + letter)).status(), 404)
    assert.equal((await page.request.get(`${running.url}${letter}/files/1`)).status(), 404)
  }
})

test('the pages are in order for everybody, wide and narrow, in both languages', async () => {
  const letter = new URL(mair.url()).pathname
  for (const width of [PHONE, DESK]) {
    for (const language of ['en', 'cy'] as const) {
      const page = await visit(running.url, { as: 'mair-pritchard', language, width })
      for (const path of [record(), `${record()}/results`, `${record()}/documents`, running.url + letter]) {
        assert.equal((await page.goto(path))?.status(), 200)
        assert.deepEqual(await violationsOf(page), [], `${path} ${width} ${language}`)
        assert.ok(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          `${path} ${width}`,
        )
        assert.deepEqual(faultsOf(page), [])
      }
      await page.close()
    }
  }
})

async function mainOf(page: Page): Promise<string> {
  return ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n').toString('base64')
const PAGE = Buffer.from('<html><script>alert(1)</script></html>').toString('base64')

/** A letter with three parts: words that look like a page, a file that is handed out, and one that is not. */
const WITH_FILES = `MSH|^~\\&|GHDOC|YGH|CYDOFAL|GLANHAFREN|20261123100000+0000||MDM^T02|FILES1|P|2.5.1|||||||UNICODE UTF-8
PID|1||H2088071^^^GHB^PI~9990000042^01^^NHS^NH||PRITCHARD^MAIR||19420317|F
TXA|1|OTR^Therapy note^GHDOC|TX|20261123093000+0000||||||||26D0071500^GHDOC|||||DO||AV||||||Cerdded gyda ffrâm
OBX|1|TX|NOTE||<script>document.title = 'broken'</script> <b>Walks</b> 10 metres
OBX|2|ED|FILE||^application^pdf^Base64^${PDF}
OBX|3|ED|FILE||^application^pdf^Base64^${PAGE}
`
