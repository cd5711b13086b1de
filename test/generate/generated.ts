import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Databases } from '../databases.ts'
import { patientCompartmentText } from './fhir/patient-compartment.ts'
import { searchParametersText } from './fhir/search/make.ts'
import { terminologyText } from './fhir/terminology.ts'
import { typesText } from './fhir/types.ts'
import { valueSetsText } from './fhir/value-sets.ts'
import { schemaSum } from './schema-sum.ts'
import { settingsPage } from './settings.ts'
import { tableTypes } from './table-types.ts'

/** What FHIR R4 says, made from its published definitions (src/ground/fhir/definitions). */
const OF_FHIR: Readonly<Record<string, () => string>> = {
  'src/ground/fhir/definitions/types.ndjson': typesText,
  'src/ground/fhir/definitions/value-sets.ndjson': () => valueSetsText(typesText()),
  'src/ground/fhir/definitions/patient-compartment.ndjson': patientCompartmentText,
  'src/ground/fhir/definitions/terminology.ndjson': terminologyText,
  'src/ground/fhir/definitions/search-parameters.ndjson': searchParametersText,
}

/** The files that are never written by hand, and how each is made from a database that has just been migrated. */
const GENERATED: Readonly<Record<string, (url: string) => string | Promise<string>>> = {
  'src/ground/db/tables.ts': tableTypes,
  'schema/schema.sql': schemaSum,
  'docs/reference/settings.md': () => settingsPage(),
  ...OF_FHIR,
}

/** Writes every generated file anew. Answers those that changed. */
export async function writeGenerated(): Promise<string[]> {
  const stale = await staleFiles()
  for (const [path, text] of stale) {
    mkdirSync(dirname(fileOf(path)), { recursive: true })
    writeFileSync(fileOf(path), text)
  }
  return [...stale.keys()]
}

/** The generated files that are not what would be generated now, with what they should be. */
export async function staleFiles(): Promise<Map<string, string>> {
  const databases = new Databases()
  try {
    const { url } = await databases.fresh('tables')
    const stale = new Map<string, string>()
    for (const [path, make] of Object.entries(GENERATED)) {
      const text = await make(url)
      if (text !== textOf(path)) stale.set(path, text)
    }
    return stale
  } finally {
    await databases.end()
  }
}

/** Those of FHIR alone: they need no database. */
export function staleOfFhir(): string[] {
  return Object.entries(OF_FHIR).flatMap(([path, make]) => (make() === textOf(path) ? [] : [path]))
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(fileOf(path), 'utf8')
  } catch {
    return undefined
  }
}

function fileOf(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
