import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asSent, type Region, region } from '#test/kit.ts'
import { TestPages } from '../test-pages.ts'

const STEFFAN = 'steffan-howells'

let here: Region
let pages: TestPages

before(async () => {
  here = await region()
  pages = await TestPages.of(here)
  await here.send('mair-admitted.hl7')
  await here.send(asSent('mair-admitted.hl7').replace('Fall at home', 'Chest pain'))
  await here.send('wrong-person.hl7')
  await here.send('unknown-sender.hl7')
})
after(async () => {
  await pages.close()
  await here.close()
})

test('an officer reads a message again, and the page says that it waits on and why', async () => {
  const address = `/messages/${await idOf('PB00001')}`
  const sent = await pages.send(address, { as: STEFFAN, form: { act: 'replay' } })
  assert.equal(sent.headers.location, `${address}?done=waits`)
  const page = await pages.read(`${address}?done=waits`, { as: STEFFAN, language: 'cy' })
  assert.match(page.body, /mae’n dal i aros/)
  assert.match(page.body, /Steffan Howells/)
})

test('a reused control id asks for a reason, keeps what was typed, and then applies the message', async () => {
  const waiting = await here.store.db
    .selectFrom('messageOutcomeNow')
    .select('messageId')
    .where('reason', '=', 'feed.controlIdReused')
    .executeTakeFirstOrThrow()
  const address = `/messages/${waiting.messageId}`
  assert.match((await pages.read(address, { as: STEFFAN })).body, /Why is it a message of its own\?/)
  const without = await pages.send(address, { as: STEFFAN, form: { act: 'replay', ownWords: ' ' } })
  assert.equal(without.statusCode, 422)
  assert.match(without.body, /Give a reason/)
  const long = await pages.send(address, { as: STEFFAN, form: { act: 'replay', ownWords: 'a'.repeat(2001) } })
  assert.match(long.body, /2,000 characters or fewer/)
  const given = await pages.send(address, { as: STEFFAN, form: { act: 'replay', ownWords: 'Typed anew' } })
  assert.equal(given.headers.location, `${address}?done=replayed`)
  assert.match((await pages.read(address, { as: STEFFAN })).body, /<q>Typed anew<\/q>/)
  const again = await pages.send(address, { as: STEFFAN, form: { act: 'replay', ownWords: 'Typed anew' } })
  assert.equal(again.statusCode, 409)
  assert.match(again.body, /Somebody has dealt with it already/)
})

test('what waits is shown by reason, by system and by team, and what is not there says so', async () => {
  const bySystem = await pages.read('/messages?sender=OLDPAS%2FPLASBACH', { as: STEFFAN })
  assert.match(bySystem.body, /1 message waits in quarantine/)
  assert.match(bySystem.body, /Replay this message/)
  const byReason = await pages.read('/messages?reason=match.numberOfSomebodyElse', { as: STEFFAN })
  assert.match(byReason.body, /YGH0000418891/)
  assert.doesNotMatch(byReason.body.split('What became of each message')[0]!, /PB00001/)
  const none = await pages.read('/messages?reason=adt.noVisit', { as: STEFFAN })
  assert.match(none.body, /Nothing that waits is like that/)
  const nonsense = await pages.read('/messages?sender=%25zz&owner=me&page=-3', { as: STEFFAN })
  assert.equal(nonsense.statusCode, 200)
})

test('what waits for one reason is replayed together, and a page tells how far it is', async () => {
  const form = { reason: 'match.numberOfSomebodyElse' }
  const begun = await pages.send('/messages', { as: STEFFAN, form })
  const address = String(begun.headers.location)
  assert.match(address, /^\/messages\/replays\/[0-9a-f-]{36}$/)
  while (here.replayer.isAtWork(address.split('/').at(-1)!)) await new Promise(resolve => setTimeout(resolve, 10))
  const page = await pages.read(address, { as: STEFFAN })
  assert.match(page.body, /Messages replayed/)
  assert.match(page.body, /Wait on: It has the NHS number of somebody/)
  assert.equal((await pages.read(address, { as: 'sioned-evans' })).statusCode, 404)
  const nothing = await pages.send('/messages', { as: STEFFAN, form: { reason: 'adt.noVisit' } })
  assert.equal(nothing.headers.location, '/messages?reason=adt.noVisit')
})

test('an officer sets a message aside with a reason, and it is refused for good', async () => {
  const address = `/messages/${await idOf('YGH0000418891')}`
  const without = await pages.send(address, { as: STEFFAN, form: { act: 'set-aside', words: '' } })
  assert.equal(without.statusCode, 422)
  const set = await pages.send(address, { as: STEFFAN, form: { act: 'set-aside', words: 'Sent again, put right' } })
  assert.equal(set.headers.location, `${address}?done=aside`)
  const page = await pages.read(address, { as: STEFFAN })
  assert.match(page.body, /It was refused\./)
  assert.doesNotMatch(page.body, /Set it aside for good/)
})

test('nobody but an officer does anything about a message', async () => {
  const address = `/messages/${await idOf('PB00001')}`
  for (const as of ['sioned-evans', 'mair-pritchard']) {
    const sent = await pages.send(address, { as, form: { act: 'set-aside', words: 'no' } })
    assert.equal(sent.statusCode, 404)
  }
  assert.equal((await pages.send(address, { as: STEFFAN, form: { act: 'burn' } })).statusCode, 404)
})

async function idOf(controlId: string): Promise<string> {
  const { id } = await here.store.db
    .selectFrom('message')
    .select('id')
    .where('controlId', '=', controlId)
    .executeTakeFirstOrThrow()
  return id
}
