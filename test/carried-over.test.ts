import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { idFor, machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { makeAppRole } from '#ground/db/app-role.ts'
import { migrations } from '#ground/db/migrate.ts'
import { openOwnerStore, transaction } from '#ground/db/store.ts'
import { linksOf } from '#record/person/link/links-of.ts'
import { membersOf } from '#record/person/link/persons.ts'
import { rebuildPersons } from '#record/person/link/rebuild.ts'
import { freshDatabase } from './database.ts'

// A database from before persons were joined records: what was linked then is linked now, by whom it was, and undone.
const PEOPLE = ['mair', 'owen', 'nobody yet', 'left alone']
const RECORDS = ['landlord', 'hospital', 'council', 'moved', 'unlinked']
const { url } = await freshDatabase('nothing')
const client = new pg.Client({ connectionString: url })
await client.connect()
await makeAppRole(client)
await client.query('create table migration (name text primary key, hash text not null, run_at timestamptz not null)')
for (const { name, sql } of migrations()) {
  if (name === '0016-identity.sql') await plantAsBefore()
  await client.query(sql)
}
await client.end()
const store = openOwnerStore(url, { clock: machineClock, chance: machineChance })

test('who had records still has them, the one linked first giving the id', async () => {
  assert.deepEqual(await membersOfNamed('mair'), ['council', 'hospital', 'landlord'])
  assert.deepEqual(await membersOfNamed('owen'), ['moved'])
})

test('a person without a record is still themselves', async () => {
  assert.deepEqual(await membersOfNamed('nobody yet'), [])
  assert.deepEqual(await membersOfNamed('left alone'), [])
})

test('a record that was linked to nobody is somebody of its own', async () => {
  const { rows } = await ask(`select person_id from person_link_now where source_record_id = '${idFor('unlinked')}'`)
  assert.ok(!PEOPLE.some(person => idFor(person) === rows[0]?.person_id))
})

test('who decided, why, on what and when is what it was, also of what had ended', async () => {
  const links = await transaction(store, tx => linksOf(tx, idFor('mair')))
  const told = links.map(({ recordA, recordB, decidedBy, reason, explanation, startedAt, ended }) => [
    [recordA, recordB].map(nameOf).sort().join(' and '),
    [decidedBy, reason, explanation, startedAt.toISOString().slice(0, 10)].map(part => JSON.stringify(part)).join(' '),
    ended && `${ended.decidedBy}: ${ended.reason}`,
  ])
  assert.deepEqual(told.sort(), [
    ['council and hospital', '"rule" "match.one" {"agreed":["nhsNumber"]} "2026-03-02"', null],
    ['council and landlord', '"Steffan" "asked" {} "2026-03-03"', null],
    ['council and moved', '"rule" "match.two" {} "2026-03-04"', 'Steffan: another man'],
  ])
})

test('what each id names follows from the links', async () => {
  assert.deepEqual(await transaction(store, rebuildPersons), [])
  await store.close()
})

async function plantAsBefore(): Promise<void> {
  const id = (name: string) => `'${idFor(name)}'`
  const linked = (name: string, person: string, record: string, day: string, decided: string) =>
    `insert into person_link values (${id(name)}, ${id(person)}, ${id(record)}, ${decided}, '2026-03-${day}');`
  const ended = (name: string, reason: string) =>
    `insert into person_link_end values (${id(name)}, 'Steffan', '${reason}', '2026-04-01');`
  await client.query(`
    insert into organisation (id, code, kind, name_en, name_cy) values (${id('body')}, 'body', 'council', 'Body', 'Corff');
    insert into person select unnest(array[${PEOPLE.map(id)}]::uuid[]), '2026-03-01';
    insert into source_record (id, organisation_id, local_id, version, content, nhs_number_verified, family_key)
    select id, ${id('body')}, id::text, 1, '{}', false, ''
    from unnest(array[${RECORDS.map(id)}]::uuid[]) as id;
    insert into source_record_version select id, 1, '{}', '2026-02-01' from source_record;
    ${linked('l1', 'mair', 'council', '01', `'rule', 'match.newPerson', '{}'`)}
    ${linked('l2', 'mair', 'hospital', '02', `'rule', 'match.one', '{"agreed":["nhsNumber"]}'`)}
    ${linked('l3', 'mair', 'landlord', '03', `'Steffan', 'asked', '{}'`)}
    ${linked('l4', 'mair', 'moved', '04', `'rule', 'match.two', '{}'`)}
    ${ended('l4', 'another man')}
    ${linked('l5', 'owen', 'moved', '05', `'Steffan', 'his', '{}'`)}
    ${linked('l6', 'left alone', 'unlinked', '06', `'rule', 'match.newPerson', '{}'`)}
    ${ended('l6', 'nobody')}`)
}

async function membersOfNamed(person: string): Promise<string[]> {
  return (await transaction(store, tx => membersOf(tx, idFor(person)))).map(nameOf)
}

function nameOf(id: string): string {
  return RECORDS.find(name => idFor(name) === id) ?? id
}

async function ask(query: string) {
  const asking = new pg.Client({ connectionString: url })
  await asking.connect()
  try {
    return await asking.query<{ person_id: string }>(query)
  } finally {
    await asking.end()
  }
}
