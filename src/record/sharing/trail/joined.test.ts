import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { CitizenActor, WorkerActor } from '#record/organisation/actor.ts'
import { anotherRecordOf, findToBeOne } from '#record/person/link/test-join.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import type { Access } from '../access.ts'
import { look } from '../look.ts'
import { deferTrail, endDeferral } from './deferral.ts'
import type { TrailWanted } from './entry.ts'
import { readTrail } from './read.ts'
import { summariseTrail } from './summary.ts'

// Three look at Mair, and two at the record of somebody who is taken for her.
const here = await region()
const MAIR = personId('mair-pritchard')
const mair = citizenOf('mair-pritchard')
const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')
for (const [account, address] of [
  ['sioned-evans', MAIR],
  ['ffion-gittins', old.personId],
  ['dewi-prosser', MAIR],
  ['sioned-evans', old.personId],
  ['elin-pritchard', MAIR],
] as const) {
  here.clock.move(new Date(here.clock.now().getTime() + 60_000).toISOString())
  await doing(tx => look(tx, actorOf(account), address, { doing: 'look', place: 'record' }, async () => undefined))
}
const MAIRS = ['Elin Pritchard', 'Dewi Prosser', 'Sioned Evans']
const OTHERS = ['Sioned Evans', 'Ffion Gittins']
const TOGETHER = ['Elin Pritchard', 'Sioned Evans', 'Dewi Prosser', 'Ffion Gittins', 'Sioned Evans']

test('while two are one both trails are read together, and after the mistake each is her own again', async () => {
  assert.deepEqual([await looksAt(mair, MAIR), await looksAt(old.citizen, old.personId)], [MAIRS, OTHERS])
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  assert.deepEqual([await looksAt(mair, MAIR), await looksAt(old.citizen, old.personId)], [TOGETHER, TOGETHER])
  await undo()
  assert.deepEqual([await looksAt(mair, MAIR), await looksAt(old.citizen, old.personId)], [MAIRS, OTHERS])
})

test('read a page at a time, none of both is left out and none comes twice', async () => {
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const read: string[] = []
  for (let beforeEntry: string | undefined; ; ) {
    const [entry] = await entriesOf(mair, MAIR, { withOwn: false, limit: 1, beforeEntry })
    if (entry === undefined) break
    if (entry.who !== mair.name) read.push(entry.who)
    beforeEntry = entry.id
  }
  assert.deepEqual(read, TOGETHER)
  await undo()
})

test('her own looks are found by any id of hers', async () => {
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  for (const id of [MAIR, old.personId]) {
    const own = await entriesOf(mair, MAIR, { withOwn: true, by: { kind: 'person', id } })
    assert.ok(own.length > 0 && own.every(({ isThePerson, by }) => isThePerson && by.id === MAIR), id)
  }
  await undo()
})

test('what either is not told yet is not told while they are one, and counts of looks leave it out too', async () => {
  const before = await countsOf(old.citizen, old.personId)
  const gwenno = actorOf('gwenno-pryce') as WorkerActor
  const deferral = await doing(tx =>
    deferTrail(tx, gwenno, {
      personId: MAIR,
      organisationId: seedId.organisation('cyngor-dyffryn-banadl'),
      accountId: undefined,
      purpose: undefined,
      reason: 'an enquiry',
      power: 'SSWBA 2014 s.126',
      endsAt: new Date('2026-12-01T09:00:00Z'),
    }),
  )
  assert(deferral.ok)
  here.clock.move('2026-11-22T10:00:00Z')
  await doing(tx => look(tx, actorOf('sioned-evans'), old.personId, { doing: 'look', place: 'record' }, async () => 1))
  assert.deepEqual(await looksAt(old.citizen, old.personId), ['Sioned Evans', ...OTHERS])
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  assert.deepEqual(await looksAt(old.citizen, old.personId), TOGETHER)
  assert.equal((await countsOf(old.citizen, old.personId)).length, 2)
  await undo()
  assert.deepEqual(await looksAt(old.citizen, old.personId), ['Sioned Evans', ...OTHERS])
  assert.deepEqual(await countsOf(old.citizen, old.personId), before)
  assert.ok((await doing(tx => endDeferral(tx, gwenno, deferral.value))).ok)
})

async function looksAt(reader: CitizenActor, address: string): Promise<string[]> {
  return (await entriesOf(reader, address, { withOwn: false })).map(({ who }) => who).filter(who => who !== reader.name)
}

function entriesOf(reader: CitizenActor, address: string, wanted: TrailWanted) {
  return asOwn(reader, address, async (tx, access) => {
    const read = await readTrail(tx, access, wanted)
    assert(read.ok)
    return read.value
  })
}

/** Of each organisation that looked, by name. */
function countsOf(reader: CitizenActor, address: string): Promise<string[]> {
  return asOwn(reader, address, async (tx, access) =>
    (await summariseTrail(tx, access)).organisations.map(({ name }) => name.en),
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
