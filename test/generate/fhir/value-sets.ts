import type { CodeSystem, CodeSystemConcept, ValueSet, ValueSetComposeInclude } from 'fhir/r4.js'
import { linesOf, published } from './package.ts'

/**
 * src/ground/fhir/definitions/value-sets.ndjson: a line for each value set that some element must keep to and whose codes
 * can all be named, with the codes by their system. Media types and currencies are not: their lists are kept elsewhere.
 */
export function valueSetsText(types: string): string {
  const needed = new Set([...types.matchAll(/"codes":"([^"]+)"/g)].map(([, url = '']) => url))
  const files = ['valuesets.json', 'v3-codesystems.json']
  const systems = new Map(files.flatMap(file => published<CodeSystem>(file, 'CodeSystem')).map(one => [one.url, one]))
  const sets = new Map(files.flatMap(file => published<ValueSet>(file, 'ValueSet')).map(one => [one.url, one]))
  const lines = [...needed].flatMap(url => {
    const codes = expand(sets.get(url), { systems, sets })
    return codes === undefined ? [] : [{ url, codes: Object.fromEntries(codes) }]
  })
  return linesOf(lines, ({ url }) => url)
}

interface Terminology {
  readonly systems: ReadonlyMap<string | undefined, CodeSystem>
  readonly sets: ReadonlyMap<string | undefined, ValueSet>
}

/** The codes by system; nothing where one of its parts cannot be named in full. */
function expand(set: ValueSet | undefined, known: Terminology): Map<string, string[]> | undefined {
  if (set?.compose === undefined || (set.compose.exclude ?? []).length > 0) return undefined
  const all = new Map<string, string[]>()
  for (const part of set.compose.include) {
    const codes = expandPart(part, known)
    if (codes === undefined) return undefined
    for (const [system, some] of codes) all.set(system, [...new Set([...(all.get(system) ?? []), ...some])])
  }
  return all
}

function expandPart(part: ValueSetComposeInclude, known: Terminology): Map<string, string[]> | undefined {
  const { system, concept, filter, valueSet } = part
  if (filter !== undefined) return undefined
  if (system === undefined) {
    const [only, ...more] = valueSet ?? []
    return more.length > 0 ? undefined : expand(known.sets.get(only?.split('|')[0]), known)
  }
  if (concept !== undefined) return new Map([[system, concept.map(({ code }) => code)]])
  const whole = known.systems.get(system)
  return whole?.content === 'complete' ? new Map([[system, codesOf(whole.concept ?? [])]]) : undefined
}

function codesOf(concepts: readonly CodeSystemConcept[]): string[] {
  return concepts.flatMap(({ code, concept }) => [code, ...codesOf(concept ?? [])])
}
