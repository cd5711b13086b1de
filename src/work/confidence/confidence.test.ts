import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Tx, transaction } from '#ground/db/store.ts'
import { anotherRecordOf, findToBeOne } from '#record/person/link/test-join.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { readTrail } from '#record/sharing/trail/read.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { seedId } from '#seed/seed-id.ts'
import { citizenOf, personId, region } from '#test/kit.ts'
import { caringOf, sayCaring } from './caring.ts'
import { answerConfidence, confidantsOf, confide } from './confide.ts'
import { confidencesWaiting, findThreadOf, readConfidences } from './read-confidence.ts'

const here = await region()
const LOWRI = seedId.account('lowri-hughes')
const HANNAH = seedId.account('hannah-whitfield')
const SECRET = 'Dwi wedi blino cymaint fel na fedra i ddim meddwl.'

test('Delyth may tell her support worker or her own social worker, by name, and nobody who is only in a team', async () => {
  const confidants = await delyth((tx, access) => confidantsOf(tx, access))
  assert.deepEqual(confidants.map(({ name }) => name).toSorted(), ['Hannah Whitfield', 'Lowri Hughes'])
  assert.deepEqual(await tell(seedId.account('rhian-tudor'), 'x'), { ok: false, problem: 'confidence.nobodyToTell' })
  assert.deepEqual(await tell(LOWRI, ' '), { ok: false, problem: 'confidence.wordsMissing' })
  assert.deepEqual(await tell(LOWRI, 'a'.repeat(4001)), { ok: false, problem: 'confidence.wordsTooLong' })
})

test('what she tells Lowri waits for Lowri until she opens it, and Hannah, who sees her carer’s plan, does not see it', async () => {
  assert.deepEqual(await tell(LOWRI, SECRET, 'one form'), { ok: true, value: undefined })
  assert.deepEqual(await tell(LOWRI, SECRET, 'one form'), { ok: true, value: undefined }, 'the same form sent again')
  assert.deepEqual(await waitingFor('lowri-hughes'), [personId('delyth-bowen')])
  assert.deepEqual(await waitingFor('hannah-whitfield'), [])
  const said = await wordsSeenBy('lowri-hughes')
  assert.equal(said.filter(words => words === SECRET).length, 1)
  assert.deepEqual(await waitingFor('lowri-hughes'), [])
  assert.deepEqual(await wordsSeenBy('hannah-whitfield'), [])
  assert.deepEqual(await wordsSeenBy('rhian-tudor'), [], 'her nurse sees nothing that she says as a carer')
})

test('a page that Lowri has open is sent it, which is not yet to have opened it; nobody else’s page is sent anything', async () => {
  assert.deepEqual(await tell(LOWRI, 'Un peth arall.', 'another form'), { ok: true, value: undefined })
  const [hers] = await delyth((tx, access) => readConfidences(tx, access))
  const last = hers?.said.find(({ words }) => words === 'Un peth arall.')
  assert.ok(last)
  const sentTo = (account: string) =>
    here.look(account, 'delyth-bowen', async (tx, access) => {
      const thread = await findThreadOf(tx, access, last.id)
      return thread?.said.at(-1)?.saidByName
    })
  const [lowri, hannah] = [await sentTo('lowri-hughes'), await sentTo('hannah-whitfield')]
  assert.deepEqual([lowri.ok && lowri.value, hannah.ok && hannah.value], ['Delyth Bowen', undefined])
  assert.deepEqual(await waitingFor('lowri-hughes'), [personId('delyth-bowen')], 'it waits for her still')
  assert.deepEqual(await sentTo('elfed-bowen'), { ok: false, problem: 'record.notShown' })
  await wordsSeenBy('lowri-hughes')
})

test('Lowri answers, Hannah cannot, and Delyth reads that it was opened', async () => {
  here.clock.move('2026-11-22T09:30:00Z')
  const answer = { words: 'Dewch draw.', language: 'cy', key: 'lowri 1' } as const
  const answered = await here.look('lowri-hughes', 'delyth-bowen', (tx, access) => answerConfidence(tx, access, answer))
  assert.deepEqual(answered.ok && answered.value, { ok: true, value: undefined })
  const byHannah = await here.look('hannah-whitfield', 'delyth-bowen', (tx, access) =>
    answerConfidence(tx, access, { ...answer, key: 'hannah 1' }),
  )
  assert.deepEqual(byHannah.ok && byHannah.value, { ok: false, problem: 'confidence.notYours' })
  const [thread] = await delyth((tx, access) => readConfidences(tx, access))
  assert.deepEqual(thread?.said.at(-1)?.words, 'Dewch draw.')
  assert.ok(thread?.said.find(({ words }) => words === SECRET)?.readAt instanceof Date)
})

test('Elfed, whom she looks after, has no way to it: not her record, not his own, and not who looked at either', async () => {
  const elfed = citizenOf('elfed-bowen')
  const hers = await transaction(here.store, tx =>
    look(tx, elfed, personId('delyth-bowen'), { doing: 'look', place: 'confidence' }, access =>
      readConfidences(tx, access),
    ),
  )
  assert.deepEqual(hers, { ok: false, problem: 'record.notShown' })
  const own = await here.look('elfed-bowen', 'elfed-bowen', (tx, access) => readConfidences(tx, access))
  assert.deepEqual(own.ok && own.value, [])
  const trail = await here.look('elfed-bowen', 'elfed-bowen', (tx, access) => readTrail(tx, access, { withOwn: true }))
  assert.doesNotMatch(JSON.stringify(trail), /confidence/)
})

test('a daughter whom Delyth lets see what she says as a carer sees her plan, and still not what is said in confidence', async () => {
  await transaction(here.store, async tx => {
    const by = citizenOf('delyth-bowen')
    await sql`insert into relationship (id, person_id, kind, account_id, source, started_at)
      values (gen_random_uuid(), ${personId('delyth-bowen')}, 'family', ${seedId.account('elin-pritchard')}, 'person-chose', ${tx.now})`.execute(
      tx.db,
    )
    const wish = {
      kind: 'allow',
      with: { accountId: seedId.account('elin-pritchard') },
      dataClasses: ['carers-own'],
    } as const
    assert.ok((await makeWish(tx, by, personId('delyth-bowen'), wish)).ok)
  })
  const seen = await here.look('elin-pritchard', 'delyth-bowen', async (tx, access) => [
    access.opens('carers-own'),
    await readConfidences(tx, access),
    await confidantsOf(tx, access),
  ])
  assert.deepEqual(seen.ok && seen.value, [true, [], []])
})

test('once Lowri may see nothing of what she says as a carer, what was told to Lowri is hers no longer', async () => {
  const refuse = { kind: 'refuse', with: { accountId: LOWRI }, dataClasses: ['carers-own'] } as const
  await transaction(here.store, tx => makeWish(tx, citizenOf('delyth-bowen'), personId('delyth-bowen'), refuse))
  assert.deepEqual(await wordsSeenBy('lowri-hughes'), [])
  assert.deepEqual(await tell(LOWRI, 'x'), { ok: false, problem: 'confidence.nobodyToTell' })
  assert.ok((await delyth((tx, access) => readConfidences(tx, access))).length > 0, 'it stays hers')
  assert.deepEqual(await tell(HANNAH, 'Siaradwch efo fi ar fy mhen fy hun.'), { ok: true, value: undefined })
})

test('Delyth says whom she looks after; her social worker reads it, and Elfed’s record says nothing of it', async () => {
  assert.deepEqual(await delyth((tx, access) => sayCaring(tx, access, { name: 'Mam' })), { ok: true, value: undefined })
  const read = await here.look('hannah-whitfield', 'delyth-bowen', (tx, access) => caringOf(tx, access))
  assert.deepEqual(read.ok && read.value.map(({ name }) => name), ['Elfed', 'Mam'])
  const his = await here.look('hannah-whitfield', 'elfed-bowen', (tx, access) => caringOf(tx, access))
  assert.deepEqual(his.ok && his.value, [])
})

test('what was said goes with the record under which it was said, when two were taken for one by mistake', async () => {
  const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')
  const undo = await findToBeOne(here.store, personId('delyth-bowen'), old.personId)
  await undo()
  const there = await transaction(here.store, tx =>
    look(tx, old.citizen, old.personId, { doing: 'look', place: 'confidence' }, access => readConfidences(tx, access)),
  )
  assert.deepEqual(there.ok && there.value, [])
})

async function delyth<Value>(work: (tx: Tx, access: Access) => Promise<Value>): Promise<Value> {
  const looked = await here.look('delyth-bowen', 'delyth-bowen', work)
  assert.ok(looked.ok)
  return looked.value
}

function tell(toldTo: string, words: string, key = `${toldTo} ${words}`) {
  return delyth((tx, access) => confide(tx, access, { toldTo, words, language: 'cy', key: key.slice(0, 100) }))
}

async function wordsSeenBy(account: string): Promise<string[]> {
  const looked = await here.look(account, 'delyth-bowen', (tx, access) => readConfidences(tx, access))
  assert.ok(looked.ok, 'they work with her')
  return looked.value.flatMap(({ said }) => said.map(({ words }) => words))
}

async function waitingFor(account: string): Promise<string[]> {
  const looked = await here.look(account, 'delyth-bowen', (tx, access) => confidencesWaiting(tx, [access]))
  return looked.ok ? [...looked.value] : []
}
