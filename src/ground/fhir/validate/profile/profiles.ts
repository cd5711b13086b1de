import type { StructureDefinition } from 'fhir/r4.js'
import { isResourceType } from '#ground/fhir/definitions/types.ts'
import { isOf, type Terminology } from '#ground/fhir/terminology/terminology.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type Constraint, constraintOf, isPath } from './constraint.ts'

/** A profile, or the definition of an extension, put together once. */
export interface Profile {
  readonly url: string
  readonly version: string | undefined
  /** The type that it is a profile of. */
  readonly type: string
  readonly constraint: Constraint
  /** Of an extension: where it may stand. */
  readonly contexts: NonNullable<StructureDefinition['context']>
  /** Of an extension: what must hold, in FHIRPath, of whatever it stands in. */
  readonly contextRules: readonly string[]
  /** Of an extension: whether it may change what the rest means. */
  readonly isModifier: boolean
}

/** The profiles that are held, and those that every resource of a type is judged by. It does not change. */
export interface Profiles {
  /** The profile of that address, `URL` or `URL|VERSION`. */
  find(canonical: string): Profile | undefined
  /** Those that are turned on for a type. */
  on(type: string): readonly Profile[]
  /** From which required codes are taken. Where it cannot tell, a code is taken on trust. */
  readonly terminology: Terminology
}

/** Where a type of R4 itself is defined. */
const R4 = 'http://hl7.org/fhir/StructureDefinition/'

/**
 * The profiles of these definitions, each from its differential upon the one it is made from. One that stands upon what is
 * not here, or has a rule that is no FHIRPath, is not held. Refused, by its address, is one that should be turned on and is
 * not held, or is of no type of resource.
 */
export function profilesOf(
  definitions: readonly StructureDefinition[],
  turnedOn: readonly string[],
  terminology: Terminology,
): Outcome<Profiles, string> {
  const byUrl = new Map(definitions.map(one => [one.url, one]))
  const made = new Map<string, Profile | undefined>()
  const make = (url: string): Profile | undefined => {
    if (made.has(url)) return made.get(url)
    // Whatever is made from itself is made from nothing.
    made.set(url, undefined)
    const definition = byUrl.get(url)
    const profile = definition && profileOf(definition, make)
    made.set(url, profile)
    return profile
  }
  for (const url of byUrl.keys()) make(url)
  const find = (canonical: string) => {
    const profile = made.get(canonical.split('|')[0] ?? '')
    return profile !== undefined && isOf(profile, canonical) ? profile : undefined
  }
  const on = new Map<string, Profile[]>()
  for (const url of turnedOn) {
    const profile = find(url)
    if (profile === undefined || !isResourceType(profile.type)) return refused(url)
    on.set(profile.type, [...(on.get(profile.type) ?? []), profile])
  }
  return done({ find, on: type => on.get(type) ?? [], terminology })
}

function profileOf(definition: StructureDefinition, find: (url: string) => Profile | undefined): Profile | undefined {
  const { url, version, type, baseDefinition = '', derivation, context = [], differential } = definition
  if (derivation !== 'constraint') return undefined
  const [base = ''] = baseDefinition.split('|')
  const own = find(base)
  if (own === undefined && base !== `${R4}${type}`) return undefined
  const constraint = constraintOf(definition, own?.constraint)
  const contextRules = definition.contextInvariant ?? []
  const paths = context.filter(({ type }) => type === 'fhirpath').map(({ expression }) => expression)
  if (constraint === undefined || ![...contextRules, ...paths].every(isPath)) return undefined
  const isModifier = differential?.element.some(({ path, isModifier }) => path === type && isModifier) ?? false
  return { url, version, type, constraint, contexts: context, contextRules, isModifier }
}
