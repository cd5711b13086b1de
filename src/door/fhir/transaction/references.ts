import type { Resource } from '#record/chart/store/to-write.ts'

/**
 * A resource whose references to other entries of its bundle are what those will be called here. In narrative and wherever
 * else an address may stand, only what is one of those whole. Source: FHIR R4, 3.1.0.11.2.
 */
export function withNames(resource: Resource, names: ReadonlyMap<string, string>): Resource {
  return names.size === 0 ? resource : (walk(resource, names) as Resource)
}

function walk(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value
  if (Array.isArray(value)) return value.map(one => walk(one, names))
  // A number kept by its digits has no fields of its own.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, names)]))
}
