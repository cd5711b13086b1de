import type { CodeSystem, ConceptMap, ValueSet } from 'fhir/r4.js'
import { HeldSystem } from './held-system.ts'

/** What says which codes there are, which of them may stand where, and which mean the same. */
export type TerminologyResource = CodeSystem | ConceptMap | ValueSet

/** The code systems, value sets and concept maps that are held. It does not change. */
export interface Terminology {
  /** The code system of that address, `URL` or `URL|VERSION`. Without a version: the one that was given last. */
  findSystem(canonical: string): HeldSystem | undefined
  /** The value set of that address, found as a code system is. */
  findSet(canonical: string): ValueSet | undefined
  /** One of them by its id, as it was published. */
  findById(type: TerminologyResource['resourceType'], id: string): TerminologyResource | undefined
  readonly systems: readonly HeldSystem[]
  readonly sets: readonly ValueSet[]
  readonly maps: readonly ConceptMap[]
}

/**
 * A terminology of these resources; of two with one address and no version asked for, the later counts, so that what a
 * region gives stands above what FHIR does. A supplement is part of what it supplements, and a
 * code system of which there is only the name is not held.
 */
export function terminologyOf(resources: readonly TerminologyResource[]): Terminology {
  const published = resources.filter(one => one.resourceType === 'CodeSystem')
  const supplements = published.filter(({ content }) => content === 'supplement')
  const systems = published
    .filter(({ content }) => content !== 'supplement' && content !== 'not-present')
    .map(
      system =>
        new HeldSystem(
          system,
          supplements.filter(one => isOf(system, one.supplements)),
        ),
    )
  const sets = resources.filter(one => one.resourceType === 'ValueSet')
  const maps = resources.filter(one => one.resourceType === 'ConceptMap')
  const systemsByUrl = byUrl(systems)
  const setsByUrl = byUrl(sets)
  const byId = new Map(resources.map(one => [`${one.resourceType}/${one.id}`, one]))
  return {
    findSystem: canonical => newest(systemsByUrl, canonical),
    findSet: canonical => newest(setsByUrl, canonical),
    findById: (type, id) => byId.get(`${type}/${id}`),
    systems,
    sets,
    maps,
  }
}

/** What a canonical address can mean. */
interface Addressed {
  readonly url?: string | undefined
  readonly version?: string | undefined
}

/** Whether a canonical address means this resource. */
export function isOf({ url, version }: Addressed, canonical: string | undefined): boolean {
  if (url === undefined || canonical === undefined) return false
  const [address, asked] = canonical.split('|')
  return address === url && (asked === undefined || asked === version)
}

function byUrl<Held extends Addressed>(all: readonly Held[]): Map<string, Held[]> {
  const found = new Map<string, Held[]>()
  for (const one of all) if (one.url !== undefined) found.set(one.url, [...(found.get(one.url) ?? []), one])
  return found
}

function newest<Held extends Addressed>(
  all: ReadonlyMap<string, readonly Held[]>,
  canonical: string,
): Held | undefined {
  return all.get(canonical.split('|')[0] ?? '')?.findLast(one => isOf(one, canonical))
}
