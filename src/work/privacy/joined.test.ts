import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { anotherRecordOf, findToBeOne } from '#record/person/link/test-join.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { readTrail } from '#record/sharing/trail/read.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import { askAboutLook } from './ask.ts'
import { loadLookFacts } from './load-facts.ts'
import { ownQuestions } from './read-questions.ts'

const here = await region()
const MAIR = personId('mair-pritchard')
const mair = citizenOf('mair-pritchard')
const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')
const COUNCIL = seedId.organisation('cyngor-dyffryn-banadl')

test('what either asked about a look is read by both while they are one, and is whose it was after that', async () => {
  await looksAt('dewi-prosser', old.personId)
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const asked = await asOwn(mair, MAIR, async (tx, access) => {
    const trail = await readTrail(tx, access, { withOwn: false })
    assert(trail.ok)
    const entryId = trail.value.find(({ who }) => who === 'Dewi Prosser')!.id
    return askAboutLook(tx, access, { entryId, words: 'Pwy yw hwn?', language: 'cy', key: 'k' })
  })
  assert.ok(asked.ok)
  assert.deepEqual(await questions(old.citizen, old.personId), ['Pwy yw hwn?'])
  await undo()
  assert.deepEqual(await questions(old.citizen, old.personId), [])
  assert.deepEqual(await questions(mair, MAIR), ['Pwy yw hwn?'])
})

test('looks at either are looks at one person while they are one; a tie explains those that it let in, for ever', async () => {
  const tie = { kind: 'caseload', with: { accountId: seedId.account('dewi-prosser') }, source: 'case-system' } as const
  await doing(tx => beginRelationship(tx, { personId: old.personId }, tie))
  here.clock.move('2026-11-22T10:00:00Z')
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  await looksAt('dewi-prosser', MAIR)
  await looksAt('dewi-prosser', old.personId)
  assert.deepEqual(await ofDewi(), [{ personId: MAIR, looks: 2, explained: 2, refused: 1 }])
  await undo()
  assert.deepEqual(await ofDewi(), [
    { personId: MAIR, looks: 1, explained: 1, refused: 0 },
    { personId: old.personId, looks: 1, explained: 1, refused: 1 },
  ])
})

async function ofDewi() {
  const { looks } = await doing(tx => loadLookFacts(tx, seedId.account('gwenno-pryce'), [COUNCIL]))
  return looks
    .filter(({ who }) => who === 'Dewi Prosser')
    .map(one => ({ personId: one.personId, looks: one.looks, explained: one.explained, refused: one.refused }))
    .toSorted((one, other) => one.refused - other.refused)
}

async function looksAt(account: string, address: string): Promise<void> {
  await doing(tx => look(tx, actorOf(account), address, { doing: 'look', place: 'record' }, async () => undefined))
}

async function questions(reader: CitizenActor, address: string): Promise<string[]> {
  return asOwn(reader, address, async (tx, access) =>
    (await ownQuestions(tx, access)).map(({ question }) => question.words),
  )
}

async function asOwn<Value>(
  reader: CitizenActor,
  address: string,
  work: (tx: Tx, access: Access) => Promise<Value>,
): Promise<Value> {
  const looked = await doing(tx => look(tx, reader, address, { doing: 'look', place: 'looks' }, one => work(tx, one)))
  assert(looked.ok, 'it is their own')
  return looked.value
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}
