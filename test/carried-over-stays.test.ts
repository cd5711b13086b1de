import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { idFor } from '#ground/chance.ts'
import { makeAppRole } from '#ground/db/app-role.ts'
import { migrations } from '#ground/db/migrate.ts'
import { freshDatabase } from './database.ts'

// A database from before stays were kept as events: what was known of a stay is known still.
const { url } = await freshDatabase('nothing')
const client = new pg.Client({ connectionString: url })
await client.connect()
await makeAppRole(client)
await client.query('create table migration (name text primary key, hash text not null, run_at timestamptz not null)')
for (const { name, sql } of migrations()) {
  if (name === '0027-visit-events.sql') await plantAsBefore()
  await client.query(sql)
}

test('a stay that goes on, and one that is over, are told once more, with their place and their reason', async () => {
  const { rows } = await client.query<{ visit: string; event: unknown }>(
    `select visit, event from visit_event order by visit, event ->> 'happenedAt'`,
  )
  const team = { id: idFor('ward'), name: 'Ward Dyfi, 4' }
  const place = { ward: 'Ward Dyfi, 4', team, display: 'Ward Dyfi, 4' }
  const came = '2026-11-22T02:10:00.000Z'
  const event = (trigger: string, at: string, said: object) => ({
    trigger,
    recordId: idFor('record'),
    controlId: '',
    happenedAt: at,
    saidAt: at,
    hospital: { id: idFor('hospital'), name: 'Ysbyty' },
    place,
    said: { admittedAt: '2026-11-22T02:10:00.000Z', reason: { text: 'Fall' }, ...said },
  })
  assert.deepEqual(rows, [
    { visit: 'visit/1', event: event('A01', came, { number: '1', expectedHomeOn: '2026-11-29' }) },
    { visit: 'visit/2', event: event('A01', came, { number: '2' }) },
    { visit: 'visit/2', event: event('A03', '2026-11-25T10:00:00.000Z', { number: '2' }) },
  ])
})

test('and where each stands is known', async () => {
  const { rows } = await client.query(
    'select visit, standing, is_admission, moved_at, team_id from visit_now order by visit',
  )
  const ward = { is_admission: true, team_id: idFor('ward') }
  assert.deepEqual(rows, [
    { visit: 'visit/1', standing: 'in-progress', ...ward, moved_at: new Date('2026-11-22T02:10:00Z') },
    { visit: 'visit/2', standing: 'finished', ...ward, moved_at: new Date('2026-11-25T10:00:00Z') },
  ])
  await client.end()
})

async function plantAsBefore(): Promise<void> {
  const id = (name: string) => `'${idFor(name)}'`
  await client.query(`
    insert into organisation (id, code, kind, name_en, name_cy) values (${id('body')}, 'body', 'health-board', 'Body', 'Corff');
    insert into team (id, code, organisation_id, name_en, name_cy) values (${id('ward')}, 'ward', ${id('body')}, 'Ward Dyfi', 'Ward Dyfi');
    insert into person values (${id('person')}, '2026-03-01');
    insert into source_record (id, organisation_id, local_id, version, content, nhs_number_verified, family_key, home_person_id)
    values (${id('record')}, ${id('body')}, 'H1', 1, '{}', false, '', ${id('person')})`)
  const extension = [{ url: 'a planned end', valueDateTime: '2026-11-29' }]
  await keep('visit/1', 'presence-in-hospital', { ...spell('1', 'in-progress', {}), extension })
  await keep('visit/2', 'presence-in-hospital', spell('2', 'finished', { end: '2026-11-25T10:00:00.000Z' }))
  for (const number of [1, 2]) await keep(`visit/${number}/ward`, 'hospital-care', stay())
  await keep(`visit/3/misfiled/x`, 'presence-in-hospital', { resourceType: 'Encounter', status: 'entered-in-error' })
}

function spell(number: string, status: string, ended: { end?: string }) {
  return {
    status,
    identifier: [{ value: number }],
    serviceProvider: { reference: `Organization/${idFor('hospital')}`, display: 'Ysbyty' },
    period: { start: '2026-11-22T02:10:00.000Z', ...ended },
  }
}

function stay() {
  const location = { reference: `Location/${idFor('ward')}`, display: 'Ward Dyfi, 4' }
  return { reasonCode: [{ text: 'Fall' }], location: [{ location, status: 'active' }] }
}

async function keep(key: string, dataClass: string, content: object): Promise<void> {
  await client.query(
    `insert into resource (id, type, version, source_record_id, contributor_id, data_class, business_key, content, recorded_at)
     values ($1, 'Encounter', 1, $2, $3, $4, $5, $6, '2026-11-22')`,
    [idFor(key), idFor('record'), idFor('body'), dataClass, key, content],
  )
}
