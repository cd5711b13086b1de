import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import pg from 'pg'
import { APP_ROLE } from '#ground/db/app-role.ts'
import { freshDatabase } from './database.ts'
import { schemaSum } from './generate/schema-sum.ts'
import { emptyGround } from './kit.ts'
import { placeFaults } from './rules/by-person.ts'
import { grantFaults, OWNED } from './rules/grants.ts'
import { foreignWrites, OWNERS } from './rules/owners.ts'
import { sourcesIn } from './rules/sources.ts'

const { url } = await emptyGround()

/** Tables and views, with what is said of each. */
const SAID = `
  select relname as name, relkind = 'v' as is_view, obj_description(oid, 'pg_class') as said
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') order by relname`

test('every table and every view says what a row of it is', async () => {
  const said = await ask(url, SAID)
  assert.ok(said.length > 30)
  assert.deepEqual(
    said.filter(table => table.said === null),
    [],
  )
})

test('a table that says nothing is caught', async () => {
  const other = await freshDatabase('tables')
  await ask(other.url, 'create table silent (id uuid)')
  const [silent] = (await ask(other.url, SAID)).filter(table => table.said === null)
  assert.equal(silent?.name, 'silent')
  assert.notEqual(await schemaSum(other.url), await schemaSum(url))
  await other.drop()
})

test('every table has one folder that writes it', async () => {
  const tables = (await ask(url, SAID)).filter(table => !table.is_view).map(table => String(table.name))
  assert.deepEqual(Object.keys(OWNERS).toSorted(), tables.toSorted())
  assert.deepEqual(
    Object.values(OWNERS).filter(folder => !existsSync(folder)),
    [],
  )
})

test('nobody writes a table that another folder owns', () => {
  assert.deepEqual(sourcesIn('src/**/*.{ts,tsx}').flatMap(foreignWrites), [])
})

test('writing another’s table is caught, in the builder’s words and in SQL', () => {
  const path = 'src/work/plan/x.ts'
  const found = [
    "tx.db.insertInto('trailEntry').values(entry)",
    "tx.db.updateTable('sourceRecord').set({ version })",
    'sql`insert into notice (id) values (1)`',
    'sql`update resource set version = 2`',
    'sql`delete from session where true`',
    "tx.db.insertInto('nobodysTable').values({})",
  ].flatMap(text => foreignWrites({ path, text }))
  assert.deepEqual(found, [
    `${path} writes trail_entry, which src/record/sharing owns`,
    `${path} writes source_record, which src/record/person owns`,
    `${path} writes notice, which src/work/notice owns`,
    `${path} writes resource, which src/record/chart owns`,
    `${path} writes session, which src/door/signin owns`,
    `${path} writes nobodys_table, which nobody owns`,
  ])
  const own = "tx.db.insertInto('planItem').values(item)\nsql`select * from session for update of session`"
  assert.deepEqual(foreignWrites({ path, text: own }), [])
})

test('the running program may read and add, and change or remove only where it is said why', async () => {
  assert.deepEqual(await inDatabase(url, grantFaults), [])
  assert.deepEqual(await inDatabase(url, async client => (await client.query(OWNED, [APP_ROLE])).rows), [])
})

test('a right too many is caught, on a whole table, on one column, or by way of everybody', async () => {
  for (const grant of [
    `update on trail_entry to ${APP_ROLE}`,
    `delete on wish to ${APP_ROLE}`,
    `truncate on message to ${APP_ROLE}`,
    `trigger on trail_leaf to ${APP_ROLE}`,
    `update (allowed) on trail_entry to ${APP_ROLE}`,
    'update on trail_head to public',
    `insert on trail_secret to ${APP_ROLE}`,
  ]) {
    const found = await inDatabase(url, async client => {
      await client.query(`begin; grant ${grant}`)
      return grantFaults(client)
    })
    assert.equal(found.length, 1, grant)
  }
})

test('a table that a later migration makes may be read and added to, and no more, without anybody thinking of it', async () => {
  const found = await inDatabase(url, async client => {
    await client.query('begin; create table later (id uuid primary key); create table kept_later (id uuid primary key)')
    await client.query(`select keep_for_ever(array['kept_later'])`)
    return grantFaults(client)
  })
  assert.deepEqual(found, [])
})

test('every row about a person can be placed by that person, or its table says why not', async () => {
  assert.deepEqual(await inDatabase(url, placeFaults), [])
})

test('a table from which nothing leads to a person is caught, and one that has lost its column', async () => {
  for (const [change, fault] of [
    ['create table later (id uuid primary key, words text)', 'later leads to nobody, and does not say why'],
    [
      'create table later (id uuid primary key, wish_id uuid references wish)',
      'later leads to nobody, and does not say why',
    ],
    ['alter table index_token drop column source_record_id', 'index_token has no person in a column of its own'],
    ['alter table message add column person_id uuid', 'message has a reason that it does not need: person_id'],
  ] as const) {
    const found = await inDatabase(url, async client => {
      await client.query(`begin; ${change}`)
      return placeFaults(client)
    })
    assert.ok(found.includes(fault), `${change}: ${found.join('; ')}`)
  }
  const hangsOn = await inDatabase(url, async client => {
    await client.query('begin; create table later (id uuid primary key, wish_id uuid not null references wish)')
    return placeFaults(client)
  })
  assert.deepEqual(hangsOn, [])
})

test('a column added to the trail changes nothing of what was sealed before: it has no default and may be null', async () => {
  const added = `select attname from pg_attribute where attrelid = 'trail_entry'::regclass and attnum > 15
                 and not attisdropped and (attnotnull or atthasdef)`
  assert.deepEqual(await ask(url, added), [])
  const found = await inDatabase(url, async client => {
    await client.query(`begin; alter table trail_entry add column later text not null default 'x'`)
    return (await client.query(added)).rows
  })
  assert.deepEqual(found, [{ attname: 'later' }])
})

test('schema.sql is the sum of the migrations, and a database made from it is the same', async () => {
  const sum = readFileSync('schema/schema.sql', 'utf8')
  assert.equal(sum, await schemaSum(url), 'run `npm run tables`')
  const made = await freshDatabase('nothing')
  await ask(made.url, sum)
  assert.equal(await schemaSum(made.url), sum)
  await made.drop()
})

function ask(of: string, question: string): Promise<Record<string, unknown>[]> {
  return inDatabase(of, async client => (await client.query(question)).rows)
}

/** As the owner. What is begun and not committed is undone. */
async function inDatabase<Value>(of: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: of })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
