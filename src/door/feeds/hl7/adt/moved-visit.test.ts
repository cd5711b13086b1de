import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Encounter } from 'fhir/r4.js'
import { personId, region } from '#test/kit.ts'
import { noticesOf } from '#work/notice/read.ts'
import { receiveFrame } from '../receive.ts'

const here = await region()
const MAIR = 'H2088041'
let sent = 0

test('a stay was written about Owen that is Mair’s: it is hers, and of his there is only that it was entered in error', async () => {
  await here.send('owen-admitted.hl7')
  assert.equal((await staysOf('owen-griffiths')).length, 2)
  await tells(
    `PID|1||${MAIR}^^^GHB^PI~9990000042^01^^NHS^NH||PRITCHARD^MAIR||19420317|F`,
    'MRG|H2088079^^^GHB^PI||||E2611220031',
  )
  assert.deepEqual(await lastBecame(), 'applied')
  const owens = await staysOf('owen-griffiths')
  assert.deepEqual(
    owens.map(({ status, reasonCode, period }) => ({ status, reasonCode, period })),
    [
      { status: 'entered-in-error', reasonCode: undefined, period: undefined },
      { status: 'entered-in-error', reasonCode: undefined, period: undefined },
    ],
  )
  const mairs = await staysOf('mair-pritchard')
  assert.deepEqual(
    mairs.map(({ status }) => status),
    ['in-progress', 'in-progress'],
  )
  assert.deepEqual(
    mairs.flatMap(({ reasonCode }) => reasonCode ?? []),
    [{ text: 'Short of breath' }],
  )
})

test('the ward sees Mair from then on, and no longer Owen', async () => {
  assert.deepEqual(await wardsWith('mair-pritchard'), ['ward-twymyn'])
  assert.deepEqual(await wardsWith('owen-griffiths'), [])
})

test('those who were told of Owen’s admission are told that there was none; Mair’s are told of hers', async () => {
  assert.deepEqual(await toldTo('sioned-evans', 'mair-pritchard'), ['admitted'])
  assert.deepEqual((await noticesAbout('owen-griffiths')).toSorted(), ['admission-cancelled', 'admitted'])
})

test('a stay that nobody knows, and one that is not whose the message says, wait for somebody to see', async () => {
  await tells(`PID|1||${MAIR}^^^GHB^PI`, 'MRG|H2088079^^^GHB^PI||||E9999999999')
  assert.equal(await lastBecame(), 'feed.visitUnknown')
  await tells('PID|1||H2088079^^^GHB^PI', 'MRG|H2088079^^^GHB^PI||||E2611220031')
  assert.equal(await lastBecame(), 'feed.visitOfAnother')
  assert.equal((await staysOf('mair-pritchard')).length, 2)
})

async function tells(...segments: readonly string[]): Promise<void> {
  const header = `MSH|^~\\&|GHPAS|YGH|CYDOFAL|GLANHAFREN|20261122${String(100_000 + ++sent)}||ADT^A45|MOV${sent}|P|2.5.1`
  const message = [header, 'EVN|A45|20261122110000', ...segments].map(segment => `${segment}\r`).join('')
  assert.match(String(await receiveFrame(here.store, Buffer.from(message), '127.0.0.1')), /\rMSA\|AA\|/)
}

async function staysOf(person: string) {
  const rows = await here.store.db
    .selectFrom('resource')
    .innerJoin('personLinkNow as link', 'link.sourceRecordId', 'resource.sourceRecordId')
    .select('resource.content')
    .where('link.personId', '=', personId(person))
    .where('resource.type', '=', 'Encounter')
    .execute()
  return rows.map(({ content }) => content as unknown as Encounter)
}

async function wardsWith(person: string): Promise<string[]> {
  const rows = await here.store.db
    .selectFrom('relationshipNow as tie')
    .innerJoin('team', 'team.id', 'tie.teamId')
    .select('team.code')
    .where('tie.personId', '=', personId(person))
    .where('tie.kind', '=', 'admission')
    .execute()
  return rows.map(({ code }) => code)
}

async function toldTo(account: string, person: string): Promise<string[]> {
  const seen = await here.look(account, person, async (tx, access) => (await noticesOf(tx, [access]))[0] ?? [])
  return seen.ok ? seen.value.map(({ kind }) => kind) : []
}

async function noticesAbout(person: string): Promise<string[]> {
  const rows = await here.store.db
    .selectFrom('notice')
    .innerJoin('personLinkNow as link', 'link.sourceRecordId', 'notice.sourceRecordId')
    .select('notice.kind')
    .where('link.personId', '=', personId(person))
    .execute()
  return rows.map(({ kind }) => kind)
}

async function lastBecame(): Promise<string> {
  const { outcome, reason } = await here.store.db
    .selectFrom('messageOutcome as became')
    .innerJoin('message', 'message.id', 'became.messageId')
    .select(['became.outcome', 'became.reason'])
    .orderBy('message.sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return reason ?? outcome
}
