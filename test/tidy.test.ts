import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settingsIn, settingsPage } from './generate/settings.ts'
import { bannedFaults } from './rules/banned.ts'
import { undocumented } from './rules/docstrings.ts'
import { functionsOf, longFiles, longFunctions, type Ratchet } from './rules/length.ts'
import { pagesIn, unvisited } from './rules/pages.ts'
import { type Source, sourcesIn } from './rules/sources.ts'

const code = sourcesIn('{src,seed,language,test,bench,evidence,launch,verify}/**/*.{ts,tsx,mjs}', '*.mjs')
const rest = sourcesIn('*.{md,json}', '{docs,seed,schema,src,language,test}/**/*.{md,sql,css,hl7,txt,json}', '.ci/*')

/** A ratchet: these may become shorter and never longer. */
const LONG_FILES: Ratchet = {}
const LONG_FUNCTIONS: Ratchet = {
  // One connection's state in one closure. To be parted when it is next changed.
  'src/ground/mllp/conversation.ts converse': 80,
}

/** Exported, and their name says all there is to say. */
const NAMES_THAT_SAY_ALL: readonly string[] = []

test('nothing is written here that has been banned', () => {
  assert.ok(code.length > 400 && rest.length > 40)
  assert.deepEqual([...code, ...rest].flatMap(bannedFaults), [])
})

test('no file is longer than 300 lines', () => {
  assert.deepEqual(longFiles(code, LONG_FILES), [])
})

test('no function is longer than 70 lines', () => {
  assert.ok(code.flatMap(functionsOf).length > 1500)
  assert.deepEqual(longFunctions(code, LONG_FUNCTIONS), [])
})

test('every exported act says what it promises', () => {
  const silent = code.flatMap(undocumented)
  assert.deepEqual(
    silent.filter(act => !NAMES_THAT_SAY_ALL.includes(act)),
    [],
  )
})

test('every setting says what it is for, in the page that operators read', () => {
  const config = sourcesIn('src/config.ts')[0]?.text ?? ''
  const declared = [...config.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name)
  const settings = settingsIn(config)
  assert.deepEqual(
    settings.map(({ name }) => name),
    declared,
  )
  assert.deepEqual(
    settings.filter(({ means }) => means === ''),
    [],
  )
  assert.equal(sourcesIn('docs/reference/settings.md')[0]?.text, settingsPage(config), 'run `npm run tables`')
})

test('every page has a journey that goes there', () => {
  const pages = sourcesIn('src/door/web/pages/*.tsx').map(source => ({ source, addresses: pagesIn(source) }))
  assert.deepEqual(
    pages.filter(({ addresses }) => addresses.length === 0).map(({ source }) => source.path),
    [],
  )
  const addresses = pages.flatMap(page => page.addresses)
  assert.deepEqual(unvisited(addresses, sourcesIn('test/journeys/*.ts')), [])
})

/** A line, and where it must not stand. */
const BANNED: readonly (readonly [path: string, line: string])[] = [
  ['src/record/person/link.ts', 'const now = Date.now()'],
  ['src/record/person/link.ts', 'const now = new Date()'],
  ['src/record/person/link.ts', 'const luck = Math.random()'],
  ['seed/plant.ts', 'const folder = process.env.FOLDER'],
  ['src/record/person/link.ts', 'function link(row: any): void {}'],
  ['src/record/person/link.ts', 'const rows = found as any'],
  ['src/record/person/link.ts', 'const rows: Promise<any> = found'],
  ['src/record/person/link.ts', 'const rows = new Map<string, any>()'],
  ['src/record/person/link.ts', '// @ts-' + 'ignore'],
  ['src/record/person/link.ts', 'console.log(person)'],
  ['docs/concepts/plan.md', 'TO' + 'DO: say more'],
  ['src/record/person/link.ts', '// FIX' + 'ME later'],
  ['src/record/person/link.test.ts', 't.skip()'],
  ['src/record/person/link.test.ts', "test.only('a', () => {})"],
  ['src/record/person/link.test.ts', "test('a', { skip: true }, () => {})"],
  ['README.md', 'Written with Chat' + 'GPT.'],
  ['schema/0001-person.sql', '-- Co-Authored' + '-By: somebody'],
  ['bench/main.ts', "const folder = '/ro" + "ot/cydofal/data'"],
]

test('whatever is banned is caught, and its line is told', () => {
  for (const [path, line] of BANNED) {
    const faults = bannedFaults({ path, text: `// One.\n${line}\n` })
    assert.equal(faults.length, 1, `${path}: ${line}`)
    assert.ok(faults[0]?.startsWith(`${path}:2 has `), faults[0])
  }
})

test('what only looks banned is let be', () => {
  const allowed: Source[] = [
    { path: 'src/ground/clock.ts', text: 'export const machineClock: Clock = { now: () => new Date() }' },
    {
      path: 'src/record/person/link.ts',
      text: "// never Date.now()\nconst said = 'new Date()' // any\nnew Date(row.at)",
    },
    { path: 'src/record/person/link.ts', text: 'const any = rows.some(any => any.ok)\nif (any) return' },
    { path: 'src/record/person/link.test.ts', text: "t.skip('no messages on this machine')\nconst at = Date.now()" },
    { path: 'src/main.ts', text: "console.log(say('start.stopping'))" },
    { path: 'README.md', text: 'A session of a user agent, and Ysbyty Glan Hafren /work/notice/.' },
  ]
  assert.deepEqual(allowed.flatMap(bannedFaults), [])
})

/** A body of some lines, set in by two. */
const body = (lines: number) => Array.from({ length: lines }, () => '  step()').join('\n')

test('a function is measured from its head to its end, however it is written', () => {
  const text = [
    `export async function link(\n  tx: Tx,\n  { of }: { of: string },\n): Promise<void> {\n${body(3)}\n}`,
    `export function serve({\n  port,\n}: {\n  port: number\n}): Promise<Outcome<{ url: string }, Problem>> {\n${body(2)}\n}`,
    `const find = (of: string) => {\n${body(1)}\n}`,
    `const shown = rows.map(row => (\n  <li>{row}</li>\n))`,
    `class Reader {\n  async #read<Row>(query: string): Promise<Row[]> {\n    return rows\n  }\n}`,
    `test('it is so', async () => {\n${body(2)}\n})`,
  ].join('\n\n')
  assert.deepEqual(
    functionsOf({ path: 'a.ts', text }).map(({ name, lines }) => [name, lines]),
    [
      ['link', 8],
      ['serve', 8],
      ['find', 3],
      ['shown', 3],
      ['async #read<Row>(query: string): Promise<Row[]> {', 3],
      ["test('it is so', async () => {", 4],
    ],
  )
})

test('a condition, a loop, a table of data and a text with braces are no functions', () => {
  const text = [
    'if (ready) {\n  go()\n} else if (late) {\n  wait()\n}',
    'for (const one of all) {\n  go()\n}',
    'const TABLE = {\n  one: 1,\n}',
    'const sql = `\n  function f() {\n  }\n`',
    'const [a] = await ask({\n  one: 1,\n})',
  ].join('\n')
  assert.deepEqual(functionsOf({ path: 'a.ts', text }), [])
})

test('a function of 71 lines is caught, one of 70 is not, and a known one may only become shorter', () => {
  const withLines = (lines: number) => [{ path: 'a.ts', text: `function long() {\n${body(lines - 2)}\n}\n` }]
  assert.deepEqual(longFunctions(withLines(71), {}), ['a.ts long has 71 lines: 70 at most'])
  assert.deepEqual(longFunctions(withLines(70), {}), [])
  assert.deepEqual(longFunctions(withLines(80), { 'a.ts long': 80 }), [])
  assert.deepEqual(longFunctions(withLines(81), { 'a.ts long': 80 }), ['a.ts long has 81 lines: 80 at most'])
  assert.match(longFunctions(withLines(70), { 'a.ts long': 80 })[0] ?? '', /take it out/)
})

test('a file of 301 lines is caught, and an entry for a file that has gone is caught too', () => {
  const file = (lines: number) => [{ path: 'a.ts', text: 'x\n'.repeat(lines) }]
  assert.deepEqual(longFiles(file(301), {}), ['a.ts has 301 lines: 300 at most'])
  assert.deepEqual(longFiles(file(300), {}), [])
  assert.match(longFiles([], { 'b.ts': 400 })[0] ?? '', /take it out/)
})

test('an exported act without a word of what it promises is caught', () => {
  const text = [
    'export function silent(): void {}',
    '/** Says it. */\nexport async function said(): Promise<void> {}',
    'export class Reader {}',
    'export const LIMIT = 3',
    'export interface Row {}\nexport type Name = string',
  ].join('\n\n')
  const path = 'src/work/plan/x.ts'
  assert.deepEqual(undocumented({ path, text }), [`${path} silent`, `${path} Reader`, `${path} LIMIT`])
})

test('a setting that nobody explains, and a page that nobody visits, are caught', () => {
  const config = 'z.object({\n  /** Where. */\n  PORT: Port.default(8080),\n  HOST: z.string(),\n})'
  assert.deepEqual(settingsIn(config), [
    { name: 'PORT', means: 'Where.', standard: '`8080`' },
    { name: 'HOST', means: '', standard: '' },
  ])
  const page =
    "app.get('/', x)\napp.get<One>('/people/:person', x)\napp.get<One>('/people/:person/plan', x)\napp.get('/people/live', x)\nconst PLAN = '/plans'\napp.get(PLAN, x)"
  const addresses = pagesIn({ path: 'a.tsx', text: page })
  assert.deepEqual(addresses, ['/', '/people/:person', '/people/:person/plan', '/plans'])
  const journey = (text: string) => [{ path: 'a.test.ts', text: text.replaceAll('§', '$') }]
  assert.deepEqual(unvisited(addresses, journey("go(`§{url}/people/§{id('mair')}/plan`) // /plans")), [
    '/',
    '/people/:person',
  ])
  assert.deepEqual(unvisited(addresses, journey('// Opens /people/:person and goes on.\ngo(`§{url}/`)')), [
    '/people/:person/plan',
    '/plans',
  ])
})
