import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { personId } from '#test/kit.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Goes to /calendar, as somebody does whose door has just opened.
const plan = `/people/${personId('mair-pritchard')}/plan`

let running: RunningProduct
before(async () => {
  running = await product()
})
after(() => running.stop())

test('Mair presses Escape three times: the page is a calendar, every tab has gone, and going back opens nothing', async () => {
  const mair = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE })
  await mair.goto(running.url + plan)
  const other = await mair.context().newPage()
  await other.goto(`${running.url}/people/${personId('mair-pritchard')}/looks`)
  await mair.keyboard.press('Escape')
  await mair.getByText('Pwyswch Escape ddwywaith eto').waitFor({ state: 'attached' })
  await mair.keyboard.press('Escape')
  await mair.keyboard.press('Escape')
  await mair.waitForURL('**/calendar')
  await other.waitForURL('**/calendar')
  await mair.getByText('Rydych wedi allgofnodi').waitFor()
  assert.doesNotMatch(await mair.content(), /Cydofal<|Mair|cynllun/)
  await mair.goBack()
  assert.ok(!(await mair.content()).includes('ieir'), 'the hens are in her plan')
  await mair.goto(running.url + plan)
  await mair.getByText('Who would you like to be?').or(mair.getByText('Pwy hoffech chi fod?')).waitFor()
})

test('without scripts it is a button, for a daughter too; a worker is not offered it', async () => {
  const elin = await visit(running.url, { as: 'elin-pritchard', width: PHONE, scripts: false })
  await elin.goto(running.url + plan)
  await elin.getByRole('button', { name: 'Leave quickly' }).click()
  await elin.waitForURL('**/calendar')
  await elin.goto(running.url + plan)
  await elin.getByText('Who would you like to be?').waitFor()
  const sioned = await visit(running.url, { as: 'sioned-evans' })
  await sioned.goto(running.url + plan)
  assert.equal(await sioned.getByRole('button', { name: 'Leave quickly' }).count(), 0)
})
