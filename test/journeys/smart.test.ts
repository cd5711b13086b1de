import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { startDiary } from '#seed/walking-diary/start.ts'
import { personId } from '#test/kit.ts'
import { letInApp } from '#test/smart-app.ts'
import { type SmartPage, smartPage } from '#test/smart-page.ts'
import { violationsOf } from './axe.ts'
import { DESK, faultsOf, PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// A foreign app, with the library of that name as it is published, leads people to /apps/asks/:visit; it is opened from a
// record at /people/:person/apps and /people/:person/apps/:app.
let running: RunningProduct
let foreign: SmartPage
before(async () => {
  running = await product()
  const laboratory = 'http://terminology.hl7.org/CodeSystem/observation-category|laboratory'
  const scope = `openid fhirUser launch/patient patient/CarePlan.rs patient/Observation.rs?category=${laboratory} patient/Patient.r patient/Goal.crud online_access`
  foreign = await smartPage(running.url, 'golwg', scope)
  await letInApp(running.store, {
    redirectUris: [`${foreign.origin}/back`],
    launchUrl: `${foreign.origin}/launch`,
    scopes: ['patient/*.rs', 'patient/Goal.crud'],
  })
})
after(async () => {
  await running.stop()
  await foreign.stop()
})

const mair = personId('mair-pritchard')

test('a foreign app asks a social worker, who chooses for whom, and reads that plan as fhirclient does', async () => {
  const page = await visit(running.url, { as: 'sioned-evans', language: 'en', width: PHONE })
  await page.goto(`${foreign.origin}/`)
  await page.waitForURL(/\/apps\/asks\//)
  assert.match(
    await textOf(page),
    /Golwg.*For as long as you are signed in here.*See the plan.*measurements ?Only laboratory results/,
  )
  await isRight(page)
  await page.getByRole('button', { name: 'Allow it', exact: true }).click()
  assert.match(await textOf(page), /Choose for whom/)
  await isRight(page)
  await page.getByLabel('Mair Pritchard').check()
  await page.getByRole('button', { name: 'Allow it', exact: true }).click()
  const told = await toldBy(page)
  assert.equal(told.patient, mair)
  assert.match(told.user, /^Practitioner\//)
  assert.ok(told.found > 0)
  assert.deepEqual([told.family, told.goal, told.gone], ['Pritchard', 'Cerdded eto, on-hold', 410])
})

test('she reads which apps she let in and takes one back, on a telephone without scripts, in Welsh', async () => {
  const page = await visit(running.url, { as: 'sioned-evans', language: 'cy', width: PHONE, scripts: false })
  await page.goto(`${running.url}/my-apps`)
  assert.match(await textOf(page), /Golwg.*Mair Pritchard.*Gweld y cynllun.*Dim ond canlyniadau labordy/)
  await page.getByRole('button', { name: /Tynnu’r caniatâd yn ôl/ }).click()
  assert.match(await textOf(page), /Nid ydych wedi caniatáu’r un ap/)
})

test('Mair opens her record with the app from her own page, says no, and then yes', async () => {
  const page = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE })
  for (const answer of ['Peidio â rhoi caniatâd', 'Rhoi caniatâd']) {
    await page.goto(`${running.url}/people/${mair}`)
    await page.getByRole('link', { name: 'Agor gydag ap' }).click()
    await isRight(page)
    await page.getByRole('link', { name: 'Golwg' }).click()
    assert.match(new URL(page.url()).pathname.replace(mair, 'ID'), /^\/people\/ID\/apps\/[\da-f-]+$/)
    await isRight(page)
    await page.getByRole('button', { name: 'Mynd ymlaen i’r ap' }).click()
    await page.waitForURL(/\/apps\/asks\//)
    assert.match(await textOf(page), /Ar gyfer pwy y mae’n cael ei agor ?Mair Pritchard/)
    await isRight(page)
    await page.getByRole('button', { name: answer, exact: true }).click()
    await page.waitForURL(url => url.origin === foreign.origin)
    if (answer === 'Rhoi caniatâd') assert.equal((await toldBy(page)).patient, mair)
  }
})

test('Mair opens the walking diary from her page, sees there what matters to her, and writes down a walk', async () => {
  const diary = await startDiary({ client: 'dyddiadur', port: 0 })
  await letInApp(running.store, {
    ...{ client: 'dyddiadur', name: 'Dyddiadur', scopes: ['patient/Patient.r', 'patient/CarePlan.rs'] },
    ...{ redirectUris: [`${diary.origin}/back`], launchUrl: `${diary.origin}/launch` },
  })
  const page = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE })
  await page.goto(`${diary.origin}/`)
  assert.match(await textOf(page), /Eich cerdded.*Agor fy nghofnod/)
  await isRight(page)
  await page.goto(`${running.url}/people/${mair}`)
  await page.getByRole('link', { name: 'Agor gydag ap' }).click()
  await page.getByRole('link', { name: 'Dyddiadur', exact: true }).click()
  await page.getByRole('button', { name: 'Mynd ymlaen i’r ap' }).click()
  await page.waitForURL(/\/apps\/asks\//)
  await page.getByRole('button', { name: 'Rhoi caniatâd', exact: true }).click()
  await page.getByRole('heading', { name: /Dyddiadur cerdded .*Pritchard/ }).waitFor()
  await page.getByLabel('I ble aethoch chi?').fill('Capel')
  await page.getByLabel('Am faint o funudau?').fill('20')
  await page.getByRole('button', { name: 'Ychwanegu taith' }).click()
  await page.getByText('Capel').waitFor()
  assert.match(
    await textOf(page),
    /20 mun, \d+ (Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr) 20/,
  )
  await isRight(page)
  await page.getByRole('button', { name: 'English' }).click()
  assert.match(await textOf(page), /Walking diary of .*What matters.*Walks ?Capel ?20 min/)
  await isRight(page)
  await page.setViewportSize({ width: DESK, height: 900 })
  await page.goto(`${diary.origin}/back?error=access_denied`)
  assert.match(await textOf(page), /could not be opened.*Begin again from Cydofal/)
  await diary.stop()
})

test('an officer registers an app at /apps/register, is told what is wrong, and another confirms it at /apps', async () => {
  const steffan = await visit(running.url, { as: 'steffan-howells', width: DESK })
  await steffan.goto(`${running.url}/apps`)
  await steffan.getByRole('link', { name: 'Register an app' }).click()
  await steffan.getByLabel('What is it called?').fill('Cof')
  await steffan.getByRole('button', { name: 'Register an app' }).click()
  assert.match(await textOf(steffan), /Choose who answers for it/)
  await isRight(steffan)
  await steffan.getByLabel('Who answers for it?').selectOption({ label: 'Cannwyll Care' })
  await steffan.getByLabel('client ID').fill('cof')
  await steffan.getByLabel('By a secret').check()
  await steffan.getByLabel('To which addresses').fill('https://cof.example/back')
  await steffan.getByLabel('What may it ask at most?').fill('patient/CarePlan.rs')
  await steffan.getByRole('button', { name: 'Register an app' }).click()
  assert.match(await textOf(steffan), /shown this once.*[\w-]{43}/)
  assert.deepEqual(await violationsOf(steffan), [])
  await steffan.goto(`${running.url}/apps`)
  assert.equal(await steffan.getByRole('button', { name: 'Confirm that this app is right' }).count(), 0)
  const meinir = await visit(running.url, { as: 'meinir-ellis', language: 'cy', width: PHONE, scripts: false })
  await meinir.goto(`${running.url}/apps`)
  await meinir.getByRole('button', { name: 'Cadarnhau bod yr ap hwn yn gywir' }).click()
  assert.match(await textOf(meinir), /Mae’r ap wedi’i gadarnhau/)
})

interface Told {
  readonly patient: string
  readonly user: string
  readonly found: number
  readonly family: string
  /** How her goal stood before it was taken back, and the status of it since. */
  readonly goal: string
  readonly gone: number
}

/** What the app wrote on its own page. */
async function toldBy(page: Page): Promise<Told> {
  await page.waitForURL(url => url.origin === foreign.origin)
  const main = page.locator('main', { hasNotText: '…' })
  return JSON.parse((await main.textContent()) ?? '')
}

/** Right for a screen reader, with nothing to scroll sideways on a telephone, and no script that fails. */
async function isRight(page: Page): Promise<void> {
  for (const width of [DESK, PHONE]) {
    await page.setViewportSize({ width, height: 900 })
    assert.deepEqual(await violationsOf(page), [])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    assert.equal(wide, false, `${page.url()} scrolls sideways at ${width}`)
  }
  assert.deepEqual(faultsOf(page), [])
}

async function textOf(page: Page): Promise<string> {
  return ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')
}
