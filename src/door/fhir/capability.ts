import type {
  CapabilityStatement,
  CapabilityStatementRestResource,
  CapabilityStatementRestResourceOperation,
  CapabilityStatementRestSecurity,
} from 'fhir/r4.js'
import { servedParameters } from '#ground/fhir/search/query/search.ts'
import type { Say } from '#ground/language/say.ts'
import { BACKPORT, urlOf } from '#work/telling/subscription/notification.ts'
import { TOPICS } from '#work/telling/topic.ts'
import type { SmartConfiguration } from './means.ts'
import { withTerminology } from './operation/terminology-capabilities.ts'
import { isKept, keptTypes, type ResourceType } from './resource/types.ts'
import { SERVED, type Served } from './served.ts'
import { socketUrl } from './socket/url.ts'

/** The day from which this statement is as it is. It says what is served, not how the program was built. */
export const AS_OF = '2026-11-26'

/** Source: FHIR R4, Composition $document. */
const DOCUMENT = 'http://hl7.org/fhir/OperationDefinition/Composition-document'

/** Source: HL7 International Patient Summary 1.1.0, operation summary. */
const SUMMARY = 'http://hl7.org/fhir/uv/ips/OperationDefinition/summary'

/** Of ours: HL7 has not settled an import. */
const IMPORT = 'https://cydofal.example/fhir/OperationDefinition/import'

/** Source: FHIR R4, Resource $validate. */
const VALIDATE = 'http://hl7.org/fhir/OperationDefinition/Resource-validate'

/** Source: FHIR R4, extension of a CapabilityStatement. */
const WEBSOCKET = 'http://hl7.org/fhir/StructureDefinition/capabilitystatement-websocket'

/** What this door serves, as FHIR says it: nothing that is not in the table of what is served. */
export function capabilityOf(origin: string, say: Say, smart: SmartConfiguration): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    language: say.language,
    url: `${origin}/fhir/metadata`,
    status: 'active',
    date: AS_OF,
    kind: 'instance',
    software: { name: 'Cydofal' },
    implementation: { description: say('frame.service'), url: `${origin}/fhir` },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json', 'application/fhir+xml', 'xml'],
    patchFormat: ['application/fhir+json', 'application/json-patch+json'],
    rest: [
      {
        extension: [{ url: WEBSOCKET, valueUri: socketUrl(origin) }],
        mode: 'server',
        security: securityOf(say, smart),
        resource: withTerminology(resourcesOf(say), say),
        interaction: [
          { code: 'transaction', documentation: say('fhir.takesBundles') },
          { code: 'batch' },
          { code: 'history-system' },
        ],
        operation: [
          {
            name: 'process-message',
            definition: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message',
            documentation: say('fhir.takesBundles'),
          },
          exportOf('export', say),
          { name: 'import', definition: IMPORT, documentation: say('fhir.imports') },
        ],
      },
    ],
  }
}

/** How an app comes by a token, as older apps look for it. Source: SMART App Launch 1.0, `oauth-uris`. */
function securityOf(say: Say, smart: SmartConfiguration): CapabilityStatementRestSecurity {
  const uris = {
    authorize: smart.authorization_endpoint,
    token: smart.token_endpoint,
    introspect: smart.introspection_endpoint,
    revoke: smart.revocation_endpoint,
    manage: smart.management_endpoint,
  }
  const system = 'http://terminology.hl7.org/CodeSystem/restful-security-service'
  return {
    cors: true,
    service: [{ coding: [{ system, code: 'SMART-on-FHIR' }] }],
    description: say('fhir.noToken'),
    extension: [
      {
        url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
        extension: Object.entries(uris).map(([url, valueUri]) => ({ url, valueUri })),
      },
    ],
  }
}

/** Every type with all that is served of it, by name. */
function resourcesOf(say: Say): CapabilityStatementRestResource[] {
  const told = new Map(SERVED.map(one => [one.type as string, resourceOf(one, say)]))
  const kept = keptTypes().map(type =>
    keptOf(type, {
      type,
      ...told.get(type),
      ...(type === 'Patient' && patientOf(say)),
      ...(type === 'Composition' && {
        operation: [{ name: 'document', definition: DOCUMENT, documentation: say('chart.makesDocument') }],
      }),
      ...(type === 'Provenance' && { documentation: say('chart.tellsWriting') }),
      ...(type === 'Group' && { operation: [exportOf('group-export', say)] }),
    }),
  )
  const others = [...told.values()].filter(({ type }) => !isKept(type))
  return [...kept, ...others, subscriptionOf(say)].toSorted((one, other) => (one.type < other.type ? -1 : 1))
}

/** What is done with resources that are kept, besides what else is served of their type. */
function keptOf(type: ResourceType, besides: CapabilityStatementRestResource): CapabilityStatementRestResource {
  const also = (besides.interaction ?? []).filter(({ code }) => !KEPT.some(kept => kept === code))
  const interaction = KEPT.filter(code => type !== 'Patient' || code !== 'delete').map(code => ({ code }))
  return {
    ...besides,
    type,
    interaction: [...interaction, ...also],
    versioning: 'versioned-update',
    readHistory: true,
    operation: [{ name: 'validate', definition: VALIDATE }, ...(besides.operation ?? [])],
    updateCreate: true,
    conditionalRead: 'full-support',
    conditionalCreate: true,
    conditionalUpdate: true,
    ...(type !== 'Patient' && { conditionalDelete: 'single' }),
    searchInclude: ['*'],
    searchParam: besides.searchParam ?? [...servedParameters(type)],
  }
}

const KEPT = [
  'read',
  'vread',
  'history-instance',
  'history-type',
  'create',
  'update',
  'patch',
  'delete',
  'search-type',
] as const

/** Everything at once, of the whole, of people, or of a group. */
function exportOf(
  which: 'export' | 'patient-export' | 'group-export',
  say: Say,
): CapabilityStatementRestResourceOperation {
  const definition = `http://hl7.org/fhir/uv/bulkdata/OperationDefinition/${which}`
  return { name: 'export', definition, documentation: say('fhir.exports') }
}

/** Whom a description may be of, and that two records are one person's. Source: FHIR R4, Patient $match. */
function patientOf(say: Say): CapabilityStatementRestResource {
  const definition = 'http://hl7.org/fhir/OperationDefinition/Patient-match'
  const merge = 'http://hl7.org/fhir/5.0/OperationDefinition/Patient-merge'
  return {
    type: 'Patient',
    operation: [
      { name: 'match', definition, documentation: say('fhir.matches') },
      { name: 'merge', definition: merge, documentation: say('fhir.merges') },
      exportOf('patient-export', say),
      { name: 'summary', definition: SUMMARY, documentation: say('chart.summarises') },
      {
        name: 'everything',
        definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything',
        documentation: say('fhir.everything'),
      },
    ],
  }
}

/** By our topics alone, to systems that were let in. Source: HL7 Subscriptions R5 Backport 1.1.0, topic discovery. */
function subscriptionOf(say: Say): CapabilityStatementRestResource {
  const operations = 'http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/backport-subscription-'
  return {
    type: 'Subscription',
    supportedProfile: [BACKPORT.subscription],
    documentation: say('fhir.subscribes'),
    interaction: (['create', 'read', 'update', 'delete', 'search-type'] as const).map(code => ({ code })),
    operation: ['status', 'events', 'get-ws-binding-token'].map(name => ({ name, definition: `${operations}${name}` })),
    extension: TOPICS.map(topic => ({ url: BACKPORT.topics, valueCanonical: urlOf(topic) })),
  }
}

function resourceOf({ type, says, profiles, parameters }: Served, say: Say): CapabilityStatementRestResource {
  return {
    type,
    ...(profiles.length > 0 && { supportedProfile: [...profiles] }),
    documentation: say.plain(says),
    interaction: [{ code: 'read' }, { code: 'search-type' }],
    versioning: 'no-version',
    searchParam: parameters.map(({ name, type, says }) => ({ name, type, documentation: say.plain(says) })),
    ...(type === 'CarePlan' && {
      operation: [{ name: 'document', definition: DOCUMENT, documentation: say('fhir.planDocument') }],
    }),
  }
}
