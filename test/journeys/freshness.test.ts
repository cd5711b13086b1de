import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personId } from '#test/kit.ts'
import { noteSilence } from '#work/sender/note-silence.ts'
import { violationsOf } from './axe.ts'
import { visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// The line from Ysbyty Glan Hafren goes dead in the afternoon, while everybody has their page open.
const MAIR = personId('mair-pritchard')
let running: RunningProduct
let sioned: Page
let mair: Page
let officer: Page

before(async () => {
  running = await product()
  await running.send('mair-admitted.hl7')
  await noteSilence(running.store)
  sioned = await visit(running.url, { as: 'sioned-evans' })
  mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy' })
  officer = await visit(running.url, { as: 'steffan-howells' })
  await sioned.goto(`${running.url}/people`)
  await mair.goto(`${running.url}/people/${MAIR}`)
  for (const page of [sioned, mair]) await page.locator('live-region:not([stale])').waitFor()
})

after(() => running.stop())

test('while the hospital sends, no page says that anything of it is out of date', async () => {
  for (const page of [sioned, mair]) assert.ok(!(await warning(page)).includes('Ysbyty Glan Hafren'))
})

test('when nothing comes any more, pages that are open say so by themselves, in the language of each', async () => {
  await expectMessageEvery(0)
  await noteSilence(running.store)
  await sioned.locator('#freshness', { hasText: 'Ysbyty Glan Hafren: nothing has come since' }).waitFor()
  await mair.locator('#freshness', { hasText: 'Ysbyty Glan Hafren: does dim wedi dod ers' }).waitFor()
  assert.deepEqual(await violationsOf(sioned), [])
})

test('whoever answers for the messages sees which systems are silent', async () => {
  await officer.goto(`${running.url}/messages`)
  assert.match((await officer.locator('main').textContent()) ?? '', /Ysbyty Glan Hafren: nothing has come since/)
})

test('when it is heard again the warning goes', async () => {
  await expectMessageEvery(30)
  await noteSilence(running.store)
  await sioned.locator('#freshness', { hasNotText: 'Ysbyty Glan Hafren' }).waitFor({ state: 'attached' })
})

/** A new version of the map of Ysbyty Glan Hafren's system, with another rhythm. */
async function expectMessageEvery(everyMinutes: number): Promise<void> {
  const { store } = running
  const { db } = store
  const { senderId, version, map } = await db
    .selectFrom('senderMapNow as map')
    .innerJoin('sender', 'sender.id', 'map.senderId')
    .select(['map.senderId', 'map.version', 'map.map'])
    .where('sender.application', '=', 'GHPAS')
    .where('sender.facility', '=', 'YGH')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('senderMap')
    .values({
      id: store.chance.id(),
      senderId: String(senderId),
      version: Number(version) + 1,
      map: JSON.stringify({ ...(map as object), rhythm: { everyMinutes } }),
      reason: 'It sends less than we thought',
      writtenBy: 'Steffan Howells',
      startedAt: store.clock.now(),
    })
    .execute()
}

async function warning(page: Page): Promise<string> {
  return (await page.locator('#freshness').textContent()) ?? ''
}
