import { readFileSync } from 'node:fs'
import type { DropKind } from '#work/drop/kind.ts'
import type { Draw } from '../draw.ts'
import { bytesOf, spoilt } from './mutate.ts'
import { spoiltJson } from './mutate-json.ts'

/** One thing that somebody sends. */
export type Input =
  | { readonly door: 'hl7'; readonly bytes: Buffer }
  | { readonly door: 'csv'; readonly folder: string; readonly kind: DropKind; readonly bytes: Buffer }
  | { readonly door: 'fhir'; readonly body: string }
  | { readonly door: 'bundle'; readonly body: string }
  | { readonly door: 'query'; readonly path: string }

const REGION = new URL('../../seed/region/', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, REGION), 'utf8')
const MESSAGES = [
  ...['mair-admitted', 'mair-moved-ward', 'mair-expected-home', 'mair-home', 'no-nhs-number', 'someone-unknown'],
  ...['mair-result', 'mair-letter', 'mair-appointment', 'mair-referral'],
].map(name => text(`messages/${name}.hl7`).replaceAll('\n', '\r'))

/** A file of each kind, of its heading and a few rows. */
const FILES: readonly (readonly [folder: string, kind: DropKind, text: string])[] = (
  [
    ['cyngor-dyffryn-banadl', 'care-and-support'],
    ['cyngor-dyffryn-banadl', 'care-packages'],
    ['cartrefi-gwennol', 'tenancies'],
    ['cartrefi-gwennol', 'works'],
    ['cartrefi-gwennol', 'alerts'],
    ['gofal-cannwyll', 'visits'],
  ] as const
).map(([folder, kind]) => [folder, kind, text(`files/${folder}/${kind}.csv`).split('\n').slice(0, 3).join('\n')])

/** Before it is spoilt. */
export const BODY = JSON.stringify({
  resourceType: 'Parameters',
  parameter: [
    {
      name: 'resource',
      resource: {
        resourceType: 'Patient',
        name: [{ given: ['Mair'], family: 'Pritchard' }],
        birthDate: '1942-03-17',
        gender: 'female',
        identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000042' }],
        address: [{ line: ['Flat 3'], postalCode: 'GH2 4DW' }],
      },
    },
    { name: 'count', valueInteger: 5 },
    { name: 'onlyCertainMatches', valueBoolean: false },
  ],
})

/** What a surgery's system sends, before it is spoilt. */
export const BUNDLE = text('bundles/mair-referred.json')

const QUERIES = [
  '/fhir/AuditEvent?patient=ID&date=ge2026-11-01&_count=5&_sort=-date',
  '/fhir/AuditEvent?patient=Patient/ID&action=R&agent=Account/ID&_format=json&_total=accurate',
  '/people?name=Mair&born=1942-03-17',
  '/people/ID?page=2&from=2026-11-01',
  '/ledger?state=quarantined&sender=ID',
  '/log?from=1&to=2',
  '/fhir/AuditEvent?patient:Patient=ID&date=lt2026&date=ge2026-11-01T00:00:00%2B00:00&_include=AuditEvent:patient',
  '/fhir/AuditEvent?_has:Observation:patient:code=1&entity.identifier=a|b,c\\,d&_sort=-date,_id&_cursor=ID',
]

/** Each letter of its grammar at which something begins or ends. */
const JOINTS = { hl7: /[|^~\\&\r]/, csv: /[,"\r\n]/, fhir: /[{}[\]:,"]/, query: /[?&=/,:|.]/ }

/** What comes next at this door. */
export function inputFor(draw: Draw, door: Input['door'], ids: readonly string[]): Input {
  if (door === 'hl7') {
    const message = draw.percent(10) ? renamed(draw, draw.one(MESSAGES)) : spoilt(draw, draw.one(MESSAGES), JOINTS.hl7)
    return { door, bytes: bytesOf(draw, message) }
  }
  if (door === 'fhir') return { door, body: draw.percent(15) ? deepened(draw) : spoilt(draw, BODY, JOINTS.fhir) }
  if (door === 'bundle')
    return { door, body: draw.percent(60) ? spoiltJson(draw, named(draw)) : spoilt(draw, named(draw), JOINTS.fhir) }
  if (door === 'query') {
    const asked = draw.one(QUERIES).replaceAll('ID', () => draw.one(ids))
    return { door, path: `/${encodeWhatMust(spoilt(draw, asked.slice(1), JOINTS.query)).replace(/^\/+/, '')}` }
  }
  const [folder, kind, file] = draw.one(FILES)
  return { door, folder, kind, bytes: bytesOf(draw, spoilt(draw, file, JOINTS.csv)) }
}

/** What every object has, where a message says what it is, who sends it, or by what it is known. */
function renamed(draw: Draw, message: string): string {
  const end = message.indexOf('\r')
  const header = message.slice(0, end).split('|')
  const at = draw.one([2, 3, 8, 9, 17])
  header[at] =
    draw.one(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']) + (at === 8 ? '^A01' : '')
  // By a name of its own: a repeat would be answered before anything is done.
  if (at !== 9) header[9] = `R${draw.below(1_000_000_000)}`
  return header.join('|') + message.slice(end)
}

/** Mostly under a name of its own: a repeat would be answered before anything is done. */
function named(draw: Draw): string {
  return draw.percent(80) ? BUNDLE.replace('LLF-REF-0001', `LLF-${draw.below(1_000_000_000)}`) : BUNDLE
}

/** What is in order, but that one of its values goes very deep. */
function deepened(draw: Draw): string {
  const depth = 100 + draw.below(14_000)
  const deep = draw.percent(50)
    ? `${'['.repeat(depth)}${']'.repeat(depth)}`
    : `${'{"a":'.repeat(depth / 3)}1${'}'.repeat(depth / 3)}`
  const values = [...BODY.matchAll(/"Mair"|"Pritchard"|"Flat 3"|5|false/g)]
  const { index, 0: value } = draw.one(values)
  return BODY.slice(0, index) + deep + BODY.slice(index + value.length)
}

/** No more than a program that sends must: what is wrong on purpose stays wrong. */
function encodeWhatMust(path: string): string {
  return path
    .replace(/[^\x21-\x7e]|\\/g, letter => encodeURIComponent(letter.isWellFormed() ? letter : '\ufffd'))
    .slice(0, 6_000)
}
