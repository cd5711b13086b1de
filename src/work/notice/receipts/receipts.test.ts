import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, region } from '#test/kit.ts'
import type { Notice } from '../notice.ts'
import { noticesOf } from '../read.ts'
import { takeNotice } from '../take.ts'
import { escalateNotices } from './escalate.ts'
import { untakenTeams } from './read-receipts.ts'

// Mair is taken into hospital in the night to a Sunday. Offices open on Monday at nine.
const here = await region()
await here.send('mair-admitted.hl7')

test('on Sunday nobody is late, nor on Monday at noon', async () => {
  await lookFor('2026-11-23T12:59:00Z')
  assert.deepEqual(await escalated(), [])
})

test('at one o’clock on Monday it is late for every team that works with her and may know; not for her ward', async () => {
  await lookFor('2026-11-23T13:00:00Z')
  assert.deepEqual(await escalated(), ['banadl-pobl-hyn', 'gwennol-llanfeilir', 'tim-adnoddau-cymunedol'])
  assert.deepEqual((await admitted('sioned-evans')).receipts?.lateSince, here.clock.now())
})

test('the befriender, whose agreement is not signed, is not waited for: nobody there may know', async () => {
  const rows = await here.store.db.selectFrom('noticeEscalation').select('organisationId').execute()
  assert.ok(!rows.some(({ organisationId }) => organisationId === seedId.organisation('tegell')))
})

test('it is written down once, however often it is looked', async () => {
  await lookFor('2026-11-23T13:05:00Z')
  assert.equal((await escalated()).length, 3)
})

test('when her social worker takes it, it is late for her team no more, and only her team reads her name', async () => {
  await take('sioned-evans')
  const { receipts } = await admitted('sioned-evans')
  assert.equal(receipts?.lateSince, undefined)
  assert.deepEqual(
    receipts?.ownTeam.map(({ name }) => name),
    ['Sioned Evans'],
  )
  for (const account of ['ffion-gittins', 'aled-jenkins', 'catrin-morgan'])
    assert.doesNotMatch(JSON.stringify((await admitted(account)).receipts), /Sioned/, account)
})

test('the ward that sent it reads that the Older People’s Team has seen it; the landlord does not', async () => {
  const others = async (account: string) => (await admitted(account)).receipts?.others.map(({ team }) => team.en)
  assert.deepEqual(await others('catrin-morgan'), ['Older People’s Team'])
  assert.deepEqual(await others('ffion-gittins'), [])
  assert.deepEqual((await admitted('elin-pritchard')).receipts, undefined)
})

test('after half a day more whoever answers for the organisation is told which team, and of nobody', async () => {
  const lead: WorkerActor = {
    ...(actorOf('ffion-gittins') as WorkerActor),
    accountId: seedId.account('a lead'),
    role: 'signatory',
  }
  const told = (actor: WorkerActor) => transaction(here.store, tx => untakenTeams(tx, actor))
  assert.deepEqual(await told(lead), [])
  here.clock.move('2026-11-24T09:00:00Z')
  assert.deepEqual(await told(lead), [
    {
      team: { en: 'Llanfeilir Housing Office', cy: 'Swyddfa Dai Llanfeilir' },
      count: 1,
      since: new Date('2026-11-23T13:00:00Z'),
    },
  ])
  assert.deepEqual(await told({ ...lead, role: 'housing-officer' }), [])
  await take('ffion-gittins')
  assert.deepEqual(await told(lead), [])
})

test('that she has left hospital begins a clock of its own, and nobody is waited for any more about her coming', async () => {
  here.clock.move('2026-11-26T11:15:00Z')
  await here.send('mair-home.hl7')
  await lookFor('2026-11-26T15:15:00Z')
  const kinds = await here.store.db
    .selectFrom('noticeEscalation')
    .innerJoin('notice', 'notice.id', 'noticeId')
    .select('kind')
    .where('raisedAt', '=', here.clock.now())
    .execute()
  assert.deepEqual(new Set(kinds.map(({ kind }) => kind)), new Set(['went-home']))
})

async function lookFor(now: string): Promise<void> {
  here.clock.move(now)
  await escalateNotices(here.store)
}

/** The teams for which something is late, by their codes. */
async function escalated(): Promise<string[]> {
  const rows = await here.store.db
    .selectFrom('noticeEscalation')
    .innerJoin('team', 'team.id', 'noticeEscalation.teamId')
    .select('team.code')
    .orderBy('team.code')
    .execute()
  return rows.map(({ code }) => code)
}

async function admitted(account: string): Promise<Notice> {
  const seen = await here.look(account, 'mair-pritchard', (tx, access) => noticesOf(tx, [access]))
  const found = seen.ok ? seen.value[0]?.find(({ kind }) => kind === 'admitted') : undefined
  return found ?? assert.fail(`${account} is told of no admission`)
}

async function take(account: string): Promise<void> {
  const { id } = await admitted(account)
  await here.look(account, 'mair-pritchard', (tx, access) => takeNotice(tx, access, id))
}
