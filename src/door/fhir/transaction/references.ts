import type { FastifyRequest } from 'fastify'
import { referencesIn } from '#ground/fhir/references-in.ts'
import { type Condition, matchOf } from '#record/chart/search/match.ts'
import type { Resource } from '#record/chart/store/to-write.ts'
import type { FhirMeans } from '../means.ts'
import { referenceNotOne } from '../problem.ts'
import type { AnyCaller } from '../resource/as-any-caller.ts'
import { conditionIn } from '../resource/condition.ts'
import { isKept } from '../resource/types.ts'

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

/** The references that resources make by a condition (`Patient?identifier=…`), each with what it asks. */
export type ConditionalReferences = ReadonlyMap<string, Condition>

/** Finds them. Throws what is wrong with one, and where the token is not for searching what it asks for. */
export function conditionalReferences(
  request: FastifyRequest,
  means: FhirMeans,
  resources: readonly Resource[],
): ConditionalReferences {
  const all = new Set(resources.flatMap(referencesIn))
  return new Map(
    [...all].flatMap(reference => {
      const [, type, query] = /^([A-Z][A-Za-z]{2,60})\?(.*)$/s.exec(reference) ?? []
      if (type === undefined || query === undefined || !isKept(type)) return []
      return [[reference, conditionIn(request, means, type, query)] as const]
    }),
  )
}

/**
 * What those of some resources mean: each the one that is open to the caller. Throws where that is none, or more than one.
 * Source: FHIR R4, 3.1.0.11.3.
 */
export async function namesByCondition(
  { tx, ...caller }: AnyCaller,
  references: ConditionalReferences,
  resources: readonly Resource[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const reference of new Set(resources.flatMap(referencesIn))) {
    const condition = references.get(reference)
    if (condition === undefined) continue
    const met = await matchOf(tx, caller, condition, { isOwn: false })
    if (!met.ok || met.value === undefined) throw referenceNotOne(reference)
    names.set(reference, `${met.value.type}/${met.value.logicalId}`)
  }
  return names
}
