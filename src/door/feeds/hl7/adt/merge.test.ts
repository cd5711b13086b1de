import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import { findSourceRecord } from '#record/person/find-source-record.ts'
import { linkRecords } from '#record/person/link/link.ts'
import { personOf } from '#record/person/link/persons.ts'
import { seedId } from '#seed/seed-id.ts'
import { region } from '#test/kit.ts'
import { receiveFrame } from '../receive.ts'

const here = await region()
const BOARD = seedId.organisation('bwrdd-iechyd')
let sent = 0

test('the hospital had entered Alun twice, once by his second name: its two records are one person’s now, and still two records', async () => {
  await enters('M100', 'Trefor^Alun', '19510203')
  await enters('M200', 'Trefor^Hedd', '19510203')
  await tells('A40', 'PID|1||M100^^^GHB^PI', 'MRG|M200^^^GHB^PI')
  assert.equal(await personKnownAs('M200'), await personKnownAs('M100'))
  assert.notEqual(await recordOf('M200'), await recordOf('M100'))
  const { decidedBy, reason } = await here.store.db
    .selectFrom('recordLink')
    .select(['decidedBy', 'reason'])
    .where('recordA', 'in', [await recordOf('M100'), await recordOf('M200')])
    .where('reason', '=', 'proposal.merged')
    .executeTakeFirstOrThrow()
  assert.deepEqual([decidedBy, reason], ['GHPAS', 'proposal.merged'])
})

test('an older system says the same as A34, and to say it twice changes nothing', async () => {
  await enters('M110', 'Ifor^Gwen', '19620304')
  await enters('M210', 'Ifor^Gwenllian', '19620304')
  await tells('A34', 'PID|1||M110^^^GHB^PI', 'MRG|M210^^^GHB^PI')
  await tells('A34', 'PID|1||M110^^^GHB^PI', 'MRG|M210^^^GHB^PI')
  assert.equal(await personKnownAs('M210'), await personKnownAs('M110'))
  assert.deepEqual(await whyWaiting('M210'), [])
})

test('a bare number joins nobody: somebody must say whose it was', async () => {
  await enters('M120', 'Gwilym^Non', '19700405')
  await enters('M220', 'Gwilym^Eira', '19700405')
  await tells('A40', 'PID|1||M120^^^GHB^PI', 'MRG|M220')
  assert.notEqual(await personKnownAs('M220'), await personKnownAs('M120'))
  assert.deepEqual(await whyWaiting('M220'), ['proposal.bareNumber'])
  await tells('A40', 'PID|1||M120^^^GHB^PI', 'MRG|M999')
  assert.equal(await lastBecame(), 'feed.mergeBareNumber')
})

test('a mistyped number does not join two strangers', async () => {
  await enters('M130', 'Emlyn^Rhodri', '19481230')
  await enters('M230', 'Seisyllt^Mared', '20010607')
  await tells('A40', 'PID|1||M130^^^GHB^PI', 'MRG|M230^^^GHB^PI')
  assert.notEqual(await personKnownAs('M230'), await personKnownAs('M130'))
  assert.deepEqual(await whyWaiting('M230'), ['proposal.doNotAgree'])
})

test('whom other agencies have records of on both sides the hospital alone does not join', async () => {
  for (const [number, council, name] of [
    ['M140', 'M141', 'Madog^Elan'],
    ['M240', 'M241', 'Madog^Tesni'],
  ] as const) {
    await enters(number, name, '19330215')
    await enters(council, name, '19330215')
    const [one, other] = [await recordOf(number), await recordOf(council)]
    await doing(tx => linkRecords(tx, one, other, { decidedBy: 'Steffan Howells', reason: 'asked at the house' }))
  }
  await tells('A43', 'PID|1||M140^^^GHB^PI', 'MRG|M240^^^GHB^PI')
  assert.notEqual(await personKnownAs('M240'), await personKnownAs('M140'))
  assert.deepEqual(await whyWaiting('M240'), ['proposal.othersJoined'])
})

test('two verified NHS numbers are not joined on anybody’s word', async () => {
  await enters('M150~9990006792^01^^NHS^NH', 'Caradog^Huw', '19450607')
  await enters('M250~9990007357^01^^NHS^NH', 'Caradog^Huw', '19450607')
  await tells('A40', 'PID|1||M150^^^GHB^PI', 'MRG|M250^^^GHB^PI')
  assert.notEqual(await personKnownAs('M250'), await personKnownAs('M150'))
  assert.equal(await lastBecame(), 'feed.joinRefused')
})

test('a number that never came here joins nothing, and the message is applied all the same', async () => {
  await tells('A40', 'PID|1||M160^^^GHB^PI||Tudful^Sioned||19550505|F', 'MRG|M260^^^GHB^PI')
  assert.equal(await lastBecame(), 'applied')
  assert.ok(await recordOf('M160'))
})

test('two numbers that both go on being used are one person’s when the hospital says so (A24), until it says they are not (A37)', async () => {
  await enters('M170', 'Pedr^Luned', '19680911')
  await enters('M270', 'Pedr^Haf', '19680911')
  const pair = ['PID|1||M170^^^GHB^PI', 'PID|2||M270^^^GHB^PI'] as const
  await tells('A24', ...pair)
  assert.equal(await personKnownAs('M270'), await personKnownAs('M170'))
  await tells('A37', ...pair)
  assert.notEqual(await personKnownAs('M270'), await personKnownAs('M170'))
  const { db } = here.store
  const apart = await db.selectFrom('recordApartNow').select('kind').where('kind', '<>', 'sealed').execute()
  assert.deepEqual(apart, [{ kind: 'told-apart' }])
  await tells('A24', ...pair)
  assert.equal(await personKnownAs('M270'), await personKnownAs('M170'))
})

test('what somebody joined by hand the hospital’s message does not part', async () => {
  await enters('M180', 'Rhun^Tegid', '19770707')
  await enters('M280', 'Rhun^Cynan', '19770707')
  const [one, other] = [await recordOf('M180'), await recordOf('M280')]
  await doing(tx => linkRecords(tx, one, other, { decidedBy: 'Steffan Howells', reason: 'asked at the house' }))
  await tells('A37', 'PID|1||M180^^^GHB^PI', 'PID|2||M280^^^GHB^PI')
  assert.equal(await personKnownAs('M280'), await personKnownAs('M180'))
  assert.deepEqual(await whyWaiting('M280'), ['proposal.joinedByOthers'])
})

function enters(id: string, name: string, born: string): Promise<void> {
  const [own, ...others] = id.split('~')
  return tells('A28', `PID|1||${[`${own}^^^GHB^PI`, ...others].join('~')}||${name}||${born}`)
}

async function tells(trigger: string, ...segments: readonly string[]): Promise<void> {
  const header = `MSH|^~\\&|GHPAS|YGH|CYDOFAL|GLANHAFREN|20261122${String(100_000 + ++sent)}||ADT^${trigger}|MRG${sent}|P|2.5.1`
  const message = [header, `EVN|${trigger}|20261122090000`, ...segments].map(segment => `${segment}\r`).join('')
  assert.match(String(await receiveFrame(here.store, Buffer.from(message), '127.0.0.1')), /\rMSA\|AA\|/)
}

async function recordOf(localId: string): Promise<string> {
  const found = await doing(tx => findSourceRecord(tx, { organisationId: BOARD, localId }))
  return found ?? assert.fail(`no record ${localId}`)
}

async function personKnownAs(localId: string): Promise<string> {
  const record = await recordOf(localId)
  return doing(tx => personOf(tx, record))
}

/** Why somebody must decide about the record that was given up. */
async function whyWaiting(localId: string): Promise<string[]> {
  const rows = await here.store.db
    .selectFrom('reviewCandidateNow as waiting')
    .innerJoin('reviewCandidate', 'reviewCandidate.id', 'waiting.id')
    .select('reviewCandidate.reason')
    .where('waiting.recordId', '=', await recordOf(localId))
    .execute()
  return rows.map(({ reason }) => reason)
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

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}
