import { posix } from 'node:path'
import { blank } from './blank.ts'
import { isForTests, type Source } from './sources.ts'

/**
 * Lowest first. A place may import itself and every place before it; doors never import doors. `door/route` is no door: it
 * is the frame they all stand in.
 */
export const ORDER = [
  'ground',
  'record/organisation',
  'record/index',
  'record/person',
  'record/sharing',
  'record/chart',
  'work/outbox',
  'work/notice',
  'work/plan',
  'work/about-me',
  'work/active-offer',
  'work/confidence',
  'work/family',
  'work/plan-document',
  'work/review',
  'work/care-team',
  'work/other-plan',
  'work/hand-over',
  'work/conversation',
  'work/timeline',
  'work/assessment',
  'work/meeting',
  'work/identity',
  'work/sender',
  'work/telling',
  'work/drop',
  'work/ledger',
  'work/privacy',
  'work/partnership',
  'work/app',
  'door/route',
  'door/signin',
  'door/feeds',
  'door/outbox',
  'door/fhir',
  'door/smart',
  'door/log',
  'door/metrics',
  'door/web',
  'door/command',
] as const

const FRAME = 'src/door/route/'

/** Where else words may be imported than by the voice that says them. */
const WORDS_IMPORTED_BY: Readonly<Record<string, string>> = {
  'src/ground/language/say.ts': 'it is the voice',
  'src/door/web/message/reason.ts': 'asks whether there are words for a code that is data',
  'src/work/outbox/answer-words.ts': 'asks whether there are words for a code that is data',
}

/** Which packages a place may use; what is not named here is used nowhere in `src`, `language` and `seed`. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  pg: ['src/ground/db'],
  kysely: ['src/ground/db', 'src/record', 'src/work', 'src/door/feeds', 'src/door/signin', 'src/door/smart'],
  'csv-parse/sync': ['src/ground/csv'],
  saxes: ['src/ground/xml'],
  fhirpath: ['src/ground/fhir'],
  'fhirpath/fhir-context/r4': ['src/ground/fhir'],
  rfc6902: ['src/ground/fhir'],
  // A sender's map is data that an analyst writes, and what a plan holds of an item has a shape by kind: one parser each
  // for the form, the JSON and the readers.
  zod: ['src/config.ts', 'src/door', 'src/record/sharing/agreement', 'src/work/plan', 'src/work/sender'],
  'fhir/r4.js': ['src/ground', 'src/record', 'src/work', 'src/door', 'seed'],
  'intl-messageformat': ['src/ground/language'],
  '@schummar/icu-type-parser': ['src/ground/language'],
  fastify: ['src/door', 'src/serve.ts'],
  '@fastify/compress': ['src/serve.ts'],
  '@fastify/cookie': ['src/door', 'src/serve.ts'],
  '@fastify/formbody': ['src/door'],
  '@fastify/multipart': ['src/door'],
  diff: ['src/door/web/plan'],
  preact: ['src/door/web'],
  'preact/hooks': ['src/door/web'],
  'preact/jsx-runtime': ['src/door/web/kept.tsx'],
  'preact-render-to-string': ['src/door/web'],
  'nhsuk-frontend': ['src/door/web'],
  'oxc-transform': ['src/door/web/assets.ts'],
  jose: ['src/door/fhir/token'],
  nodemailer: ['src/door/outbox'],
  'openid-client': ['src/door/signin', 'src/door/fhir/token'],
  'oidc-provider': ['src/door/signin/stand-in', 'src/door/smart'],
  ws: ['src/door/fhir/socket'],
}

/** Disk, network and other programs are reached from the ground and the doors. What stands between is told and asked. */
const BETWEEN = ['src/record/', 'src/work/']
const HARMLESS = ['node:assert/strict', 'node:crypto', 'node:util']

/** An import as it is written. */
interface Import {
  readonly name: string
  /** What is between `import` and `from`; empty for an import that is run for its effect. */
  readonly what: string
}

/** Everything one file imports against the order, each with the reason. */
export function orderFaults(source: Source): string[] {
  const faults = importsOf(source).flatMap(one => faultsOf(source.path, one))
  return faults.map(fault => `${source.path} ${fault}`)
}

/** The imports that a file states, those of types among them, and those it makes while running. */
export function importsOf({ text }: Source): Import[] {
  const code = blank(text, { strings: 'keep' })
  return [...code.matchAll(IMPORT)].map(({ groups }) => ({
    name: groups?.from ?? groups?.effect ?? groups?.running ?? '',
    what: groups?.what ?? '',
  }))
}

const IMPORT =
  /^(?:import|export)\s+(?<what>[^'"`]*?)\s*from\s*'(?<from>[^']+)'|^import\s+'(?<effect>[^']+)'|\bimport\(\s*'(?<running>[^']+)'/gm

function faultsOf(path: string, one: Import): string[] {
  const { name } = one
  if (name.includes('../..')) return [`may not import ${name}: more than one folder up, use the name of the place`]
  if (name.startsWith('#') || name.startsWith('.')) return placeFaults(path, targetOf(path, name))
  if (isForTests(path)) return []
  if (name.startsWith('node:')) {
    const closed = BETWEEN.some(place => path.startsWith(place)) && !HARMLESS.includes(name)
    return closed ? [`may not import ${name}: what it needs of the machine is passed in`] : []
  }
  return packageFaults(path, one)
}

/** The path from the root that an import of ours means. */
export function targetOf(path: string, name: string): string {
  if (name.startsWith('.')) return posix.join(posix.dirname(path), name)
  if (name === '#config') return 'src/config.ts'
  return /^#(language|seed|test)\//.test(name) ? name.slice(1) : `src/${name.slice(1)}`
}

function placeFaults(path: string, target: string): string[] {
  if (isForTests(path) && /^(test|seed|language)\//.test(target)) return []
  if (isForTests(target) && !isForTests(path)) return [`may not import ${target}: that is there for tests alone`]
  if (target.startsWith('language/')) {
    const may = path.startsWith('language/') || path in WORDS_IMPORTED_BY
    return may ? [] : [`may not import ${target}: words are said by key, through the voice`]
  }
  if (path.startsWith('language/')) return [`may not import ${target}: words stand on nothing`]
  if (composes(path)) return []
  if (target.startsWith('seed/')) return path.startsWith('seed/') ? [] : [`may not import ${target}: only main plants`]
  if (target === 'src/config.ts')
    return path.startsWith('src/door/') ? [] : [`may not import ${target}: settings are passed in`]
  return floorFaults(path, target)
}

/** The page that composes everything, and what it is made of; and what only runs the whole from outside. */
function composes(path: string): boolean {
  return /^src\/[\w-]+(\.test)?\.ts$/.test(path) || /^(test|bench|evidence)\//.test(path)
}

function floorFaults(path: string, target: string): string[] {
  const to = floorOf(target)
  if (to === -1) return [`may not import ${target}: it stands on no floor of ORDER`]
  if (path.startsWith('seed/')) {
    return target.startsWith('src/door/')
      ? [`may not import ${target}: what is planted does not come through a door`]
      : []
  }
  const from = floorOf(path)
  if (from === -1) return ['stands on no floor of ORDER']
  if (to > from) return [`may not import ${target}: ${ORDER[to]} stands above ${ORDER[from]}`]
  const betweenDoors = to !== from && target.startsWith('src/door/') && !target.startsWith(FRAME)
  return betweenDoors ? [`may not import ${target}: doors never import doors`] : []
}

function floorOf(path: string): number {
  return ORDER.findIndex(place => path.startsWith(`src/${place}/`))
}

function packageFaults(path: string, { name, what }: Import): string[] {
  const places = PACKAGES[name]
  if (places === undefined) return [`may not import ${name}: no place is named for that package`]
  if (!places.some(place => path === place || path.startsWith(`${place}/`))) {
    return [`may not import ${name}: only ${places.join(', ')} may`]
  }
  const asTag = path.startsWith('src/ground/db/') || /^type\b/.test(what) || namesIn(what).every(isTagOrType)
  return name === 'kysely' && !asTag
    ? ['may take of kysely only its `sql` and types: queries are asked through the store']
    : []
}

function namesIn(what: string): string[] {
  return what
    .replace(/[{}]/g, '')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
}

function isTagOrType(name: string): boolean {
  return name === 'sql' || name.startsWith('type ')
}

/** Routes are added through `Routes`, with a declaration: never to the server itself. */
export function routeFaults({ path, text }: Source): string[] {
  if (path.startsWith(FRAME) || isForTests(path)) return []
  const code = blank(text, { strings: 'keep' })
  return [...code.matchAll(ADDED)].map(([added]) => `${path} adds a route by ${added.trim()}…: only Routes may`)
}

/** A path or a name, and something more: what `get` of a map and of a header do not take. */
const ADDED =
  /(?<!\broutes)\.(?:(?:get|head|post|put|patch|delete|options|all)\b(?:<[^;(]*>)?\(\s*(?:(?!reply\b)\w+|['"`][^\n'"`]*['"`])\s*,|route\()/g

/** Leave to see a record is made where sharing is decided, and nowhere else. */
export function accessFaults({ path, text }: Source): string[] {
  if (path.startsWith('src/record/sharing/')) return []
  const made = /\bnew\s+Access\b/.test(blank(text, { strings: 'blank' }))
  return made ? [`${path} makes an Access: only record/sharing may, where it is decided`] : []
}
