import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { drawing } from '#seed/drawing.ts'
import { personId } from '#test/kit.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Goes to /people/:person/growing-up, /people/:person/circle, /people/:person/photographs/:photograph, /people/:person/language, /my-welsh, /people/:person/hand-on and /people/:person/confidence, as people do who
// have no scripts.
const peggy = `/people/${personId('margaret-ashworth')}`
const delyth = `/people/${personId('delyth-bowen')}`
const elfed = `/people/${personId('elfed-bowen')}`

let running: RunningProduct
before(async () => {
  running = await product()
})
after(() => running.stop())

test('Sioned makes Peggy the Active Offer once; her nurse knows, and whoever hands her on sees which teams speak Welsh', async () => {
  const sioned = await visit(running.url, { as: 'sioned-evans', width: PHONE, scripts: false })
  await sioned.goto(`${running.url}${peggy}`)
  await sioned.getByRole('link', { name: 'Welsh or English' }).click()
  await sioned.getByText('The offer has not been made yet').waitFor()
  await sioned.getByRole('button', { name: 'Keep this answer' }).click()
  await sioned.getByRole('link', { name: 'Choose a language' }).first().waitFor()
  await sioned.locator('input[name=spoken][value=cy]').check()
  await sioned.locator('input[name=written][value=en]').check()
  await sioned.getByLabel('Memory is going').check()
  await sioned.getByRole('button', { name: 'Keep this answer' }).click()
  await sioned.getByText('The answer is kept').waitFor()
  await sioned.getByText('Needs Welsh when spoken to').first().waitFor()
  await sioned.goto(`${running.url}${peggy}/hand-on`)
  assert.match((await sioned.locator('#team').textContent()) ?? '', /Welsh: \d of \d/)
  const rhian = await visit(running.url, { as: 'rhian-tudor', scripts: false })
  await rhian.goto(`${running.url}${peggy}/language`)
  assert.match((await rhian.locator('main').textContent()) ?? '', /Memory is going.*Sioned Evans.*speaks 5/s)
})

test('Mair’s pages come in Welsh when she signs in, whatever was toggled at that browser before', async () => {
  const mair = await visit(running.url, { as: 'sioned-evans', language: 'en' })
  await mair.goto(`${running.url}/sign-in?as=mair-pritchard`)
  assert.equal(await mair.locator('html').getAttribute('lang'), 'cy')
  await mair.getByRole('link', { name: 'English' }).click()
  assert.equal(await mair.locator('html').getAttribute('lang'), 'en', 'until she signs in again')
})

test('Hannah, who leads a team, says how much Welsh a member of it knows', async () => {
  const hannah = await visit(running.url, { as: 'hannah-whitfield', scripts: false })
  await hannah.goto(`${running.url}/my-welsh`)
  await hannah.getByText('Not said yet').first().waitFor()
  const menna = hannah.locator('form.app-skill').filter({ hasText: 'Menna Rosser' })
  for (const skill of ['Understanding', 'Speaking', 'Reading', 'Writing'])
    await menna.getByLabel(skill).selectOption('5')
  await menna.getByRole('button', { name: 'Keep this (Menna Rosser)' }).click()
  await hannah.getByText('Kept.').waitFor()
})

test('Sioned gives a photograph as her telephone takes it: Mair sees it, small, and none once Sioned takes it down', async () => {
  const mair = `/people/${personId('mair-pritchard')}`
  const sioned = await visit(running.url, { as: 'sioned-evans', language: 'cy', width: PHONE })
  await sioned.goto(`${running.url}/my-photograph`)
  const buffer = drawing({ width: 1300, height: 900 }, [], () => [90, 120, 160])
  await sioned.locator('input[type=file]').setInputFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer })
  await sioned.waitForFunction(() => document.querySelector('input')?.files?.[0]?.name === 'photograph.jpg')
  await sioned.getByRole('button', { name: 'Dangos y llun hwn' }).click()
  await sioned.getByText('Mae eich llun i’w weld').waitFor()
  const she = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE, scripts: false })
  await she.goto(`${running.url}${mair}/team`)
  const shown = she.getByRole('img', { name: 'Llun: Sioned Evans' })
  assert.equal(await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)), 640)
  const address = String(await shown.getAttribute('src'))
  await sioned.getByRole('button', { name: 'Tynnu’r llun i lawr' }).click()
  await sioned.getByText('wedi’i dynnu i lawr a’i ddileu').waitFor()
  assert.equal((await she.goto(running.url + address))?.status(), 404, '/people/:person/photographs/:photograph')
  await she.goto(`${running.url}${mair}/team`)
  assert.equal(await shown.count(), 0)
})

test('what Delyth says in confidence reaches Lowri, and by no page of Elfed’s does he learn that she spoke', async () => {
  const before = await everythingOf('elfed-bowen')
  const she = await visit(running.url, { as: 'delyth-bowen', language: 'cy', width: PHONE, scripts: false })
  await she.goto(`${running.url}${delyth}/confidence`)
  await she.getByRole('button', { name: 'Dweud hyn yn gyfrinachol' }).click()
  await she.getByRole('link', { name: 'Dewiswch un o’ch gweithwyr' }).waitFor()
  await she.getByLabel('Lowri Hughes').check()
  await she.getByLabel('Beth ydych chi am ei ddweud?').fill('Mae Elfed wedi fy ngwthio i. Does neb arall yn gwybod.')
  await she.getByRole('button', { name: 'Dweud hyn yn gyfrinachol' }).click()
  await she.getByText('Dywedwyd hyn, wrthyn nhw yn unig').waitFor()
  const lowri = await visit(running.url, { as: 'lowri-hughes', language: 'cy', scripts: false })
  await lowri.goto(`${running.url}/people`)
  await lowri.getByRole('link', { name: 'Dywedwyd wrthych yn gyfrinachol, heb ei agor eto' }).click()
  await lowri.getByText('Mae Elfed wedi fy ngwthio i').waitFor()
  await lowri.getByLabel('Eich ateb').fill('Galwa i heddiw.')
  await lowri.getByRole('button', { name: 'Ateb yn gyfrinachol' }).click()
  await lowri.getByText('Atebwyd hyn').waitFor()
  await theyTalkWithoutReloading()
  assert.deepEqual(await everythingOf('elfed-bowen'), before)
  const hannah = await visit(running.url, { as: 'hannah-whitfield', scripts: false })
  await hannah.goto(`${running.url}${delyth}/confidence`)
  assert.doesNotMatch(await hannah.content(), /ngwthio/)
  const he = await visit(running.url, { as: 'elfed-bowen', scripts: false })
  assert.equal((await he.goto(`${running.url}${delyth}/confidence`))?.status(), 404)
})

test('Mair sees on her phone what each of her circle may see and has looked at, chooses Carys for a week, and stops her at once', async () => {
  const mair = `/people/${personId('mair-pritchard')}`
  const phone = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE })
  const carys = await visit(running.url, { as: 'carys-llewelyn' })
  const elin = await visit(running.url, { as: 'elin-pritchard', scripts: false })
  await elin.goto(`${running.url}${mair}/plan`)
  await phone.goto(`${running.url}${mair}/circle`)
  const circle = (await phone.locator('main').textContent()) ?? ''
  assert.match(circle, /Elin Pritchard.*nes i chi ei atal.*Edrychodd Elin Pritchard ar eich cynllun/s)
  await phone.getByRole('link', { name: 'Dewis rhywun' }).click()
  await phone.getByRole('button', { name: 'Gwneud cod' }).click()
  const code = (await phone.locator('.app-code').textContent()) ?? ''
  await carys.goto(`${running.url}/code`)
  await carys.getByLabel('Code').fill(code)
  await carys.getByRole('button', { name: 'Enter the code' }).click()
  await carys.getByText('The code has been entered').waitFor()
  await phone.goto(`${running.url}${mair}/circle`)
  await phone.getByRole('link', { name: 'Mae rhywun wedi rhoi eich cod i mewn' }).click()
  await phone.getByLabel('Wythnos').check()
  await phone.getByRole('button', { name: 'Ie, gadael iddyn nhw weld hyn' }).click()
  await carys.goto(`${running.url}${mair}/plan`)
  await carys.getByText('ieir').first().waitFor()
  for (const path of ['/people', mair, `${mair}/plan`, `${mair}/language`, `${mair}/conversation`]) {
    await carys.goto(running.url + path)
    assert.doesNotMatch((await carys.locator('main').textContent()) ?? '', /Lowri|yn gyfrinachol|in confidence/)
  }
  await carys.goto(`${running.url}${mair}/plan`)
  await phone.goto(`${running.url}${mair}/circle`)
  assert.match((await phone.locator('main').textContent()) ?? '', /Carys Llewelyn.*tan Dydd/s)
  await phone.getByRole('button', { name: 'Atal hyn nawr (Carys Llewelyn)' }).click()
  await phone.getByText('Mae wedi’i atal').waitFor()
  await carys.getByText('ieir').first().waitFor({ state: 'detached' })
  assert.equal((await carys.goto(`${running.url}${mair}/plan`))?.status(), 404)
})

test('Macsen’s mother and Macsen each say it in their own words; she decides what he has not been found able to, until he is 18', async () => {
  const macsen = `/people/${personId('macsen-maelor')}`
  const nest = await visit(running.url, { as: 'nest-maelor', language: 'cy', scripts: false })
  await nest.goto(`${running.url}${macsen}`)
  await nest.getByRole('link', { name: 'Tyfu i fyny' }).click()
  await nest.getByLabel('Dweud hyn fel rhiant').fill('Mae arno ofn cŵn.')
  await nest.getByRole('button', { name: 'Cadw’r geiriau hyn' }).click()
  await nest.getByText('Mae arno ofn cŵn.').waitFor()
  const he = await visit(running.url, { as: 'macsen-maelor', language: 'cy', width: PHONE, scripts: false })
  await he.goto(`${running.url}${macsen}/growing-up`)
  await he.getByLabel('Dweud beth sy’n bwysig i ti').fill('Dwi’n licio cŵn bach.')
  await he.getByRole('button', { name: 'Cadw’r geiriau hyn' }).click()
  const main = (await he.locator('main').textContent()) ?? ''
  assert.match(main, /Yn dy eiriau dy hun.*Dwi’n licio cŵn bach\..*Beth mae’r rhieni’n ei ddweud.*Mae arno ofn cŵn\./s)
  assert.match(main, /29 Chwefror 2028.*1 Mawrth 2030/s)
  const aron = await visit(running.url, { as: 'aron-pugh', scripts: false })
  assert.equal((await aron.goto(`${running.url}${macsen}/growing-up`))?.status(), 404)
})

test('Carys, attorney for Ivor, decides where he lives while he cannot, and what matters to him never', async () => {
  const ivor = personId('ivor-llewelyn-price')
  const doing = async (hasCapacity: boolean) => {
    const doctor = await visit(running.url, { as: 'sioned-evans', scripts: false })
    await doctor.goto(`${running.url}/people/${ivor}/acting/finding`)
    await doctor.getByLabel('about where to live').check()
    await doctor.getByLabel(hasCapacity ? 'Can make this decision' : 'Cannot make this decision').check()
    await doctor.getByLabel('What does the finding rest on?').fill('Asked twice, in Welsh, in the morning.')
    for (const [part, value] of [
      ['day', '1'],
      ['month', '6'],
      ['year', '2027'],
    ] as const)
      await doctor.locator(`#review-${part}`).fill(value)
    await doctor.getByRole('button', { name: 'Record it' }).click()
    await doctor.waitForURL('**/acting?done=noted')
    await doctor.context().close()
  }
  const homeItem = await homeItemOf(ivor)
  const carys = await visit(running.url, { as: 'carys-llewelyn', scripts: false })
  const page = `${running.url}/people/${ivor}/plan/items/${homeItem}`
  await doing(false)
  await carys.goto(page)
  await carys.locator('form[action$="/words"] [name=words]').fill('Aros yn Nhan-y-graig, gyda rhywun yn y tŷ dros nos.')
  await carys.locator('form[action$="/words"] button').click()
  await carys.waitForURL('**/plan?done=changed')
  await carys.goto(page)
  assert.match(
    (await carys.locator('main').textContent()) ?? '',
    /Carys Llewelyn, attorney for health and welfare, for the person/,
  )
  await doing(true)
  await carys.goto(page)
  await carys.locator('form[action$="/words"] [name=words]').fill('Symud i gartref.')
  await carys.locator('form[action$="/words"] button').click()
  await carys.waitForURL('**/plan?done=proposed')
})

/** Both have it open: what Lowri answers arrives at Delyth, who is writing, and that she opened it; her words stay. */
async function theyTalkWithoutReloading(): Promise<void> {
  const she = await visit(running.url, { as: 'delyth-bowen', language: 'cy', width: PHONE })
  const open = she.waitForResponse(answer => answer.url().includes('/confidence/live'))
  await she.goto(`${running.url}${delyth}/confidence`)
  await open
  const writing = she.getByLabel('Beth ydych chi am ei ddweud?')
  await writing.fill('Diolch.')
  const lowri = await visit(running.url, { as: 'lowri-hughes', language: 'cy' })
  await lowri.goto(`${running.url}${delyth}/confidence`)
  await lowri.getByLabel('Eich ateb').fill('Dwi ar y ffordd.')
  await lowri.getByRole('button', { name: 'Ateb yn gyfrinachol' }).click()
  await she.getByText('Dwi ar y ffordd.').waitFor()
  assert.equal(await writing.inputValue(), 'Diolch.')
  const heard = lowri.waitForResponse(answer => answer.url().includes('/confidence/live'))
  await lowri.goto(`${running.url}${delyth}/confidence`)
  await heard
  await she.getByLabel('Lowri Hughes').check()
  await she.getByRole('button', { name: 'Dweud hyn yn gyfrinachol' }).click()
  await lowri.getByText('Diolch.').waitFor()
}

/** What somebody reads on every page of their own, but for their own looks at it. */
async function everythingOf(account: string): Promise<string[]> {
  const page = await visit(running.url, { as: account, scripts: false })
  const read: string[] = []
  for (const path of ['/people', elfed, `${elfed}/plan`, `${elfed}/looks`, `${elfed}/sharing`, `${elfed}/acting`]) {
    await page.goto(running.url + path)
    read.push(`${path} ${(await page.locator('main').textContent()) ?? ''}`)
  }
  await page.context().close()
  return read
}

/** What stands in somebody's own plan about where they live. */
async function homeItemOf(person: string): Promise<string> {
  const row = await running.store.db
    .selectFrom('planItem as item')
    .innerJoin('planNow as plan', 'plan.id', 'item.planId')
    .innerJoin('organisation as owner', 'owner.id', 'item.ownerId')
    .select('item.id')
    .where('plan.personId', '=', person)
    .where('item.kind', '=', 'home')
    .where('owner.code', '=', 'person')
    .executeTakeFirstOrThrow()
  return row.id
}
