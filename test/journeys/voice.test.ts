import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import { personId } from '#test/kit.ts'
import { faultsOf, PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Mair writes at /people/:person/about-me, and each part at /people/:person/about-me/:part. What is written about her
// when help is asked for is at /people/:person/assessments, and each of it at /people/:person/contacts/:contact,
// /people/:person/what-matters/:talk and /people/:person/assessments/:assessment.
const mair = `/people/${personId('mair-pritchard')}`
const WORDS = 'Dwi’n cysgu efo’r ffenest ar agor, ha’ a gaea’.'

const PLACE = 'Llanfeilir 52.5N'
/** One grey point, with a place written into it. */
const PHOTOGRAPH = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
  chunk('tEXt', Buffer.from(`place\0${PLACE}`)),
  chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
  chunk('IEND', Buffer.alloc(0)),
])

let running: RunningProduct
before(async () => {
  running = await product()
})
after(() => running.stop())

test('Mair writes about herself by phone, in Welsh and without scripts, and her social worker reads it at once', async () => {
  const sioned = await visit(running.url, { as: 'sioned-evans' })
  await sioned.goto(`${running.url}${mair}/about-me`)
  const page = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE, scripts: false })
  await page.goto(`${running.url}${mair}/plan`)
  await page.getByRole('link', { name: 'Amdanaf i', exact: true }).click()
  await page.locator('#about-support a').click()
  await page.getByLabel('Eich geiriau chi').fill(WORDS)
  await page.getByRole('button', { name: 'Cadw' }).click()
  await page.getByText('Mae eich geiriau wedi’u cadw.').waitFor()
  assert.ok((await page.locator('#about-support').textContent())?.includes(WORDS))
  await sioned.getByText(WORDS).waitFor()
})

test('a photograph stands beside her words with what it shows, without the place where it was taken', async () => {
  const page = await visit(running.url, { as: 'mair-pritchard', width: PHONE })
  await page.goto(`${running.url}${mair}/about-me/also`)
  await page
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'ieir.png', mimeType: 'image/png', buffer: PHOTOGRAPH })
  await page.getByRole('button', { name: 'Put it here' }).click()
  await page.getByRole('link', { name: 'Say what is to be seen or heard' }).waitFor()
  await page
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'ieir.png', mimeType: 'image/png', buffer: PHOTOGRAPH })
  await page.getByLabel('What is to be seen or heard?').fill('Tair iâr wrth y giât gefn.')
  await page.getByRole('button', { name: 'Put it here' }).click()
  await page.getByText('The picture or the sound is in its place.').waitFor()
  const picture = page.getByRole('img', { name: 'Tair iâr wrth y giât gefn.' })
  await picture.scrollIntoViewIfNeeded()
  const from = await picture.getAttribute('src')
  const answer = await page.request.get(running.url + from)
  assert.equal(answer.headers()['content-type'], 'image/png')
  assert.ok(!(await answer.body()).includes(PLACE))
  const stranger = await visit(running.url, { as: 'hannah-whitfield' })
  assert.equal((await stranger.request.get(running.url + from)).status(), 404)
})

test('Mair says it in her own voice within the page, hears it before it is sent, and others hear it on her record', async () => {
  const page = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE })
  await page.goto(`${running.url}${mair}/about-me/wellness`)
  await page.getByRole('button', { name: 'Dechrau recordio' }).click()
  await page.getByText('Yn recordio nawr').waitFor()
  await page.getByText('0:01 / 10:00').waitFor()
  await page.getByRole('button', { name: 'Stopio' }).click()
  await page.getByText('Mae’r recordio wedi stopio').waitFor()
  assert.equal(await page.getByText('Yn recordio nawr').isVisible(), false)
  const heard = page.getByLabel('Yr hyn rydych chi wedi’i recordio')
  await heard.evaluate((sound: HTMLAudioElement) => sound.play())
  await page.getByLabel('Beth sydd i’w weld neu i’w glywed?').fill('Dwi’n iawn os ca’ i fynd allan bob dydd.')
  await page.getByRole('button', { name: 'Ei roi yma' }).click()
  await page.getByText('Mae’r llun neu’r sain yn ei le.').waitFor()
  const sioned = await visit(running.url, { as: 'sioned-evans' })
  await sioned.goto(`${running.url}${mair}/about-me`)
  const from = await sioned.getByLabel('Dwi’n iawn os ca’ i fynd allan bob dydd.').getAttribute('src')
  const answer = await sioned.request.get(running.url + from)
  assert.match(answer.headers()['content-type'] ?? '', /^audio\//)
  assert.deepEqual(faultsOf(page), [])
  const other = await page.request.get(`${running.url}${mair}/plan`)
  assert.match(other.headers()['permissions-policy'] ?? '', /microphone=\(\)/, 'no other page may open the microphone')
})

test('a social worker records an assessment from what is known already, and Mair reads every word and says what she thinks', async () => {
  const sioned = await visit(running.url, { as: 'sioned-evans' })
  await sioned.goto(`${running.url}${mair}/assessments`)
  await sioned.getByRole('link', { name: 'Begin an assessment' }).click()
  const known = sioned.locator('.app-known')
  for (const text of ['Llys y Berllan', 'Elin Pritchard', 'Dyffryn Banadl County Council', 'ochr dde'])
    await known.getByText(text).first().waitFor()
  await sioned.getByLabel('We have gone through this together').check()
  await sioned.getByRole('button', { name: 'Begin it' }).click()
  await sioned.getByText('To be completed by').waitFor()
  await sioned.getByRole('link', { name: 'Write in it' }).click()
  for (const [label, words] of ELEMENTS) await sioned.getByLabel(label, { exact: true }).fill(words)
  await sioned.getByRole('button', { name: 'Save as far as it is' }).click()
  await sioned.getByText('It is kept.').waitFor()
  await sioned.getByRole('link', { name: 'Complete it' }).click()
  await sioned.getByLabel('It is completed').check()
  await sioned.getByLabel('What comes of it').fill('Ailalluogi am chwe wythnos.')
  await sioned.getByLabel('The person agrees').check()
  await sioned.getByRole('button', { name: 'End the assessment' }).click()
  await sioned.getByRole('link', { name: 'Determine first whether a need is eligible' }).waitFor()
  const address = sioned.url().replace(/\/end$/, '')
  await sioned.goto(`${address}/eligibility`)
  await sioned.getByLabel('The need', { exact: true }).fill('Codi yn y bore')
  for (const met of await sioned.getByLabel('Met', { exact: true }).all()) await met.check()
  for (const why of await sioned.getByLabel(/^Why/).all()) await why.fill('Fel y gwelwyd.')
  await sioned.getByRole('button', { name: 'Keep the determination' }).click()
  await sioned.getByText('Eligible', { exact: true }).waitFor()

  const page = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE, scripts: false })
  await page.goto(address)
  assert.ok((await page.locator('main').textContent())?.includes(ELEMENTS[0][1]))
  await page.getByLabel('Nid wyf yn cytuno').check()
  await page.getByRole('button', { name: 'Anfon' }).click()
  await page.getByRole('link', { name: 'Dywedwch pam' }).waitFor()
  await page.getByLabel('Yn eich geiriau eich hun').fill('Fi sy’n bwydo’r ieir.')
  await page.getByRole('button', { name: 'Anfon' }).click()
  await page.getByText('Mae wedi’i gadw.').waitFor()
  await sioned.goto(address)
  await sioned.getByText('Fi sy’n bwydo’r ieir.').waitFor()
})

const ELEMENTS = [
  ['Circumstances', 'Adref ers tair wythnos.'],
  ['What the person wants to achieve', 'Cerdded at y giât.'],
  ['What stands in the way', 'Y gris cefn.'],
  ['Risks if that is not achieved', 'Syrthio.'],
  ['Strengths and capabilities', 'Penderfynol.'],
  ['What was considered of capacity', 'Dim amheuaeth.'],
] as const

function chunk(kind: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const named = Buffer.concat([Buffer.from(kind), content])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
