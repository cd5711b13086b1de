import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { personId } from '#test/kit.ts'
import { violationsOf } from './axe.ts'
import { PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

let running: RunningProduct
before(async () => {
  running = await product()
})
after(() => running.stop())

const mair = personId('mair-pritchard')

test('a stranger’s app asks who has looked at Mair, finds nothing, and Mair reads on her page that it asked', async () => {
  const found = await ask('dewi-prosser')
  assert.equal(found.status, 200)
  assert.equal('entry' in ((await found.json()) as object), false)
  const page = await visit(running.url, { as: 'mair-pritchard', language: 'cy', width: PHONE })
  await page.goto(`${running.url}/people/${mair}/looks`)
  const told = page.locator('.app-look', { hasText: 'Dewi Prosser' })
  assert.match(await told.innerText(), /Ceisiodd Dewi Prosser weld rhywbeth amdanoch, ac ni chaniatawyd hynny/)
  assert.match(await told.innerText(), /Drwy ap: npm-run-token/)
  assert.deepEqual(await violationsOf(page), [])
})

test('what Mair’s own app reads is hers: left out until she asks for it, and told as through an app', async () => {
  assert.equal((await ask('mair-pritchard')).status, 200)
  const page = await visit(running.url, { as: 'mair-pritchard' })
  await page.goto(`${running.url}/people/${mair}/looks`)
  assert.equal(await page.getByText('You looked at who has looked').count(), 0)
  await page.goto(`${running.url}/people/${mair}/looks?own=1`)
  const own = page
    .locator('.app-look', { hasText: 'Through an app' })
    .filter({ hasText: 'You looked at who has looked' })
  assert.equal(await own.count(), 1)
})

/** What somebody's app is answered, with a token of the demo. */
async function ask(account: string): Promise<Response> {
  const grant_type = 'https://cydofal.example/grant/account-of-the-demo'
  const body = new URLSearchParams({ grant_type, client_id: 'npm-run-token', account })
  const given = (await (await fetch(`${running.url}/stand-in/token`, { method: 'POST', body })).json()) as object
  assert('access_token' in given)
  const authorization = `Bearer ${given.access_token}`
  return fetch(`${running.url}/fhir/AuditEvent?patient=${mair}`, { headers: { authorization } })
}
