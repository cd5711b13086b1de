import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asSent, type Region, region } from '#test/kit.ts'
import { receiveFrame } from './receive.ts'

const BHS = 'BHS|^~\\&|GHPAS|YGH|CYDOFAL|RPB|20261122||||B1\r'
const admitted = asSent('mair-admitted.hl7')
const moved = asSent('mair-moved-ward.hl7')
const stranger = asSent('wrong-person.hl7')

test('each message of a batch has a row and an outcome of its own, and is answered by name', async t => {
  const here = await fresh(t)
  const answer = await here.receive(`${BHS}${admitted}${stranger}${moved}no segment\rBTS|3\r`)
  assert.match(answer, /^BHS\|.*\|B1\rMSH/)
  assert.deepEqual(
    answer.match(/\rMSA\|\w\w\|[^\r]*/g)?.map(msa => msa.slice(5, 7)),
    ['AA', 'AA', 'AR'],
  )
  assert.match(answer, /\rBTS\|3\r$/)
  assert.deepEqual(await ledger(here), ['applied', 'quarantined match.numberOfSomebodyElse', 'refused hl7.segmentName'])
})

test('sent again, alone or in another batch, what was taken in is a repeat', async t => {
  const here = await fresh(t)
  await here.receive(`${BHS}${admitted}${moved}BTS|2\r`)
  await here.receive(`${BHS.replace('B1', 'B2')}${admitted}${moved}BTS|2\r`)
  await here.receive(admitted)
  assert.deepEqual(await ledger(here), ['applied', 'applied', 'duplicate', 'duplicate', 'duplicate'])
})

test('a batch that came short is put aside by its own name with what came of it, and what came is taken in', async t => {
  const here = await fresh(t)
  const short = `${BHS}${admitted}BTS|2\r`
  const answer = await here.receive(short)
  assert.match(answer, /\rMSA\|AA\|YGH0000418823\r/)
  assert.match(answer, /\rMSA\|AE\|B1\r/)
  assert.deepEqual(await ledger(here), ['applied', 'quarantined hl7.batchCount'])
  const kept = await here.store.db
    .selectFrom('message')
    .select(['controlId', 'raw'])
    .where('type', '=', 'BHS')
    .execute()
  assert.deepEqual(
    kept.map(({ controlId, raw }) => [controlId, String(raw)]),
    [['B1', short]],
  )
  await here.receive(short)
  assert.deepEqual((await ledger(here)).slice(2), ['duplicate', 'duplicate'], 'nor is it put aside twice')
})

test('a batch cut before its end is put aside as cut, though the frame is whole', async t => {
  const here = await fresh(t)
  await here.receive(`${BHS}${admitted}`)
  assert.deepEqual(await ledger(here), ['applied', 'quarantined hl7.batchUnfinished'])
})

async function fresh(t: { after(act: () => Promise<void>): void }) {
  const here = await region()
  t.after(() => here.close())
  const receive = async (text: string) =>
    String(Buffer.concat([...(await receiveFrame(here.store, Buffer.from(text), '127.0.0.1'))]))
  return { ...here, receive }
}

/** What became of each, in order of arrival. */
async function ledger({ store }: Region): Promise<string[]> {
  const rows = await store.db
    .selectFrom('message')
    .innerJoin('messageOutcome as became', 'became.messageId', 'message.id')
    .select(['became.outcome', 'became.reason'])
    .orderBy('message.sequence')
    .execute()
  return rows.map(({ outcome, reason }) => (reason === null ? outcome : `${outcome} ${reason}`))
}
