import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Case } from './case.ts'
import { regionProfiles } from './region.ts'

/** The official examples of R4, which come with the packages for development. */
const EXAMPLES = fileURLToPath(new URL('../../node_modules/hl7.fhir.r4.examples/', import.meta.url))

/** Material of others that may be on this machine. Each folder of it says where it is from. */
const SHARED = process.env.CYDOFAL_SHARED_DATA ?? '../shared/data'

/** Folders of resources, all of them valid unless a `labels.tsv` beside them says otherwise. */
const FOLDERS = [
  'fhir-conformance/validator-cases',
  'uk-core/examples/json',
  'wales-fhir/examples/json',
  'synthea-r4',
  'pds-fhir',
]

/** Everything that is there: the official examples, and what of the shared material this machine has. */
export function allCases(): Case[] {
  const folders = FOLDERS.filter(folder => existsSync(join(SHARED, folder)))
  return [
    ...officialExamples(),
    ...primitiveCases(),
    ...folders.filter(folder => !FROM_REGION.includes(folder)).flatMap(folder => casesIn(join(SHARED, folder), folder)),
    ...regionCases(),
  ]
}

/** The examples of UK Core, by what it says of all of a type, and those of Wales, by what they say they keep to. */
export function regionCases(): Case[] {
  const [ukCore, wales] = [regionProfiles(SHARED, 'uk-core'), regionProfiles(SHARED, 'none')]
  return FROM_REGION.filter(folder => existsSync(join(SHARED, folder))).flatMap(folder => {
    const profiles = folder.startsWith('uk-core') ? ukCore : wales
    return casesIn(join(SHARED, folder), folder).map(one => ({ ...one, type: one.type, profiles }))
  })
}

const FROM_REGION = ['uk-core/examples/json', 'wales-fhir/examples/json']

/** The official examples alone. */
export function officialExamples(): Case[] {
  return casesIn(EXAMPLES, 'examples')
}

/** The resources of a folder, a file each, under the name of the folder. */
export function casesIn(folder: string, name = basename(folder)): Case[] {
  const labels = labelsOf(folder)
  const files = readdirSync(folder).filter(file => file.endsWith('.json') && !NOT_RESOURCES.includes(file))
  return files.map(file => ({
    name: `${name}/${file}`,
    get type() {
      return typeIn(join(folder, file))
    },
    isValid: labels.get(file) !== 'invalid',
    bytes: () => readFileSync(join(folder, file)),
  }))
}

const NOT_RESOURCES = ['package.json', '.index.json']

function labelsOf(folder: string): Map<string, string> {
  const file = join(folder, 'labels.tsv')
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8').split('\n').slice(1)
  return new Map(lines.map(line => line.split('\t')).map(([name = '', , , label = '']) => [name, label]))
}

/** Asked for only where it is counted: the examples are many. */
function typeIn(file: string): string {
  const [, type] = /"resourceType"\s*:\s*"(\w+)"/.exec(readFileSync(file, 'utf8')) ?? []
  return type ?? 'none'
}

/** Values of primitive types, one a line, in files that say the type and whether they are valid. */
export function primitiveCases(): Case[] {
  const folder = join(SHARED, 'fhir-conformance/primitives')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(file => file.endsWith('.ndjson'))
    .flatMap(file => {
      const [written = '', label] = file.split('.')
      const primitive = written.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
      const values = readFileSync(join(folder, file), 'utf8').split('\n')
      return values
        .filter(value => value !== '')
        .map(value => ({
          name: `primitives/${file}: ${value}`,
          type: primitive,
          isValid: label === 'valid',
          bytes: () => Buffer.from(hostOf(primitive, value)),
          primitive,
        }))
    })
}

/** A resource that is right but for the value, which stands in it as it came. A null stands where one may. */
function hostOf(primitive: string, value: string): string {
  const head = '{"resourceType":"Basic","code":{"text":"a"},'
  if (primitive === 'reference') {
    const contained = '"contained":[{"resourceType":"Patient","id":"p1"}],"author":{"reference":"#p1"}'
    return `${head}${contained},"subject":${value}}`
  }
  const extension = '"extension":[{"url":"https://cydofal.example/a"'
  // Narrative is more than a primitive: what may stand in it is asked elsewhere.
  if (primitive === 'xhtml' && value === '""') return `${head}"id":"a"}`
  if (primitive === 'xhtml') return `${head}"text":{"status":"generated","div":${withNamespace(value)}}}`
  const name = `value${primitive[0]?.toUpperCase()}${primitive.slice(1)}`
  if (value === 'null')
    return `${head}${extension},"_${name}":{"id":"a","extension":[{"url":"urn:b","valueCode":"c"}]}}]}`
  return `${head}${extension},"${name}":${value}}]}`
}

function withNamespace(value: string): string {
  return value.replace('<div>', "<div xmlns='http://www.w3.org/1999/xhtml'>")
}
