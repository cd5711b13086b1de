import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { asSent } from '#test/kit.ts'
import { violationsOf } from './axe.ts'
import { DESK, faultsOf, PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Seven in the morning: messages wait. Steffan puts them right, on a telephone without scripts and on a desk.
// At /messages and /messages/replays/:replay, then at /senders, /senders/let-in, /senders/:sender, /senders/:sender/map
let running: RunningProduct
let phone: Page
let desk: Page

before(async () => {
  running = await product()
  await running.send('mair-admitted.hl7')
  await running.send(asSent('mair-admitted.hl7').replace('Fall at home', 'Chest pain'))
  await running.send('wrong-person.hl7')
  await running.send('unknown-sender.hl7')
  phone = await visit(running.url, { as: 'steffan-howells', language: 'cy', width: PHONE, scripts: false })
  desk = await visit(running.url, { as: 'steffan-howells', width: DESK })
})
after(() => running.stop())

test('the officer shows only what waits from one system', async () => {
  await desk.goto(`${running.url}/messages`)
  assert.match(await textOf(desk), /3 messages wait in quarantine/)
  await desk.getByText('Show only some of them').click()
  await desk.getByLabel('From').selectOption({ label: 'Unknown sender: OLDPAS / PLASBACH (1)' })
  await desk.getByRole('button', { name: 'Show', exact: true }).click()
  assert.match(await textOf(desk), /1 message waits in quarantine/)
})

test('another content under a control id already used asks why it is a message of its own, and then is applied', async () => {
  await phone.goto(`${running.url}/messages?reason=feed.controlIdReused`)
  await phone.getByRole('link', { name: 'Defnyddiwyd ei dynodydd rheoli o’r blaen' }).click()
  await phone.getByRole('button', { name: 'Ei gweithredu fel neges ynddi ei hun' }).click()
  assert.match(await textOf(phone), /Rhowch reswm/)
  await phone.getByLabel('Pam mae’n neges ynddi ei hun?').fill('Teipiodd y ward hi o’r newydd')
  await phone.getByRole('button', { name: 'Ei gweithredu fel neges ynddi ei hun' }).click()
  assert.match(await textOf(phone), /Gweithredwyd hi\..*Teipiodd y ward hi o’r newydd.*Steffan Howells/)
  await isRight(desk, new URL(phone.url()).pathname)
})

test('all that wait are replayed together; without scripts, a page tells how far it is and what became of each', async () => {
  await phone.goto(`${running.url}/messages`)
  await phone.getByRole('button', { name: /^Ailddarllen y 2 neges/ }).click()
  const page = new URL(phone.url()).pathname
  assert.match(page, /^\/messages\/replays\/[0-9a-f-]+$/)
  for (let tries = 0; tries < 100 && !/Negeseuon a ailddarllenwyd/.test(await textOf(phone)); tries++) {
    await phone.waitForTimeout(50)
    await phone.reload()
  }
  assert.match(await textOf(phone), /Yn dal i aros: Mae ynddi rif GIG rhywun .* 1/)
  await isRight(desk, page)
})

test('what need not be applied is set aside with a reason, and waits no more', async () => {
  await desk.goto(`${running.url}/messages?reason=match.numberOfSomebodyElse`)
  await desk.getByRole('link', { name: 'It has the NHS number of somebody' }).click()
  await desk.getByText('Set it aside for good').first().click()
  await desk.getByLabel('Why does it not need to be applied?').fill('The ward put it right and sent it again')
  await desk.getByRole('button', { name: 'Set it aside for good' }).click()
  assert.match(await textOf(desk), /It was set aside for good\./)
  await desk.goto(`${running.url}/messages`)
  assert.match(await textOf(desk), /1 message waits in quarantine/)
})

test('an unknown system is let in, its map is changed, tried and kept, and what waited takes effect', async () => {
  await desk.goto(`${running.url}/senders`)
  await isRight(desk, '/senders')
  await desk.getByRole('link', { name: 'Let it in OLDPAS / PLASBACH' }).click()
  const letIn = new URL(desk.url())
  await isRight(desk, `${letIn.pathname}${letIn.search}`)
  await desk.getByLabel('Whose system is it?').selectOption({ label: 'Glan Hafren Health Board' })
  await desk
    .getByLabel('Which team answers for its messages?')
    .selectOption({ label: 'Integration Team (Glan Hafren Health Board)' })
  await desk.getByLabel('How do you know whose it is?').fill('Plas Bach has told us')
  await desk.getByRole('button', { name: 'Let it in' }).click()
  assert.match(await textOf(desk), /The system has been let in\..*Replay the message that waits/)
  await isRight(desk, new URL(desk.url()).pathname)
  await desk.getByRole('button', { name: 'Change the map' }).click()
  await isRight(desk, new URL(desk.url()).pathname)
  await desk.getByLabel('Code of ward 1').fill('WARD1')
  await desk.getByLabel('Ward 1', { exact: true }).selectOption({ index: 5 })
  await desk.getByRole('button', { name: 'Try it' }).click()
  assert.match(await textOf(desk), /1 message that waits would be applied\. None that was applied would fail\./)
  assert.match(await textOf(desk), /Ward WARD1: not in the map/)
  assert.deepEqual(await violationsOf(desk), [])
  await desk.getByRole('button', { name: 'Save this map' }).click()
  assert.match(await textOf(desk), /Say why it is changed/)
  await desk.getByLabel('Why is it changed?').fill('Plas Bach has one ward')
  await desk.getByRole('button', { name: 'Save this map' }).click()
  assert.match(
    await textOf(desk),
    /The new version of the map is in force\..*Version 2.*Plas Bach has one ward.*Steffan Howells/,
  )
  await desk.getByRole('button', { name: 'Replay the message that waits' }).click()
  for (let tries = 0; tries < 100 && !/Messages replayed/.test(await textOf(desk)); tries++) {
    await desk.waitForTimeout(50)
    await desk.reload()
  }
  assert.match(await textOf(desk), /Applied 1/)
  const stays = await running.store.db.selectFrom('resource').select('id').where('type', '=', 'Encounter').execute()
  assert.ok(stays.length >= 3, 'the stay at Plas Bach is there')
})

/** Right for a screen reader, with nothing to scroll sideways on a telephone, and no script that fails. */
async function isRight(page: Page, path: string): Promise<void> {
  for (const width of [PHONE, DESK]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${running.url}${path}`)
    assert.deepEqual(await violationsOf(page), [])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    assert.equal(wide, false, `${path} scrolls sideways at ${width}`)
  }
  assert.deepEqual(faultsOf(page), [])
}

async function textOf(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ')
}
