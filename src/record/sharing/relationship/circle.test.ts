import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { citizenOf, personId, region } from '#test/kit.ts'
import { readersToldTo, whoMayRead } from '../wish/who-may-read.ts'
import { answerFamily, inviteFamily } from './family.ts'
import { enterCode, openInvitations } from './invitation.ts'

const here = await region()
const MAIR = personId('mair-pritchard')
const mair = citizenOf('mair-pritchard')
const WEEK_LATER = new Date('2026-11-29T09:00:00Z')

await transaction(here.store, async tx => {
  assert.ok((await inviteFamily(tx, mair, MAIR)).ok)
  const [invitation] = await openInvitations(tx, { personId: MAIR, purpose: 'family' })
  assert.ok((await enterCode(tx, citizenOf('carys-llewelyn'), invitation!.code)).ok)
  const answer = { invitationId: invitation!.id, accepted: true, dataClasses: ['plan'], endsAt: WEEK_LATER } as const
  assert.ok((await answerFamily(tx, mair, MAIR, answer)).ok)
})

test('Carys, who may read the plan, is not told that Elin may; Mair and her social worker are', async () => {
  assert.deepEqual(await namesTold('carys-llewelyn'), ['Carys Llewelyn'])
  assert.deepEqual(await namesTold('mair-pritchard'), ['Carys Llewelyn', 'Elin Pritchard'])
  assert.deepEqual(await namesTold('sioned-evans'), ['Carys Llewelyn', 'Elin Pritchard'])
})

test('what is chosen for a week is open to the end of it, and closes by itself', async () => {
  const looked = () => here.look('carys-llewelyn', 'mair-pritchard', async (_, access) => access.opens('plan'))
  here.clock.move('2026-11-29T08:59:59Z')
  assert.deepEqual(await looked(), { ok: true, value: true })
  here.clock.move('2026-11-29T09:00:00Z')
  assert.deepEqual(await looked(), { ok: false, problem: 'record.notShown' })
})

/** The relatives and friends among those who may read the plan, as somebody is told of them. */
async function namesTold(account: string): Promise<string[]> {
  const told = await here.look(account, 'mair-pritchard', async (tx, access) => {
    const [readers = []] = await whoMayRead(tx, MAIR, [{ contributor: 'person', dataClass: 'plan' }])
    return readersToldTo(access, readers).flatMap(({ name, seat }) => (seat === undefined && name ? [name] : []))
  })
  assert.ok(told.ok)
  return told.value.toSorted()
}
