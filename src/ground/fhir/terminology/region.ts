import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StructureDefinition } from 'fhir/r4.js'
import { isResourceType } from '#ground/fhir/definitions/types.ts'
import { readResource } from '#ground/fhir/xml/read.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { r4Resources } from './r4.ts'
import { type Terminology, type TerminologyResource, terminologyOf } from './terminology.ts'

/** A file that cannot be read as a resource of FHIR R4, or a folder that is not there. */
export interface RegionFault {
  readonly file: string
}

const KINDS = new Set(['CodeSystem', 'ConceptMap', 'ValueSet'])

/** What a region has of its own. */
export interface RegionDefinitions {
  /** What R4 needs and, above it, the region's code systems, value sets and concept maps. */
  readonly terminology: Terminology
  /** Its profiles, and the definitions of its extensions. */
  readonly structures: readonly StructureDefinition[]
}

/**
 * What is in a region's own folders and the folders in them, as files of JSON or XML. Other resources and other files there
 * are passed by. Read once, at the start.
 */
export function regionDefinitions(folders: readonly string[]): Outcome<RegionDefinitions, RegionFault> {
  const own: TerminologyResource[] = []
  const structures: StructureDefinition[] = []
  for (const file of folders.flatMap(filesIn)) {
    const resource = read(file)
    if (resource === undefined) return refused({ file })
    if (KINDS.has(resource.resourceType)) own.push(resource as TerminologyResource)
    if (resource.resourceType === 'StructureDefinition') structures.push(resource as StructureDefinition)
  }
  return done({ terminology: terminologyOf([...r4Resources(), ...own]), structures })
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
    const resource = /\.xml$/i.test(file) ? fromXml(text) : (JSON.parse(text) as unknown)
    const isResource = typeof resource === 'object' && resource !== null && 'resourceType' in resource
    return isResource ? (resource as { readonly resourceType: string }) : undefined
  } catch {
    return undefined
  }
}

/** A published code system may have many thousand concepts. */
const LIMITS = { depthMax: 100, elementsMax: 2_000_000 }

function fromXml(text: string): unknown {
  const read = readResource(text, { limits: LIMITS, isLenient: true })
  return read.ok && isResourceType(read.value.resourceType) ? read.value : undefined
}
