import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { DEFERRAL_DAYS_MAX, deferralsBy, deferTrail, endDeferral, type NewDeferral } from './deferral.ts'
import { TRAIL_PAGE_ENTRIES, type TrailEntry } from './entry.ts'
import { findEntry, readTrail } from './read.ts'
import { summariseTrail } from './summary.ts'

// An enquiry about Mair begins; for some weeks she is not told who at the council looks.
const here = await region()
const council = seedId.organisation('cyngor-dyffryn-banadl')
const DAY_MS = 24 * 60 * 60 * 1000
await here.look('sioned-evans', 'mair-pritchard', async () => {})
await here.look('elin-pritchard', 'mair-pritchard', async () => {})
here.clock.move('2026-11-23T09:00:00Z')

test('a deferral without an end, with one that has passed, or over ninety days away is refused', async () => {
  assert.deepEqual(await defer({ endsAt: undefined }), { ok: false, problem: 'deferral.endMissing' })
  assert.deepEqual(await defer({ endsAt: inDays(0) }), { ok: false, problem: 'deferral.endPassed' })
  assert.deepEqual(await defer({ endsAt: inDays(DEFERRAL_DAYS_MAX + 1) }), { ok: false, problem: 'deferral.tooLong' })
})

test('so is one without a reason, a statutory power, or anything that it names', async () => {
  assert.deepEqual(await defer({ reason: ' ' }), { ok: false, problem: 'deferral.whyMissing' })
  assert.deepEqual(await defer({ power: '' }), { ok: false, problem: 'deferral.powerMissing' })
  assert.deepEqual(await defer({ organisationId: undefined }), { ok: false, problem: 'deferral.nothingNamed' })
})

test('the database refuses more than ninety days whoever writes it', async () => {
  await assert.rejects(
    sql`insert into trail_deferral (id, person_id, purpose, reason, power, team_id, made_by, made_by_name, started_at, ends_at)
        values (${seedId.team('x')}, ${personId('mair-pritchard')}, 'safeguarding', 'r', 'p',
                ${seedId.team('banadl-preifatrwydd')}, ${seedId.account('gwenno-pryce')}, 'G', now(), now() + interval '91 days')`.execute(
      here.store.db,
    ),
    /check constraint/,
  )
})

test('a social worker puts nothing off, nor does the officer of another organisation', async () => {
  assert.deepEqual(await defer({}, 'sioned-evans'), { ok: false, problem: 'deferral.notYours' })
  assert.deepEqual(await defer({}, 'idris-lloyd'), { ok: false, problem: 'deferral.notYours' })
  const worker = { organisationId: undefined, accountId: seedId.account('hannah-whitfield') }
  assert.deepEqual(await defer(worker), { ok: false, problem: 'deferral.notYours' }, 'who works for the other council')
})

test('while it stands Mair is not told of the council’s new looks, and nothing tells her that there are any', async () => {
  assert.ok((await defer({})).ok)
  const before = await trail()
  for (let time = 0; time < TRAIL_PAGE_ENTRIES + 5; time++)
    await here.look('sioned-evans', 'mair-pritchard', async () => {})
  await here.look('elin-pritchard', 'mair-pritchard', async () => {})
  const now = await trail()
  assert.deepEqual(
    now.map(({ who }) => who),
    ['Elin Pritchard', ...before.map(({ who }) => who)],
    'a page is not cut short by what is hidden, and what she could read before stays',
  )
  const { lines } = await summary()
  assert.equal(lines.find(({ organisation }) => organisation?.id === council)?.total, 1, 'nor is it in what is drawn')
})

test('she cannot find a hidden look by its id', async () => {
  const { rows } = await sql<{ id: string }>`
    select id from trail_entry where account_id = ${seedId.account('sioned-evans')} order by sequence desc limit 1`.execute(
    here.store.db,
  )
  const found = await here.look('mair-pritchard', 'mair-pritchard', (tx, access) =>
    findEntry(tx, access, rows[0]?.id ?? ''),
  )
  assert.deepEqual(found, { ok: true, value: undefined })
})

test('the officers of the team that made it see that it exists', async () => {
  const [deferral] = await transaction(here.store, tx => deferralsBy(tx, seedId.team('banadl-preifatrwydd')))
  assert.deepEqual([deferral?.madeBy, deferral?.organisationId], ['Gwenno Pryce', council])
  assert.deepEqual(await transaction(here.store, tx => deferralsBy(tx, seedId.team('rhedyn-preifatrwydd'))), [])
})

test('when its day has come, everything appears by itself', async () => {
  here.clock.move('2026-12-23T09:00:00Z')
  assert.equal((await trail()).filter(({ who }) => who === 'Sioned Evans').length, TRAIL_PAGE_ENTRIES - 1)
})

test('ended before its day, by its own team alone, everything appears at once', async () => {
  const made = await defer({ endsAt: inDays(60) })
  assert.ok(made.ok)
  await here.look('dewi-prosser', 'mair-pritchard', async () => {})
  assert.ok(!(await trail()).some(({ who }) => who === 'Dewi Prosser'))
  const end = (account: string) =>
    transaction(here.store, tx => endDeferral(tx, actorOf(account) as WorkerActor, made.value))
  assert.deepEqual(await end('idris-lloyd'), { ok: false, problem: 'deferral.notYours' })
  assert.deepEqual(await end('gwenno-pryce'), { ok: true, value: undefined })
  assert.ok((await trail()).some(({ who }) => who === 'Dewi Prosser'))
})

function inDays(days: number): Date {
  return new Date(here.clock.now().getTime() + days * DAY_MS)
}

function defer(asked: Partial<NewDeferral>, by = 'gwenno-pryce') {
  const whole: NewDeferral = {
    personId: personId('mair-pritchard'),
    organisationId: council,
    accountId: undefined,
    purpose: undefined,
    reason: 'An enquiry has begun, and telling now could put somebody at risk.',
    power: 'Social Services and Well-being (Wales) Act 2014, section 126',
    endsAt: inDays(30),
    ...asked,
  }
  return transaction(here.store, tx => deferTrail(tx, actorOf(by) as WorkerActor, whole))
}

async function trail(): Promise<readonly TrailEntry[]> {
  const read = await here.look('mair-pritchard', 'mair-pritchard', (tx, access) =>
    readTrail(tx, access, { withOwn: false }),
  )
  assert.ok(read.ok && read.value.ok)
  return read.value.value
}

async function summary() {
  const read = await here.look('mair-pritchard', 'mair-pritchard', summariseTrail)
  assert.ok(read.ok)
  return read.value
}
