import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { keepQualityOfDay } from '#record/person/quality/keep-day.ts'
import { personId } from '#test/kit.ts'
import { violationsOf } from './axe.ts'
import { DESK, faultsOf, HEIGHT, PHONE, visit } from './browser.ts'
import { emergenciesOverTheLimit } from './emergencies.ts'
import { FOLLOWED } from './followed.ts'
import { HARD_TO_HEAR, HEARD, heardWrong } from './heard.ts'
import { aModelPutForward } from './models.ts'
import { product, type RunningProduct } from './product.ts'
import { mairAsksAboutDewi } from './questions.ts'

/** Every page of the product, by the address people type, and who reads it. */
interface Visited {
  readonly path: string
  readonly as?: string
  /** A page that says no is a page too. */
  readonly status?: number
  /** Every visit adds to what it shows. */
  readonly changes?: boolean
}

const mair = `/people/${personId('mair-pritchard')}`
const PAGES: Visited[] = [
  { path: '/' },
  { path: '/about' },
  { path: '/accessibility' },
  { path: '/privacy' },
  { path: '/calendar' },
  { path: '/agreements' },
  { path: '/seal', changes: true },
  { path: '/agreements/looks' },
  { path: '/agreements/ever' },
  { path: '/agreements/ever?role=social-worker&class=hospital-care&action=read' },
  { path: '/apps/not-opened', status: 400 },
  { path: '/nothing-here', status: 404 },
  { path: '/people', as: 'sioned-evans' },
  { path: '/people?find=pritchard', as: 'sioned-evans' },
  { path: mair, as: 'sioned-evans' },
  { path: `${mair}/plan`, as: 'sioned-evans' },
  { path: `${mair}/plan/booklet?language=both&layout=easy`, as: 'mair-pritchard' },
  { path: `${mair}/plan/copy`, as: 'mair-pritchard' },
  { path: `${mair}/plan/others`, as: 'mair-pritchard' },
  { path: `${mair}/plan/others`, as: 'sioned-evans' },
  { path: `${mair}/plan/copy`, as: 'ffion-gittins' },
  { path: `${mair}/plan/booklet?size=large`, as: 'sioned-evans' },
  ...['/my-questions', '/meetings', '/meetings/plan'].map(path => ({ path, as: 'sioned-evans' })),
  ...['', '/write'].map(page => ({ path: `${mair}/conversation${page}`, as: 'mair-pritchard' })),
  { path: `${mair}/visits`, as: 'sioned-evans' },
  { path: `${mair}/about-me`, as: 'mair-pritchard' },
  { path: `${mair}/assessments`, as: 'mair-pritchard' },
  { path: `${mair}/assessments`, as: 'sioned-evans' },
  ...['contacts', 'what-matters', 'assessments'].map(kind => ({ path: `${mair}/${kind}/new`, as: 'sioned-evans' })),
  { path: `${mair}/about-me`, as: 'catrin-morgan' },
  { path: `${mair}/about-me/also`, as: 'mair-pritchard' },
  { path: `${mair}/about-me/also`, as: 'elin-pritchard' },
  { path: '/reviews', as: 'sioned-evans' },
  { path: `/people/${personId('mair-pritchard')}/team`, as: 'mair-pritchard' },
  { path: `${mair}/team`, as: 'sioned-evans' },
  { path: `/people/${personId('mair-pritchard')}/timeline`, as: 'mair-pritchard' },
  { path: `${mair}/timeline?kind=hospital`, as: 'ffion-gittins' },
  { path: `/people/${personId('mair-pritchard')}/plan/progress`, as: 'mair-pritchard' },
  { path: `${mair}/plan/progress`, as: 'sioned-evans' },
  { path: `${mair}/plan/reviews`, as: 'sioned-evans' },
  { path: `${mair}/plan/reviews`, as: 'mair-pritchard' },
  { path: `${mair}/plan/reviews/ask`, as: 'elin-pritchard' },
  { path: `${mair}/plan/reviews/arrange`, as: 'sioned-evans' },
  { path: `/people/${personId('halina-kowalczyk')}/plan/reviews/reopen`, as: 'halina-kowalczyk' },
  { path: '/people', as: 'ffion-gittins' },
  { path: mair, as: 'ffion-gittins' },
  { path: '/people', as: 'elin-pritchard' },
  { path: `${mair}/language`, as: 'mair-pritchard' },
  { path: `${mair}/circle`, as: 'mair-pritchard' },
  { path: `${mair}/circle`, as: 'elin-pritchard', status: 404 },
  { path: `${mair}/language`, as: 'ffion-gittins' },
  { path: `/people/${personId('macsen-maelor')}/growing-up`, as: 'macsen-maelor' },
  { path: `/people/${personId('macsen-maelor')}/growing-up`, as: 'hannah-whitfield' },
  { path: '/my-welsh', as: 'hannah-whitfield' },
  { path: '/my-photograph', as: 'hannah-whitfield' },
  { path: `/people/${personId('delyth-bowen')}/confidence`, as: 'delyth-bowen' },
  { path: `/people/${personId('delyth-bowen')}/confidence`, as: 'lowri-hughes' },
  { path: `/people/${personId('delyth-bowen')}/confidence`, as: 'elfed-bowen', status: 404 },
  { path: '/people', as: 'catrin-morgan' },
  { path: mair, as: 'catrin-morgan' },
  { path: mair, as: 'mair-pritchard' },
  { path: `${mair}/plan`, as: 'mair-pritchard' },
  { path: `${mair}/plan/new`, as: 'mair-pritchard' },
  { path: `${mair}/plan/new/contingency`, as: 'mair-pritchard' },
  { path: `${mair}/plan/new/action`, as: 'sioned-evans' },
  { path: `${mair}/plan/agree`, as: 'elin-pritchard' },
  { path: `${mair}/looks`, as: 'mair-pritchard', changes: true },
  { path: `${mair}/sharing`, as: 'mair-pritchard' },
  { path: `${mair}/sharing/kinds/plan`, as: 'mair-pritchard' },
  { path: `${mair}/sharing/kinds/safeguarding-enquiry`, as: 'mair-pritchard' },
  { path: `${mair}/sharing/wish?kind=allow&class=plan`, as: 'mair-pritchard' },
  { path: `${mair}/sharing/pause`, as: 'mair-pritchard' },
  { path: `${mair}/sharing`, as: 'elin-pritchard', status: 404 },
  { path: `${mair}/sharing/family`, as: 'mair-pritchard' },
  { path: '/code', as: 'elin-pritchard' },
  { path: '/people', as: 'delyth-bowen' },
  { path: `${mair}/acting`, as: 'mair-pritchard' },
  { path: `/people/${personId('ivor-llewelyn-price')}/acting`, as: 'sioned-evans' },
  { path: `/people/${personId('ivor-llewelyn-price')}/acting`, as: 'carys-llewelyn' },
  ...['power', 'finding', 'decision', 'statement'].map(form => ({
    path: `${mair}/acting/${form}`,
    as: 'sioned-evans',
  })),
  { path: `${mair}/acting`, as: 'ffion-gittins', status: 404 },
  { path: `${mair}/records`, as: 'mair-pritchard' },
  { path: `${mair}/records`, as: 'sioned-evans', status: 404 },
  { path: '/claim', as: 'dewi-prosser' },
  { path: '/claim', as: 'alun-meredith' },
  { path: mair, as: 'dewi-prosser', status: 404 },
  { path: '/my-apps', as: 'mair-pritchard' },
  { path: '/my-apps', as: 'sioned-evans' },
  { path: `${mair}/apps`, as: 'mair-pritchard' },
  { path: `${mair}/apps`, as: 'sioned-evans' },
  { path: '/apps', as: 'steffan-howells' },
  { path: '/apps', as: 'meinir-ellis' },
  { path: '/apps/register', as: 'steffan-howells' },
  { path: '/messages', as: 'steffan-howells' },
  { path: '/partnership', as: 'alun-meredith' },
  { path: '/partnership/asked-again', as: 'alun-meredith' },
  { path: '/matching', as: 'alun-meredith' },
  { path: '/matching', as: 'gwyneth-maddocks' },
  { path: '/matching/models', as: 'steffan-howells' },
  { path: '/matching/models/0', as: 'alun-meredith' },
  { path: '/matching/models/1', as: 'alun-meredith' },
  { path: '/matching/models/1', as: 'steffan-howells' },
  { path: '/quality', as: 'steffan-howells' },
  { path: '/quality', as: 'alun-meredith' },
  { path: '/quality/bwrdd-iechyd', as: 'steffan-howells' },
  { path: '/quality/cyngor-dyffryn-banadl', as: 'steffan-howells' },
  { path: '/quality/bwrdd-iechyd/number-unverified', as: 'steffan-howells' },
  { path: '/quality/cyngor-dyffryn-banadl/number-missing', as: 'steffan-howells', status: 404 },
  { path: '/identity', as: 'gwyneth-maddocks' },
  { path: '/agreements/to-sign', as: 'beca-manuel' },
  { path: '/agreements/drafts', as: 'beca-manuel' },
  { path: '/agreements/drafts/import', as: 'beca-manuel' },
  { path: `${mair}/questions`, as: 'mair-pritchard' },
  { path: '/privacy-office', as: 'gwenno-pryce' },
  { path: '/privacy-office/deferrals', as: 'gwenno-pryce' },
  { path: '/privacy-office/identities', as: 'meinir-ellis' },
  { path: '/privacy-office/identities/protect', as: 'meinir-ellis' },
  { path: '/privacy-office/identities/home', as: 'meinir-ellis' },
  { path: '/privacy-office/identities/number', as: 'meinir-ellis' },
  { path: '/privacy-office/identities/seal', as: 'meinir-ellis' },
  { path: '/emergency', as: 'catrin-morgan' },
  { path: '/emergency', as: 'olumide-adeyemi' },
  { path: mair, as: 'olumide-adeyemi' },
  { path: `${mair}/plan`, as: 'olumide-adeyemi' },
  { path: `${mair}/emergencies`, as: 'mair-pritchard' },
  { path: '/emergency/reviews', as: 'gwenno-pryce' },
  { path: '/emergency/reviews', as: 'meinir-ellis' },
  { path: '/emergency/ceiling', as: 'gwenno-probert' },
]

let running: RunningProduct
before(async () => {
  running = await product()
  for (const message of ['mair-admitted.hl7', 'wrong-person.hl7', 'unknown-sender.hl7']) await running.send(message)
  await keepQualityOfDay(running.store)
  await aModelPutForward(running.store)
  await mairAsksAboutDewi(running.store)
  await emergenciesOverTheLimit(running.store)
  PAGES.push(...(await pagesOfADraft()), ...(await pagesFoundByFollowing()))
})
after(() => running.stop())

test('every page is right for a screen reader, in both languages, on a phone and on a desk', async () => {
  const wrong = await Promise.all((['en', 'cy'] as const).map(wrongIn))
  assert.deepEqual(wrong.flat(), [])
})

test('every page says the same without scripts', async () => {
  const wrong: string[] = []
  for (const [as, pages] of byReader(PAGES.filter(({ changes }) => !changes))) {
    const how = { language: 'cy', width: PHONE, ...(as !== undefined && { as }) } as const
    const visitors = await Promise.all([visit(running.url, how), visit(running.url, { ...how, scripts: false })])
    for (const visited of pages) {
      const [withThem, without = ''] = await Promise.all(visitors.map(visitor => mainText(visitor, visited)))
      if (withThem !== without) wrong.push(`${nameOf(visited)}: ${without.slice(0, 80)}`)
    }
    for (const visitor of visitors) await visitor.context().close()
  }
  assert.deepEqual(wrong, [])
})

test('the check itself sees a page that is wrong', async () => {
  const page = await open({ path: '/' }, { language: 'en', width: PHONE })
  await page.evaluate(() => {
    const main = document.querySelector('main')
    main?.insertAdjacentHTML('beforeend', '<img src="/icon"><p>wide</p>')
    const wide = main?.lastElementChild as HTMLElement
    wide.style.width = '900px'
  })
  const faults = (await faultsIn(page, 'cy')).join('\n')
  for (const expected of [/image-alt/, /language/, /wider/]) assert.match(faults, expected)
  assert.deepEqual(await heardWrong(page), [])
  await page.evaluate(wrong => document.querySelector('main')?.insertAdjacentHTML('beforeend', wrong), HARD_TO_HEAR)
  const heard = (await heardWrong(page)).join('\n')
  for (const expected of [/one main heading/, /level/, /“Open” leads/, /breaks in/, /table without/, /to be in en/])
    assert.match(heard, expected)
})

type How = { readonly language: 'en' | 'cy'; readonly width: number }

/** The pages of each reader, so that whoever reads many signs in once. */
function byReader(pages: readonly Visited[]): Map<string | undefined, Visited[]> {
  return Map.groupBy(pages, ({ as }) => as)
}

/** What is wrong with every page in one language: each is opened on a phone, and then made as wide as a desk's screen. */
async function wrongIn(language: 'en' | 'cy'): Promise<string[]> {
  const wrong: string[] = []
  for (const [as, pages] of byReader(PAGES)) {
    const visitor = await visit(running.url, { language, width: PHONE, ...(as !== undefined && { as }) })
    for (const visited of pages) {
      const before = faultsOf(visitor).length
      await visitor.setViewportSize({ width: PHONE, height: HEIGHT })
      await go(visitor, visited)
      const found = (await faultsIn(visitor, language)).map(fault => `${PHONE}: ${fault}`)
      await visitor.setViewportSize({ width: DESK, height: HEIGHT })
      found.push(...(await faultsIn(visitor, language)).map(fault => `${DESK}: ${fault}`))
      if (HEARD.test(visited.path)) found.push(...(await heardWrong(visitor)))
      found.push(...faultsOf(visitor).slice(before))
      wrong.push(...found.map(fault => `${nameOf(visited)} ${language} ${fault}`))
    }
    await visitor.context().close()
  }
  return wrong
}

async function open(visited: Visited, how: How): Promise<Page> {
  const page = await visit(running.url, { ...how, ...(visited.as !== undefined && { as: visited.as }) })
  await go(page, visited)
  return page
}

async function go(page: Page, visited: Visited): Promise<void> {
  const answer = await page.goto(running.url + visited.path)
  assert.equal(answer?.status(), visited.status ?? 200, nameOf(visited))
}

function nameOf({ as, path }: Visited): string {
  return `${as ?? 'anybody'} ${path}`
}

/** The words of the main part. Clocks and counts of looks move between two visits: digits are left out. */
async function mainText(page: Page, visited: Visited): Promise<string> {
  await go(page, visited)
  const text = (await page.locator('main').textContent()) ?? ''
  return text.replace(/[\d\s]+/g, ' ').trim()
}

async function faultsIn(page: Page, language: string): Promise<string[]> {
  const spoken = await page.locator('html').getAttribute('lang')
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return [
    ...(await violationsOf(page)),
    ...(spoken === language ? [] : [`the language is ${spoken}`]),
    ...(wider > 0 ? [`${wider} pixels wider than the screen`] : []),
  ]
}

async function pagesFoundByFollowing(): Promise<Visited[]> {
  const found: Visited[] = []
  for (const { page, from, readers } of FOLLOWED) {
    const path = await firstLink(from, new RegExp(`^${page.replace(/:\w+/g, '[^/?#]+')}`))
    found.push(...readers.map(as => ({ path, ...(as !== undefined && { as }) })))
  }
  return found
}

/** A copy of HAFREN-4 that somebody is writing, and each kind of page that it is written on. */
async function pagesOfADraft(): Promise<Visited[]> {
  const as = 'beca-manuel'
  const page = await open({ path: '/agreements/drafts', as }, { language: 'en', width: DESK })
  const copy = await page.locator('option', { hasText: 'HAFREN-4' }).getAttribute('value')
  await page.getByLabel('Begin with').selectOption(copy)
  await page.getByRole('button', { name: 'Begin' }).click()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  await page.context().close()
  const paths = [`/agreements/drafts/${id}`, `/agreements/drafts/${id}/clauses/1`, `/agreements/drafts/${id}/cases/1`]
  const parts = ['about', 'parties', 'term', 'procedures'].map(part => `/agreements/drafts/${id}/${part}`)
  return [...paths, ...parts].map(path => ({ path, as }))
}

/** The first address in the main part of a page that looks like this one. */
async function firstLink(from: Visited, address: RegExp): Promise<string> {
  const page = await open(from, { language: 'en', width: DESK })
  const links = await page.locator('main a').evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
  await page.context().close()
  const found = links.map(link => address.exec(link)?.[0]).find(path => path !== undefined)
  assert.ok(found, `no link to ${address} on ${from.path}`)
  return found
}
