import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { citizenOf, personId, region } from '#test/kit.ts'
import { answerFamily, endFamily, inviteFamily } from './family.ts'
import { enterCode, openInvitations } from './invitation.ts'

const here = await region()
const MAIR = personId('mair-pritchard')
const mair = citizenOf('mair-pritchard')
const carys = citizenOf('carys-llewelyn')
const about = { personId: MAIR, purpose: 'family' } as const

test('Mair’s code opens nothing: not when it is made, and not when Carys has entered it', async () => {
  const invited = await transaction(here.store, tx => inviteFamily(tx, mair, MAIR))
  assert.ok(invited.ok)
  const [waiting] = await open()
  assert.match(waiting?.code ?? '', /^[B-Y346789]{8}$/)
  assert.ok((await enter(waiting?.code.toLowerCase().replace(/(....)/, '$1-') ?? '')).ok)
  assert.equal((await open())[0]?.entered?.name, 'Carys Llewelyn')
  assert.equal(await sees(), false)
})

test('when Mair says that it is her, Carys sees what was chosen and nothing else', async () => {
  const [waiting] = await open()
  assert(waiting)
  const answer = { invitationId: waiting.id, accepted: true, dataClasses: ['plan'] } as const
  const none = await transaction(here.store, tx => answerFamily(tx, mair, MAIR, { ...answer, dataClasses: [] }))
  assert.deepEqual(none, { ok: false, problem: 'wish.nothingNamed' })
  assert.ok((await transaction(here.store, tx => answerFamily(tx, mair, MAIR, answer))).ok)
  assert.equal(await sees(), true)
  assert.deepEqual(await open(), [])
  const looked = await here.look('carys-llewelyn', 'mair-pritchard', async (_, access) => access.opens('contacts'))
  assert.deepEqual(looked, { ok: true, value: false })
})

test('she ends it, and it is over in the same second', async () => {
  for (let times = 0; times < 2; times++)
    assert.ok((await transaction(here.store, tx => endFamily(tx, mair, MAIR, carys.accountId))).ok)
  assert.equal(await sees(), false)
})

test('a code that never was, was answered, has run out or is one’s own is answered in one way', async () => {
  const unknown = { ok: false, problem: 'invitation.unknown' }
  assert.deepEqual(await enter('BCDFGHJK'), unknown)
  await transaction(here.store, tx => inviteFamily(tx, mair, MAIR))
  const [waiting] = await open()
  assert(waiting)
  assert.deepEqual(await transaction(here.store, tx => enterCode(tx, mair, waiting.code)), unknown)
  assert.ok((await enter(waiting.code)).ok)
  assert.deepEqual(
    await transaction(here.store, tx => enterCode(tx, citizenOf('elin-pritchard'), waiting.code)),
    unknown,
  )
  const refusal = { invitationId: waiting.id, accepted: false, dataClasses: [] }
  assert.ok((await transaction(here.store, tx => answerFamily(tx, mair, MAIR, refusal))).ok)
  assert.deepEqual(await enter(waiting.code), unknown)
  await transaction(here.store, tx => inviteFamily(tx, mair, MAIR))
  const [later] = await open()
  here.clock.move('2026-11-29T09:00:00Z')
  assert.deepEqual(await enter(later?.code ?? ''), unknown)
})

test('nobody chooses family for her: not her daughter', async () => {
  const elin = citizenOf('elin-pritchard')
  const invited = await transaction(here.store, tx => inviteFamily(tx, elin, MAIR))
  assert.deepEqual(invited, { ok: false, problem: 'wish.notYourRecord' })
  const ended = await transaction(here.store, tx => endFamily(tx, carys, MAIR, elin.accountId))
  assert.deepEqual(ended, { ok: false, problem: 'wish.notYourRecord' })
})

function open() {
  return transaction(here.store, tx => openInvitations(tx, about))
}

function enter(code: string) {
  return transaction(here.store, tx => enterCode(tx, carys, code))
}

async function sees(): Promise<boolean> {
  const looked = await here.look('carys-llewelyn', 'mair-pritchard', async (_, access) => access.opens('plan'))
  return looked.ok && looked.value
}
