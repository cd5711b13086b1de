import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import pg from 'pg'
import { freshDatabase } from './database.ts'
import { schemaSum } from './generate/schema-sum.ts'
import { emptyGround } from './kit.ts'
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

test('schema.sql is the sum of the migrations, and a database made from it is the same', async () => {
  const sum = readFileSync('schema/schema.sql', 'utf8')
  assert.equal(sum, await schemaSum(url), 'run `npm run tables`')
  const made = await freshDatabase('nothing')
  await ask(made.url, sum)
  assert.equal(await schemaSum(made.url), sum)
  await made.drop()
})

async function ask(of: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: of })
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}
