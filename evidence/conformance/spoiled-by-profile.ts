import { readJson } from '#ground/fhir/json/read.ts'
import { writeJson } from '#ground/fhir/json/write.ts'
import type { Profile } from '#ground/fhir/validate/profile/profiles.ts'
import type { Case } from './case.ts'

type Fields = Record<string, unknown>

/** May stand in an identifier of a Patient, and nowhere else. */
const VERIFICATION = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus'

/**
 * A resource that keeps to its profiles spoiled in each way that these offer, and that FHIR R4 itself allows: an element taken
 * away that a profile needs, a reference to what it may not point to, an extension with another value or where it may not stand.
 */
export function spoiledByProfile(one: Case): Case[] {
  const read = readJson(one.bytes())
  if (!read.ok || one.profiles === undefined) return []
  const resource = read.value as Fields & { meta?: { profile?: string[] } }
  const { profiles } = one
  const said = (resource.meta?.profile ?? []).flatMap(url => profiles.find(url) ?? [])
  const children = [...profiles.on(one.type), ...said].flatMap(childrenOf).filter(({ name }) => name in resource)
  const misplaced = { url: VERIFICATION, valueCodeableConcept: { text: 'a' } }
  const extensions = Array.isArray(resource.extension) ? (resource.extension as Fields[]) : []
  const known = extensions.filter(({ url, extension }) => profiles.find(String(url)) && extension === undefined)
  const ways: readonly (readonly [way: string, fields: Fields])[] = [
    ['an extension elsewhere', { ...resource, meta: { ...resource.meta, extension: [misplaced] } }],
    ...children.filter(({ min }) => min > 0).map(({ name }) => [`no ${name}`, without(resource, name)] as const),
    ...children
      .filter(({ types }) => types?.some(({ targets }) => targets.length > 0))
      .map(({ name }) => [`another ${name}`, { ...resource, [name]: elsewhere(resource[name]) }] as const),
    ...known.map(
      extension =>
        [`another value of ${String(extension.url)}`, { ...resource, extension: [changed(extension)] }] as const,
    ),
  ]
  return ways.map(([way, fields]) => ({
    name: `${one.name} with ${way}`,
    type: one.type,
    isValid: false,
    profiles,
    bytes: () => Buffer.from(writeJson(fields)),
  }))
}

function childrenOf({ constraint }: Profile) {
  return [...constraint.children.values()]
}

function without(resource: Fields, name: string): Fields {
  const { [name]: gone, ...rest } = resource
  return rest
}

/** Nothing of UK Core or of Wales points to these. */
function elsewhere(value: unknown): unknown {
  const reference = { reference: 'TestScript/a' }
  return Array.isArray(value) ? [reference] : reference
}

function changed({ url }: Fields): Fields {
  return { url, valueBase64Binary: 'YQ==' }
}
