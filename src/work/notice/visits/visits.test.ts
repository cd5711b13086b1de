import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { writeResource } from '#record/chart/write-resource.ts'
import { membersOf } from '#record/person/link/persons.ts'
import { contribute } from '#record/sharing/look.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { seedId } from '#seed/seed-id.ts'
import { asSent, citizenOf, personId, region } from '#test/kit.ts'
import { mayWriteTo } from '../may-write-to.ts'
import { answerHold } from './answer-hold.ts'
import { plannedVisits } from './read-visits.ts'
import type { PlannedVisit } from './visit.ts'

// Cannwyll comes to Mair each morning. She is taken into hospital on the 22nd and may be home on the 29th.
const here = await region()
const MAIR = personId('mair-pritchard')
const CANNWYLL = seedId.organisation('gofal-cannwyll')
await transaction(here.store, tx =>
  beginRelationship(
    tx,
    { personId: MAIR },
    { kind: 'care-package', with: { accountId: seedId.account('kasia-nowak') }, source: 'care-package-list' },
  ),
)
for (const day of ['22', '23', '29', '30']) await plan(`2026-11-${day}T07:30:00Z`)
await plan('2026-11-22T17:30:00Z')

test('before anything has happened her visits are planned, and nobody can say that they are held', async () => {
  assert.deepEqual(await states('kasia-nowak'), ['22 planned', '22 planned', '23 planned', '29 planned', '30 planned'])
  assert.deepEqual(await answer('kasia-nowak', false), { ok: false, problem: 'visit.notYours' })
})

test('once she is in hospital, the visits from then to the day she may be home are held at once, for those who may know', async () => {
  await here.send('mair-admitted.hl7')
  const held = ['22 in-hospital', '22 in-hospital', '23 in-hospital', '29 in-hospital', '30 planned']
  for (const account of ['kasia-nowak', 'sioned-evans', 'mair-pritchard', 'elin-pritchard'])
    assert.deepEqual(await states(account), held, account)
})

test('nobody is told of a hold who may not know where she is, but the provider, that it is held', async () => {
  assert.deepEqual(new Set((await states('glenys-tudge')).map(state => state.slice(3))), new Set(['planned']))
  const refused = await transaction(here.store, tx =>
    makeWish(tx, citizenOf('mair-pritchard'), MAIR, {
      kind: 'refuse',
      with: { accountId: seedId.account('kasia-nowak') },
      dataClasses: ['presence-in-hospital'],
    }),
  )
  assert.ok(refused.ok)
  assert.deepEqual(await states('kasia-nowak'), ['22 held', '22 held', '23 held', '29 held', '30 planned'])
})

test('the provider says that they are held, or that one goes ahead; nobody else can say it for them', async () => {
  const [, , third] = await visits('kasia-nowak')
  assert.deepEqual(await answer('sioned-evans', false), { ok: false, problem: 'visit.notYours' })
  assert.deepEqual(await answer('kasia-nowak', false), { ok: true, value: undefined })
  here.clock.move('2026-11-22T09:05:00Z')
  assert.deepEqual(await answer('kasia-nowak', true, third?.id), { ok: true, value: undefined })
  const said = (await visits('sioned-evans')).map(({ hold }) => hold?.answer && [hold.answer.goesAhead, hold.answer.by])
  assert.deepEqual(said[0], [false, 'Kasia Nowak'])
  assert.deepEqual(said[2], [true, 'Kasia Nowak'])
})

test('a new day for home lets go of the visits after it', async () => {
  here.clock.move('2026-11-24T11:00:00Z')
  await here.send('mair-expected-home.hl7')
  assert.deepEqual(await states('sioned-evans'), ['29 planned', '30 planned'])
})

test('when the day has passed and she is there still, the next day is held too', async () => {
  here.clock.move('2026-11-28T11:00:00Z')
  assert.deepEqual(await states('sioned-evans'), ['29 in-hospital', '30 planned'])
})

test('when she has left hospital nothing is held any more, and nobody had to say so', async () => {
  await here.send('mair-home.hl7')
  assert.deepEqual(await states('sioned-evans'), ['29 planned', '30 planned'])
})

test('after a death every visit stops, none goes ahead, and nothing is written to her; taken back, all of it is as before', async () => {
  const died = asSent('mair-home.hl7').replace('ADT^A03^ADT_A03|YGH0000419377', 'ADT^A31^ADT_A05|DEATH')
  const mayWrite = () => transaction(here.store, tx => mayWriteTo(tx, MAIR))
  assert.equal(await mayWrite(), true)
  here.clock.move('2026-11-28T12:00:00Z')
  await here.send(died.replace('||N\rPV1', '|20261128110000|Y\rPV1').replaceAll('20261126111', '20261128115'))
  assert.deepEqual(await states('kasia-nowak'), ['29 died', '30 died'])
  assert.deepEqual(await answer('kasia-nowak', true), { ok: false, problem: 'visit.notAfterDeath' })
  assert.equal(await mayWrite(), false)
  here.clock.move('2026-11-28T13:00:00Z')
  await here.send(
    died.replace('DEATH', 'ALIVE').replace('||N\rPV1', '|""|""\rPV1').replaceAll('20261126111', '20261128125'),
  )
  assert.deepEqual(await states('kasia-nowak'), ['29 planned', '30 planned'])
  assert.equal(await mayWrite(), true)
})

async function visits(account: string): Promise<PlannedVisit[]> {
  const seen = await here.look(account, 'mair-pritchard', plannedVisits)
  return seen.ok ? seen.value : assert.fail(`${account} sees nothing of her`)
}

/** The day of each visit, and how it stands. */
async function states(account: string): Promise<string[]> {
  return (await visits(account)).map(({ startsAt, hold }) => {
    const state = hold === undefined ? 'planned' : (hold.because ?? 'held')
    return `${startsAt.toISOString().slice(8, 10)} ${state}`
  })
}

async function answer(account: string, goesAhead: boolean, visitId?: string) {
  const said = await here.look(account, 'mair-pritchard', (tx, access) =>
    answerHold(tx, access, { goesAhead, visitId }),
  )
  return said.ok ? said.value : said
}

/** The provider's rota, as its list of visits tells it. */
async function plan(start: string): Promise<void> {
  const rota = {
    kind: 'system' as const,
    senderId: seedId.account('rota'),
    name: 'ROTA',
    organisationId: CANNWYLL,
    organisationCode: 'gofal-cannwyll',
  }
  await transactionInTurn(here.store, async tx => {
    const [sourceRecordId = ''] = await membersOf(tx, MAIR)
    await contribute(tx, rota, MAIR, 'feed', access =>
      writeResource(
        tx,
        access,
        {
          type: 'Appointment',
          contributorId: CANNWYLL,
          businessKey: start,
          dataClass: 'care-and-support',
          sourceRecordId,
        },
        () => ({ resourceType: 'Appointment', status: 'booked', start, participant: [{ status: 'accepted' }] }),
        undefined,
      ),
    )
  })
}
