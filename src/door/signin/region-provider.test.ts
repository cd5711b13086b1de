import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readConfig } from '#config'
import { signinDoor } from './routes.ts'
import { plantPeople } from './test-people.ts'
import { configOf, serve, type TestProduct } from './test-product.ts'
import { type TestProvider, testProvider } from './test-provider.ts'
import { type TestStore, testStore } from './test-store.ts'

let db: TestStore
let provider: TestProvider
let product: TestProduct
before(async () => {
  db = await testStore()
  await plantPeople(db.store)
  provider = await testProvider()
  product = await serve(db.store, provider.settings)
})
after(async () => {
  await product.stop()
  await provider.stop()
  await db.drop()
})

test('somebody the region knows and we do not is told that they have no account', async () => {
  const browser = product.browser()
  const { status, text } = await browser.get('/sign-in?as=somebody-new')
  assert.deepEqual([status, text], [403, '{"problem":"signin.noAccount"}'])
  assert.deepEqual([...browser.cookies.keys()], [])
})

test('a code is redeemed with our secret in the header and with proof that it was we who began', async () => {
  await product.browser().get('/sign-in?as=mair-pritchard')
  const { authorization, form } = provider.redeemed.at(-1) ?? assert.fail('nothing was redeemed')
  assert.equal(authorization, `Basic ${Buffer.from('cydofal:secret').toString('base64')}`)
  assert.match(form.get('code_verifier') ?? '', /^[\w-]{43}$/)
  assert.equal(form.get('client_secret'), null)
})

test('signing out ends the session at the region’s provider too', async () => {
  const browser = product.browser()
  await browser.get('/sign-in?as=mair-pritchard')
  const { text } = await browser.post('/sign-out')
  assert.equal(text, 'front page')
  const left = provider.signedOut.at(-1)?.searchParams
  assert.match(left?.get('id_token_hint') ?? '', /^[\w-]+\.[\w-]+\.[\w-]+$/)
  assert.equal(left?.get('post_logout_redirect_uri'), `${product.origin}/`)
})

test('when the provider fails, people are told to try again soon, and can again', async () => {
  for (const fails of [
    { status: 503, type: 'application/json', body: '{}' },
    { status: 200, type: 'text/html', body: '<html>' },
  ]) {
    provider.fails = fails
    const { status, text } = await product.browser().get('/sign-in?as=mair-pritchard')
    assert.deepEqual([status, text], [503, '{"problem":"signin.unreachable"}'])
  }
  provider.fails = undefined
  assert.match((await product.browser().get('/sign-in?as=mair-pritchard&return_to=/me')).text, /Mair/)
})

test('while the provider is away the product says so; signing out works all the same', async t => {
  const away = await testProvider()
  const apart = await serve(db.store, away.settings)
  t.after(apart.stop)
  await away.stop()
  const { status, text } = await apart.browser().get('/sign-in?as=mair-pritchard')
  assert.deepEqual([status, text], [503, '{"problem":"signin.unreachable"}'])

  const browser = product.browser()
  await browser.get('/sign-in?as=mair-pritchard')
  const elsewhere = apart.browser()
  for (const [name, value] of browser.cookies) elsewhere.cookies.set(name, value)
  assert.equal((await elsewhere.post('/sign-out')).text, 'front page')
  assert.equal((await browser.get('/me')).text, '{"nobody":true}')
})

test('a provider that is not reached safely is not used', async t => {
  const unsafe = await serve(db.store, { ...provider.settings, OIDC_ISSUER: 'http://provider.invalid' })
  t.after(unsafe.stop)
  const { status } = await unsafe.browser().get('/sign-in?as=mair-pritchard')
  assert.ok(status >= 400)
  assert.match(unsafe.log.join(''), /OAUTH_HTTP_REQUEST_FORBIDDEN/)
})

test('a real region has no stand-in that lets anybody in', async () => {
  const browser = product.browser()
  for (const path of ['/stand-in/.well-known/openid-configuration', '/stand-in/auth', '/stand-in/interaction/x']) {
    assert.equal((await browser.get(path)).status, 404)
  }
})

test('the product does not start without knowing its provider, or who it is to the provider', () => {
  for (const setting of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']) {
    for (const nothing of [undefined, '']) {
      const settings = { ...provider.settings, [setting]: nothing }
      assert.equal(readConfig(settings).ok, false)
      const config = { ...configOf(provider.settings), [setting]: nothing }
      assert.throws(() => signinDoor({ store: db.store, config }), /not named/)
    }
  }
})
