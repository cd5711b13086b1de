import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { SENSITIVE_WORDS, WORDS } from '#record/sharing/emergency/test-emergency.ts'
import { personId } from '#test/kit.ts'
import { visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// A nurse with no tie to Owen opens his record by keyboard alone, without scripts; he reads of it at
// /people/:person/emergencies, another body's officer reviews it at /emergency/reviews/:emergency, and he reads what came of it.
const owen = `/people/${personId('owen-griffiths')}`

/** The one answer for what may not be seen and for what does not exist. */
const NOTHING_THERE = /There is nothing here/

let running: RunningProduct
let nurse: Page
before(async () => {
  running = await product()
  nurse = await visit(running.url, { as: 'catrin-morgan', scripts: false })
})
after(() => running.stop())

test('before anything is sent the nurse reads what is opened, for how long, and who is told', async () => {
  await nurse.goto(running.url + owen)
  assert.match(await textOf(nurse), NOTHING_THERE)
  await nurse.goto(`${running.url}/people`)
  await tabTo(nurse, 'Open in an emergency')
  await enter(nurse)
  const text = await textOf(nurse)
  for (const expected of [
    /closes by itself after 4 hours/,
    /The person is told at once/,
    /another organisation reviews it within 5 working days/,
  ])
    assert.match(text, expected)
})

test('with nothing typed she is told what is missing, and the first of it is one key away', async () => {
  await tabTo(nurse, 'Open the record now')
  await enter(nurse)
  const text = await textOf(nurse)
  for (const expected of [
    /Enter an NHS number/,
    /Enter a date of birth/,
    /Choose why it cannot wait/,
    /Say in a sentence what is happening/,
  ])
    assert.match(text, expected)
  await tabTo(nurse, 'Enter an NHS number: 10 digits. Check each of them.')
})

test('by keyboard alone she opens Owen’s record, and the bar says until when', async () => {
  await fillIn(nurse, { born: ['29', '1', '1958'] })
  await nurse.waitForURL(`**${owen}`)
  assert.match(await nurse.locator('.app-emergency-bar').innerText(), /Opened in an emergency until \d/)
  assert.match(await textOf(nurse), /Llonydd/)
})

test('the bar is on his plan as well, and stays in sight when she reads on', async () => {
  await nurse.goto(`${running.url}${owen}/plan`)
  await nurse.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  const box = await nurse.locator('.app-emergency-bar').boundingBox()
  assert.ok(box !== null && box.y >= 0 && box.y < 200, JSON.stringify(box))
})

test('a page that is left open fetches itself anew when the four hours are over, and not before', async () => {
  const answer = await nurse.goto(`${running.url}${owen}/plan`)
  const seconds = Number(answer?.headers().refresh)
  assert.ok(seconds > 3.9 * 3600 && seconds <= 4 * 3600 + 1, String(seconds))
})

test('closed by keyboard, it is closed: going back shows her nothing', async () => {
  await tabTo(nurse, 'Close now')
  await enter(nurse)
  assert.match(await textOf(nurse), /The record is closed/)
  await nurse.goto(running.url + owen)
  assert.equal(await nurse.locator('.app-emergency-bar').count(), 0)
})

test('a wrong birth date and a number that is nobody’s look the same', async () => {
  const pages: string[] = []
  for (const [number, born] of [
    ['9990004331', ['30', '1', '1958']],
    ['9990099995', ['29', '1', '1958']],
  ] as const) {
    await nurse.goto(`${running.url}/emergency`)
    await fillIn(nurse, { number, born })
    pages.push((await textOf(nurse)).replace(/\s+/g, ' '))
  }
  assert.match(pages[0] ?? '', /No record has both/)
  assert.equal(pages[0], pages[1])
})

test('Owen is told on his front page, in Welsh, until he says that he has read it', async () => {
  const person = await visit(running.url, { as: 'owen-griffiths', language: 'cy', scripts: false, width: 320 })
  await person.goto(`${running.url}${owen}/plan`)
  await person.getByRole('link', { name: 'Darllenwch pwy a’i hagorodd, a pham' }).click()
  const text = await textOf(person)
  for (const expected of [
    /Agorodd Catrin Morgan eich cofnod/,
    /Mae eu bywyd mewn perygl/,
    /barely conscious/,
    /amdanaf i a beth sy’n bwysig/,
  ])
    assert.match(text, expected)
  await person.getByRole('button', { name: 'Rwyf wedi darllen hyn' }).click()
  assert.match(await textOf(person), /Rydych wedi darllen hyn/)
  await person.goto(`${running.url}${owen}/plan`)
  assert.ok(!(await textOf(person)).includes('Agorwyd eich cofnod mewn argyfwng'))
  await person.context().close()
})

test('another body’s officer reads why, sees nothing of whose it was, and says what she found', async () => {
  const officer = await visit(running.url, { as: 'gwenno-pryce', scripts: false })
  await officer.goto(`${running.url}/emergency/reviews`)
  await officer.locator('main table a').first().click()
  const text = await textOf(officer)
  for (const expected of [/Catrin Morgan/, /barely conscious/, /had no tie to the person/]) assert.match(text, expected)
  assert.ok(!/Griffiths|Owen|9990004331/.test(text))
  await officer.getByRole('button', { name: 'Keep the review' }).click()
  assert.match(await textOf(officer), /Choose what you found/)
  await officer.getByLabel('Justified', { exact: true }).check()
  await officer.getByLabel('Why?').fill('She treated him, and read what she needed to.')
  await officer.getByRole('button', { name: 'Keep the review' }).click()
  assert.match(await textOf(officer), /Your review has been kept/)
  await officer.context().close()
})

test('Owen and the nurse read what came of it, and he reads that the officer looked', async () => {
  const person = await visit(running.url, { as: 'owen-griffiths', scripts: false })
  await person.goto(`${running.url}${owen}/emergencies`)
  assert.match(await textOf(person), /It was right to open it[\s\S]*read what she needed to/)
  await person.goto(`${running.url}${owen}/looks`)
  assert.match(await textOf(person), /Gwenno Pryce checked why your record was opened in an emergency/)
  await nurse.goto(`${running.url}/emergency`)
  assert.match(await textOf(nurse), /read what she needed to/)
})

test('what is sensitive is asked for by itself, with words of its own, and is open for an hour', async () => {
  await nurse.goto(`${running.url}/emergency`)
  await nurse.locator('summary').filter({ hasText: 'You also need something sensitive' }).click()
  await nurse.getByLabel('mental health').check()
  await fillIn(nurse, { number: '9990036179', born: ['8', '3', '2003'] })
  assert.match(await textOf(nurse), /Say in a sentence why you must see that as well/)
  await nurse.getByLabel('Why must you see that as well?').fill(SENSITIVE_WORDS)
  await nurse.getByRole('button', { name: 'Open the record now' }).click()
  await nurse.waitForURL(`**/people/${personId('cadi-prydderch')}`)
  const { rows } = await openHours()
  assert.deepEqual(rows, [1])
})

async function openHours(): Promise<{ rows: number[] }> {
  const open = await running.store.db
    .selectFrom('emergencyAccess')
    .select(['openedAt', 'closesAt'])
    .where('isSensitive', '=', true)
    .execute()
  return { rows: open.map(({ openedAt, closesAt }) => (closesAt.getTime() - openedAt.getTime()) / 3_600_000) }
}

/** Fills in the form with the keyboard alone, whatever stood in it, and sends it. */
async function fillIn(page: Page, asked: { number?: string; born: readonly [string, string, string] }): Promise<void> {
  const type = async (id: string, text: string) => {
    await tabToId(page, id)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(text)
  }
  await type('nhsNumber', asked.number ?? '9990004331')
  await type('birthDate-day', asked.born[0])
  await type('birthDate-month', asked.born[1])
  await type('birthDate-year', asked.born[2])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await type('words', WORDS)
  await tabTo(page, 'Open the record now')
  await enter(page)
}

/** Follows the link, or sends the form, that has the focus. */
async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
}

async function tabTo(page: Page, text: string): Promise<void> {
  await tabUntil(page, text, () => document.activeElement?.textContent?.trim())
}

async function tabToId(page: Page, id: string): Promise<void> {
  await tabUntil(page, id, () => document.activeElement?.id)
}

/** Nobody should have to press more often than this to reach anything. */
const PRESSES_MAX = 60

async function tabUntil(page: Page, wanted: string, focused: () => string | undefined): Promise<void> {
  for (let presses = 0; presses < PRESSES_MAX; presses++) {
    if ((await page.evaluate(focused)) === wanted) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`${wanted} is not reached by keyboard`)
}

async function textOf(page: Page): Promise<string> {
  return (await page.locator('main').textContent()) ?? ''
}
