import assert from 'node:assert/strict'
import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { after, test } from 'node:test'
import { compactVerify, decodeJwt } from 'jose'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region, whoIsNamed } from '#test/kit.ts'
import { codeOf, testDoor } from '../test-door.ts'
import { type Claims, es256, HEADER, jwt } from '../test-issuer.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())
const { issuer } = door

const PAGE = `/fhir/AuditEvent?patient=${personId('mair-pritchard')}`
const now = () => here.clock.now()
const honest = () => issuer.claims('mair-pritchard', now())

const thief = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const nobody = () => Buffer.alloc(0)
const pem = () => String(createPublicKey(issuer.key).export({ type: 'spki', format: 'pem' }))
const hmac = (secret: string) => (input: Buffer) => createHmac('sha256', secret).update(input).digest()

/** How somebody might sign a token of their own making. */
const SIGNATURES: Record<string, (claims: Claims) => string> = {
  'by nobody': claims => jwt({ alg: 'none', typ: 'at+jwt' }, claims, nobody),
  'by nobody, naming the key': claims => jwt({ ...HEADER, alg: 'none' }, claims, nobody),
  'by nobody, in capitals': claims => jwt({ ...HEADER, alg: 'NONE' }, claims, nobody),
  'by nobody, as ES256': claims => jwt(HEADER, claims, nobody),
  'with no way named': claims => jwt({ typ: 'at+jwt', kid: 'one' }, claims, es256(issuer.key)),
  'by another key under the same name': claims => jwt(HEADER, claims, es256(thief.privateKey)),
  'by a key of another name': claims => jwt({ ...HEADER, kid: 'two' }, claims, es256(thief.privateKey)),
  'by a key it brings along': claims =>
    jwt({ ...HEADER, jwk: thief.publicKey.export({ format: 'jwk' }) }, claims, es256(thief.privateKey)),
  'by a key it points to': claims =>
    jwt({ ...HEADER, jku: 'http://127.0.0.1:9/jwks' }, claims, es256(thief.privateKey)),
  'by the public key as a shared secret': claims => jwt({ ...HEADER, alg: 'HS256' }, claims, hmac(pem())),
  'by an empty shared secret': claims => jwt({ ...HEADER, alg: 'HS256' }, claims, hmac('')),
  'by a key of another kind': claims =>
    jwt({ ...HEADER, alg: 'RS256' }, claims, input => sign('sha256', input, rsa.privateKey)),
  'for other words': claims => {
    const [head, , signature] = jwt(HEADER, { ...claims, sub: 'elin-pritchard' }, es256(issuer.key)).split('.')
    return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.')
  },
  'with a critical word we do not know': claims => jwt({ ...HEADER, crit: ['b'], b: 1 }, claims, es256(issuer.key)),
  'as the ID token of a sign-in': claims => jwt({ ...HEADER, typ: 'JWT' }, claims, es256(issuer.key)),
  'without saying what kind it is': claims => jwt({ alg: 'ES256', kid: 'one' }, claims, es256(issuer.key)),
}

const HOUR = 60 * 60

/** What a token signed by the right key might say wrongly. `undefined` leaves the claim out. */
const CLAIMS: Record<string, (claims: Claims) => Claims> = {
  'another issuer': () => ({ iss: 'https://thief.example' }),
  'an issuer one character away': ({ iss }) => ({ iss: `${iss}/` }),
  'no issuer': () => ({ iss: undefined }),
  'another audience': () => ({ aud: 'https://another.example/fhir' }),
  'an audience one letter away': ({ aud }) => ({ aud: `${aud}/` }),
  'no audience': () => ({ aud: undefined }),
  'an empty audience': () => ({ aud: [] }),
  'us among others': ({ aud }) => ({ aud: [aud, 'https://another.example/fhir'] }),
  'that it ran out an hour ago': ({ iat, exp }) => ({ iat: Number(iat) - 2 * HOUR, exp: Number(exp) - 2 * HOUR }),
  'that it ran out six seconds ago': ({ iat }) => ({ iat: Number(iat) - HOUR, exp: Number(iat) - 6 }),
  'no end': () => ({ exp: undefined }),
  'an end in words': ({ exp }) => ({ exp: String(exp) }),
  'an end a second more than an hour off': ({ exp }) => ({ exp: Number(exp) + 1 }),
  'an end in ten years': ({ exp }) => ({ exp: Number(exp) + 10 * 365 * 24 * HOUR }),
  'that it begins tomorrow': ({ iat }) => ({ nbf: Number(iat) + 24 * HOUR }),
  'that it was made tomorrow': ({ iat, exp }) => ({ iat: Number(iat) + 24 * HOUR, exp: Number(exp) + 24 * HOUR }),
  'no time of issue': () => ({ iat: undefined }),
  'a subject we do not know': () => ({ sub: 'nobody-at-all' }),
  'no subject': () => ({ sub: undefined }),
  'a number for a subject': () => ({ sub: 7 }),
  'no name of its own': () => ({ jti: undefined }),
  'no app': () => ({ client_id: undefined }),
  'a post of somebody else': () => ({ post: sionedsPost }),
  'a post that is none': () => ({ post: 'social-worker' }),
  'that one key alone may bring it': () => ({ cnf: { jkt: 'abc' } }),
}

/** What may come instead of a token. */
const GARBAGE = ['token', 'e30.e30', 'e30.e30.', 'e30.e30.e30.e30.e30', 'a.b.c', '§', 'null', `${'a'.repeat(6000)}.b.c`]

const sionedsPost = (await here.visitorOf('sioned-evans')).post?.id

test('an honest token opens Mair’s trail to an app of hers', async () => {
  const answer = await door.ask(PAGE, issuer.token(honest()))
  assert.equal(answer.status, 200, answer.text)
})

test('a token that is signed in any way but the issuer’s opens nothing', async () => {
  for (const [how, forge] of Object.entries(SIGNATURES)) await assertRefused(`signed ${how}`, forge(honest()))
})

test('a token that says anything wrong, though rightly signed, opens nothing', async () => {
  for (const [what, wrong] of Object.entries(CLAIMS)) {
    await assertRefused(`saying ${what}`, issuer.token({ ...honest(), ...wrong(honest()) }))
  }
})

test('each forged token is wrong in that one thing alone: whoever left out the check would take it', async () => {
  for (const [how, forge] of Object.entries(SIGNATURES)) assert.deepEqual(decodeJwt(forge(honest())), honest(), how)
  for (const [what, wrong] of Object.entries(CLAIMS)) {
    const token = issuer.token({ ...honest(), ...wrong(honest()) })
    await compactVerify(token, issuer.publicKey)
    assert.notDeepEqual(decodeJwt(token), honest(), what)
  }
})

test('what is not a token opens nothing', async () => {
  for (const text of GARBAGE) await assertRefused(text.slice(0, 20), text)
})

test('every refusal is the same, byte for byte, so that a forger learns nothing', async () => {
  const forged = [...Object.values(SIGNATURES).map(forge => forge(honest())), ...GARBAGE]
  const answers = await Promise.all(forged.map(token => door.ask(PAGE, token)))
  assert.equal(new Set(answers.map(({ text, headers }) => text + headers['www-authenticate'])).size, 1)
})

test('whoever brings none is asked for one', async () => {
  const answer = await door.ask(PAGE)
  assert.deepEqual([answer.status, codeOf(answer)], [401, 'no-token'])
  assert.equal(answer.headers['www-authenticate'], 'Bearer realm="Cydofal"')
  const basic = await door.ask(PAGE, undefined, { headers: { authorization: 'Basic bWFpcjpwYXNz' } })
  assert.equal(codeOf(basic), 'token-refused')
})

test('a token of a worker acts in one post, and only while that post is held', async () => {
  const { accountId } = actorOf('sioned-evans')
  const inPost = () => issuer.token(issuer.claims('sioned-evans', now(), sionedsPost))
  assert.equal((await door.ask(PAGE, inPost())).status, 200)
  await assertRefused('without a post', issuer.token(issuer.claims('sioned-evans', now())))
  const token = inPost()
  await here.store.db
    .insertInto('postEnd')
    .values({ postId: sionedsPost ?? accountId, endedAt: now(), reason: 'a new job' })
    .execute()
  await assertRefused('of a post that has ended since it was given', token)
  assert.equal(seedId.account('sioned-evans'), accountId)
})

test('a token given for less opens no more, whoever it names', async () => {
  for (const scope of [
    '',
    'openid',
    'user/Patient.rs',
    'user/AuditEvent.r',
    'patient/AuditEvent.rs',
    'user/AuditEvent.rs?date=ge2026',
  ]) {
    const answer = await door.ask(PAGE, issuer.token({ ...honest(), scope }))
    assert.deepEqual([answer.status, codeOf(answer)], [403, 'scope-too-narrow'], scope)
    assert.equal(answer.headers['www-authenticate'], 'Bearer realm="Cydofal", error="insufficient_scope"')
  }
  assert.equal((await door.ask(PAGE, issuer.token({ ...honest(), scope: 'openid user/*.cruds' }))).status, 200)
})

test('when the issuer cannot be asked for its keys, no token is called wrong', async () => {
  const other = await testDoor(here.store, whoIsNamed)
  other.issuer.isDown = true
  const answer = await other.ask(PAGE, other.issuer.token(other.issuer.claims('mair-pritchard', now())))
  assert.deepEqual([answer.status, codeOf(answer)], [503, 'issuer-unreachable'])
  other.issuer.isDown = false
  assert.equal((await other.ask(PAGE, other.issuer.token(other.issuer.claims('mair-pritchard', now())))).status, 200)
  await other.stop()
})

async function assertRefused(what: string, token: string): Promise<void> {
  const answer = await door.ask(PAGE, token)
  assert.deepEqual([answer.status, codeOf(answer)], [401, 'token-refused'], what)
  assert.equal(answer.headers['www-authenticate'], 'Bearer realm="Cydofal", error="invalid_token"', what)
}
