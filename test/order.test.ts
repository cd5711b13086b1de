import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { circlesAmong } from './rules/circles.ts'
import { accessFaults, importsOf, ORDER, orderFaults, routeFaults } from './rules/order.ts'
import { sourcesIn } from './rules/sources.ts'

const sources = sourcesIn('{src,seed,language}/**/*.{ts,tsx}', '{bench,evidence}/**/*.ts')

test('imports only go down, and doors never import doors', () => {
  assert.ok(sources.length > 300)
  assert.deepEqual(sources.flatMap(orderFaults), [])
})

test('no files import each other all the way round, tests and seeds among them', () => {
  const everything = [...sources, ...sourcesIn('test/**/*.ts', 'launch/**/*.mjs', 'verify/**/*.mjs')]
  assert.deepEqual(circlesAmong(everything), [])
})

test('a circle of files is caught, however long it is and wherever it begins', () => {
  const file = (path: string, imports: string) => ({ path, text: `import { x } from '${imports}'` })
  const round = [file('src/work/plan/a.ts', './b.ts'), file('src/work/plan/b.ts', '#work/plan/c.ts')]
  assert.deepEqual(circlesAmong([...round, file('src/work/plan/c.ts', './d.ts')]), [])
  assert.deepEqual(
    circlesAmong([file('src/work/plan/d.ts', './a.ts'), ...round, file('src/work/plan/c.ts', './a.ts')]),
    [['src/work/plan/a.ts', 'src/work/plan/b.ts', 'src/work/plan/c.ts']],
  )
})

test('leave to see a record is made only where sharing is decided', () => {
  assert.deepEqual(sources.flatMap(accessFaults), [])
})

test('a route is added only with a declaration of whom it is for', () => {
  assert.deepEqual(sources.flatMap(routeFaults), [])
})

test('every folder of the floors is in the order, and every place in the order is a folder', () => {
  assert.deepEqual(
    ORDER.filter(place => !existsSync(`src/${place}`)),
    [],
  )
  const folders = new Set(sources.map(({ path }) => /^src\/(?:ground|\w+\/[\w-]+)(?=\/)/.exec(path)?.[0]))
  folders.delete(undefined)
  assert.deepEqual([...folders].toSorted(), ORDER.map(place => `src/${place}`).toSorted())
})

/** A line that must not stand in a file, by the file, and a word of the fault. */
const WRONG: readonly (readonly [path: string, line: string, fault: RegExp])[] = [
  ['src/ground/clock.ts', "import { look } from '#record/sharing/look.ts'", /stands above ground/],
  ['src/record/person/link.ts', "import { look } from '#record/sharing/look.ts'", /stands above record\/person/],
  [
    'src/record/sharing/look.ts',
    "import type { Banner } from '#record/chart/banner.ts'",
    /stands above record\/sharing/,
  ],
  ['src/work/notice/read.ts', "export { readPlan } from '#work/plan/read-plan.ts'", /stands above work\/notice/],
  ['src/door/web/web.ts', "import { visits } from '#door/signin/visits.ts'", /doors never import doors/],
  ['src/door/web/web.ts', "import { visits } from '../signin/visits.ts'", /doors never import doors/],
  ['src/door/web/web.ts', "const feed = await import('#door/feeds/hl7/receive.ts')", /doors never import doors/],
  ['src/door/web/web.ts', "import {\n  a,\n  b,\n} from '#door/command/feed.ts'", /stands above door\/web/],
  ['src/door/web/pages/plan.tsx', "import { x } from '../../feeds/receive.ts'", /more than one folder up/],
  ['src/record/person/link.ts', "import { people } from '#seed/region/people/index.ts'", /only main plants/],
  ['src/door/feeds/feeds.ts', "import { region } from '#test/kit.ts'", /for tests alone/],
  ['src/door/signin/routes.ts', "import { testStore } from './test-store.ts'", /for tests alone/],
  ['src/door/web/pages/plan.tsx', "import plan from '#language/en/plan.ts'", /said by key/],
  ['language/en/plan.ts', "import { day } from '#ground/day.ts'", /words stand on nothing/],
  ['src/record/person/link.ts', "import { readConfig } from '#config'", /settings are passed in/],
  ['seed/plant.ts', "import { receiveFrame } from '#door/feeds/hl7/receive.ts'", /not come through a door/],
  ['src/shared/dates.ts', "import { done } from '#ground/outcome.ts'", /stands on no floor/],
  ['src/record/person/link.ts', "import { x } from '../../shared.ts'", /more than one folder up/],
  ['src/work/plan/plan.ts', "import fastify from 'fastify'", /only src\/door, src\/serve\.ts may/],
  ['src/record/person/link.ts', "import pg from 'pg'", /only src\/ground\/db may/],
  ['src/door/web/web.ts', "import { sql } from 'kysely'", /only src\/ground\/db, .* may/],
  ['src/record/person/link.ts', "import { Kysely, sql } from 'kysely'", /only its `sql` and types/],
  ['src/ground/clock.ts', "import moment from 'moment'", /no place is named/],
  ['src/work/plan/plan.ts', "import { readFileSync } from 'node:fs'", /passed in/],
  ['src/record/person/person.test.ts', "import { look } from '#record/sharing/look.ts'", /stands above record\/person/],
]

test('every import against the order is caught, and said once', () => {
  for (const [path, line, fault] of WRONG) {
    const [found, ...more] = orderFaults({ path, text: `// A file.\n${line}\n` })
    assert.match(found ?? 'nothing was found', fault, `${path}: ${line}`)
    assert.deepEqual(more, [])
  }
})

test('what is written in a comment is not imported', () => {
  const text = "// import { look } from '#record/sharing/look.ts'\n/*\nimport pg from 'pg'\n*/"
  assert.deepEqual(importsOf({ path: 'src/ground/clock.ts', text }), [])
})

test('what the order allows is allowed', () => {
  const text = [
    "import { type RawBuilder, sql } from 'kysely'",
    "import type { Tx } from '#ground/db/store.ts'",
    "import { look } from '#record/sharing/look.ts'",
    "import { noticesOf } from './read.ts'",
    "import { CHECKS } from './checks/index.ts'",
  ].join('\n')
  assert.deepEqual(orderFaults({ path: 'src/work/notice/take.ts', text }), [])
})

test('an Access made elsewhere is caught, and one that is only spoken of is not', () => {
  const made = { path: 'src/door/web/pages/plan.tsx', text: 'const access = new Access(actor, personId, purpose, [])' }
  assert.equal(accessFaults(made).length, 1)
  const spoken = { path: made.path, text: '// never new Access(...) here\nimport type { Access } from "x"' }
  assert.deepEqual(accessFaults(spoken), [])
})

test('a route added past its declaration is caught, however it is written', () => {
  for (const line of [
    "app.get('/people', async () => 'all of them')",
    "app.get<One>('/people/:person', handler)",
    "app.post<{ Params: { person: string } }>(\n  '/people/:person/plan',\n  handler,\n)",
    'inside.get(ITEM, { config: {} }, handler)',
    'app.all(`/stand-in/*`, handler)',
    "app.route({ method: 'GET', url: '/people', handler })",
    "app.withTypeProvider().delete('/people', handler)",
  ]) {
    assert.equal(routeFaults({ path: 'src/door/web/pages/people.tsx', text: line }).length, 1, line)
  }
})

test('a declared route is let be, and so are maps, headers and questions', () => {
  const text = [
    "routes.get<One>('/people/:person', { for: 'visitors', does: 'look' }, handler)",
    "routes.post(\n  '/people',\n  { for: 'visitors', does: 'write' },\n  handler,\n)",
    "const [a, b] = [names.get(code), query.get('state')]",
    'kept.delete(`one of them`)',
    "// app.get('/people', handler)",
  ].join('\n')
  assert.deepEqual(routeFaults({ path: 'src/door/web/pages/people.tsx', text }), [])
})
