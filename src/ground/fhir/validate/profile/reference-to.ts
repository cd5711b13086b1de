import { findType } from '#ground/fhir/definitions/types.ts'
import { type Fields, isFields } from '../fields.ts'
import { typeSaid } from '../reference.ts'
import type { Visit } from '../visit.ts'
import type { Profiles } from './profiles.ts'

/** What a reference points to, as far as it says so: what is contained, or a resource of which the type alone is known. */
export function pointedTo(reference: unknown, visit: Visit): Fields | undefined {
  const { reference: address, type } = (reference ?? {}) as { reference?: unknown; type?: unknown }
  if (typeof address === 'string' && address.startsWith('#')) return containedIn(visit.root, address.slice(1))
  const said = typeof address === 'string' ? (typeSaid(address) ?? typeInAddress(address)) : undefined
  const resourceType = said === 'unreadable' ? type : (said ?? type)
  return typeof resourceType === 'string' ? { resourceType } : undefined
}

/** The type in the address of a resource at another server. */
function typeInAddress(address: string): string | undefined {
  const [, name] = /^https?:\/\/.*\/([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[^/]+)?$/.exec(address) ?? []
  return name !== undefined && findType(name)?.kind === 'resource' ? name : undefined
}

function containedIn(root: unknown, id: string): Fields | undefined {
  const contained = isFields(root) && Array.isArray(root.contained) ? root.contained : []
  return id === '' && isFields(root) ? root : contained.filter(isFields).find(one => one.id === id)
}

/** The type that a profile of a target is of; undefined where it is not known here. */
export function typeOfTarget(target: string, profiles: Profiles): string | undefined {
  const [, name] = /^http:\/\/hl7\.org\/fhir\/StructureDefinition\/(\w+)$/.exec(target) ?? []
  if (name !== undefined && findType(name)?.kind === 'resource') return name
  return profiles.find(target)?.type
}
