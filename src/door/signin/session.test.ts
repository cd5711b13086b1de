import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { idFor } from '#ground/chance.ts'
import { type Announcement, listen } from '#ground/db/announce.ts'
import { transactionInTurn } from '#ground/db/store.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
import { findVisitor, findVisitorAgain } from './find-visitor.ts'
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
beforeEach(() => db.clock.move('2026-11-22T02:10:00Z'))

const NOBODY = '{"nobody":true}'
const TOMOS_AT_COUNCIL = idFor('tomos-council')
const TOMOS_AT_BOARD = idFor('tomos-board')

test('a session unused for half an hour is over, one used every so often is not', async () => {
  const [used, unused] = [await signedIn('mair-pritchard'), await signedIn('mair-pritchard')]
  db.clock.move('2026-11-22T02:39:00Z')
  assert.notEqual((await used.get('/me')).text, NOBODY)
  db.clock.move('2026-11-22T02:40:00Z')
  assert.notEqual((await used.get('/me')).text, NOBODY)
  assert.equal((await unused.get('/me')).text, NOBODY)
})

test('a use is noted at most once a minute', async () => {
  const browser = await signedIn('mair-pritchard')
  const noted = async (at: string) => {
    db.clock.move(at)
    await browser.get('/me')
    const id = hashOf(browser.cookies.get('__Host-cydofal') ?? '')
    const session = db.store.db.selectFrom('session').select('lastUsedAt').where('idHash', '=', id)
    return (await session.executeTakeFirstOrThrow()).lastUsedAt.toISOString()
  }
  assert.equal(await noted('2026-11-22T02:10:59Z'), '2026-11-22T02:10:00.000Z')
  assert.equal(await noted('2026-11-22T02:11:00Z'), '2026-11-22T02:11:00.000Z')
})

test('however busy the shift, after twelve hours one signs in again', async () => {
  const browser = await signedIn('sioned-evans')
  for (let minute = 20; minute < 12 * 60; minute += 20) {
    db.clock.move(new Date(Date.UTC(2026, 10, 22, 2, 10 + minute)).toISOString())
    assert.notEqual((await browser.get('/me')).text, NOBODY)
  }
  db.clock.move('2026-11-22T14:10:00Z')
  assert.equal((await browser.get('/me')).text, NOBODY)
})

test('a page that stays open does not keep the session alive', async () => {
  const browser = await signedIn('mair-pritchard')
  const secret = browser.cookies.get('__Host-cydofal') ?? ''
  const again = () => transactionInTurn(db.store, tx => findVisitorAgain(tx, hashOf(secret), 30))
  db.clock.move('2026-11-22T02:39:00Z')
  assert.equal((await again())?.name, 'Mair Pritchard')
  db.clock.move('2026-11-22T02:40:00Z')
  assert.equal(await again(), undefined)
  const found = await transactionInTurn(db.store, tx => findVisitor(tx, secret, 30))
  assert.deepEqual(found, { is: 'expired', accountId: idFor('Mair Pritchard') })
})

test('Tomos goes over to his other employer, stays on the page he was on, and both employers can see it', async () => {
  const browser = await signedIn('tomos-rees')
  const { at } = await browser.post('/switch-post', { post: TOMOS_AT_BOARD }, { referer: `${product.origin}/me?of=1` })
  assert.equal(at, '/me?of=1')
  const tomos = await whoIs(browser)
  assert.equal(tomos.post?.id, TOMOS_AT_BOARD)
  assert.equal(tomos.actor.kind === 'worker' && tomos.actor.organisationCode, 'bwrdd-glan-hafren')
  assert.deepEqual(await trail(), [
    { action: 'leave-post', organisationId: idFor('council'), accountId: idFor('Tomos Rees'), personId: null },
    { action: 'take-post', organisationId: idFor('board'), accountId: idFor('Tomos Rees'), personId: null },
  ])
})

test('signing in and signing out are in the trail, with the employer whose post it was, and about nobody', async () => {
  const signings = ['sign-in', 'sign-out']
  const before = (await trail(signings)).length
  const sioned = await signedIn('sioned-evans')
  await sioned.post('/sign-out')
  const mair = await signedIn('mair-pritchard')
  await mair.post('/sign-out')
  await mair.post('/sign-out')
  const entry = (action: string, name: string, organisationId: string | null) => ({
    action,
    organisationId,
    accountId: idFor(name),
    personId: null,
  })
  assert.deepEqual((await trail(signings)).slice(before), [
    entry('sign-in', 'Sioned Evans', idFor('council')),
    entry('sign-out', 'Sioned Evans', idFor('council')),
    entry('sign-in', 'Mair Pritchard', null),
    entry('sign-out', 'Mair Pritchard', null),
  ])
})

test('pages open live as the earlier post are told to load again', async t => {
  const heard = Promise.withResolvers<Announcement>()
  const listening = await listen(db.url, { announced: heard.resolve, missed: () => {} })
  t.after(listening.stop)
  const browser = await signedIn('tomos-rees')
  await browser.post('/switch-post', { post: TOMOS_AT_BOARD })
  const id = hashOf(browser.cookies.get('__Host-cydofal') ?? '')
  assert.deepEqual(await heard.promise, { topic: 'session-ended', id })
})

test('choosing the post one is in already changes nothing and leaves no trail', async () => {
  const before = (await trail()).length
  const browser = await signedIn('tomos-rees')
  assert.equal((await browser.post('/switch-post', { post: TOMOS_AT_COUNCIL })).at, '/')
  assert.equal((await trail()).length, before)
})

test('nobody can act in a colleague’s post, or in one that does not exist', async () => {
  const browser = await signedIn('tomos-rees')
  for (const post of [idFor('sioned-council'), idFor('no such post'), 'x', '']) {
    const { status, text } = await browser.post('/switch-post', { post })
    assert.deepEqual([status, text], [403, '{"problem":"signin.notYourPost"}'])
  }
  assert.equal((await whoIs(browser)).post?.id, TOMOS_AT_COUNCIL)
})

test('switching leads to no other site, whatever page it says it came from', async () => {
  const browser = await signedIn('tomos-rees')
  for (const referer of ['https://thief.example/me', `${product.origin}//thief.example/`, 'not an address']) {
    assert.equal((await browser.post('/switch-post', { post: TOMOS_AT_COUNCIL }, { referer })).at, '/')
  }
})

test('somebody who is not signed in and wants to switch is asked to sign in', async () => {
  const { way } = await product
    .browser()
    .post('/switch-post', { post: TOMOS_AT_BOARD }, { referer: `${product.origin}/me` })
  assert.equal(way[1], `${product.origin}/sign-in?return_to=%2Fme`)
})

test('the moment Tomos leaves one employer, his open session acts for the other; when he leaves both, for nobody', async () => {
  const browser = await signedIn('tomos-rees')
  await browser.post('/switch-post', { post: TOMOS_AT_BOARD })
  await leaves(TOMOS_AT_BOARD, '2026-11-22T02:20:00Z')
  db.clock.move('2026-11-22T02:19:59Z')
  assert.equal((await whoIs(browser)).post?.id, TOMOS_AT_BOARD)
  db.clock.move('2026-11-22T02:20:00Z')
  const left = await whoIs(browser)
  assert.equal(left.post?.id, TOMOS_AT_COUNCIL)
  assert.deepEqual(
    left.posts.map(({ id }) => id),
    [TOMOS_AT_COUNCIL],
  )
  assert.equal((await browser.post('/switch-post', { post: TOMOS_AT_BOARD })).status, 403)
  assert.deepEqual(
    (await trail()).slice(-2).map(({ action }) => action),
    ['leave-post', 'take-post'],
  )
  await leaves(TOMOS_AT_COUNCIL, '2026-11-22T02:21:00Z')
  db.clock.move('2026-11-22T02:21:00Z')
  assert.equal((await whoIs(browser)).actor.kind, 'citizen')
})

test('when many pages are asked for at the moment a post ends, the trail says once that it was left', async () => {
  const before = (await trail()).length
  const browser = await signedIn('sioned-evans')
  await leaves(idFor('sioned-council'), '2026-11-22T02:10:30Z')
  db.clock.move('2026-11-22T02:10:30Z')
  const kinds = await Promise.all(Array.from({ length: 8 }, async () => (await whoIs(browser)).actor.kind))
  assert.deepEqual(new Set(kinds), new Set(['citizen']))
  assert.equal((await trail()).length, before + 1)
})

async function signedIn(subject: string) {
  const browser = product.browser()
  await browser.get(`/sign-in?as=${subject}`)
  return browser
}

async function whoIs(browser: ReturnType<TestProduct['browser']>): Promise<Visitor> {
  return JSON.parse((await browser.get('/me')).text)
}

async function leaves(postId: string, endedAt: string): Promise<void> {
  await db.store.db.insertInto('postEnd').values({ postId, endedAt, reason: 'Left' }).execute()
}

/** What the trail has of sessions: changes of post, unless something else is asked for. */
async function trail(actions: readonly string[] = ['leave-post', 'take-post']) {
  const entries = db.store.db.selectFrom('trailEntry').select(['action', 'organisationId', 'accountId', 'personId'])
  return await entries.where('action', 'in', actions).orderBy('sequence').execute()
}
