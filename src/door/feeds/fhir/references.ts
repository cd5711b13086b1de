import { referencesIn } from '#ground/fhir/references-in.ts'
import type { SentEntry } from './bundle.ts'
import type { SentResource } from './sent-resource.ts'

/** What a service keeps of itself, and of nobody it looks after: carried inside the resources that refer to it. */
const DIRECTORY: ReadonlySet<string> = new Set([
  'Device',
  'Endpoint',
  'HealthcareService',
  'Location',
  'Medication',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Substance',
])

/** Whether an entry is of a directory, and so about nobody. */
export function isDirectory({ resource }: SentEntry): boolean {
  return DIRECTORY.has(resource.resourceType)
}

/** Whether a reference means an entry of the same bundle. Source: FHIR R4, 2.36.4.1. */
export function means(reference: string, { fullUrl, resource }: SentEntry): boolean {
  return reference === fullUrl || (resource.id !== undefined && reference === `${resource.resourceType}/${resource.id}`)
}

/** What each entry refers to among the others of its bundle. */
function neighboursOf(entry: SentEntry, entries: readonly SentEntry[]): SentEntry[] {
  const references = referencesIn(entry.resource)
  return entries.filter(other => other !== entry && references.some(reference => means(reference, other)))
}

/**
 * The entries that are about the person: they refer to the person's own entry, or to another that does. Each comes after
 * those it refers to, as far as that is possible, so that their ids are known when it is written. The others are left out.
 */
export function inOrder(person: SentEntry, entries: readonly SentEntry[]): SentEntry[] {
  const candidates = entries.filter(entry => entry !== person && !isDirectory(entry))
  const about = new Set([person])
  for (let before = 0; before !== about.size; ) {
    before = about.size
    for (const entry of candidates) if (neighboursOf(entry, entries).some(other => about.has(other))) about.add(entry)
  }
  const ordered: SentEntry[] = []
  const visited = new Set([person])
  const visit = (entry: SentEntry) => {
    if (visited.has(entry)) return
    visited.add(entry)
    for (const other of neighboursOf(entry, candidates)) if (about.has(other)) visit(other)
    ordered.push(entry)
  }
  for (const entry of about) visit(entry)
  return ordered
}

/**
 * The resource with its references as they are here: to what was written already by `known`, to what a directory holds
 * by a copy contained in the resource itself. What is not of this bundle is left as it was sent.
 */
export function resolved(
  { resource }: SentEntry,
  entries: readonly SentEntry[],
  known: ReadonlyMap<SentEntry, string>,
): SentResource {
  const contained = new Map<SentEntry, string>()
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    const walked = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]))
    return 'reference' in value && typeof value.reference === 'string'
      ? { ...walked, reference: referenceTo(value.reference) }
      : walked
  }
  const referenceTo = (reference: string): string => {
    const entry = entries.find(one => means(reference, one))
    if (entry === undefined) return reference
    const written = known.get(entry)
    if (written !== undefined) return written
    if (!isDirectory(entry)) return reference
    if (!contained.has(entry)) contained.set(entry, `of-bundle-${contained.size + 1}`)
    return `#${contained.get(entry)}`
  }
  const own = walk(resource) as SentResource
  const copies: SentResource[] = []
  // A copy may refer to more of the directory, which is then copied as well.
  for (const [entry, id] of contained) copies.push({ ...(walk(entry.resource) as SentResource), id })
  if (copies.length === 0) return own
  const before = Array.isArray(own.contained) ? (own.contained as SentResource[]) : []
  return { ...own, contained: [...before, ...copies] }
}
