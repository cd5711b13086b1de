import { type ElementFacts, isResourceType } from '../definitions/types.ts'
import { type Check, shown } from './visit.ts'

/** A reference to a resource here: its type, its id, and perhaps a version of it. */
const RELATIVE = /^(?<type>[A-Za-z]+)\/(?<id>[A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?(?:#\S*)?$/
/** The same at another server. */
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\S+$/i
/** A search that finds the one that is meant, in a transaction. */
const CONDITIONAL = /^(?<type>[A-Za-z]+)\?\S+$/

/**
 * That a reference points to a type that it may point to, as far as it says its type. One that nobody can follow, as it is no
 * address of any resource, is warned of: it may still mean something where it came from, and refusing it would lose the
 * rest. Whether there is such a resource is not asked. Source: FHIR R4, references.html.
 */
export function checkOfReference(typeName: string, { to }: ElementFacts): Check | undefined {
  if (typeName !== 'Reference') return undefined
  return (value, visit) => {
    const { reference, type } = value as { reference?: string; type?: string }
    const said = reference === undefined ? undefined : typeSaid(reference)
    if (said === 'unreadable') {
      return visit.find('wrongReference', `Nobody can follow ${shown(reference)}`, 'reference', 'warning')
    }
    if (said !== undefined && type !== undefined && type !== said && isResourceType(type)) {
      visit.find('wrongReference', `${shown(reference)} is not a ${type}.`, 'type')
    }
    const pointed = said ?? type
    if (pointed === undefined || to.length === 0 || !isResourceType(pointed) || to.includes(pointed)) return
    visit.find('wrongReference', `A ${pointed} cannot stand here: ${to.join(', ')} can.`, 'reference')
  }
}

/** The type that a reference names; nothing where it names none. */
export function typeSaid(reference: string): string | 'unreadable' | undefined {
  if (reference.startsWith('#') || ABSOLUTE.test(reference)) return undefined
  const type = (RELATIVE.exec(reference) ?? CONDITIONAL.exec(reference))?.groups?.type
  return type !== undefined && isResourceType(type) ? type : 'unreadable'
}
