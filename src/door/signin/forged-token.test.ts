import assert from 'node:assert/strict'
import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { plantPeople } from './test-people.ts'
import { serve, type TestProduct } from './test-product.ts'
import { type Claims, jwt, type TestProvider, testProvider } from './test-provider.ts'
import { type TestStore, testStore } from './test-store.ts'

let db: TestStore
let provider: TestProvider
let product: TestProduct
let honest: TestProvider['idToken']
before(async () => {
  db = await testStore()
  await plantPeople(db.store)
  provider = await testProvider()
  honest = provider.idToken
  product = await serve(db.store, provider.settings)
})
after(async () => {
  await product.stop()
  await provider.stop()
  await db.drop()
})
afterEach(() => {
  provider.idToken = honest
  provider.extra = {}
  provider.fails = undefined
})

const RS256 = { alg: 'RS256', kid: 'one' }
const thief = generateKeyPairSync('rsa', { modulusLength: 2048 })
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const DAY = 24 * 60 * 60

/** How somebody might sign a token of their own making. */
const SIGNATURES: Record<string, (claims: Claims) => string> = {
  'by nobody': claims => jwt({ alg: 'none' }, claims, () => Buffer.alloc(0)),
  'by nobody, naming our key': claims => jwt({ alg: 'none', kid: 'one' }, claims, () => Buffer.alloc(0)),
  'by nobody, in capitals': claims => jwt({ alg: 'NONE' }, claims, () => Buffer.alloc(0)),
  'by nobody, as RS256': claims => jwt(RS256, claims, () => Buffer.alloc(0)),
  'with no way named': claims => jwt({ kid: 'one' }, claims, rsa(provider.key)),
  'by another key under the same name': claims => jwt(RS256, claims, rsa(thief.privateKey)),
  'by a key of another name': claims => jwt({ ...RS256, kid: 'two' }, claims, rsa(thief.privateKey)),
  'by a key it brings along': claims =>
    jwt({ alg: 'RS256', jwk: thief.publicKey.export({ format: 'jwk' }) }, claims, rsa(thief.privateKey)),
  'by a key it points to': claims => jwt({ ...RS256, jku: 'http://127.0.0.1:9/jwks' }, claims, rsa(thief.privateKey)),
  'by the client secret': claims => jwt({ alg: 'HS256' }, claims, hmac('secret')),
  'by the public key as a shared secret': claims => jwt({ alg: 'HS256', kid: 'one' }, claims, hmac(pem(provider.key))),
  'by a curve': claims => jwt({ alg: 'ES256', kid: 'one' }, claims, input => sign('sha256', input, curve.privateKey)),
  'by the right key in a way it does not use': claims =>
    jwt({ alg: 'RS512', kid: 'one' }, claims, input => sign('sha512', input, provider.key)),
  'for other words': claims => {
    const [head, , signature] = jwt(RS256, { ...claims, sub: 'sioned-evans' }, rsa(provider.key)).split('.')
    return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.')
  },
  'with a critical word we do not know': claims => jwt({ ...RS256, crit: ['b'], b: 1 }, claims, rsa(provider.key)),
}

/** What a token signed by the right key might say wrongly. `undefined` leaves the claim out. */
const CLAIMS: Record<string, (claims: Claims) => Claims> = {
  'another issuer': () => ({ iss: 'https://thief.example' }),
  'an issuer one character away': ({ iss }) => ({ iss: `${iss}/` }),
  'no issuer': () => ({ iss: undefined }),
  'another audience': () => ({ aud: 'another' }),
  'an audience one letter away': () => ({ aud: 'Cydofal' }),
  'no audience': () => ({ aud: undefined }),
  'an empty audience': () => ({ aud: [] }),
  'others as its audience': () => ({ aud: ['one', 'two'] }),
  'us among others, issued to another': () => ({ aud: ['cydofal', 'another'], azp: 'another' }),
  'us among others, issued to nobody named': () => ({ aud: ['cydofal', 'another'] }),
  'no subject': () => ({ sub: undefined }),
  'a number for a subject': () => ({ sub: 7 }),
  'that it ran out yesterday': ({ exp }) => ({ exp: Number(exp) - DAY }),
  'that it ran out a minute ago': ({ iat }) => ({ exp: Number(iat) - 60 }),
  'no end': () => ({ exp: undefined }),
  'an end in words': ({ exp }) => ({ exp: String(exp) }),
  'that it begins tomorrow': ({ iat }) => ({ nbf: Number(iat) + DAY }),
  'no time of issue': () => ({ iat: undefined }),
  'a time of issue in words': ({ iat }) => ({ iat: String(iat) }),
  'another nonce': () => ({ nonce: 'another' }),
  'no nonce': () => ({ nonce: undefined }),
  'an empty nonce': () => ({ nonce: '' }),
  'a list of nonces': ({ nonce }) => ({ nonce: [nonce] }),
}

/** What may come instead of a token. */
const SHAPES: Record<string, () => string | undefined> = {
  'no token': () => undefined,
  'an empty token': () => '',
  'a token of one part': () => 'token',
  'a token of two parts': () => 'e30.e30',
  'a token of five parts': () => 'e30.e30.e30.e30.e30',
  'a token of no JSON': () => 'a.b.c',
}

test('an honest token signs Mair in', async () => {
  const browser = product.browser()
  const { text } = await browser.get('/sign-in?as=mair-pritchard&return_to=/me')
  assert.equal(JSON.parse(text).name, 'Mair Pritchard')
})

test('a token that is signed in any way but the provider’s signs nobody in', async () => {
  for (const [how, forge] of Object.entries(SIGNATURES)) await assertRefused(`signed ${how}`, forge)
})

test('a token that says anything wrong, though rightly signed, signs nobody in', async () => {
  for (const [what, wrong] of Object.entries(CLAIMS)) {
    await assertRefused(`saying ${what}`, claims => jwt(RS256, { ...claims, ...wrong(claims) }, rsa(provider.key)))
  }
})

test('what is not a token signs nobody in', async () => {
  for (const [what, shape] of Object.entries(SHAPES)) await assertRefused(what, shape)
})

test('a token made for an earlier visit of the same person signs nobody in now', async () => {
  await product.browser().get('/sign-in?as=mair-pritchard')
  await assertRefused('replayed', (claims, nonces) =>
    jwt(RS256, { ...claims, nonce: nonces.at(-2) }, rsa(provider.key)),
  )
})

test('an answer that says another provider gave it signs nobody in', async () => {
  provider.extra = { iss: 'https://thief.example' }
  await assertRefused('mixed up', honest)
})

test('an answer with an error in it, or a code the provider does not take, signs nobody in', async () => {
  provider.extra = { error: 'access_denied' }
  await assertRefused('denied', honest)
  provider.extra = {}
  provider.fails = { status: 400, type: 'application/json', body: '{"error":"invalid_grant"}' }
  await assertRefused('not taken', honest)
})

test('the log says which check failed, and neither who it was nor what was sent', async () => {
  provider.idToken = claims => jwt(RS256, { ...claims, aud: 'another', name: 'Mair Pritchard' }, rsa(provider.key))
  product.log.length = 0
  await product.browser().get('/sign-in?as=mair-pritchard')
  assert.equal(product.log.length, 1)
  assert.match(product.log[0] ?? '', /OAUTH_JWT_CLAIM_COMPARISON_FAILED/)
  assert.doesNotMatch(product.log[0] ?? '', /mair/i)
})

/** Neither a session nor a page but the one that says it was refused. */
async function assertRefused(what: string, token: TestProvider['idToken']): Promise<void> {
  provider.idToken = token
  const browser = product.browser()
  const { status, text } = await browser.get('/sign-in?as=mair-pritchard&return_to=/me')
  assert.deepEqual([status, text], [400, '{"problem":"signin.refused"}'], what)
  assert.deepEqual([...browser.cookies.keys()], [], what)
}

function rsa(key: KeyObject): (input: Buffer) => Buffer {
  return input => sign('sha256', input, key)
}

function hmac(secret: string): (input: Buffer) => Buffer {
  return input => createHmac('sha256', secret).update(input).digest()
}

function pem(key: KeyObject): string {
  return String(createPublicKey(key).export({ type: 'spki', format: 'pem' }))
}
