import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { resourceFromXml } from './from-xml.ts'
import { r4Resources } from './r4.ts'
import { type Terminology, type TerminologyResource, terminologyOf } from './terminology.ts'

/** A file that cannot be read as a resource of FHIR R4, or a folder that is not there. */
export interface RegionFault {
  readonly file: string
}

const KINDS = new Set(['CodeSystem', 'ConceptMap', 'ValueSet'])

/**
 * What R4 needs and, above it, the code systems, value sets and concept maps in a region's own folders and what is in
 * them, as files of JSON or XML. Other resources and other files there are passed by. Read once, at the start.
 */
export function regionTerminology(folders: readonly string[]): Outcome<Terminology, RegionFault> {
  const own: TerminologyResource[] = []
  for (const file of folders.flatMap(filesIn)) {
    const resource = read(file)
    if (resource === undefined) return refused({ file })
    if (KINDS.has(resource.resourceType)) own.push(resource as TerminologyResource)
  }
  return done(terminologyOf([...r4Resources(), ...own]))
}

/** In the order of their names, so that the same folder is always the same terminology. */
function filesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return names
      .filter(name => /\.(json|xml)$/i.test(name))
      .toSorted()
      .map(name => join(folder, name))
  } catch {
    return [folder]
  }
}

function read(file: string): { readonly resourceType: string } | undefined {
  try {
    const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
    const resource = /\.xml$/i.test(file) ? resourceFromXml(text) : (JSON.parse(text) as unknown)
    const isResource = typeof resource === 'object' && resource !== null && 'resourceType' in resource
    return isResource ? (resource as { readonly resourceType: string }) : undefined
  } catch {
    return undefined
  }
}
