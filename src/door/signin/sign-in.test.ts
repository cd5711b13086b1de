import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
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

test('Mair signs in as herself, and has her own record', async () => {
  const { text } = await product.browser().get('/sign-in?as=mair-pritchard&return_to=/me')
  const { actor, personId, posts, language } = JSON.parse(text)
  assert.equal(actor.kind, 'citizen')
  assert.equal(actor.name, 'Mair Pritchard')
  assert.ok(personId)
  assert.deepEqual(posts, [])
  assert.equal(language, 'cy')
})

test('Tomos, who has two employers, starts work in the post he has held longest', async () => {
  const { text } = await product.browser().get('/sign-in?as=tomos-rees&return_to=/me')
  const { actor, post, posts } = JSON.parse(text)
  assert.equal(actor.kind, 'worker')
  assert.equal(actor.organisationCode, 'cyngor-dyffryn-banadl')
  assert.equal(post.team.cy, 'Pobl hŷn')
  assert.deepEqual(
    posts.map(({ organisationCode }: { organisationCode: string }) => organisationCode),
    ['cyngor-dyffryn-banadl', 'bwrdd-glan-hafren'],
  )
})

test('whoever names nobody, or somebody we do not know, is back on the front page and is nobody', async () => {
  for (const link of ['/sign-in', '/sign-in?as=somebody-else', '/sign-in?as=']) {
    const browser = product.browser()
    const { text } = await browser.get(link)
    assert.equal(text, 'front page')
    assert.equal((await browser.get('/me')).text, '{"nobody":true}')
  }
})

test('signing in needs no page with a script: every step is a redirect', async () => {
  const { way, status } = await product.browser().get('/sign-in?as=mair-pritchard&return_to=/me&language=cy')
  assert.equal(status, 200)
  assert.match(way[1] ?? '', /[?&]ui_locales=cy(&|$)/)
  assert.match(way[1] ?? '', /[?&]code_challenge_method=S256(&|$)/)
})

test('the session cookie is ours alone, unreadable by scripts, and the database does not hold it', async () => {
  const browser = product.browser()
  await browser.get('/sign-in?as=mair-pritchard')
  const secret = browser.cookies.get('__Host-cydofal') ?? ''
  assert.match(secret, /^[\w-]{43}$/)
  const rows = JSON.stringify(await db.store.db.selectFrom('session').selectAll().execute())
  assert.ok(!rows.includes(secret))
  const other = product.browser()
  const back = await other.send(await backAddress(other, 'mair-pritchard'))
  const lines = back.headers.getSetCookie().filter(line => line.startsWith('__Host-cydofal='))
  assert.equal(lines.length, 1)
  assert.match(lines[0] ?? '', /; Path=\/(;|$)/)
  for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax']) assert.ok(lines[0]?.split('; ').includes(word), word)
  assert.doesNotMatch(lines[0] ?? '', /Domain=/i)
})

test('a session that somebody planted in the browser before is not the one that is signed in', async () => {
  const thief = product.browser()
  await thief.get('/sign-in?as=sioned-evans')
  const planted = thief.cookies.get('__Host-cydofal') ?? ''
  const browser = product.browser()
  browser.cookies.set('__Host-cydofal', planted)
  const { text } = await browser.get('/sign-in?as=mair-pritchard&return_to=/me')
  assert.equal(JSON.parse(text).name, 'Mair Pritchard')
  assert.notEqual(browser.cookies.get('__Host-cydofal'), planted)
  assert.equal((await thief.get('/me')).text, '{"nobody":true}')
})

test('a cookie that somebody made up is nobody', async () => {
  for (const secret of ['x'.repeat(43), 'short', '../../etc', 'x'.repeat(5000)]) {
    const browser = product.browser()
    browser.cookies.set('__Host-cydofal', secret)
    assert.equal((await browser.get('/me')).text, '{"nobody":true}')
  }
})

test('what the provider sent back is good for one sign-in only', async () => {
  const browser = product.browser()
  const address = await backAddress(browser, 'mair-pritchard')
  const visit = browser.cookies.get('__Host-cydofal-signing-in') ?? assert.fail('no visit')
  assert.equal((await browser.get(address)).status, 200)
  browser.cookies.set('__Host-cydofal-signing-in', visit)
  assert.deepEqual(await problemAt(browser, address), [400, 'signin.expired'])
})

test('what the provider sent back is good in the browser that began alone', async () => {
  const began = product.browser()
  const address = await backAddress(began, 'mair-pritchard')
  const other = product.browser()
  assert.deepEqual(await problemAt(other, address), [400, 'signin.expired'])
  const otherToo = product.browser()
  await otherToo.send('/sign-in?as=sioned-evans')
  assert.deepEqual(await problemAt(otherToo, address), [400, 'signin.expired'])
  assert.equal((await began.get(address)).status, 200)
})

test('a sign-in that took more than ten minutes must be begun again', async () => {
  const browser = product.browser()
  const address = await backAddress(browser, 'mair-pritchard')
  db.clock.move('2026-11-22T02:20:00Z')
  assert.deepEqual(await problemAt(browser, address), [400, 'signin.expired'])
  db.clock.move('2026-11-22T02:10:00Z')
})

test('after signing in nobody is sent to another site', async () => {
  for (const elsewhere of [
    'https://thief.example/',
    '//thief.example',
    '/\\thief.example',
    '/\t/thief.example',
    'thief.example',
  ]) {
    const { at } = await product.browser().get(`/sign-in?as=mair-pritchard&return_to=${encodeURIComponent(elsewhere)}`)
    assert.equal(at, '/', elsewhere)
  }
})

test('the stand-in remembers nobody: the next to sign in there is whoever they say', async () => {
  const browser = product.browser()
  await browser.get('/sign-in?as=mair-pritchard')
  browser.cookies.delete('__Host-cydofal')
  const { text } = await browser.get('/sign-in?as=sioned-evans&return_to=/me')
  assert.equal(JSON.parse(text).name, 'Sioned Evans')
})

test('what we ask of the stand-in does not go by its public address', async t => {
  const known = await serve(db.store, { PUBLIC_URL: 'https://cydofal.invalid' })
  t.after(known.stop)
  const { text } = await known.browser().get('/sign-in?as=mair-pritchard&return_to=/me')
  assert.equal(JSON.parse(text).name, 'Mair Pritchard')
})

test('a program without our secret gets nothing for a code', async () => {
  const browser = product.browser()
  const code = new URL(await backAddress(browser, 'mair-pritchard')).searchParams.get('code') ?? ''
  const redeem = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: `${product.origin}/sign-in/back`,
    client_id: 'cydofal',
  }
  const answer = await fetch(`${product.origin}/stand-in/token`, { method: 'POST', body: new URLSearchParams(redeem) })
  assert.equal(answer.status, 401)
})

type Browser = ReturnType<TestProduct['browser']>

/** Follows the way through the provider up to, and without, the page of ours that it leads back to. */
async function backAddress(browser: Browser, subject: string): Promise<string> {
  let address = `${product.origin}/sign-in?as=${subject}`
  while (!address.startsWith(`${product.origin}/sign-in/back`)) {
    const response = await browser.send(address)
    address = new URL(response.headers.get('location') ?? assert.fail('no redirect'), address).href
  }
  return address
}

async function problemAt(browser: Browser, address: string): Promise<[number, string]> {
  const { status, text } = await browser.get(address)
  return [status, JSON.parse(text).problem]
}
