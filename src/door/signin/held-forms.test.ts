import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { idFor } from '#ground/chance.ts'
import { transactionInTurn } from '#ground/db/store.ts'
import { forgetWhatIsOver } from './forget.ts'
import { holdForm, takeHeldForm } from './held-forms.ts'
import { plantPeople } from './test-people.ts'
import { serve, type TestProduct } from './test-product.ts'
import { type TestStore, testStore } from './test-store.ts'

let db: TestStore
let product: TestProduct
before(async () => {
  db = await testStore()
  await plantPeople(db.store)
  product = await serve(db.store)
})
after(async () => {
  await product.stop()
  await db.drop()
})
beforeEach(() => db.clock.move('2026-11-22T02:10:00Z'))

const MAIR = idFor('Mair Pritchard')
const TYPED = { words: 'Dw i eisiau mynd adref' }

test('what Mair had typed when her session ran out is there when she signs in again, once', async () => {
  const browser = await expired('mair-pritchard')
  assert.equal((await browser.post('/form', TYPED)).text, '{"held":true}')
  const { text } = await browser.get('/sign-in?as=mair-pritchard&return_to=/form')
  assert.deepEqual(JSON.parse(text), TYPED)
  assert.equal((await browser.get('/form')).text, '{}')
})

test('whoever signs in next at that computer does not see what Mair typed; she still does', async () => {
  const browser = await expired('mair-pritchard')
  await browser.post('/form', TYPED)
  assert.equal((await browser.get('/sign-in?as=sioned-evans&return_to=/form')).text, '{}')
  assert.deepEqual(JSON.parse((await browser.get('/sign-in?as=mair-pritchard&return_to=/form')).text), TYPED)
})

test('nothing is kept for somebody who signed out, or who was never here', async () => {
  const browser = product.browser()
  assert.equal((await browser.post('/form', TYPED)).text, '{"held":false}')
  await browser.get('/sign-in?as=mair-pritchard')
  const secret = browser.cookies.get('__Host-cydofal') ?? ''
  await browser.post('/sign-out')
  browser.cookies.set('__Host-cydofal', secret)
  db.clock.move('2026-11-22T03:10:00Z')
  assert.equal((await browser.post('/form', TYPED)).text, '{"held":false}')
})

test('a form is kept for an hour and no longer', async () => {
  await hold('/plan')
  db.clock.move('2026-11-22T03:09:59Z')
  assert.deepEqual(await take('/plan'), TYPED)
  db.clock.move('2026-11-22T02:10:00Z')
  await hold('/plan')
  db.clock.move('2026-11-22T03:10:00Z')
  assert.equal(await take('/plan'), undefined)
})

test('of one page the latest is kept, of one account five pages, and the oldest gives way', async () => {
  for (let page = 1; page <= 6; page++) {
    db.clock.move(`2026-11-22T02:1${page}:00Z`)
    await hold(`/page/${page}`)
  }
  await hold('/page/6', { words: 'Yfory' })
  assert.equal(await take('/page/1'), undefined)
  for (let page = 2; page <= 5; page++) assert.deepEqual(await take(`/page/${page}`), TYPED)
  assert.deepEqual(await take('/page/6'), { words: 'Yfory' })
})

test('what is too large to keep, or cannot be kept whole, is not kept at all', async () => {
  assert.equal(await hold('/large', { words: 'x'.repeat(64 * 1024) }), false)
  assert.equal(await hold('/odd', { words: 'a\0b' }), false)
  assert.equal(await hold('/odd', { words: '\ud800' }), false)
  assert.equal(await hold('/fits', { words: 'x'.repeat(63 * 1024) }), true)
})

test('what nobody can use any more is deleted', async () => {
  await hold('/plan')
  const browser = product.browser()
  await browser.send('/sign-in?as=mair-pritchard')
  db.clock.move('2026-11-30T02:10:00Z')
  await transactionInTurn(db.store, forgetWhatIsOver)
  for (const table of ['heldForm', 'signingIn', 'session'] as const) {
    assert.deepEqual(await db.store.db.selectFrom(table).selectAll().execute(), [], table)
  }
})

function hold(path: string, fields: Record<string, string> = TYPED) {
  return transactionInTurn(db.store, tx => holdForm(tx, MAIR, path, fields))
}

function take(path: string) {
  return transactionInTurn(db.store, tx => takeHeldForm(tx, MAIR, path))
}

/** A browser whose session ran out. */
async function expired(subject: string) {
  const browser = product.browser()
  await browser.get(`/sign-in?as=${subject}`)
  db.clock.move('2026-11-22T02:40:00Z')
  return browser
}
