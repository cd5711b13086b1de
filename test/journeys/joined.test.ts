import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { transactionInTurn } from '#ground/db/store.ts'
import { personOf } from '#record/person/link/persons.ts'
import { actorOf, personId } from '#test/kit.ts'
import { readQueue } from '#work/identity/queue.ts'
import { takeTask } from '#work/identity/take.ts'
import { violationsOf } from './axe.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

const MAIR = personId('mair-pritchard')
const mair = `/people/${MAIR}`

let running: RunningProduct
before(async () => {
  running = await product()
})
after(() => running.stop())

test('Mair says on her telephone that a record is not hers, and reads who answers and by when', async () => {
  const page = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE, scripts: false })
  await page.goto(running.url + mair)
  await page.getByRole('link', { name: 'Cofnodion pa asiantaethau' }).click()
  await page.getByRole('link', { name: 'Nid fi yw hwn' }).last().click()
  await page.getByRole('button', { name: 'Dweud nad fi yw hwn' }).click()
  assert.match(await page.title(), /^Gwall/)
  await page.locator('textarea').fill('Fûm i erioed yn denant yno.')
  await page.getByRole('button', { name: 'Dweud nad fi yw hwn' }).click()
  assert.match(await main(page), /Yn aros am ateb.*Fûm i erioed yn denant yno\..*erbyn 5pm/s)
})

test('Gwyneth finds it in her queue, takes it, and takes the record away on the page of those that are joined', async () => {
  const gwyneth = actorOf('gwyneth-maddocks')
  assert.ok(gwyneth.kind === 'worker')
  const task = await transactionInTurn(running.store, async tx => {
    const queued = (await readQueue(tx, gwyneth)).find(({ reason }) => reason === 'said.notMine')
    assert.ok(queued)
    assert.ok((await takeTask(tx, gwyneth, queued.id)).ok)
    return queued
  })
  const { sourceRecordId } = await running.store.db
    .selectFrom('reviewTask')
    .select('sourceRecordId')
    .where('id', '=', task.id)
    .executeTakeFirstOrThrow()
  // The pages /people/:person/records, /people/:person/records/:subject/away and
  // /people/:person/records/links/:subject.
  const page = await visit(running.url, { as: 'gwyneth-maddocks' })
  await page.goto(`${running.url}${mair}/records`)
  assert.match(await main(page), /What the person says is not theirs.*Fûm i erioed/s)
  await page.getByRole('link', { name: 'End this link' }).first().click()
  assert.deepEqual(await violationsOf(page), [])
  await page.goBack()
  await page.locator(`a[href$="/records/${sourceRecordId}/away"]`).click()
  assert.deepEqual(await violationsOf(page), [])
  await page.locator('textarea').fill('The landlord has another Mrs Pritchard.')
  await page.getByRole('button', { name: 'Take the record away' }).click()
  assert.match(await main(page), /The record has been taken away.*What was told apart/s)
  const now = await transactionInTurn(running.store, tx => personOf(tx, sourceRecordId))
  assert.notEqual(now, MAIR)
})

test('Mair reads that it is gone, by whom and why', async () => {
  const page = await visit(running.url, { as: 'mair-pritchard', scripts: false })
  await page.goto(`${running.url}${mair}/records`)
  assert.match(await main(page), /Links that have ended.*Gwyneth Maddocks.*another Mrs Pritchard/s)
})

async function main(page: Page): Promise<string> {
  return (await page.locator('main').textContent()) ?? ''
}
