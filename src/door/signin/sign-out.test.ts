import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Announcement, listen } from '#ground/db/announce.ts'
import { hashOf } from './secret.ts'
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

const NOBODY = '{"nobody":true}'

test('signing out ends the session here and at the provider, and leads to the front page', async () => {
  const browser = product.browser()
  await browser.get('/sign-in?as=mair-pritchard')
  const ours = browser.cookies.get('__Host-cydofal') ?? ''
  const copied = product.browser()
  for (const name of ['stand-in', 'stand-in.sig']) copied.cookies.set(name, browser.cookies.get(name) ?? '')
  assert.match(await answerOfStandIn(copied), /[?&]code=/)
  const { way, text } = await browser.post('/sign-out')
  assert.match(way[1] ?? '', /\/stand-in\/session\/end\?.*id_token_hint=/)
  assert.equal(text, 'front page')
  assert.equal(browser.cookies.get('__Host-cydofal'), undefined)

  copied.cookies.set('__Host-cydofal', ours)
  assert.equal((await copied.get('/me')).text, NOBODY)
  assert.match(await answerOfStandIn(copied), /[?&]error=login_required/)
})

test('right after Mair signs out, Sioned can sign in at the same computer', async () => {
  const browser = product.browser()
  await browser.get('/sign-in?as=mair-pritchard')
  await browser.post('/sign-out')
  const { text } = await browser.get('/sign-in?as=sioned-evans&return_to=/me')
  assert.equal(JSON.parse(text).name, 'Sioned Evans')
})

test('pages that the session has open live are told that it ended', async t => {
  const heard = Promise.withResolvers<Announcement>()
  const listening = await listen(db.url, { announced: heard.resolve, missed: () => {} })
  t.after(listening.stop)
  const browser = product.browser()
  await browser.get('/sign-in?as=mair-pritchard')
  const id = hashOf(browser.cookies.get('__Host-cydofal') ?? '')
  await browser.post('/sign-out')
  assert.deepEqual(await heard.promise, { topic: 'session-ended', id })
})

test('Sioned, who left a tablet on the ward, signs out everywhere from home', async () => {
  const [tablet, home, colleague] = [product.browser(), product.browser(), product.browser()]
  await tablet.get('/sign-in?as=sioned-evans')
  await home.get('/sign-in?as=sioned-evans')
  await colleague.get('/sign-in?as=tomos-rees')
  await home.post('/sign-out?everywhere=1')
  assert.equal((await tablet.get('/me')).text, NOBODY)
  assert.equal((await home.get('/me')).text, NOBODY)
  assert.notEqual((await colleague.get('/me')).text, NOBODY)
})

test('signing out at one computer leaves the other alone', async () => {
  const [tablet, home] = [product.browser(), product.browser()]
  await tablet.get('/sign-in?as=sioned-evans')
  await home.get('/sign-in?as=sioned-evans')
  await home.post('/sign-out')
  assert.notEqual((await tablet.get('/me')).text, NOBODY)
})

test('an old cookie that ran out cannot sign anybody out elsewhere', async () => {
  const [old, home] = [product.browser(), product.browser()]
  await old.get('/sign-in?as=sioned-evans')
  db.clock.move('2026-11-22T02:40:00Z')
  await home.get('/sign-in?as=sioned-evans')
  await old.post('/sign-out?everywhere=1')
  assert.notEqual((await home.get('/me')).text, NOBODY)
})

test('signing out twice, or without a session, leads to the front page all the same', async () => {
  const browser = product.browser()
  assert.equal((await browser.post('/sign-out')).text, 'front page')
  await browser.get('/sign-in?as=mair-pritchard')
  const ours = browser.cookies.get('__Host-cydofal') ?? ''
  await browser.post('/sign-out')
  browser.cookies.set('__Host-cydofal', ours)
  assert.equal((await browser.post('/sign-out')).text, 'front page')
})

test('after the stand-in was started anew and knows nobody, people can still sign out', async t => {
  const browser = product.browser()
  await browser.get('/sign-in?as=mair-pritchard')
  const anew = await serve(db.store)
  t.after(anew.stop)
  const later = anew.browser()
  for (const [name, value] of browser.cookies) later.cookies.set(name, value)
  const { text } = await later.post('/sign-out')
  assert.equal(text, 'front page')
  assert.equal((await later.get('/me')).text, NOBODY)
})

test('a link cannot sign anybody out', async () => {
  const browser = product.browser()
  await browser.get('/sign-in?as=mair-pritchard')
  assert.equal((await browser.get('/sign-out')).status, 404)
  assert.notEqual((await browser.get('/me')).text, NOBODY)
})

/** Asks the stand-in who is there, which it may answer only from a session that it still has. */
async function answerOfStandIn(browser: ReturnType<TestProduct['browser']>): Promise<string> {
  const asked = new URLSearchParams({
    client_id: 'cydofal',
    response_type: 'code',
    scope: 'openid',
    prompt: 'none',
    redirect_uri: `${product.origin}/sign-in/back`,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  })
  const answer = await browser.send(`${product.origin}/stand-in/auth?${asked}`)
  return answer.headers.get('location') ?? ''
}
