import type { CapabilityStatementRestResource, TerminologyCapabilities } from 'fhir/r4.js'
import type { Terminology } from '#ground/fhir/terminology/terminology.ts'
import type { Say } from '#ground/language/say.ts'
import { TERMINOLOGY_OPERATIONS } from './terminology-routes.ts'

/** The statement of resources with the operations on codes, at the type that each is asked of. */
export function withTerminology(
  resources: readonly CapabilityStatementRestResource[],
  say: Say,
): CapabilityStatementRestResource[] {
  const types = new Set([...resources.map(({ type }) => type), ...TERMINOLOGY_OPERATIONS.map(({ type }) => type)])
  return [...types].map(type => {
    const resource = resources.find(one => one.type === type) ?? { type }
    const own = TERMINOLOGY_OPERATIONS.filter(one => one.type === type).map(({ name, definition, says }) => ({
      name,
      definition,
      documentation: say.plain(says),
    }))
    return own.length === 0 ? resource : { ...resource, operation: [...(resource.operation ?? []), ...own] }
  })
}

/** Which code systems are held, and how far questions about codes go. Source: FHIR R4, TerminologyCapabilities. */
export function terminologyCapabilitiesOf(
  held: Terminology,
  told: { readonly origin: string; readonly asOf: string; readonly say: Say },
): TerminologyCapabilities {
  const { origin, asOf, say } = told
  const urls = [...new Set(held.systems.map(({ url }) => url))].toSorted()
  return {
    resourceType: 'TerminologyCapabilities',
    language: say.language,
    url: `${origin}/fhir/metadata?mode=terminology`,
    status: 'active',
    date: asOf,
    kind: 'instance',
    software: { name: 'Cydofal' },
    implementation: { description: say('frame.service'), url: `${origin}/fhir` },
    codeSystem: urls.map(uri => ({
      uri,
      version: held.systems
        .filter(({ url }) => url === uri)
        .map(system => ({
          ...(system.version === '' ? {} : { code: system.version }),
          isDefault: system === held.findSystem(uri),
        })),
      subsumption: true,
    })),
    expansion: {
      hierarchical: false,
      paging: true,
      incomplete: false,
      parameter: EXPANSION_PARAMETERS.map(name => ({ name })),
      textFilter: say('terminology.textFilter'),
    },
    codeSearch: 'all',
    validateCode: { translations: true },
    translation: { needsMap: true },
    closure: { translation: false },
  }
}

const EXPANSION_PARAMETERS = ['filter', 'offset', 'count', 'activeOnly', 'includeDesignations', 'displayLanguage']
