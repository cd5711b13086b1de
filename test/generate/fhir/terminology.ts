import type {
  CodeSystem,
  CodeSystemConcept,
  CodeSystemConceptProperty,
  ConceptMap,
  StructureDefinition,
  ValueSet,
  ValueSetComposeInclude,
} from 'fhir/r4.js'
import { linesOf, published } from './package.ts'

/** Kept elsewhere and long, characters: DICOM's own terms, and LOINC's types of document. */
const CHARACTERS_MAX = 100_000

/** What says how a code stands, or where. */
const PROPERTIES = ['inactive', 'status', 'notSelectable', 'abstract', 'parent', 'child', 'subsumedBy']

/**
 * src/ground/fhir/definitions/terminology.ndjson: a resource a line. The value sets that elements of R4 take their codes
 * from, be it only as an example (national profiles build on those), those that they are made of, the code systems of these, and R4's own maps to HL7 v2 and v3, without prose.
 */
export function terminologyText(): string {
  const files = ['valuesets.json', 'v3-codesystems.json', 'v2-tables.json']
  const named = files.flatMap(file => published<CodeSystem>(file, 'CodeSystem'))
  const systems = byUrl(named.filter(({ content }) => content !== 'not-present').map(systemFrom))
  const sets = byUrl(files.flatMap(file => published<ValueSet>(file, 'ValueSet')).map(setFrom))
  const maps = published<ConceptMap>('conceptmaps.json', 'ConceptMap').filter(({ id }) => id?.startsWith('cm-'))
  const asked = [
    ...boundSets(),
    ...maps.flatMap(({ sourceCanonical = '', targetCanonical = '' }) => [sourceCanonical, targetCanonical]),
  ]
  const needed = withTheirParts(asked, sets)
  const used = needed.flatMap(({ compose }) => [...(compose?.include ?? []), ...(compose?.exclude ?? [])])
  const usedSystems = new Set(used.flatMap(({ system }) => systems.get(system ?? '') ?? []))
  return linesOf([...usedSystems, ...needed, ...maps.map(mapFrom)].filter(isShort), ({ url = '' }) => url)
}

function boundSets(): string[] {
  const types = ['profiles-types.json', 'profiles-resources.json']
  const elements = types
    .flatMap(file => published<StructureDefinition>(file, 'StructureDefinition'))
    .flatMap(({ snapshot }) => snapshot?.element ?? [])
  return elements.flatMap(({ binding }) => (binding?.valueSet === undefined ? [] : [binding.valueSet]))
}

/** The sets of these addresses, and those whose codes they take in or leave out. */
function withTheirParts(urls: readonly string[], sets: ReadonlyMap<string, ValueSet>): ValueSet[] {
  const found = new Set<ValueSet>()
  const waiting = [...urls]
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    const set = sets.get(url.split('|')[0] ?? '')
    if (set === undefined || found.has(set)) continue
    found.add(set)
    const parts = [...(set.compose?.include ?? []), ...(set.compose?.exclude ?? [])]
    waiting.push(...parts.flatMap(({ valueSet }) => valueSet ?? []))
  }
  return [...found]
}

function byUrl<Resource extends { url?: string | undefined }>(all: readonly Resource[]): Map<string, Resource> {
  return new Map(all.map(one => [one.url ?? '', one]))
}

function isShort(resource: object): boolean {
  return JSON.stringify(resource).length < CHARACTERS_MAX
}

function systemFrom(system: CodeSystem): CodeSystem {
  const { resourceType, id, url, version, name, title, status, caseSensitive, content, supplements } = system
  const concept = (system.concept ?? []).map(conceptFrom)
  return { resourceType, id, url, version, name, title, status, caseSensitive, content, supplements, concept }
}

function conceptFrom({ code, display, property, concept }: CodeSystemConcept): CodeSystemConcept {
  const kept = (property ?? []).filter(isKept)
  return {
    code,
    ...(display === undefined || display === code ? {} : { display }),
    ...(kept.length === 0 ? {} : { property: kept }),
    ...(concept === undefined ? {} : { concept: concept.map(conceptFrom) }),
  }
}

/** That a code is in use is what is said of it when nothing is. */
function isKept({ code, valueCode }: CodeSystemConceptProperty): boolean {
  return PROPERTIES.includes(code) && !(code === 'status' && valueCode === 'active')
}

function setFrom({ resourceType, id, url, version, name, title, status, compose }: ValueSet): ValueSet {
  if (compose === undefined) return { resourceType, id, url, version, name, title, status }
  const { include, exclude } = compose
  const parts = { include: include.map(partFrom), ...(exclude && { exclude: exclude.map(partFrom) }) }
  return { resourceType, id, url, version, name, title, status, compose: parts }
}

function partFrom({ system, version, concept, filter, valueSet }: ValueSetComposeInclude): ValueSetComposeInclude {
  const named = concept?.map(({ code, display }) => ({ code, ...(display === undefined ? {} : { display }) }))
  return { system, version, concept: named, filter, valueSet }
}

function mapFrom({ resourceType, id, url, version, name, title, status, ...map }: ConceptMap): ConceptMap {
  const { sourceUri, sourceCanonical, targetUri, targetCanonical, group } = map
  const between = { sourceUri, sourceCanonical, targetUri, targetCanonical }
  return { resourceType, id, url, version, name, title, status, ...between, group }
}
