import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import { type Again, anotherRecordOf, findToBeOne } from '#record/person/link/test-join.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import { look } from '../look.ts'
import { inviteFamily } from './family.ts'
import { enterCode, openInvitations } from './invitation.ts'
import { beginRelationship } from './relationship.ts'
import { peopleOf, whoIsTiedTo, whoWasEverTiedTo } from './ties.ts'
import { tiesOfPerson } from './ties-of-person.ts'

const here = await region()
const MAIR = personId('mair-pritchard')
const mair = citizenOf('mair-pritchard')
const DEWI = { accountId: seedId.account('dewi-prosser') }
const CASELOAD = { kind: 'caseload', with: DEWI, source: 'case-system' } as const

test('who works with either works with her while the two are one, and no tie is kept when they are told apart', async () => {
  const old = await onDewisCaseload()
  assert.deepEqual(await whatDewiSees(old), { hers: false, others: true })
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  assert.deepEqual(await whatDewiSees(old), { hers: true, others: true })
  assert.deepEqual((await ties(MAIR)).filter(name => name === 'Dewi Prosser').length, 1)
  const listed = await doing(tx => peopleOf(tx, actorOf('dewi-prosser')))
  assert.ok(listed.includes(MAIR) && !listed.includes(old.personId), 'once, by the id that she has now')
  await undo()
  assert.deepEqual(await whatDewiSees(old), { hers: false, others: true })
  assert.ok(!(await ties(MAIR)).includes('Dewi Prosser'))
})

test('a tie that began while they were one stays with whom it was written about', async () => {
  const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  await doing(tx => beginRelationship(tx, { personId: old.personId }, CASELOAD))
  assert.deepEqual(await whatDewiSees(old), { hers: true, others: true })
  await undo()
  assert.deepEqual(await whatDewiSees(old), { hers: false, others: true })
})

test('whoever may have her on an open page is told, also when they were tied to what was taken for her', async () => {
  const old = await onDewisCaseload()
  const isConcerned = async (id: string) => (await doing(tx => whoWasEverTiedTo(tx, id)))(actorOf('dewi-prosser'))
  assert.equal(await isConcerned(old.personId), true)
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  assert.equal(await isConcerned(MAIR), true)
  assert.equal((await doing(tx => whoIsTiedTo(tx, [MAIR])))(actorOf('dewi-prosser'), MAIR), true)
  await undo()
  assert.equal(await isConcerned(MAIR), true)
  assert.equal((await doing(tx => whoIsTiedTo(tx, [MAIR])))(actorOf('dewi-prosser'), MAIR), false)
})

test('nobody becomes family of themselves by a code made under an older record of theirs', async () => {
  const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')
  assert.ok((await doing(tx => inviteFamily(tx, old.citizen, old.personId))).ok)
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const [waiting] = await doing(tx => openInvitations(tx, { personId: MAIR, purpose: 'family' }))
  assert(waiting, 'what either invited waits for her')
  const own = await doing(tx => enterCode(tx, mair, waiting.code))
  assert.deepEqual(own, { ok: false, problem: 'invitation.unknown' })
  await undo()
  assert.deepEqual(await doing(tx => openInvitations(tx, { personId: MAIR, purpose: 'family' })), [])
  assert.ok((await doing(tx => enterCode(tx, mair, waiting.code))).ok)
})

async function onDewisCaseload(): Promise<Again> {
  const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')
  await doing(tx => beginRelationship(tx, { personId: old.personId }, CASELOAD))
  return old
}

async function whatDewiSees(old: Again): Promise<{ hers: boolean; others: boolean }> {
  const sees = async (address: string) => {
    const asking = { doing: 'look', place: 'record' } as const
    return (await doing(tx => look(tx, actorOf('dewi-prosser'), address, asking, async () => undefined))).ok
  }
  return { hers: await sees(MAIR), others: await sees(old.personId) }
}

async function ties(id: string): Promise<(string | undefined)[]> {
  return (await doing(tx => tiesOfPerson(tx, id))).map(({ name }) => name)
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}
